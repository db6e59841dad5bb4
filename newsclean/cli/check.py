"""`newsclean check`: what is wrong with dumps, as a linter says it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from newsclean.cli.groups import grouped
from newsclean.cli.options import INPUTS, WORKERS, Inputs, Model, Now, Workers, model_of, settings_in
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


@grouped
def check(
    ctx: typer.Context,
    inputs: Inputs = INPUTS,
    form: Annotated[Form, typer.Option("--format", help="Form of the report.")] = Form.TEXT,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULES", help="Report these only: codes, their beginnings, or names."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULES", help="Do not report these.")] = None,
    per_file_ignores: Annotated[
        list[str] | None,
        typer.Option(
            "--per-file-ignores",
            metavar="GLOB:RULES",
            help="Do not report these of paths that match as they are given.",
        ),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Print a count a rule instead.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever was found.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what is sure (NC106 to NC108) in a copy beside each: dump.fixed.txt.")
    ] = False,
    in_place: Annotated[bool, typer.Option("--in-place", help="With --fix: mend the files themselves.")] = False,
    now: Now = None,
    model: Model = None,
    workers: Workers = WORKERS,
    limits: Limits = DEFAULT,
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

    if in_place and not fix:
        raise typer.BadParameter("goes with --fix", param_hint="--in-place")
    try:
        choice = Choice(words_of(select) or ("NC",), words_of(ignore), _by_glob(per_file_ignores or ()))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--select, --ignore, --per-file-ignores") from None
    request = Request(
        paths=inputs.sources(),
        form=form.value,
        choice=choice,
        statistics=statistics,
        options=Options(now=now, model=model_of(model)),
        limits=limits,
        keys=inputs.keys(),
        left_out=settings_in(ctx),
        pool=workers.pool(),
        quiet=quiet,
        fix=fix,
        in_place=in_place,
    )
    code = check_all(request, say)
    raise typer.Exit(0 if exit_zero else code)
