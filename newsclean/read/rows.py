"""Rows of named values: which of them is the document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsclean.document import Source
from newsclean.read.items import Item, Keys
from newsclean.read.limits import ReadError
from newsclean.record import Reason

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can write and UTF-8 cannot hold."""


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
    return Item(source, data, _whole(url) if url else None, charset, "html" if key in keys.html else None)


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
