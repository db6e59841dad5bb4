"""`newsclean version`."""

from __future__ import annotations

import typer

from newsclean import __version__


def version() -> None:
    """Print the version.

    \b
    Example:
      newsclean version
    """
    typer.echo(f"newsclean {__version__}")


def show(asked: bool) -> None:
    """What `--version` does."""
    if asked:
        version()
        raise typer.Exit
