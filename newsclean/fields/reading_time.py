"""The minutes of reading that a page states: "2 min read", "Lesezeit: 3 Minuten"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.date_tokens import fold, split
from newsclean.lang import Language, load

ABOVE, BELOW = 2, 6
"""Blocks before and after the headline where the minutes may stand; all blocks up to the body count too."""
FARTHEST = 20
"""Blocks after the headline that are looked at where the body is farther."""
LONGEST = 200
"""Characters of a block that are read."""
SHORT = 40
"""Longest block, in characters, that is read together with the next: "Lesezeit" and "3 Minuten"."""
MINUTES = range(1, 241)
"""Minutes that an article can take; other numbers are of something else."""
CONFIDENCE = 0.95
"""The words leave little doubt; what remains is that a teaser's minutes stand among the article's lines."""
FOREIGN = frozenset({Role.BODY, Role.CAPTION, Role.LIVE_FEED, Role.RELATED, Role.COMMENT, Role.PROMO, Role.LEGAL})

DIGIT = re.compile(r"\d")
NUMBER_BEFORE = re.compile(r"(?<![0-9.,:/])([0-9]{1,3})[\s\-+]{0,3}\Z")
NUMBER_AFTER = re.compile(r"[^0-9]{0,8}([0-9]{1,3})(?![0-9]|[.,:/-][0-9])")


def find(page: LabelledPage) -> Found[int] | None:
    """Minutes as the page states them near its headline; None where it states none."""
    language = load(page.page.language)
    if not language.reading:
        return None
    texts = [(i, page.page.blocks[i].text) for i in _places(page)]
    for i, text in texts:
        minutes = minutes_in(text, language)
        if minutes is not None:
            return Found(minutes, CONFIDENCE, (i,))
    for (i, text), (j, following) in pairwise(texts):
        if j == i + 1 and len(text) <= SHORT and len(following) <= SHORT:
            minutes = minutes_in(f"{text} {following}", language)
            if minutes is not None:
                return Found(minutes, CONFIDENCE, (i, j))
    return None


def _places(page: LabelledPage) -> Iterator[int]:
    heads, bodies = page.indexes(Role.HEADLINE), page.indexes(Role.BODY)
    if not heads and not bodies:
        return
    head = heads[0] if heads else max(0, bodies[0] - BELOW)
    end = max(head + BELOW + 1, min(bodies[0] if bodies else 0, head + FARTHEST))
    for i in range(max(0, head - ABOVE), min(len(page.labels), end)):
        if page.labels[i].role not in FOREIGN:
            yield i


def minutes_in(text: str, language: Language) -> int | None:
    """The number beside the language's words for a reading time.

    >>> minutes_in("Sept. 21, 2024 5:59 PM 2 min read", load("en"))
    2
    >>> minutes_in("Reading time: 4 minutes", load("en"))
    4
    """
    if DIGIT.search(text, 0, LONGEST) is None:
        return None
    folded = fold(text[:LONGEST])
    for words, counted in _phrases(language.reading, language.date.relative_units):
        at = folded.find(words)
        if at < 0 or _inside_word(text, at):
            continue
        found = NUMBER_BEFORE.search(folded, 0, at) if counted else NUMBER_AFTER.match(folded, at + len(words))
        if found and int(found[1]) in MINUTES:
            return int(found[1])
    return None


def _inside_word(text: str, at: int) -> bool:
    """Whether a word goes on at `at`; not in "UhrLesezeit", nor in scripts without spaces."""
    return at > 0 and text[at - 1].isalpha() and text[at].islower()


@lru_cache(maxsize=64)
def _phrases(reading: tuple[str, ...], units: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """The folded phrases, each with whether it opens with a unit, so that its number stands before: "min read"."""
    opening = {_first(unit) for unit in units if len(unit) > 1 or not unit.isascii()}
    return tuple((fold(phrase), _first(phrase) in opening) for phrase in reading)


def _first(phrase: str) -> str:
    return next((token for token, _, _ in split(phrase, fold(phrase))), "")
