"""What can be counted about a block: alone, and as part of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Block, Page
from newsclean.label.characters import HEAD, counts_of
from newsclean.label.words import (
    Vocabulary,
    cover,
    holding,
    names_credit,
    names_day,
    names_time,
    opens_byline,
    shares_in,
    vocabulary_of,
    words_of,
)

QUOTES = frozenset("\"“„«‘'「")
COLONS = frozenset(":：")
FULL = 300
"""Characters of a line from which its digits and dates do not matter: it is prose."""
SENTENCE_ENDS = frozenset(".!?。！？।؟…")
TRAILERS = "\"'”’»)]」』）"


class Facts(NamedTuple):
    """Counts of one block that the rules and the weights read."""

    words: list[str]
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
    texts = [block.text for block in page.blocks]
    seen = Counter(texts)
    lines = words_of(texts)
    told = (
        counts_of(texts),
        shares_in(lines, vocabulary.stopwords),
        holding(lines, vocabulary.furniture.keys()) if not vocabulary.whole else [True] * len(texts),
        holding(lines, vocabulary.credit.keys()),
    )
    return [
        _facts(block, words, vocabulary, seen[block.text] > 1, *counted)
        for block, words, *counted in zip(page.blocks, lines, *told[0], *told[1:], strict=True)
    ]


def _facts(
    block: Block,
    words: list[str],
    vocabulary: Vocabulary,
    repeated: bool,
    size: float,
    ends: int,
    commas: int,
    digits: int,
    capitals: int,
    marks: bool,
    stops: float,
    furniture: bool,
    credit: bool,
) -> Facts:
    text = block.text
    bare = text.rstrip(TRAILERS) or text
    ended = bare[-1:] in SENTENCE_ENDS
    digits = digits if len(text) < FULL else 0
    return Facts(
        words,
        cover(words, text, vocabulary) if furniture and words else {},
        size,
        ended,
        bare[-1:] == "…" or bare.endswith("..."),
        ends + ended,
        commas,
        stops,
        capitals / min(text.count(" ") + 1, HEAD),
        digits / (len(text) or 1),
        text[:1].islower(),
        text[:1] in QUOTES,
        bare[-1:] in COLONS,
        marks,
        repeated,
        text.isupper(),
        block.bullet,
        block.gap,
        digits > 0 and names_day(words, text, vocabulary),
        digits > 0 and names_time(text),
        (credit and names_credit(words, vocabulary)) or "©" in text,
        bool(words) and words[0] in vocabulary.by and opens_byline(words, text, vocabulary),
    )


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
