"""What can be counted about a block: alone, and as part of its page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Block, Page
from newsclean.label.words import (
    Vocabulary,
    cover,
    names_credit,
    names_day,
    names_time,
    opens_byline,
    tokens,
    vocabulary_of,
)

DIGIT = re.compile(r"\d")
INNER_ENDS = (". ", "? ", "! ", "。", "। ")
COMMAS = (",", "、", "，", "،")
MARKS = ("|", "©", "»", "›", "@", "http", "www.")
QUOTES = frozenset("\"“„«‘'「")
COLONS = frozenset(":：")
FULL = 300
"""Characters of a line from which its digits and dates do not matter: it is prose."""
RARE = 5
"""Letters of a word that says what a text is about."""
HEAD = 20
"""Words that the share of capitals is taken from."""
SENTENCE_ENDS = frozenset(".!?。！？।؟…")
TRAILERS = "\"'”’»)]」』）"
IDEOGRAPH = 0x2E80
"""First code point of the scripts whose characters say as much as half a word."""
IDEOGRAPH_WEIGHT = 2.5
"""Letters that one such character is worth: 2.3 to 2.7 in translations between English and Chinese or Japanese."""


class Facts(NamedTuple):
    """Counts of one block that the rules and the weights read."""

    words: list[str]
    rare: frozenset[str]
    """Words of five letters and more, which say what a text is about."""
    furniture: dict[str, float]
    """Share of words that phrases of each kind cover."""
    size: float
    """Characters, ideographs weighted; comparable between scripts."""
    ended: bool
    """Ends as a sentence does."""
    cut: bool
    """Ends in an ellipsis, as excerpts do."""
    ends: int
    """Sentence ends inside and at the end."""
    commas: int
    stop_share: float
    """Share of words that are function words of the page's language."""
    capital_share: float
    """Share of words that begin with a capital."""
    digit_share: float
    """Share of characters that are digits."""
    lower_start: bool
    quote_start: bool
    colon_end: bool
    marks: bool
    """Holds "|", "©", "»", "›" or an address."""
    repeated: bool
    """The same words stand on the page again."""
    upper: bool
    bullet: bool
    gap: int
    date: bool
    """Names a day: a month's word beside a number, or a numeric date."""
    time: bool
    """Names a time of day."""
    credit: bool
    """Opens or closes with the words of a picture credit, or holds a copyright sign."""
    by: bool
    """Begins with a word that opens bylines, a name after it."""


def facts_of(page: Page) -> list[Facts]:
    """The counts of each block, in order."""
    vocabulary = vocabulary_of(page.language)
    seen = Counter(block.text for block in page.blocks)
    return [_facts(block, vocabulary, seen[block.text] > 1) for block in page.blocks]


def _facts(block: Block, vocabulary: Vocabulary, repeated: bool) -> Facts:
    text = block.text
    raw = text.split()
    words = tokens(text)
    bare = text.rstrip(TRAILERS) or text
    ended = bare[-1:] in SENTENCE_ENDS
    digits = len(DIGIT.findall(text)) if len(text) < FULL else 0
    head = raw[:HEAD]
    return Facts(
        words=words,
        rare=frozenset([word for word in words if len(word) >= RARE]),
        size=_size(text),
        ended=ended,
        cut=bare[-1:] == "…" or bare.endswith("..."),
        ends=sum(map(text.count, INNER_ENDS)) + ended,
        commas=text.count(",") if text.isascii() else sum(map(text.count, COMMAS)),
        stop_share=sum(map(vocabulary.stopwords.__contains__, words)) / (len(words) or 1),
        capital_share=sum([word[0].isupper() for word in head]) / (len(head) or 1),
        digit_share=digits / (len(text) or 1),
        lower_start=text[:1].islower(),
        quote_start=text[:1] in QUOTES,
        colon_end=bare[-1:] in COLONS,
        furniture=cover(words, text, vocabulary) if words else {},
        marks=any(mark in text for mark in MARKS),
        repeated=repeated,
        upper=text.isupper(),
        bullet=block.bullet,
        gap=block.gap,
        date=bool(digits) and names_day(words, text, vocabulary),
        time=bool(digits) and names_time(text),
        credit="©" in text or names_credit(words, vocabulary),
        by=opens_byline(words, raw, vocabulary),
    )


def _size(text: str) -> float:
    if text.isascii() or max(text) < chr(IDEOGRAPH):
        return float(len(text))
    wide = sum(1 for c in text if ord(c) >= IDEOGRAPH)
    return len(text) + wide * (IDEOGRAPH_WEIGHT - 1)


LENGTHS = (15, 30, 50, 80, 120, 180, 260, 400, 700)
"""Steps of size, in characters: each is a number that is 1 from there on."""
LONG = 80
"""Characters from which a line is taken for prose rather than for a label."""
KINDS = ("promo", "form", "legal", "social", "navigation", "related", "comment", "live_feed", "biography", "audio")
MOST = {"ends": 6.0, "commas": 8.0, "stop_share": 0.6, "gap": 2.0}
"""Where a count is cut off; more says no more."""
NO_FURNITURE = (0.0,) * len(KINDS)
HALF = 0.5
"""Share of a line's words from which furniture is what the line is."""

FIRST = Facts._fields.index("ended")
"""The field from which on facts are numbers."""
COUNTED = (*Facts._fields[FIRST:], *KINDS)
"""Names of the columns of `counted`, in order."""
COLUMN = {name: i for i, name in enumerate(COUNTED)}
SCALE = np.array([MOST.get(name, 1.0) for name in COUNTED])

Numbers = NDArray[np.float64]
"""One row a block."""


def counted(facts: Sequence[Facts]) -> Numbers:
    """The counts of each block as numbers of 0..1, in the order of `COUNTED`."""
    rows = [
        (*f[FIRST:], *([f.furniture.get(kind, 0.0) for kind in KINDS] if f.furniture else NO_FURNITURE)) for f in facts
    ]
    numbers = np.array(rows, dtype=np.float64).reshape(len(facts), len(COUNTED))
    shares: Numbers = np.minimum(numbers, SCALE) / SCALE
    return shares


def sizes_of(facts: Sequence[Facts]) -> Numbers:
    """Sizes in weighted characters."""
    return np.array([f.size for f in facts], dtype=np.float64)
