"""Texts that no UTF-8 can hold, or a terminal obeys.

Names of files are bytes: how they are shown, what keeps the bytes where they are not UTF-8, and which file they name.
"""

from __future__ import annotations

import base64
import os
import re

File = tuple[int, int]
"""Device and inode, which tell two names of one file."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON and Python can write and UTF-8 cannot hold."""


def shown(path: str) -> tuple[str, str | None]:
    """The path as text, and its bytes in base64 where they are not UTF-8.

    >>> shown("a/b.txt")
    ('a/b.txt', None)
    >>> shown("caf\\udce9.txt")
    ('caf\\\\xe9.txt', 'Y2Fm6S50eHQ=')
    """
    raw = os.fsencode(path)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        return raw.decode("utf-8", "backslashreplace"), base64.b64encode(raw).decode("ascii")


def escaped(text: str) -> str:
    """A name or message on one line, with no character that a terminal obeys.

    >>> escaped("a\\nb\\x1b[31m")
    'a\\\\nb\\\\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text)


def file_of(kind: os.stat_result) -> File:
    """Which file it is of which the system says this."""
    return kind.st_dev, kind.st_ino


def whole(text: str) -> str:
    """The text with U+FFFD for each half of a character.

    >>> whole("in fav\\ud83dour") == "in fav\\ufffdour"
    True
    """
    return _SURROGATE.sub("\ufffd", text)
