"""Rows as services write them, each in its own way, told as others would write them."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import UTC, datetime

from newsclean.read.items import Keys

IN_BASE64 = ("http_response_body",)
"""Keys of pages in base64, as the Zyte API gives them."""
METADATA = ("metadata", "meta")
"""Keys of objects that state what others state beside the document, as Firecrawl and many collections write them."""
SOURCE = ("source",)
"""Keys of addresses of pages, as trafilatura writes them; others name a publisher or a file of a collection there."""
FIRST, LAST = 631_152_000, 4_102_444_800
"""Seconds of 1990 and of 2100, between which a number is taken for a time: so "20240503" is none."""
MIDNIGHT = "T00:00:00+00:00"
_PAGE = re.compile(r"https?://[^/\s]{1,253}/[^/\s]")
_NUMBER = re.compile(r"\d{9,13}(?:\.\d{1,9})?")


def usual(row: Mapping[str, object], keys: Keys) -> Mapping[str, object]:
    """A row with what an object states of its page, and with the address of that, beside the page.

    >>> usual({"text": "a", "source": "https://a.example/b"}, Keys())
    {'text': 'a', 'source': 'https://a.example/b', 'url': 'https://a.example/b'}
    """
    for name in keys.found(row, METADATA + SOURCE):
        match row[name]:
            case str(address) if _PAGE.match(address) and not any(map(row.get, keys.found(row, keys.url))):
                row = {**row, keys.url[0]: address}
            case dict(stated) if keys.found([name], METADATA):
                others = {*keys.found(stated, keys.documents + SOURCE)}
                row = {**{key: value for key, value in stated.items() if key not in others}, **row}
            case _:
                pass
    return row


def decoded(page: str) -> str | bytes:
    """The bytes of a page in base64; the text itself where it is in none.

    >>> decoded("PHA+"), decoded("<p>")
    (b'<p>', '<p>')
    """
    try:
        return b64decode(page, validate=True)
    except ValueError:
        return page


def instant(value: object) -> str:
    """The time in UTC that a number of seconds or milliseconds stands for, a day where it is midnight; "" of others.

    >>> instant(1714721400), instant("1714694400000"), instant("20240503")
    ('2024-05-03T07:30:00+00:00', '2024-05-03', '')
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float) or not _NUMBER.fullmatch(str(value)):
        return ""
    number = float(value)
    for unit in (1, 1000):
        if FIRST <= number / unit < LAST:
            return datetime.fromtimestamp(number // unit, UTC).isoformat().removesuffix(MIDNIGHT)
    return ""
