"""What a worker does with one input: read it and print its record, refusal or labels as bytes."""

from __future__ import annotations

import gc
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from newsclean.check import issue_of
from newsclean.check.repeats import Mark, mark_of
from newsclean.document import Dump, Role, Source
from newsclean.label.stored import loaded
from newsclean.lang import load, prose
from newsclean.limits import DEFAULT, Limits
from newsclean.names import shown
from newsclean.pipeline import PLAIN, Options, clean, judge
from newsclean.read import dump_of, read
from newsclean.read.files import read_bytes
from newsclean.read.items import Item
from newsclean.read.limits import ReadError
from newsclean.record import Issue, Reason, Rejected
from newsclean.write.jsonl import line_of

EXCERPT = 2_000
"""Characters of a line that go to who shows it with a finding."""
LARGEST_SHEET = 4 * 1024**2
"""Bytes of a sheet that a page shows."""


class Job(NamedTuple):
    """One input, and how it is to be read."""

    path: str
    item: Item | ReadError | None = None
    """What was unpacked, or why it could not be; None for a file, which the worker reads."""
    limits: Limits = DEFAULT
    options: Options = PLAIN
    known: str | None = None
    """Digest of the bytes of which an earlier run has the outcome already."""

    @property
    def key(self) -> str:
        """All but its bytes that its outcome depends on: where it stands, and what its container states of it."""
        item = self.item if isinstance(self.item, Item) else None
        stated = [item.url, item.charset, item.medium, *item.stated] if item else []
        return json.dumps([*astuple(self.source), *stated])

    @property
    def name(self) -> str:
        """What the input is called in messages: readable, on one line."""
        return self.source.name

    @property
    def source(self) -> Source:
        """Where it came from."""
        known = self.item.source if self.item else None
        return known or Source(*shown(self.path))


class Outcome(NamedTuple):
    """What became of an input: a line for each of its records, or one and the refusal that it is."""

    lines: bytes
    refused: Reason | None = None
    message: str = ""
    digest: str | None = None
    """Of the bytes that were read; None where none could be, or where nobody asks."""

    def packed(self) -> bytes:
        """As bytes for a pipe: what comes out of a process that read hostile markup is not unpickled."""
        words = (self.refused or "", " ".join(self.message.split()), self.digest or "")
        return b"\n".join((*(word.encode() for word in words), self.lines))

    @staticmethod
    def unpacked(data: bytes) -> Outcome:
        """The outcome that was packed; ValueError where it is none."""
        refused, message, digest, lines = data.split(b"\n", 3)
        return Outcome(lines, Reason(refused.decode()) if refused else None, message.decode(), digest.decode() or None)


def prepare(options: Options = PLAIN) -> None:
    """Import and load what each document needs, before workers are forked, which then share it.

    HTML is left out: its parser takes 60 ms to import, and runs without HTML are many. What is there by then is never
    garbage, and its pages stay shared as nothing looks at them again.
    """
    for module in ("newsclean.label.roles", "newsclean.segment.plain"):
        import_module(module)
    load("en")
    loaded(options.model)
    prose()
    gc.freeze()
    gc.enable()


def extract(job: Job) -> Outcome:
    """The records of an input, or its refusal; nothing but the digest where its bytes are those that are known."""
    try:
        dump = _dump(job)
    except ReadError as error:
        return _refusal(error.rejected())
    digest = dump.source.sha256
    if digest is not None and digest == job.known:
        return Outcome(b"", digest=digest)
    result = clean(dump, job.options, job.limits)
    return _refusal(result) if isinstance(result, Rejected) else Outcome(b"".join(map(line_of, result)), digest=digest)


def check(job: Job) -> Outcome:
    """What is wrong with an input: a JSON list a finding, which becomes a `Report`."""
    try:
        dump = _dump(job)
        result = clean(dump, job.options, job.limits)
    except ReadError as error:
        return _findings((issue_of(error.rejected()),), "")
    if isinstance(result, Rejected):
        return _findings((issue_of(result),), "")
    marks = [mark_of(article.body or "") for article in result]
    return _findings((issue for article in result for issue in article.issues), dump.text, marks)


