"""`newsclean explain`: what each line of a dump was judged to be, and why."""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer

from newsclean.cli.options import TIMEOUT, HtmlKey, Model, TextKey, Timeout, keys_of, model_of
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
    path: Annotated[str, typer.Argument(metavar="FILE", help="A dump, an archive, or - for standard input.")],
    text_key: TextKey = None,
    html_key: HtmlKey = None,
    model: Model = None,
    timeout: Timeout = TIMEOUT,
) -> None:
    """Show each block of a dump with its line, role, reason and confidence.

    On a terminal the roles are coloured; in a pipe the columns are separated by tabs. Of what holds several dumps each
    is shown under its name.

    \b
    Example:
      newsclean explain seeds/select-all.de.txt
    """
    from contextlib import closing

    from newsclean.pipeline import Options
    from newsclean.read.items import Context
    from newsclean.run.feed import jobs_of
    from newsclean.run.local import run
    from newsclean.run.work import explain as work
    from newsclean.run.work import prepare
    from newsclean.run.worker import Pool
    from newsclean.write.sink import Sink

    options = Options(model=model_of(model))
    prepare(options)
    pool, refused = Pool(timeout=timeout), False
    jobs = jobs_of([path], Context(keys=keys_of(text_key, html_key, None)), options, pool)
    outcomes = run(jobs, work, pool)
    with closing(jobs), closing(outcomes), Sink(None) as output:
        for job, outcome, _ in outcomes:
            name = job.name
            if outcome.refused:
                refused = True
                say(f"{name}: {outcome.refused}: {outcome.message}")
                continue
            if name != shown(path)[0]:
                output.write(f"# {escaped(name)}\n".encode())
            rows: list[Row] = json.loads(outcome.lines)
            if os.isatty(1):
                _print_coloured(rows)
            else:
                output.write(_plain(rows).encode())
    if refused:
        raise typer.Exit(1)


def _plain(rows: list[Row]) -> str:
    return "".join(f"{line}\t{role}\t{why}\t{sure:.2f}\t{escaped(text)}\n" for line, role, why, sure, text in rows)


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
