"""What short lines of feeds and teasers are: a time, a section's heading, a title."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from newsclean.lang import with_english

TIME = 60
"""Characters of a line that is a time alone; "Wednesday, 21 September 2024 at 11:54 p.m. CET" has 46."""
TITLE = (12, 220)
"""Characters of a headline, least and most; an ideograph counts for two and a half letters."""
PROSE = 160
"""Characters from which a line under a headline is its text, also where it does not break off."""
NAMED = 3
"""Words of a paper or a section behind "More from", at most; a headline goes on for longer."""
WIDE = "\u2e80"
"""First character of ideographs and kana."""
CLOCK_MARKS = frozenset(["h", "時", "时", "分", "시", "분", "点", "點"])
"""What stands after hours and minutes in place of a colon; characters, since no language has another word there."""

_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}\s?[:.h時시]\s?\d{2}(?!\d)|(?<!\d)\d{1,2}\s?h(?![a-z])|^\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE
)
_PARTS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+")
_EDGES = " \t:;,.!?…|>»›→+-–—•*()[]"


class _Words(NamedTuple):
    parts: frozenset[str]
    """Every word that a time is made of."""
    marks: frozenset[str]
    """Those that make a number a time, also where a headline follows: "ago"."""
    stop: frozenset[str]
    """Function words: with "17:59 The pier" the time ends before them."""
    alone: frozenset[str]
    """Whole times without a number: "yesterday"."""
    furniture: frozenset[str]
    """Phrases that stand alone on a line and are no headline."""
    related: tuple[str, ...]
    """Phrases that open a teaser, longest first."""
    headed: tuple[str, ...]
    """Those of several words, with the space before a name: "more from "."""


def time_ahead(text: str, language: str) -> tuple[str, str] | None:
    """The time that a line opens with, as printed, and the rest of the line; None where it opens with none.

    >>> time_ahead("3:44 PM", "en")
    ('3:44 PM', '')
    >>> time_ahead("17:59 Bridge open again", "en")
    ('17:59', 'Bridge open again')
    >>> time_ahead("40 years of rain", "en") is None
    True
    """
    words = words_of(language)
    if text.strip(_EDGES).lower() in words.alone:
        return text, ""
    end = 0
    for part in _PARTS.finditer(text[:TIME].lower()):
        if not (part[0].isdecimal() or part[0] in words.parts):
            break
        end = end if part[0] in words.stop and end else part.end()
    while end < len(text) and text[end] in ".)":
        end += 1
    said, rest = text[:end], text[end:].strip(_EDGES)
    parts = _PARTS.findall(said.lower())
    if not any(part.isdecimal() for part in parts):
        return None
    clocked = _CLOCK.search(unicodedata.normalize("NFKC", said)) is not None
    relative = any(mark in said.lower() for mark in words.marks)
    dated = not rest and len(parts) > 1
    return (said, rest) if clocked or relative or dated else None


def is_furniture(text: str, language: str) -> bool:
    """Whether a line is nothing but a heading, a button or a number.

    >>> is_furniture("MORE NEWS", "en"), is_furniture("More news from the old pier", "en")
    (True, False)
    >>> is_furniture("More from Harbour News", "en")
    True
    """
    folded = _folded(text)
    words = words_of(language)
    if not folded or folded.isdecimal() or folded in words.furniture:
        return True
    if not folded.startswith(words.headed):
        return False
    phrase = next(phrase for phrase in words.headed if folded.startswith(phrase))
    return len(folded[len(phrase) :].split()) <= NAMED


def without_lead(text: str, language: str) -> str:
    """A teaser without the "Read more:" that opens it.

    >>> without_lead("Read more: The old pier is sold", "en")
    'The old pier is sold'
    """
    lower, phrases = text.lower(), words_of(language).related
    if not lower.startswith(phrases):
        return text
    for phrase in phrases:
        if lower.startswith(phrase) and text[len(phrase) :].lstrip()[:1] in tuple(":：|>»›→"):
            return text[len(phrase) :].strip(_EDGES + "：")
    return text


def is_title(text: str) -> bool:
    """Whether a line has the length of a headline and does not break off as excerpts do."""
    wide = 0 if text.isascii() else sum(c >= WIDE for c in text)
    least, most = TITLE
    return least <= len(text) + 1.5 * wide <= most and not breaks_off(text)


def breaks_off(text: str) -> bool:
    """Whether a text ends in an ellipsis."""
    return text.rstrip(" ]").endswith(("…", "..."))


@cache
def words_of(code: str) -> _Words:
    """The words of a language and of English, which stands on pages of every language."""
    rows = with_english(code)
    dates = [row.date for row in rows]
    marks = {mark for d in dates for mark in (*d.relative_before, *d.relative_after)}
    named = {form for d in dates for forms in (*d.months, *d.weekdays) for form in forms}
    small = {word for d in dates for word in (*d.am, *d.pm, *d.joiners, *d.relative_units)}
    parts = CLOCK_MARKS | {part for entry in marks | named | small for part in _PARTS.findall(entry)}
    related = tuple(sorted({e for row in rows for e in row.furniture["related"]}, key=len, reverse=True))
    return _Words(
        parts=frozenset(parts),
        marks=frozenset(marks),
        stop=frozenset(word for row in rows for word in row.stopwords),
        alone=frozenset(entry for d in dates for entry in d.relative_words),
        furniture=frozenset(_folded(entry) for row in rows for entries in row.furniture.values() for entry in entries),
        related=related,
        headed=tuple(f"{phrase} " for phrase in related if " " in phrase),
    )


def _folded(text: str) -> str:
    return " ".join(text.lower().split()).strip(_EDGES)
