"""What can be counted about each block of a page: one column a count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, groupby
from operator import itemgetter

import numpy as np

from newsclean.document import Page
from newsclean.label.characters import HEAD, Flags, Ints, Numbers, counts_of, signs_of
from newsclean.label.page_words import Bits, PageWords, page_words
from newsclean.label.vocabulary import BIT, Vocabulary, vocabulary_of
from newsclean.label.words import (
    CLOCK,
    CREDIT_HEAD,
    CREDIT_TAIL,
    NUMERIC_DATE,
    PHRASE,
    SHORT,
    begins_of,
    cover,
    names_credit,
    names_day,
    opens_byline,
)

FULL = 300
"""Characters of a line from which its digits and dates do not matter: it is prose."""
DAY_DIGITS = 4
"""Digits of a day in numbers, at least: 1.1.24."""
LENGTHS = (15, 30, 50, 80, 120, 180, 260, 400, 700)
"""Steps of size, in characters: each is a number that is 1 from there on."""
LONG = 80
"""Characters from which a line is taken for prose rather than for a label."""
HALF = 0.5
"""Share of a line's words from which furniture is what the line is."""
KINDS = ("promo", "form", "legal", "social", "navigation", "related", "comment", "live_feed", "biography", "audio")
"""Kinds of furniture."""
COUNTED = (
    *("ended", "cut", "ends", "commas", "stop_share", "capital_share", "digit_share"),
    *("lower_start", "quote_start", "colon_end", "marks", "repeated", "upper", "bullet", "gap"),
    *("date", "time", "credit", "by"),
    *KINDS,
)
"""Names of the columns of `Facts.counted`, in order."""
COLUMN = {name: i for i, name in enumerate(COUNTED)}
MOST = {"ends": 6.0, "commas": 8.0, "stop_share": 0.6, "gap": 2.0}
"""Where a count is cut off; more says no more."""
SCALE = np.array([[MOST.get(name, 1.0)] for name in COUNTED])
NONE: dict[str, float] = {}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is counted of the blocks of a page, for the rules and the model: one entry a block in each column."""

    texts: list[str]
    words: PageWords
    counted: Numbers
    """Numbers of 0..1 that the model reads, one row a block, in the order of `COUNTED`."""
    equal: Ints
    """How many blocks say the same, itself included."""
    again: Flags
    """Whether the same stands again further down."""
    size: list[float]
    """Characters, ideographs weighted; comparable between scripts."""
    said: list[int]
    """Words."""
    furniture: list[dict[str, float]]
    """Share of words that phrases of each kind cover."""
    ended: list[bool]
    """Ends as a sentence does."""
    cut: list[bool]
    """Ends in an ellipsis, as excerpts do."""
    ends: list[int]
    """Sentence ends inside and at the end."""
    digits: list[int]
    """0 where they do not matter, in prose."""
    marks: list[bool]
    """Holds "|", "©", "»", "›" or an address."""
    upper: list[bool]
    """In capitals."""
    date: list[bool]
    """Names a day: a month's word beside a number, or a numeric date."""
    time: list[bool]
    """Names a time of day."""
    by: list[bool]
    """Begins with a word that opens bylines, a name after it."""

    def __len__(self) -> int:
        """Blocks."""
        return len(self.texts)

    def is_furniture(self, i: int) -> bool:
        """Whether phrases of furniture make up half of a block or more."""
        return max(self.furniture[i].values(), default=0.0) >= HALF


def facts_of(page: Page) -> Facts:
    """The counts of a page of one block at least; each count is made for all blocks at once."""
    texts = [block.text for block in page.blocks]
    vocabulary = vocabulary_of(page.language)
    signs = signs_of(texts)
    counts, words = counts_of(signs), page_words(signs)
    equal, again = _repeats(texts)
    digits = np.where(signs.lengths < FULL, counts.digits, 0)
    bits = words.looked_up(vocabulary.bits)
    times = _holding(CLOCK, texts, digits > 0)
    days = _days(words, bits, texts, digits, vocabulary)
    bylines = _bylines(words, bits, texts, vocabulary)
    furniture = _furniture(words, bits, texts, vocabulary)
    columns = (
        *(counts.ended, counts.cut, counts.ends, counts.commas),
        words.per_block(bits & BIT["stopword"] > 0) / np.maximum(1, words.counts),
        counts.capitals / np.minimum(counts.spaces + 1, HEAD),
        digits / np.maximum(1, signs.lengths),
        *(counts.lower_start, counts.quote_start, counts.colon_end, counts.marks, equal > 1, counts.upper),
        *([block.bullet for block in page.blocks], [block.gap for block in page.blocks]),
        *(days, times, _credits(words, bits, counts.marks, texts, vocabulary), bylines),
    )
    return Facts(
        texts=texts,
        words=words,
        counted=_counted(columns, furniture),
        equal=equal,
        again=again,
        size=counts.sizes.tolist(),
        said=words.counts.tolist(),
        furniture=furniture,
        ended=counts.ended.tolist(),
        cut=counts.cut.tolist(),
        ends=counts.ends.tolist(),
        digits=digits.tolist(),
        marks=counts.marks.tolist(),
        upper=counts.upper.tolist(),
        date=days.tolist(),
        time=times.tolist(),
        by=bylines.tolist(),
    )


