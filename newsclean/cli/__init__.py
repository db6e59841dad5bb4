"""The command line: one thin file a command. Standard output is data only; messages go to standard error."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

import typer

from newsclean.cli import explain, extract, schema, version

app = typer.Typer(
    name="newsclean",
    help="Turn noisy news-article dumps, with or without markup, into validated, structured records.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(no_args_is_help=True)(extract.extract)
app.command(no_args_is_help=True)(explain.explain)
app.command()(schema.schema)
app.command()(version.version)


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", help="Print the version and exit.", callback=version.show, is_eager=True
    ),
) -> None:
    """Turn noisy news-article dumps, with or without markup, into validated, structured records."""


class Stopped(BaseException):
    """SIGTERM; unwinds as Ctrl-C does, so that nothing is left behind."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


def main() -> None:
    """Run a command; exit codes are 0, 1, 2, and 130 or 143 after a signal."""
    signal.signal(signal.SIGTERM, _stop)
    code = 0
    try:
        app(standalone_mode=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BrokenPipeError:
        code = 0  # whoever read us has enough
    except KeyboardInterrupt:
        code = 130
    except Stopped:
        code = 143
    _finish(code)


def _finish(code: int) -> None:
    """Leave with the code, also where standard output is closed already."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(code)
