"""What can be counted about a block: alone, and as part of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import add
from typing import Any, NamedTuple

import numpy as np

from newsclean.document import Page
from newsclean.label.characters import HEAD, counts_of
from newsclean.label.page_words import Numbers, holding, shares_in, words_of
from newsclean.label.words import (
    Vocabulary,
    cover,
    names_credit,
    names_day,
    names_time,
    opens_byline,
    vocabulary_of,
)

QUOTES = frozenset("\"“„«‘'「")
COLONS = frozenset(":：")
FULL = 300
"""Characters of a line from which its digits and dates do not matter: it is prose."""
SENTENCE_ENDS = frozenset(".!?。！？।؟…")
NONE: dict[str, float] = {}
TRAILERS = "\"'”’»)]」』）"


class Facts(NamedTuple):
    """Counts of one block that the rules and the model read."""

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
    """The counts of each block, in order; each count is made for all blocks at once."""
    vocabulary = vocabulary_of(page.language)
    texts = [block.text for block in page.blocks]
    lines = words_of(texts)
    counts = counts_of(texts)
    seen = Counter(texts)
    bare = [text.rstrip(TRAILERS) or text for text in texts]
    ended = [text[-1:] in SENTENCE_ENDS for text in bare]
    digits = [count if len(text) < FULL else 0 for count, text in zip(counts.digits, texts, strict=True)]
    columns = (
        lines,
        _furniture(lines, texts, vocabulary),
        counts.sizes,
        ended,
        [text.endswith(("…", "...")) for text in bare],
        map(add, counts.ends, ended),
        counts.commas,
        shares_in(lines, vocabulary.stopwords),
        [n / min(text.count(" ") + 1, HEAD) for n, text in zip(counts.capitals, texts, strict=True)],
        [n / (len(text) or 1) for n, text in zip(digits, texts, strict=True)],
        [text[:1].islower() for text in texts],
        [text[:1] in QUOTES for text in texts],
        [text[-1:] in COLONS for text in bare],
        counts.marks,
        [seen[text] > 1 for text in texts],
        map(str.isupper, texts),
        [block.bullet for block in page.blocks],
        [block.gap for block in page.blocks],
        [n > 0 and names_day(words, text, vocabulary) for n, words, text in zip(digits, lines, texts, strict=True)],
        [n > 0 and names_time(text) for n, text in zip(digits, texts, strict=True)],
        _credits(lines, texts, vocabulary),
        [bool(words) and opens_byline(words, text, vocabulary) for words, text in zip(lines, texts, strict=True)],
    )
    return [*map(Facts._make, zip(*columns, strict=True))]


def _furniture(lines: Sequence[list[str]], texts: Sequence[str], vocabulary: Vocabulary) -> list[dict[str, float]]:
    near = [True] * len(texts) if vocabulary.whole else holding(lines, vocabulary.furniture.keys())
    rows = zip(lines, texts, near, strict=True)
    return [cover(words, text, vocabulary) if held and words else NONE for words, text, held in rows]


def _credits(lines: Sequence[list[str]], texts: Sequence[str], vocabulary: Vocabulary) -> list[bool]:
    rows = zip(lines, texts, holding(lines, vocabulary.credit.keys()), strict=True)
    return [(held and names_credit(words, vocabulary)) or "©" in text for words, text, held in rows]


LENGTHS = (15, 30, 50, 80, 120, 180, 260, 400, 700)
"""Steps of size, in characters: each is a number that is 1 from there on."""
LONG = 80
"""Characters from which a line is taken for prose rather than for a label."""
KINDS = ("promo", "form", "legal", "social", "navigation", "related", "comment", "live_feed", "biography", "audio")
MOST = {"ends": 6.0, "commas": 8.0, "stop_share": 0.6, "gap": 2.0}
"""Where a count is cut off; more says no more."""
HALF = 0.5
"""Share of a line's words from which furniture is what the line is."""

FIRST = Facts._fields.index("ended")
"""The field from which on facts are numbers."""
COUNTED = (*Facts._fields[FIRST:], *KINDS)
"""Names of the columns of `counted`, in order."""
COLUMN = {name: i for i, name in enumerate(COUNTED)}
SCALE = np.array([MOST.get(name, 1.0) for name in COUNTED])


def counted(facts: Sequence[Facts]) -> Numbers:
    """The counts of each block as numbers of 0..1, in the order of `COUNTED`."""
    numbers = np.zeros((len(facts), len(COUNTED)))
    rows: list[tuple[Any, ...]] = [f[FIRST:] for f in facts]
    if rows:
        numbers[:, : -len(KINDS)] = rows
    for i, f in enumerate(facts):
        for kind, share in f.furniture.items():
            numbers[i, COLUMN[kind]] = share
    shares: Numbers = np.minimum(numbers, SCALE) / SCALE
    return shares


def sizes_of(facts: Sequence[Facts]) -> Numbers:
    """Sizes in weighted characters."""
    return np.array([f.size for f in facts], dtype=np.float64)
