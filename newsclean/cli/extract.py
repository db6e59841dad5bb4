"""`newsclean extract`: dumps in, records out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newsclean.cli.options import MAX_INPUT, TIMEOUT, Jobs, MaxInput, Paths, Timeout, pool_of, settings_in
from newsclean.cli.talk import say


class Format(StrEnum):
    """Forms of the output."""

    JSONL = "jsonl"


class With(StrEnum):
    """What a record may carry besides."""

    LINES = "lines"


def _zone(value: str | None) -> str | None:
    """The zone of `--assume-tz`, or a usage error where there is no such zone."""
    if value is not None:
        from newsclean.pipeline import Options

        try:
            Options(assume_tz=value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    return value


def _other_place(value: str | None, output: str | None) -> None:
    if value and output and Path(value).resolve() == Path(output).resolve():
        raise typer.BadParameter("records and refusals cannot go to the same file", param_hint="--rejects")


def extract(
    ctx: typer.Context,
    paths: Paths,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write records here instead of to standard output; the file appears only when it is whole.",
        ),
    ] = None,
    rejects: Annotated[
        str | None, typer.Option("--rejects", metavar="FILE", help="Write refusals here, as JSONL.")
    ] = None,
    with_: Annotated[
        list[With] | None, typer.Option("--with", help="Add to each record: lines, the labelled blocks.")
    ] = None,
    assume_tz: Annotated[
        str | None,
        typer.Option(
            "--assume-tz",
            metavar="ZONE",
            callback=_zone,
            help="Zone of printed times that state none: Europe/Kyiv or +02:00.",
        ),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option("--reject", metavar="RULES", help="Refuse what breaks these: codes, their beginnings, or names."),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.JSONL,
    jobs: Jobs = None,
    timeout: Timeout = TIMEOUT,
    max_input: MaxInput = MAX_INPUT,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Say nothing but what was rejected or went wrong.")
    ] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Name each input that gave a record too.")] = False,
) -> None:
    """Read articles out of dumps and print a JSON record a line.

    Exit code 0: every input gave a record; 1: some were rejected; 2: wrong usage.

    \b
    Example:
      newsclean extract seeds/*.txt > articles.jsonl
    """
    _other_place(rejects, output)
    from newsclean.check.choice import chosen, words_of
    from newsclean.pipeline import Options
    from newsclean.read.limits import Limits
    from newsclean.run.extract import Request, extract_all

    try:
        refused = chosen(words_of(reject)) if reject else frozenset()
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--reject") from None
    request = Request(
        paths=tuple(paths),
        output=output,
        rejects=rejects,
        options=Options(assume_tz, With.LINES in (with_ or ()), refused),
        limits=Limits(max_input=max_input),
        left_out=settings_in(ctx),
        pool=pool_of(jobs, timeout),
        quiet=quiet,
        verbose=verbose,
    )
    raise typer.Exit(extract_all(request, say))
