"""What a worker does with one input: read it and print its record, refusal or labels as bytes."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.document import Dump, Source
from newsclean.pipeline import PLAIN, Options, clean, rows
from newsclean.read import dump_of, read
from newsclean.read.files import STDIN
from newsclean.read.limits import DEFAULT, Limits, ReadError
from newsclean.names import shown
from newsclean.record import Article, Reason, Rejected, SourceRef
from newsclean.write.jsonl import line_of


@dataclass(frozen=True, slots=True)
class Job:
    """One input, and how it is to be read."""

    path: str
    data: bytes | None = None
    """The bytes of standard input, which only the parent can read; None for files."""
    limits: Limits = DEFAULT
    options: Options = PLAIN


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input: one line, and the refusal where it is one."""

    line: bytes
    refused: Reason | None = None
    message: str = ""


def extract(job: Job) -> Outcome:
    """The record of an input, or its refusal."""
    try:
        result = clean(_dump(job), job.options)
    except ReadError as error:
        return refuse(job, error.reason, error.message, error.offset)
    if isinstance(result, Article):
        return Outcome(line_of(result))
    return Outcome(line_of(result), result.reason, result.message)


def explain(job: Job) -> Outcome:
    """The labels of an input, as one JSON list of rows."""
    import json

    from newsclean.label import label
    from newsclean.segment import segment
    from newsclean.segment.limits import TooDeep

    try:
        return Outcome(json.dumps(rows(label(segment(_dump(job)))), ensure_ascii=True).encode())
    except ReadError as error:
        return refuse(job, error.reason, error.message, error.offset)
    except TooDeep as error:
        return refuse(job, Reason.TOO_DEEP, str(error))


def refuse(job: Job, reason: Reason, message: str, offset: int | None = None) -> Outcome:
    """The refusal of an input that gave no dump."""
    name, raw = shown(job.path)
    source = SourceRef(path=name, path_bytes=raw)
    refusal = Rejected(source=source, reason=reason, message=message, offset=offset)
    return Outcome(line_of(refusal), reason, message)


def _dump(job: Job) -> Dump:
    if job.data is not None:
        return dump_of(job.data, Source(STDIN), job.limits)
    return read(job.path, job.limits)
