"""Hostile inputs, made by code: name, bytes, and what must become of them.

How to add one: a row in the table of its kind. `EXPECTED` is "record", a reason, or several of them for a container.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hostile import fields, markup, names, packed, rows, statements, text

TABLES = {
    "text": text.TABLE,
    "fields": fields.TABLE,
    "markup": markup.TABLE,
    "statements": statements.TABLE,
    "packed": packed.TABLE,
    "rows": rows.TABLE,
}


class Hostile(NamedTuple):
    """A hostile input."""

    name: bytes
    """Of its file."""
    data: bytes
    outcomes: tuple[str, ...]
    """What each document in it becomes, sorted: "record" or the reason of its refusal."""


def inputs() -> Iterator[Hostile]:
    """All of them; large ones are made when they are asked for."""
    for kind, table in TABLES.items():
        for name, (make, expected) in table.items():
            data = make() if callable(make) else make
            yield Hostile(f"{kind}-{name}".replace(" ", "_").encode(), data, tuple(sorted(expected.split())))
    for name in names.TABLE:
        yield Hostile(name, text.GOOD, ("record",))
