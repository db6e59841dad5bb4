"""`newsclean report`: a page that shows what was kept of each dump and why."""

from __future__ import annotations

from typing import Annotated

import typer

from newsclean.cli.groups import grouped
from newsclean.cli.options import INPUTS, WORKERS, AssumeTz, Inputs, Model, Now, Workers, model_of, settings_in
from newsclean.cli.talk import say
from newsclean.limits import DEFAULT, Limits


@grouped
def report(
    ctx: typer.Context,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="Write the page here; it appears when it is whole.")
    ],
    inputs: Inputs = INPUTS,
    assume_tz: AssumeTz = None,
    now: Now = None,
    model: Model = None,
    workers: Workers = WORKERS,
    limits: Limits = DEFAULT,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Do not print the sum.")] = False,
) -> None:
    """Write a page that shows what was kept of each dump, what was dropped, and why.

    It needs no network and no other file. Past 2,000 dumps there are more pages, report-2.html and so on; the table of
    the first holds them all. Exit code 0: it is written, whatever it shows; 1: it could not be; 2: wrong usage.

    \b
    Example:
      newsclean report seeds/ -o report.html
    """
    from newsclean.pipeline import Options
    from newsclean.run.report import Request, report_all

    if output == "-":
        raise typer.BadParameter("needs a file, since there may be several pages", param_hint="--output")
    inputs.spare(output=output)
    request = Request(
        paths=inputs.sources(),
        output=output,
        options=Options(assume_tz, now=now, model=model_of(model)),
        limits=limits,
        keys=inputs.keys(),
        left_out=settings_in(ctx),
        pool=workers.pool(),
        quiet=quiet,
    )
    raise typer.Exit(report_all(request, say))
