"""`newsclean extract`: dumps in, records out."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from newsclean.cli.talk import say

if TYPE_CHECKING:
    pass


class Format(StrEnum):
    """Forms of the output."""

    JSONL = "jsonl"


class With(StrEnum):
    """What a record may carry besides."""

    LINES = "lines"


def _zone(value: str | None) -> str | None:
    if value is None:
        return None
    from newsclean.fields.zone import known

    if not known(value):
        raise typer.BadParameter(f"{value!r} is no time zone: give an IANA name (Europe/Kyiv) or an offset (+02:00)")
    return value


def extract(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATHS...", help="Files, folders, globs, or - for standard input.")
    ],
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
    format_: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.JSONL,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=1, help="Worker processes.", show_default="all cores")
    ] = os.cpu_count() or 1,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time an input may take.")
    ] = 20.0,
    max_input: Annotated[int, typer.Option("--max-input", min=1, metavar="BYTES", help="Size an input may have.")] = 64
    * 1024**2,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors of use.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say what became of each input.")] = False,
) -> None:
    """Read articles out of dumps and print a JSON record a line.

    Exit code 0: every input gave a record; 1: some were rejected; 2: wrong usage.

    Example: newsclean extract seeds/*.txt > articles.jsonl
    """
    from newsclean.run.extract import Request, extract_all

    request = Request(
        paths=tuple(paths),
        output=output,
        rejects=rejects,
        with_lines=With.LINES in (with_ or ()),
        assume_tz=assume_tz,
        jobs=jobs,
        timeout=timeout,
        max_input=max_input,
        quiet=quiet,
        verbose=verbose,
    )
    raise typer.Exit(extract_all(request, say))
