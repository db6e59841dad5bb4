"""What the page around a block says about it, once each block has been judged alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.label.features import HALF, LONG, Facts, Numbers, sizes_of

CLIP = 6.0
"""Logits are cut off here: 6 is 0.998, and one sure line must not outweigh a page."""
HEADINGS = ("related", "comment", "promo", "live_feed")
"""Kinds of furniture that, as a short line, say what the following lines are."""
REACH = 8
"""Lines that such a heading still says something about."""
WINDOWS = {"around_2": (-2, 3), "around_8": (-8, 9), "before_8": (-8, 0), "after_8": (1, 9)} | {
    "around_20": (-20, 21),
    "before_20": (-20, 0),
    "after_20": (1, 21),
}
"""Half-open windows of lines, relative to the block."""

BOTH = ("own", "mass_before", "mass_after", "in_run", "run_ahead", "run_behind", "topic")
"""Numbers that are given for all lines, and once more for long ones."""
CONTEXT = (
    *BOTH,
    *(f"under_{kind}" for kind in HEADINGS),
    *(f"{name}_long" for name in BOTH),
    *(f"under_{kind}_long" for kind in HEADINGS),
    "previous",
    "next",
    "second_previous",
    "second_next",
    "weaker_neighbour",
    *WINDOWS,
    "weaker_side",
    "weaker_mass",
    "own_in_run",
    "topic_outside",
    "place",
)
"""Names of the columns of `in_context`, in order."""


def in_context(facts: Sequence[Facts], scores: Numbers) -> Numbers:
    """The numbers that a block's neighbours give it, from the logits that blocks got alone; one row a block."""
    n = len(facts)
    clipped = np.clip(scores, -CLIP, CLIP)
    sizes = sizes_of(facts)
    weights = np.log2(1 + sizes / 6)  # 6: about the characters of a word
    own = clipped / CLIP
    mass = np.concatenate([[0.0], np.cumsum(sizes / (1 + np.exp(-clipped)))])
    before, after = mass[:-1] / (mass[-1] + 1), (mass[-1] - mass[1:]) / (mass[-1] + 1)
    first, last = main_run(clipped * weights)
    at = np.arange(n)
    inside = ((at >= first) & (at <= last)).astype(np.float64)
    ahead, behind = (np.log2(1 + np.maximum(0, gap)) / 8 for gap in (first - at, at - last))
    topics = topics_of(facts, scores, first, last)
    both = np.column_stack([own, before, after, inside, ahead, behind, topics, _under(facts, sizes)])
    padded = np.concatenate([[-1.0, -1.0], own, [-1.0, -1.0]])
    previous, following = padded[1 : n + 1], padded[3 : n + 3]
    windows = _windows(clipped * weights, weights)
    sides = [list(WINDOWS).index(name) for name in ("before_8", "after_8")]
    return np.column_stack(
        [
            both,
            both * (sizes >= LONG)[:, None],
            previous,
            following,
            padded[:n],
            padded[4:],
            np.minimum(previous, following),
            windows,
            windows[:, sides].min(axis=1),
            np.minimum(before, after),
            inside * own,
            topics * (1 - inside),
            at / max(1, n),
        ]
    )


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


def _windows(values: Numbers, weights: Numbers) -> Numbers:
    """Weighted means of the windows, cut to the page; divided by 4 to stay about -1..1."""
    n = len(values)
    total, heavy = (np.concatenate([[0.0], np.cumsum(a)]) for a in (values, weights))
    at = np.arange(n)
    columns = []
    for start, stop in WINDOWS.values():
        a, b = np.clip(at + start, 0, n), np.clip(at + stop, 0, n)
        columns.append((total[b] - total[a]) / (heavy[b] - heavy[a] + 1) / 4)
    return np.column_stack(columns)


def topics_of(facts: Sequence[Facts], scores: Numbers, first: int, last: int) -> Numbers:
    """Share of each block's long words that the prose of the main run says elsewhere, 0..1."""
    sets = [f.rare for f in facts]
    prose = [first <= i <= last and bool(scores[i] > 0) for i in range(len(facts))]
    once: set[str] = set()
    twice: set[str] = set()
    for words, told in zip(sets, prose, strict=True):
        if told:
            twice |= words & once
            once |= words
    shares = [len(w & (twice if told else once)) / (len(w) + 1) for w, told in zip(sets, prose, strict=True)]
    return np.array(shares, dtype=np.float64)


def _under(facts: Sequence[Facts], sizes: Numbers) -> Numbers:
    """For each kind of heading 1 at the heading, falling to 0 `REACH` lines below it."""
    n = len(facts)
    out = np.zeros((n, len(HEADINGS)))
    for i, f in enumerate(facts):
        if f.furniture and sizes[i] < LONG:
            for k, kind in enumerate(HEADINGS):
                if f.furniture.get(kind, 0.0) >= HALF:
                    stop = min(n, i + REACH)
                    out[i:stop, k] = 1 - np.arange(stop - i) / REACH
    return out