def _repeats(texts: Sequence[str]) -> tuple[Ints, Flags]:
    """How many texts say what each says, and whether one further down does."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    same = np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts))
    at = np.arange(len(texts))
    last = np.empty(len(numbers), np.int64)
    last[same] = at
    return np.bincount(same)[same], last[same] > at


def _counted(
    columns: Sequence[Flags | Ints | Numbers | list[bool] | list[int]], furniture: Sequence[dict[str, float]]
) -> Numbers:
    n = len(furniture)
    numbers = np.concatenate((*columns, np.zeros(len(KINDS) * n))).reshape(len(COUNTED), n)
    for i, kinds in enumerate(furniture):
        for kind, share in kinds.items():
            numbers[COLUMN[kind], i] = share
    shares: Numbers = (np.minimum(numbers, SCALE) / SCALE).T
    return shares


def _furniture(words: PageWords, bits: Bits, texts: Sequence[str], vocabulary: Vocabulary) -> list[dict[str, float]]:
    found = [NONE] * len(texts)
    if vocabulary.whole:
        lines = [words.of(i) for i in range(len(texts))]
        return [cover(begins_of(line), len(line), text, vocabulary) for line, text in zip(lines, texts, strict=True)]
    early = words.place < SHORT
    begun = early & (bits & BIT["furniture_alone"] > 0)
    longer = words.begin(vocabulary.bits, BIT["furniture"], early & (bits & BIT["furniture"] > 0))
    most = np.where(begun, 1, 0)
    most[longer] = PHRASE
    at = np.flatnonzero(most)
    phrases = zip(words.block[at].tolist(), words.place[at].tolist(), words.following(at, most[at]), strict=True)
    for i, them in groupby(phrases, itemgetter(0)):
        found[i] = cover([begin[1:] for begin in them], int(words.counts[i]), texts[i], vocabulary)
    return found


def _days(words: PageWords, bits: Bits, texts: Sequence[str], digits: Ints, vocabulary: Vocabulary) -> Flags:
    """Whether each names a day: by numbers alone, or by a month's word beside a number."""
    months = (words.per_block(bits & BIT["month"] > 0) > 0) & (digits > 0)
    days = _holding(NUMERIC_DATE, texts, months | (digits >= DAY_DIGITS))
    for i in np.flatnonzero(months & ~days).tolist():
        days[i] = names_day(words.of(i), vocabulary)
    return days


def _holding(pattern: re.Pattern[str], texts: Sequence[str], chosen: Flags) -> Flags:
    """Which of the chosen texts hold what a pattern finds on one line, searched for in all of them at once."""
    holds, at = np.zeros(len(texts), bool), np.flatnonzero(chosen)
    said = [texts[i] for i in at.tolist()]
    found = [match.start() for match in pattern.finditer("\n".join(said))]
    if found:
        ends = np.cumsum([len(text) + 1 for text in said])
        holds[at[ends.searchsorted(found, side="right")]] = True
    return holds


def _credits(words: PageWords, bits: Bits, marks: Flags, texts: Sequence[str], vocabulary: Vocabulary) -> Flags:
    """Whether each opens or closes with the words of a picture credit, or holds a copyright sign."""
    ends = (words.place < CREDIT_HEAD) | (words.place >= words.counts[words.block] - CREDIT_TAIL)
    shown = words.per_block(ends & (bits & BIT["credit_alone"] > 0)) > 0
    for i in words.block[words.begin(vocabulary.bits, BIT["credit"], ends & (bits & BIT["credit"] > 0))].tolist():
        shown[i] = shown[i] or names_credit(words.ends(i, CREDIT_HEAD, CREDIT_TAIL), vocabulary)
    for i in np.flatnonzero(marks).tolist():
        shown[i] = shown[i] or "©" in texts[i]
    return shown


def _bylines(words: PageWords, bits: Bits, texts: Sequence[str], vocabulary: Vocabulary) -> Flags:
    bylines = np.zeros(len(texts), bool)
    for i in words.block[(bits & BIT["by"] > 0) & (words.place == 0)].tolist():
        bylines[i] = opens_byline(words.of(i), texts[i], vocabulary)
    return bylines
