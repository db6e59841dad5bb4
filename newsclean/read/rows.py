"""Rows of named values: which of them is the document, and what the others state of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from newsclean.document import Source
from newsclean.lang.head import ADDRESS, says_nothing, stated_under
from newsclean.read.items import Item, Keys
from newsclean.read.limits import ReadError
from newsclean.record import Reason

LONGEST, MOST = 2_000, 20
"""Characters of a statement, and statements of a row; others are left out."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can write and UTF-8 cannot hold."""


class Number(str):
    """A number as it is written: it may have any number of digits."""


def item_of(row: Mapping[str, object], source: Source, keys: Keys) -> Item:
    """The document of a row: the first of the keys that holds one. Raises ReadError.

    >>> item_of({"text": "Hello", "html": None}, Source("x"), Keys()).data
    b'Hello'
    """
    key = next((key for key in keys.documents if row.get(key)), None)
    if key is None:
        raise _refusal(row, keys)
    value = row[key]
    if not isinstance(value, str | bytes):
        raise ReadError(Reason.MALFORMED, f'holds no text under "{key}": name another key')
    data = value if isinstance(value, bytes) else _whole(value).encode()
    url = next((found for key in keys.url if isinstance(found := row.get(key), str) and found), None)
    charset = None if isinstance(value, bytes) else "utf-8"
    stated = tuple(islice(_stated(row, keys), MOST))
    return Item(source, data, _whole(url) if url else None, charset, "html" if key in keys.html else None, stated)


def meta_of(column: str, keys: Keys) -> str | None:
    """The meta that states what a column holds; None where it states nothing of the documents beside it."""
    return None if column in keys.documents or column in keys.url else stated_under(column)


def _stated(row: Mapping[str, object], keys: Keys) -> Iterator[tuple[str, str]]:
    """Names of metas, and what they state; an address is no title and no name."""
    for column, value in row.items():
        if meta := meta_of(column, keys):
            words = _whole(_printed(value)).strip()
            if len(words) <= LONGEST and not says_nothing(words) and not words.startswith(ADDRESS):
                yield meta, words


def _printed(value: object) -> str:
    """A value in words, as front matter has it; "" of numbers and of what has parts with names."""
    match value:
        case str() if not isinstance(value, Number):
            return value
        case date():  # and what has a time besides
            return value.isoformat()
        case list() if all(isinstance(each, str) for each in value):
            return ", ".join(value)
        case _:
            return ""


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def without_keys(keys: Keys) -> ReadError:
    """The refusal of what has none of the keys."""
    return ReadError(Reason.MALFORMED, f"has none of the keys {', '.join(keys.documents)}: name one with --text-key")


def not_an_object() -> ReadError:
    """The refusal of a value that is no row."""
    return ReadError(Reason.MALFORMED, "is no JSON object: remove it")


def _refusal(row: Mapping[str, object], keys: Keys) -> ReadError:
    key = next((key for key in keys.documents if key in row), None)
    return ReadError(Reason.EMPTY, f'holds nothing under "{key}"') if key else without_keys(keys)
