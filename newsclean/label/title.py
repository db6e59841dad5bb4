"""Which line is the headline: the numbers of each candidate beside the article it would stand over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log2

import numpy as np

from newsclean.label.context import main_run, topics_of
from newsclean.label.features import COUNTED, HALF, KINDS, Facts, Numbers, sizes_of

SIZES = (12, 20, 30, 45, 60, 90, 130, 180, 250)
"""Steps of size in characters; headlines of dev have 20 to 130."""
STEPS = (0, 1, 2, 4, 7, 12, 20, 40)
"""Steps of the number of lines between the line and the first of the article's prose."""
NEAR = 4
"""Lines under a headline in which its byline and its date are looked for."""
RIVALS = (1, 2, 3, 5, 8)
"""Steps of the number of other lines of a headline's size between the line and the prose, or before the line."""
LEAD = 5
"""Blocks of the article's beginning, where a headline's words come again."""
MANY_WORDS = 40
"""Words of a line that is too long for a headline."""
TITLE_WORDS = 4
"""Words of a first line that may be the page's title; fewer are the site's name."""
FAR = (2, 3, 4, 6, 9, 14)
"""Steps of the number of lines to the next prose."""
TITLE_START = 15
"""Characters that a page's title and the headline have in common, at least."""

TITLE = (
    "bias",
    *COUNTED,
    *(f"size>={n}" for n in SIZES),
    *(f"above>={n}" for n in STEPS),
    *(f"prose_away>={n}" for n in FAR),
    "below",
    "first_line",
    "opens_title",
    "named_in_title",
    "date_under",
    "by_under",
    "date_over",
    "topic",
    "prose",
    "largest_above",
    "again_below",
    "inside_another",
    "gap_under",
    "words_in_title",
    "words_in_lead",
    "told_often",
    "size_before",
    "size_after",
    "prose_before",
    "prose_after",
    *(f"rivals_below>={n}" for n in RIVALS),
    *(f"rivals_above>={n}" for n in RIVALS),
)
"""Names of the columns of `as_title`, in order."""


def as_title(facts: Sequence[Facts], texts: Sequence[str], numbers: Numbers, prose: Numbers) -> Numbers:
    """Numbers that say whether a line is the headline, one row a block.

    `numbers` are those of `counted`, `prose` the logits of being prose.
    """
    n = len(facts)
    sizes = sizes_of(facts)
    first, last = main_run(prose * np.log2(1 + sizes / 6))
    at = np.arange(n)
    above = first - at
    date, by = numbers[:, COUNTED.index("date")], numbers[:, COUNTED.index("by")]
    opens, named = _in_title(texts)
    largest = np.zeros(n)
    window = slice(max(0, first - 8), first)
    if window.stop > window.start:
        largest[window.start + int(np.argmax(np.where(sizes[window] <= SIZES[-1], sizes[window], 0)))] = 1.0
    rival = (sizes >= SIZES[1]) & (sizes <= SIZES[-2]) & (numbers[:, -len(KINDS) :].max(axis=1, initial=0.0) < HALF)
    rivals = np.concatenate([[0], np.cumsum(rival)])
    below = np.where(above > 0, rivals[first] - rivals[1:], 0)
    return np.column_stack(
        [
            np.ones(n),
            numbers,
            sizes[:, None] >= np.array(SIZES),
            above[:, None] >= np.array(STEPS),
            _away(prose)[:, None] >= np.array(FAR),
            np.log2(1 + np.maximum(0, -above)) / 8,
            at == 0,
            opens,
            named,
            _soon(date, 1),
            _soon(by, 1),
            _soon(date, -1),
            topics_of(facts, prose, first, last),
            np.clip(prose, -6, 6) / 6,
            largest,
            _again(texts),
            _inside_another(texts, sizes),
            np.concatenate([numbers[1:, COUNTED.index("gap")], [1.0]]),
            *_word_shares(facts, first, last),
            _mean(np.log2(1 + sizes), -4, 0) / 8,
            _mean(np.log2(1 + sizes), 1, 5) / 8,
            _mean((prose > 0).astype(np.float64), -10, 0),
            _mean((prose > 0).astype(np.float64), 1, 11),
            below[:, None] >= np.array(RIVALS),
            rivals[:-1, None] >= np.array(RIVALS),
        ]
    )


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


def _soon(flags: Numbers, step: int) -> Numbers:
    """1 where the next line has the flag, falling to 0 after `NEAR` lines; a step of -1 looks back."""
    n = len(flags)
    out = np.zeros(n)
    for distance in range(NEAR, 0, -1):
        shifted = np.zeros(n)
        if distance < n:
            if step > 0:
                shifted[:-distance] = flags[distance:]
            else:
                shifted[distance:] = flags[:-distance]
        out = np.where(shifted > 0, 1 - (distance - 1) / NEAR, out)
    return out


def _inside_another(texts: Sequence[str], sizes: Numbers) -> Numbers:
    """1 where a line of a headline's size is part of a longer line: a path of sections, a picture's alt text."""
    page = "\n".join(texts)
    fits = [SIZES[1] <= size <= SIZES[-1] for size in sizes.tolist()]
    equal = Counter(texts)
    found = [ok and page.count(text) > equal[text] for ok, text in zip(fits, texts, strict=True)]
    return np.array(found, dtype=np.float64)


def _mean(values: Numbers, start: int, stop: int) -> Numbers:
    """Mean over the half-open window of lines, relative to the line, cut to the page."""
    n = len(values)
    total = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(n)
    a, b = np.clip(at + start, 0, n), np.clip(at + stop, 0, n)
    mean: Numbers = (total[b] - total[a]) / np.maximum(1, b - a)
    return mean


def _away(prose: Numbers) -> Numbers:
    """Lines to the next line that is prose; the length of the page where none follows."""
    n = len(prose)
    at = np.arange(n)
    following = np.minimum.accumulate(np.where(prose > 0, at, 2 * n)[::-1])[::-1]
    away: Numbers = (np.concatenate([following[1:], [2 * n]]) - at).astype(np.float64)
    return away


def _again(texts: Sequence[str]) -> Numbers:
    """1 where the same line stands again further down."""
    last = {text: i for i, text in enumerate(texts)}
    return np.array([last[text] > i for i, text in enumerate(texts)], dtype=np.float64)
