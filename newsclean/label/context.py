"""What the page around a block says about it, as numbers that the model reads beside the block's own counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.label.characters import Flags, Numbers
from newsclean.label.features import COLUMN, HALF, KINDS, LENGTHS, LONG, Facts
from newsclean.label.page_words import beginnings_elsewhere, shares, topics

DIGITS = 0.15
"""Share of digits from which a long line is a table's row and not prose."""
GAP = -2.0
"""What a line that is not prose takes off a run of prose; prose gives the logarithm of its words, 4 to 7."""
TITLE_START = 15
"""Characters that a page's title and the headline have in common, at least."""
TITLE_SIZES = (20, 250)
"""Characters of lines that are looked for inside longer ones."""
STEPS = np.array(LENGTHS)[:, None]
"""`LENGTHS`, one a row."""
OCTAVES = 8
"""Divides logarithms, so that numbers stay within about 0..1."""

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


def in_page(facts: Facts) -> Numbers:
    """One row a block, in the order of `IN_PAGE`."""
    n, words = len(facts), facts.words
    at, sizes = np.arange(n), np.array(facts.size)
    prose = _like_prose(sizes, facts.counted)
    first, last = main_run(np.where(prose, _octaves(sizes / 6), GAP))  # 6: about the characters of a word
    inside = (at >= first) & (at <= last)
    short = (sizes >= TITLE_SIZES[0]) & (sizes <= TITLE_SIZES[1])
    columns: list[NDArray[Any]] = [
        (sizes >= STEPS).ravel(),
        _octaves(sizes) / OCTAVES,
        prose,
        inside,
        topics(words, prose & inside),
        _octaves(np.maximum(0, first - at)) / OCTAVES,
        _octaves(np.maximum(0, at - last)) / OCTAVES,
        *_in_title(facts.texts),
        facts.again,
        beginnings_elsewhere(words, facts.equal) & short,
        *shares(words, first, last),
        at / n,
        _octaves(at) / OCTAVES,
        np.log2(n - at) / OCTAVES,
        at == 0,
    ]
    return np.concatenate(columns).reshape(len(IN_PAGE), n).T


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


def _in_title(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Whether the page's first line begins with, or holds, the line: tools that print the title print it first."""
    opens, named = np.zeros(len(texts)), np.zeros(len(texts))
    title = texts[0].casefold()
    for i, text in enumerate(texts):
        if i and TITLE_START <= len(text) <= len(title) and (folded := text.casefold()) in title:
            named[i], opens[i] = 1, title.startswith(folded)
    return opens, named
