"""What a command says on standard error: one line each, with nothing that a terminal obeys."""

from __future__ import annotations

import sys

from newsclean.names import escaped


def say(message: str) -> None:
    """One line, named after the tool; a closed standard error is nobody's loss."""
    if sys.stderr is None:  # where it was closed from the start, `print` would take standard output
        return
    try:
        print(f"newsclean: {escaped(message)}", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return
