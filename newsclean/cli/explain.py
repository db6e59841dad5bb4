"""`newsclean explain`: what each line of a dump was judged to be, and why."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsclean.cli.groups import grouped
from newsclean.cli.options import HtmlKey, MaxMemory, Model, TextKey, Timeout, keys_of, model_of
from newsclean.cli.talk import say
from newsclean.limits import DEFAULT, MAX_MEMORY, TIMEOUT, Limits
from newsclean.names import escaped, shown

if TYPE_CHECKING:
    from rich.text import Text

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

Row = tuple[int, str, str, float, str, list[tuple[int, int]]]
"""Line, role, reason, confidence, text, and the stretches of the text that became values of fields."""


@grouped
def explain(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A dump, an archive, or - for standard input.")],
    text_key: TextKey = None,
    html_key: HtmlKey = None,
    model: Model = None,
    timeout: Timeout = TIMEOUT,
    max_memory: MaxMemory = MAX_MEMORY,
    limits: Limits = DEFAULT,
) -> None:
    """Show each block of a dump with its line, role, reason and confidence.

    On a terminal the roles are coloured, and words that became the value of a field are underlined, other than whole
    lines of body, feed and teasers; in a pipe the columns are separated by tabs. Of what holds several dumps each is
    shown under its name.

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
    pool, refused = Pool(timeout=timeout, memory=max_memory), False
    jobs = jobs_of([path], Context(limits, keys_of(text_key, html_key, None)), options, pool)
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
            rows = [row for part in json.loads(outcome.lines)["parts"] for row in _rows(part)]
            if os.isatty(1):
                _print_coloured(rows)
            else:
                output.write(_plain(rows).encode())
    if refused:
        raise typer.Exit(1)


def _rows(part: dict[str, Any]) -> Iterator[Row]:
    from newsclean.view.origins import WHOLE

    spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, stretches in part["origins"].items():
        for block, start, end in stretches if key not in WHOLE else ():
            spans[block].append((start, end))
    for i, (_, line, role, why, sure, text) in enumerate(part["lines"]):
        yield line, role, why, sure, text, spans[i]


def _plain(rows: list[Row]) -> str:
    return "".join(f"{line}\t{role}\t{why}\t{sure:.2f}\t{escaped(text)}\n" for line, role, why, sure, text, _ in rows)


def _print_coloured(rows: list[Row]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("line", "role", "reason", "sure"):
        table.add_column(name, no_wrap=True, justify="right" if name in ("line", "sure") else "left")
    table.add_column("text", overflow="fold")
    for line, role, reason, sure, text, spans in rows:
        shown = _underlined(text, spans)
        table.add_row(str(line), role, reason, f"{sure:.2f}", shown, style=STYLES.get(role, "dim"))
    with open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False) as terminal:  # whatever the locale
        Console(file=terminal).print(table)


def _underlined(text: str, spans: Iterable[tuple[int, int]]) -> Text:
    """The text with these stretches underlined: each piece is escaped by itself, which may make it longer."""
    from rich.text import Text

    from newsclean.view.origins import merged

    shown, at = Text(), 0
    for start, end in merged(spans):
        shown.append(escaped(text[at:start]))
        shown.append(escaped(text[start:end]), style="underline")
        at = end
    return shown.append(escaped(text[at:]))
