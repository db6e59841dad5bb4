"""`newsclean evaluate`: how much of a run is right."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newsclean.cli.talk import say


class Form(StrEnum):
    """Forms of the report."""

    TEXT = "text"
    JSON = "json"


def _floors(given: list[str]) -> dict[str, float]:
    """The least values by the names of figures, or a usage error."""
    rows = [each.partition("=") for row in given for each in row.split(",")]
    try:
        return {name.strip(): float(value) for name, _, value in rows}
    except ValueError:
        raise typer.BadParameter("takes NAME=VALUE, such as body=0.95,headline=0.9", param_hint="--floor") from None


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Folder of gold cases, or JSONL of gold records (.gz, .zst too).")
    ],
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="What `newsclean extract` wrote (.gz, .zst too).")],
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Records of another run: what got better, what got worse."),
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option("--floor", metavar="NAME=VALUE,...", help="Exit with 1 where a figure of all is lower."),
    ] = None,
    dumps: Annotated[
        Path | None,
        typer.Option("--dumps", metavar="FOLDER", help="Count gold only where the dump of its name here shows it."),
    ] = None,
    worst: Annotated[int, typer.Option("--worst", min=0, help="Cases that are named, the worst first.")] = 10,
    form: Annotated[Form, typer.Option("--format", help="Form of the report.")] = Form.TEXT,
) -> None:
    """Compare records with gold: figures for each field and kind of dump, and the worst cases.

    Exit code 0: no figure is under its floor; 1: one is; 2: wrong usage.

    \b
    Example:
      newsclean evaluate gold/ articles.jsonl --floor body=0.95,headline=0.9
    """
    from newsclean.measure.figures import ALL, results_of
    from newsclean.measure.gold import MeasureError, gold_in
    from newsclean.measure.match import pairs_of
    from newsclean.measure.report import as_json, as_text, report_of
    from newsclean.names import escaped
    from newsclean.write.sink import Sink

    floors = _floors(floor or [])
    try:
        cases = gold_in(gold)
        now = results_of(pairs_of(cases, records), dumps)
        before = results_of(pairs_of(cases, baseline), dumps) if baseline else None
    except MeasureError as error:
        raise typer.BadParameter(str(error)) from None
    report = report_of(now, before, worst)
    figures = report.figures[ALL]
    if unknown := floors.keys() - figures.keys():
        message = f"the gold gives no {min(unknown)}, but {', '.join(figures)}"
        raise typer.BadParameter(message, param_hint="--floor")
    told = as_json(report) if form is Form.JSON else "\n".join(map(escaped, as_text(report)))
    with Sink(None) as output:
        output.write(told.encode("utf-8", "backslashreplace") + b"\n")
    short = {name: least for name, least in floors.items() if figures[name] < least}
    for name, least in short.items():
        say(f"{name} is {figures[name]:.4f}, under its floor of {least:g}")
    raise typer.Exit(int(bool(short)))
