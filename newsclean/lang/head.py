"""What stands over a text or a column and says what is under it: "Title", "Author", "Published on"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsclean.lang import load

TEXT, URL = "text", "url"
"""What is no statement about a text: itself, and where it is."""
ADDRESS = ("http://", "https://")
_METAS = {"publisher": "og:site_name", "modified": "last-modified", URL: "og:url"}
"""Metas that state the same, where they have other names."""
_FETCHED = frozenset(("time", "timestamp"))
"""Columns in which collections of web pages say when a page was fetched."""
_BETWEEN = str.maketrans("", "", " _-")
_NOTHING = frozenset(("", "none", "null", "nan", "n/a", "[]", "-"))


@cache
def labels(code: str) -> Mapping[str, str]:
    """What the labels of a language, in lower case, stand over."""
    return {label: name for name, words in load(code).head.items() for label in words}


def meta(name: str) -> str:
    """The meta element that states what a label stands over.

    >>> meta("title"), meta("publisher")
    ('title', 'og:site_name')
    """
    return _METAS.get(name, name)


def says_nothing(value: str) -> bool:
    """Whether a value is a way to write that there is none.

    >>> says_nothing(" N/A "), says_nothing("Ada Pole")
    (True, False)
    """
    return value.strip().lower() in _NOTHING


def stated_under(column: str) -> str | None:
    """The meta element that states what a column holds, by its name in English; None where it states nothing.

    >>> stated_under("publishedAt"), stated_under("source"), stated_under("text"), stated_under("timestamp")
    ('date', 'og:site_name', None, None)
    """
    name = _columns().get(folded(column))
    return meta(name) if name else None


@cache
def _columns() -> Mapping[str, str]:
    stating = {label: name for label, name in labels("en").items() if name not in (TEXT, URL)}
    return {folded(label): name for label, name in stating.items() if label not in _FETCHED}


def folded(name: str) -> str:
    """The letters of a name, which programs write as "published_at", "Published At" and "publishedAt".

    >>> folded("Published At") == folded("published_at") == folded("publishedAt")
    True
    """
    return name.lower().translate(_BETWEEN)
