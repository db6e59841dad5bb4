"""`newsclean report`: a page that shows what was kept of each dump and why."""

from __future__ import annotations

from typing import Annotated

import typer

from newsclean.cli.bounds import bounded
from newsclean.cli.options import (
    MAX_MEMORY,
    TIMEOUT,
    AssumeTz,
    FilesFrom,
    HtmlKey,
    Jobs,
    MaxMemory,
    Model,
    Now,
    Null,
    Paths,
    TextKey,
    Timeout,
    UrlKey,
    keys_of,
    model_of,
    paths_of,
    pool_of,
    settings_in,
)
from newsclean.cli.talk import say
from newsclean.limits import DEFAULT, Limits


@bounded
def report(
    ctx: typer.Context,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="Write the page here; it appears when it is whole.")
    ],
    paths: Paths = None,
    files_from: FilesFrom = None,
    null: Null = False,
    assume_tz: AssumeTz = None,
    now: Now = None,
    model: Model = None,
    jobs: Jobs = None,
    timeout: Timeout = TIMEOUT,
    text_key: TextKey = None,
    html_key: HtmlKey = None,
    url_key: UrlKey = None,
    limits: Limits = DEFAULT,
    max_memory: MaxMemory = MAX_MEMORY,
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
    request = Request(
        paths=paths_of(paths, files_from, null),
        output=output,
        options=Options(assume_tz, now=now, model=model_of(model)),
        limits=limits,
        keys=keys_of(text_key, html_key, url_key),
        left_out=settings_in(ctx),
        pool=pool_of(jobs, timeout, max_memory),
        quiet=quiet,
    )
    raise typer.Exit(report_all(request, say))
