"""`newsclean explain`: what each line of a dump was judged to be, and why."""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer

from newsclean.cli.talk import say
from newsclean.names import escaped, shown

STYLES = {
    "headline": "bold green",
    "kicker": "green",
    "standfirst": "green",
    "byline": "cyan",
    "timestamp": "cyan",
    "caption": "yellow",
    "credit": "yellow",
    "body": "default",
    "subhead": "bold",
    "live_feed": "magenta",
    "related": "blue",
}
"""Style of a role in a terminal; what is dropped and stands in no field is dim."""

Row = tuple[int, str, str, float, str]
"""Line, role, reason, confidence, text."""


def explain(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A dump, or - for standard input.")],
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time it may take.")] = 20.0,
) -> None:
    """Show each block of a dump with its line, role, reason and confidence.

    On a terminal the roles are coloured; in a pipe the columns are separated by tabs.

    \b
    Example:
      newsclean explain seeds/select-all.de.txt
    """
    from newsclean.read.files import STDIN, read_stdin
    from newsclean.read.limits import DEFAULT
    from newsclean.run.local import run
    from newsclean.run.work import Job, prepare
    from newsclean.run.work import explain as work
    from newsclean.run.worker import Pool

    job = Job(path, read_stdin(DEFAULT) if path == STDIN else None)
    prepare()
    ((_, outcome, _),) = run([job], work, Pool(timeout=timeout))
    if outcome.refused:
        say(f"{shown(path)[0]}: {outcome.refused}: {outcome.message}")
        raise typer.Exit(1)
    rows: list[Row] = json.loads(outcome.lines)
    if os.isatty(1):
        _print_coloured(rows)
    else:
        _print_plain(rows)


def _print_plain(rows: list[Row]) -> None:
    from newsclean.write.sink import Sink

    with Sink(None) as output:
        for line, role, reason, sure, text in rows:
            output.write(f"{line}\t{role}\t{reason}\t{sure:.2f}\t{escaped(text)}\n".encode())


def _print_coloured(rows: list[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("line", "role", "reason", "sure"):
        table.add_column(name, no_wrap=True, justify="right" if name in ("line", "sure") else "left")
    table.add_column("text", overflow="fold")
    for line, role, reason, sure, text in rows:
        table.add_row(str(line), role, reason, f"{sure:.2f}", Text(escaped(text)), style=STYLES.get(role, "dim"))
    Console().print(table)
