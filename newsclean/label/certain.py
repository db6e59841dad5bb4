"""What markup says for certain about a block, whatever its words are: one row a rule, the first that holds decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import inf
from typing import NamedTuple

from newsclean.document import Markup, Role

Test = Callable[[Markup], bool]

CAPTION = 600
"""Characters of a caption with its credit."""
LINE = 200
"""Characters of a byline or a date with what is glued to it."""


class Row(NamedTuple):
    """A rule: its name, the role it gives, whether it takes blocks from the body, and its test."""

    reason: str
    role: Role
    over_body: bool
    test: Test
    most: float = inf
    """Characters that a block must have fewer of."""


def _has(*words: str) -> Test:
    return lambda m: not m.tokens.isdisjoint(words)


def _within(*words: str) -> Test:
    return lambda m: not (m.tokens.isdisjoint(words) and m.path_tokens.isdisjoint(words))


def _under(*tags: str) -> Test:
    return lambda m: m.tag in tags or any(tag in m.path for tag in tags)


def _all(*tests: Test) -> Test:
    return lambda m: all(test(m) for test in tests)


def _is_time(m: Markup) -> bool:
    return m.tag == "time" or m.itemprop == "datePublished"


_is_caption = _all(_under("figure"), _has("caption", "figcaption"))
"""Without a figure around it "caption" is as often a size of type; what it then is the words must tell."""
_is_credit = _all(_under("figure", "figcaption"), _has("credit", "copyright"))

ROWS = (
    Row("hidden", Role.OTHER, True, lambda m: m.hidden),
    Row("credit-class", Role.CREDIT, True, _is_credit, LINE),
    Row("figcaption", Role.CAPTION, True, _under("figcaption"), CAPTION),
    Row("caption-class", Role.CAPTION, True, _is_caption, CAPTION),
    Row("comment-thread", Role.COMMENT, False, _within("comments", "comment", "disqus", "commentlist")),
    Row("navigation", Role.NAVIGATION, False, _under("nav")),
    Row("breadcrumb", Role.NAVIGATION, False, _within("breadcrumb", "breadcrumbs")),
    Row("time-element", Role.TIMESTAMP, False, _is_time, LINE),
    Row("author-link", Role.BYLINE, False, lambda m: bool(m.author_links), LINE),
    Row("byline-class", Role.BYLINE, False, _has("byline", "author", "authors"), LINE),
    Row("related-module", Role.RELATED, False, _within("related", "recommended", "teaser", "popular", "trending")),
    Row("newsletter-box", Role.PROMO, False, _within("newsletter", "subscribe", "promo", "paywall", "sponsored")),
    Row("share-bar", Role.SOCIAL, False, _within("share", "sharing", "social")),
    Row("form", Role.FORM, False, _under("form")),
    Row("footer", Role.LEGAL, False, _under("footer")),
)
"""In order of trust. How to add a row: a reason, the role, whether prose may be taken, the test, a size."""


def certain(m: Markup | None, size: float) -> Row | None:
    """The first rule that holds for a block of `size` characters; None where there is none, or no markup.

    >>> certain(Markup("figcaption"), 80.0).role.value
    'caption'
    """
    if m is None:
        return None
    rows = _rows_of(m.tag, m.path, m.tokens, m.path_tokens, m.itemprop, bool(m.author_links), m.hidden)
    return next((row for row in rows if size < row.most), None)


@lru_cache(maxsize=2048)
def _rows_of(
    tag: str,
    path: tuple[str, ...],
    tokens: frozenset[str],
    path_tokens: frozenset[str],
    itemprop: str | None,
    by_author: bool,
    hidden: bool,
) -> tuple[Row, ...]:
    """The rules that hold for blocks of some size, worked out once for all of one kind: pages are full of those."""
    links = ("",) if by_author else ()
    m = Markup(tag, path, tokens, path_tokens, itemprop=itemprop, author_links=links, hidden=hidden)
    return tuple(row for row in ROWS if row.test(m))
