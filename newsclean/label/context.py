"""What the page around a block says about it, as numbers that the model reads beside the block's own counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log2
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.label.features import COLUMN, HALF, KINDS, LENGTHS, LONG, Facts, Numbers, sizes_of

DIGITS = 0.15
"""Share of digits from which a long line is a table's row and not prose."""
GAP = -2.0
"""What a line that is not prose takes off a run of prose; prose gives the logarithm of its words, 4 to 7."""
LEAD = 5
"""Blocks of the article's beginning, where a headline's words come again."""
MANY_WORDS = 40
"""Words of a line that is too long for a headline."""
TITLE_WORDS = 4
"""Words of a first line that may be the page's title; fewer are the site's name."""
TITLE_START = 15
"""Characters that a page's title and the headline have in common, at least."""
TITLE_SIZES = (20, 250)
"""Characters of lines that are looked for inside longer ones."""
OCTAVES = 8
"""Divides logarithms, so that numbers stay within about 0..1."""

Flags = NDArray[np.bool_]
IN_PAGE = (
    *(f"size>={n}" for n in LENGTHS),
    "size",
    "prose",
    "in_run",
    "topic",
    "before_run",
    "after_run",
    "opens_title",
    "named_in_title",
    "again_below",
    "inside_another",
    "words_in_title",
    "words_in_lead",
    "told_often",
    "place",
    "from_top",
    "from_bottom",
    "first_line",
)
"""Names of the columns of `in_page`, in order."""


def in_page(facts: Sequence[Facts], texts: Sequence[str], counts: Numbers) -> Numbers:
    """One row a block, in the order of `IN_PAGE`, from facts, texts and what `counted` gives; all of one page."""
    n = len(facts)
    at, sizes = np.arange(n), sizes_of(facts)
    prose = _like_prose(sizes, counts)
    first, last = main_run(np.where(prose, _octaves(sizes / 6), GAP))  # 6: about the characters of a word
    columns: list[NDArray[Any]] = [
        sizes[:, None] >= np.array(LENGTHS),
        _octaves(sizes) / OCTAVES,
        prose,
        (at >= first) & (at <= last),
        topics_of(facts, prose, first, last),
        _octaves(np.maximum(0, first - at)) / OCTAVES,
        _octaves(np.maximum(0, at - last)) / OCTAVES,
        *_in_title(texts),
        _again(texts),
        _inside_another(facts, texts),
        *_word_shares(facts, first, last),
        at / max(1, n),
        _octaves(at) / OCTAVES,
        np.log2(n - at) / OCTAVES,
        at == 0,
    ]
    return np.column_stack(columns)


def _octaves(numbers: NDArray[Any]) -> Numbers:
    octaves: Numbers = np.log2(1 + numbers)
    return octaves


def _like_prose(sizes: Numbers, counts: Numbers) -> Flags:
    """A first look at each line by itself: long, with a sentence's end, no table and no furniture."""
    furniture = counts[:, -len(KINDS) :].max(axis=1, initial=0.0)
    ended = counts[:, COLUMN["ends"]] > 0
    prose: Flags = (sizes >= LONG) & ended & (counts[:, COLUMN["digit_share"]] < DIGITS) & (furniture < HALF)
    return prose


def main_run(gains: Numbers) -> tuple[int, int]:
    """First and last index of the run with the largest sum; (0, -1) where no sum is above 0.

    >>> main_run(np.array([-1, 2, -1, 3, -5, 1]))
    (1, 3)
    """
    best, span, current, start = 0.0, (0, -1), 0.0, 0
    for i, gain in enumerate(gains.tolist()):
        if current <= 0:
            current, start = 0.0, i
        current += gain
        if current > best:
            best, span = current, (start, i)
    return span


def topics_of(facts: Sequence[Facts], prose: Flags, first: int, last: int) -> Numbers:
    """Share of each block's long words that the prose from `first` to `last` says elsewhere, 0..1."""
    sets = [f.rare for f in facts]
    told = [bool(like) and first <= i <= last for i, like in enumerate(prose.tolist())]
    once: set[str] = set()
    twice: set[str] = set()
    for words, inside in zip(sets, told, strict=True):
        if inside:
            twice |= words & once
            once |= words
    shares = [len(w & (twice if inside else once)) / (len(w) + 1) for w, inside in zip(sets, told, strict=True)]
    return np.array(shares, dtype=np.float64)


def _in_title(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Whether the page's first line begins with, or holds, the line: tools that print the title print it first."""
    title = texts[0].casefold() if texts else ""
    folded = [t.casefold() for t in texts]
    fits = [i > 0 and len(t) >= TITLE_START and len(t) <= len(title) for i, t in enumerate(folded)]
    opens = [ok and title.startswith(t) for ok, t in zip(fits, folded, strict=True)]
    named = [ok and t in title for ok, t in zip(fits, folded, strict=True)]
    return np.array(opens, dtype=np.float64), np.array(named, dtype=np.float64)


def _word_shares(facts: Sequence[Facts], first: int, last: int) -> tuple[Numbers, Numbers, Numbers]:
    """Share of a line's words that the page's first line, and the article's first lines, say; and how often the
    article says them on average, as a logarithm."""
    title = set(facts[0].words)
    lead: set[str] = set()
    for f in facts[first : min(last + 1, first + LEAD)]:
        lead.update(f.words)
    counts = Counter(word for f in facts[first : last + 1] for word in f.words)
    named = len(title) >= TITLE_WORDS
    shares = np.zeros((3, len(facts)))
    for i, f in enumerate(facts):
        if 2 <= len(f.words) <= MANY_WORDS:
            words = f.rare or set(f.words)
            own = 1 if first <= i <= last else 0
            shares[0, i] = 2 * len(title.intersection(f.words)) / (len(title) + len(f.words)) if i and named else 0.0
            shares[1, i] = len(words & lead) / len(words) if not own else 0.0
            shares[2, i] = sum(log2(1 + counts[w] - own) for w in words) / len(words) / 4
    return shares[0], shares[1], shares[2]


def _inside_another(facts: Sequence[Facts], texts: Sequence[str]) -> Numbers:
    """1 where the first words of a line of a headline's size stand in another line: a path of sections, an alt text."""
    runs: Counter[tuple[str, ...]] = Counter()
    for f in facts:
        runs.update(zip(f.words, f.words[1:], f.words[2:], strict=False))
    equal = Counter(texts)
    found = [
        TITLE_SIZES[0] <= f.size <= TITLE_SIZES[1] and runs[tuple(f.words[:3])] > equal[text]
        for f, text in zip(facts, texts, strict=True)
    ]
    return np.array(found, dtype=np.float64)


def _again(texts: Sequence[str]) -> Numbers:
    """1 where the same line stands again further down."""
    last = {text: i for i, text in enumerate(texts)}
    return np.array([last[text] > i for i, text in enumerate(texts)], dtype=np.float64)
