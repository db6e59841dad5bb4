"""`newsclean explain`: what each line of a dump was judged to be, and why."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from newsclean.cli.talk import say

COLOURS = {
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


def explain(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A dump, or - for standard input.")],
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time it may take.")] = 20.0,
) -> None:
    """Show each line of a dump with its role, the reason and the confidence.

    In a pipe the columns are separated by tabs: line, role, confidence, reason, text.

    Example: newsclean explain seeds/select-all.txt
    """
    from newsclean.read.files import STDIN
    from newsclean.names import escaped, shown
    from newsclean.run.local import Pool, run
    from newsclean.run.work import Job
    from newsclean.run.work import explain as work

    job = Job(path, sys.stdin.buffer.read(Job(path).limits.max_input + 1) if path == STDIN else None)
    outcome = next(iter(run([job], work, Pool(timeout=timeout))))
    if outcome.refused:
        say(f"{shown(path)[0]}: {outcome.refused}: {outcome.message}")
        raise typer.Exit(1)
    rows = [(line, role, sure, reason, escaped(text)) for line, role, reason, sure, text in json.loads(outcome.line)]
    if sys.stdout.isatty():
        _print_coloured(rows)
        return
    for line, role, sure, reason, text in rows:
        sys.stdout.buffer.write(f"{line}\t{role}\t{sure:.2f}\t{reason}\t{text}\n".encode())


def _print_coloured(rows: list[tuple[int, str, float, str, str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("line", "role", "sure", "reason"):
        table.add_column(name, no_wrap=True, justify="right" if name in ("line", "sure") else "left")
    table.add_column("text", overflow="fold")
    for line, role, sure, reason, text in rows:
        style = COLOURS.get(role, "dim")
        table.add_row(str(line), role, f"{sure:.2f}", reason, Text(text), style=style)
    Console().print(table)
