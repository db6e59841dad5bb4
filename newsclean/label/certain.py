"""What markup says for certain about a block, whatever its words are: one row a rule, the first that holds decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsclean.document import Markup, Role

Test = Callable[[Markup, float], bool]
"""Takes the markup of a block and its size in characters."""

CAPTION = 600
"""Characters of a caption with its credit."""
LINE = 200
"""Characters of a byline or a date with what is glued to it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A rule: its name, the role it gives, whether it takes blocks from the body, and its test."""

    reason: str
    role: Role
    over_body: bool
    test: Test


def _has(*words: str) -> Test:
    return lambda m, _: not m.tokens.isdisjoint(words)


def _within(*words: str) -> Test:
    return lambda m, _: not (m.tokens.isdisjoint(words) and m.path_tokens.isdisjoint(words))


def _under(*tags: str) -> Test:
    return lambda m, _: m.tag in tags or not set(tags).isdisjoint(m.path)


def _short(most: int, test: Test) -> Test:
    return lambda m, size: size < most and test(m, size)


def _is_time(m: Markup, _: float) -> bool:
    return m.tag == "time" or m.itemprop == "datePublished"


def _is_byline(m: Markup, size: float) -> bool:
    return bool(m.author_links) or _has("byline", "author", "authors")(m, size)


def _is_credit(m: Markup, size: float) -> bool:
    return _under("figure", "figcaption")(m, size) and _has("credit", "copyright")(m, size)


ROWS = (
    Row("hidden", Role.OTHER, True, lambda m, _: m.hidden),
    Row("credit-class", Role.CREDIT, True, _short(LINE, _is_credit)),
    Row("figcaption", Role.CAPTION, True, _short(CAPTION, _under("figcaption"))),
    Row("caption-class", Role.CAPTION, True, _short(CAPTION, _has("caption", "figcaption"))),
    Row("comment-thread", Role.COMMENT, False, _within("comments", "comment", "disqus", "commentlist")),
    Row("navigation", Role.NAVIGATION, False, _under("nav")),
    Row("breadcrumb", Role.NAVIGATION, False, _within("breadcrumb", "breadcrumbs")),
    Row("time-element", Role.TIMESTAMP, False, _short(LINE, _is_time)),
    Row("byline-class", Role.BYLINE, False, _short(LINE, _is_byline)),
    Row("related-module", Role.RELATED, False, _within("related", "recommended", "teaser", "popular", "trending")),
    Row("newsletter-box", Role.PROMO, False, _within("newsletter", "subscribe", "promo", "paywall", "sponsored")),
    Row("share-bar", Role.SOCIAL, False, _within("share", "sharing", "social")),
    Row("form", Role.FORM, False, _under("form")),
    Row("footer", Role.LEGAL, False, _under("footer")),
)
"""In order of trust. How to add a row: a reason, the role, whether prose may be taken, and the test."""


def certain(m: Markup | None, size: float) -> Row | None:
    """The first rule that holds for a block; None where markup says nothing for certain, or there is none.

    >>> certain(Markup("figcaption"), 80.0).role.value
    'caption'
    """
    return next((row for row in ROWS if row.test(m, size)), None) if m is not None else None
