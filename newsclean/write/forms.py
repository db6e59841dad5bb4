"""The formats of `newsclean extract`: what becomes of the lines that workers give.

How to add a format: in a file of its own, a class with `of` and `end`, or a function of a record; and a row in `FORMS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from newsclean.record import Article
from newsclean.write.jsonl import articles_of


class Form(Protocol):
    """Turns records into a format bit by bit, so that memory is bounded and a reader of a pipe need not wait."""

    def of(self, lines: bytes) -> bytes:
        """What can be written once these lines of JSON are there, one line a record."""

    def end(self) -> bytes:
        """What is still to be written after the last record, or where there is none at all."""


class Lines:
    """The lines as they are."""

    def of(self, lines: bytes) -> bytes:
        """Untouched."""
        return lines

    def end(self) -> bytes:
        """Nothing."""
        return b""


class Each:
    """Records that are written one by one, with nothing around them."""

    def __init__(self, written: Callable[[Article], bytes]) -> None:
        """`written` gives the bytes of one."""
        self._written = written

    def of(self, lines: bytes) -> bytes:
        """What each of the records becomes."""
        return b"".join(map(self._written, articles_of(lines)))

    def end(self) -> bytes:
        """Nothing."""
        return b""


class Array:
    """One JSON array. Its lines are a bracket or comma and a record each, so that there are only whole lines."""

    def __init__(self) -> None:
        """Before the first record."""
        self._before = b"["

    def of(self, lines: bytes) -> bytes:
        """Each line behind the mark that joins it to the one before."""
        marked = b""
        for line in lines.splitlines(keepends=True):
            marked += self._before + line
            self._before = b","
        return marked

    def end(self) -> bytes:
        """The bracket that closes it."""
        return b"[]\n" if self._before == b"[" else b"]\n"


def _form(file: str, name: str, **given: bool) -> Callable[[], Form]:
    """The maker of a format whose file is imported where it is asked for."""
    return lambda: cast("Form", getattr(import_module(f"newsclean.write.{file}"), name)(**given))


def _each(file: str, name: str) -> Callable[[], Form]:
    """The maker of a format that writes records one by one, by a function of that file."""
    return lambda: Each(getattr(import_module(f"newsclean.write.{file}"), name))


FORMS: dict[str, Callable[[], Form]] = {
    # To add a row: the word of `--format`, or of an option that changes what it gives, and the maker of the format.
    "jsonl": Lines,
    "json": Array,
    "csv": _form("cells", "Cells"),
    "raw-csv": _form("cells", "Cells", raw=True),
    "parquet": _form("parquet", "Parquet"),
    "markdown": _each("markdown", "page_of"),
    "jsonld": _each("jsonld", "news_article"),
    "zyte": _each("zyte", "zyte_article"),
}
