"""One JSON object a line, in UTF-8 whatever the locale."""

from __future__ import annotations

from newsclean.record import Article, Rejected


def line_of(record: Article | Rejected) -> bytes:
    """The record as one line; the key `lines` is left out where it was not asked for."""
    without = {"lines"} if isinstance(record, Article) and record.lines is None else None
    return record.model_dump_json(exclude=without).encode("utf-8") + b"\n"
