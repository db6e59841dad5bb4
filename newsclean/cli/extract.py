"""`newsclean extract`: dumps in, records out."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newsclean.cli.cluster import Engine, on_cluster
from newsclean.cli.groups import grouped
from newsclean.cli.options import INPUTS, WORKERS, AssumeTz, Inputs, Model, Workers, model_of, settings_in
from newsclean.cli.talk import say
from newsclean.limits import DEFAULT, Limits
from newsclean.write.packers import PACKERS


class Format(StrEnum):
    """Forms of the output."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    MARKDOWN = "markdown"
    JSONLD = "jsonld"
    ZYTE = "zyte"


SUFFIXES = {
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".md": Format.MARKDOWN,
    ".jsonld": Format.JSONLD,
}
"""Ends of names that say which form a file has."""
STDOUT = "-"
RAW = "raw-csv"
"""The form of `--raw-csv`."""


class With(StrEnum):
    """What a record may carry besides."""

    LINES = "lines"


def _form_of(output: str | None) -> Format:
    """What the name of the output asks for, before .gz or .zst."""
    ends = [end for end in Path(output or "").suffixes if end.lower() not in PACKERS]
    return SUFFIXES.get(ends[-1].lower(), Format.JSONL) if ends else Format.JSONL


def _other_place(value: str | None, output: str | None) -> None:
    if value == STDOUT and output in (None, STDOUT):
        message = "records and refusals cannot both go to standard output: give one a file"
        raise typer.BadParameter(message, param_hint="--rejects")
    if value and output and Path(value).resolve() == Path(output).resolve():
        raise typer.BadParameter("records and refusals cannot go to the same file", param_hint="--rejects")


def _possible(form: Format, output: str | None) -> None:
    """Raise a usage error where Parquet cannot be written, or where a terminal would obey it."""
    if form is not Format.PARQUET:
        return
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        message = "parquet needs pyarrow: pip install 'newsclean[parquet]'"
        raise typer.BadParameter(message, param_hint="--format") from None
    if output in (None, STDOUT) and os.isatty(1):
        raise typer.BadParameter("parquet is no text for a terminal: give -o FILE", param_hint="--format")


@grouped
def extract(
    ctx: typer.Context,
    inputs: Inputs = INPUTS,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write records here instead of to standard output; the file appears only when it is whole, compressed "
            "where its name ends in .gz or .zst.",
        ),
    ] = None,
    rejects: Annotated[
        str | None, typer.Option("--rejects", metavar="FILE", help="Write refusals here, as JSONL.")
    ] = None,
    keep_rejected: Annotated[
        str | None,
        typer.Option(
            "--keep-rejected",
            metavar="FOLDER",
            help="Copy each document that is refused here, named by its SHA-256. What holds none, as a broken row or "
            "archive, stays where it is.",
        ),
    ] = None,
    with_: Annotated[
        list[With] | None, typer.Option("--with", help="Add to each record: lines, the labelled blocks.")
    ] = None,
    assume_tz: AssumeTz = None,
    reject: Annotated[
        list[str] | None,
        typer.Option("--reject", metavar="RULES", help="Refuse what breaks these: codes, their beginnings, or names."),
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="Form of the records.  [default: by the end of -o FILE, else jsonl]"),
    ] = None,
    raw_csv: Annotated[
        bool, typer.Option("--raw-csv", help="In CSV: no ' before cells that look like a formula.")
    ] = False,
    model: Model = None,
    workers: Workers = WORKERS,
    limits: Limits = DEFAULT,
    unordered: Annotated[
        bool, typer.Option("--unordered", help="Write records as they are ready, not in the order of the inputs.")
    ] = False,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Keep what is done in FILE.resume, and go on with it after a run was stopped."),
    ] = False,
    engine: Annotated[
        Engine | None, typer.Option("--engine", help="Work in shards on a cluster; -o names a folder, also s3://.")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", help="That of the cluster: auto, or spark://...  [default: this machine]")
    ] = None,
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
    inputs.spare(output=output, rejects=rejects)
    form = format_ or (Format.JSONL if engine else _form_of(output))
    _possible(form, output)
    if engine:
        if output in (None, STDOUT):
            raise typer.BadParameter("needs -o FOLDER, which gets the files of each shard", param_hint="--engine")
        sources = inputs.sources()
        raise typer.Exit(on_cluster(ctx, engine, address, sources, output, form.value, model_of(model)))
    if resume and output in (None, STDOUT):
        raise typer.BadParameter("needs -o FILE, beside which it keeps what is done", param_hint="--resume")
    from newsclean.check.choice import chosen, words_of
    from newsclean.pipeline import Options
    from newsclean.run.extract import Request, extract_all

    try:
        refused = chosen(words_of(reject)) if reject else frozenset()
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--reject") from None
    request = Request(
        paths=inputs.sources(),
        output=output,
        form=RAW if raw_csv and form is Format.CSV else form.value,
        rejects=rejects,
        keep=keep_rejected,
        options=Options(assume_tz, With.LINES in (with_ or ()), refused, model=model_of(model)),
        limits=limits,
        keys=inputs.keys(),
        left_out=settings_in(ctx),
        pool=workers.pool(ordered=not unordered),
        quiet=quiet,
        verbose=verbose,
        resume=resume,
    )
    raise typer.Exit(extract_all(request, say))
