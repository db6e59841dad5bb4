"""`newsclean check`: what is wrong with dumps, as a linter says it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from newsclean.cli.bounds import bounded
from newsclean.cli.options import (
    MAX_MEMORY,
    TIMEOUT,
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


class Form(StrEnum):
    """Forms of the report."""

    TEXT = "text"
    FULL = "full"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def _by_glob(given: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pairs of a pattern and rules; raises ValueError where a colon is missing."""
    from newsclean.check.choice import words_of

    pairs = [row.rpartition(":") for row in given]
    for glob, _, rules in pairs:
        if not glob:
            raise ValueError(f'"{rules}" is no GLOB:RULES, such as old/*:NC205')
    return tuple((glob, words_of([rules])) for glob, _, rules in pairs)


@bounded
def check(
    ctx: typer.Context,
    paths: Paths = None,
    files_from: FilesFrom = None,
    null: Null = False,
    form: Annotated[Form, typer.Option("--format", help="Form of the report.")] = Form.TEXT,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULES", help="Report these only: codes, their beginnings, or names."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULES", help="Do not report these.")] = None,
    per_file_ignores: Annotated[
        list[str] | None,
        typer.Option("--per-file-ignores", metavar="GLOB:RULES", help="Do not report these of paths that match."),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Print a count a rule instead.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever was found.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what is sure (NC106 to NC108) in a copy beside each: dump.fixed.txt.")
    ] = False,
    in_place: Annotated[bool, typer.Option("--in-place", help="With --fix: mend the files themselves.")] = False,
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
    """Report what is wrong with dumps, at its line: each rule that they break.

    Exit code 0: no error was found, though warnings may have been; 1: a rule of severity "error" is broken; 2: wrong
    usage.

    \b
    Example:
      newsclean check seeds/ --format full
    """
    from newsclean.check.choice import Choice, words_of
    from newsclean.pipeline import Options
    from newsclean.run.check import Request, check_all

    try:
        choice = Choice(words_of(select) or ("NC",), words_of(ignore), _by_glob(per_file_ignores or ()))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--select, --ignore, --per-file-ignores") from None
    request = Request(
        paths=paths_of(paths, files_from, null),
        form=form.value,
        choice=choice,
        statistics=statistics,
        options=Options(now=now, model=model_of(model)),
        limits=limits,
        keys=keys_of(text_key, html_key, url_key),
        left_out=settings_in(ctx),
        pool=pool_of(jobs, timeout, max_memory),
        quiet=quiet,
        fix=fix,
        in_place=in_place,
    )
    code = check_all(request, say)
    raise typer.Exit(0 if exit_zero else code)