def mend(job: Job, codes: Mapping[str, frozenset[str]]) -> Outcome:
    """The text of an input without what can be mended of the rules that hold for its path, in UTF-8; nothing where it
    is HTML or cannot be read."""
    from newsclean.check.fix import mended

    try:
        dump = _dump(job)
    except ReadError:
        return Outcome(b"")
    text = mended(dump.text, codes[job.path]) if dump.medium == "text" else dump.text
    return Outcome(text.encode() if text != dump.text else b"")


def _findings(issues: Iterable[Issue], text: str, marks: Iterable[Mark] = ()) -> Outcome:
    """A line of the marks of the articles; then findings in the order of their places, each with the line that it
    points at, up to `EXCERPT` characters of it."""
    lines = text.splitlines()
    found = {(i.line or 1, i.column or 1, i.code, i.severity, i.message): None for i in issues}
    rows = [[*row, lines[row[0] - 1][:EXCERPT] if row[0] <= len(lines) else ""] for row in sorted(found)]
    return Outcome(b"".join(json.dumps(row).encode() + b"\n" for row in (list(marks), *rows)))


def explain(job: Job) -> Outcome:
    """The sheet of an input, as one JSON object."""
    from newsclean.view.sheet import sheet_of

    try:
        judged = judge(_dump(job), job.options, job.limits)
    except ReadError as error:
        return _refusal(error.rejected())
    if judged.refused and not judged.pages:
        return _refusal(judged.refused)
    return Outcome(_json(sheet_of(judged)))


def view(job: Job, roles: Mapping[str, Role] = MappingProxyType({})) -> Outcome:
    """A line of JSON each: the marks of the articles of an input, its row, its sheet, or what is in place of that.

    `roles` are those that a person gave to lines.
    """
    from newsclean.view.sheet import row_of, sheet_of, too_large

    try:
        dump = _dump(job)
    except ReadError as error:
        return _refusal(error.rejected())
    judged = judge(dump, job.options, job.limits, roles)
    marks = [mark_of(case.article.body or "") for case in judged.cases if case]
    sheet = _json(sheet_of(judged))
    if len(sheet) > LARGEST_SHEET:
        sheet = _json(too_large())
    lines = (_json(marks), _json(row_of(job.name, judged)), sheet)
    return Outcome(b"\n".join(lines), digest=dump.source.sha256)


def original(job: Job) -> Outcome:
    """The medium of an input on a line, then bytes that read the same in a file of their own: those that it has or,
    where only its container says how they are to be read, its text in UTF-8 with a mark."""
    try:
        dump = _dump(job)
        data = job.item.data if isinstance(job.item, Item) else read_bytes(job.path, job.limits)
        if not _reads_as(dump, data, job.limits):
            data = BOM_UTF8 + dump.text.encode("utf-8")
        if not _reads_as(dump, data, job.limits):
            raise ReadError(Reason.UNREADABLE, "is read otherwise without its container").of(job.source)
    except ReadError as error:
        return _refusal(error.rejected())
    return Outcome(f"{dump.medium}\n".encode() + data, digest=dump.source.sha256)


def _reads_as(dump: Dump, data: bytes, limits: Limits) -> bool:
    again = dump_of(Item(dump.source, data), limits)
    return (again.text, again.medium) == (dump.text, dump.medium)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def refuse(job: Job, reason: Reason, message: str) -> Outcome:
    """The refusal of an input that nothing is known of but its name."""
    return _refusal(ReadError(reason, message).of(job.source).rejected())


def _refusal(why: Rejected) -> Outcome:
    return Outcome(line_of(why), why.reason, why.message, why.source.sha256)


def _dump(job: Job) -> Dump:
    if isinstance(job.item, ReadError):
        raise job.item
    return dump_of(job.item, job.limits) if job.item else read(job.path, job.limits)
