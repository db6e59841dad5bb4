"""One JSON object a line, in UTF-8 whatever the locale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from newsclean.record import Article, Rejected, Timestamp

_OBEYED = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])")
"""DEL, the C1 controls and those of writing direction in UTF-8: what JSON leaves as it is and terminals obey. A name
may hold some, a text those of direction."""


def line_of(record: Article | Rejected) -> bytes:
    """The record as one line; the key `lines` is left out where it was not asked for."""
    without = {"lines"} if isinstance(record, Article) and record.lines is None else None
    return _line(record.model_dump_json(exclude=without).encode("utf-8"))


def object_line(values: Mapping[str, Any]) -> bytes:
    """An object as one line."""
    return _line(to_json(values))


def articles_of(lines: bytes) -> Iterator[Article]:
    """The records of such lines as `line_of` gives."""
    return map(Article.model_validate_json, lines.splitlines())


def given(**values: Any) -> dict[str, Any]:
    """The values that are there: not None, and no empty list."""
    return {key: value for key, value in values.items() if value is not None and value != []}


def time_of(time: Timestamp | None) -> str | None:
    """A time as ISO 8601, at the precision that is known."""
    return time.value if time else None


def _line(json: bytes) -> bytes:
    return shielded(json) + b"\n"


def shielded(json: bytes) -> bytes:
    """JSON in which all that a terminal obeys is escaped; it means the same."""
    return _OBEYED.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), json)
