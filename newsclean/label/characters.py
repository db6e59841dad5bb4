"""Counting the characters of all blocks of a page at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

IDEOGRAPH = 0x2E80
"""First code point of the scripts whose characters say as much as half a word."""
IDEOGRAPH_WEIGHT = 2.5
"""Letters that one such character is worth: 2.3 to 2.7 in translations between English and Chinese or Japanese."""
HEAD = 20
"""Words of a line that capitals are counted in."""
FULL_WIDTH = range(0xFF10, 0xFF1A)
"""Digits among the ideographs."""
EDGES = " \t.,;:!?…\"'“”‘’«»()[]{}<>|/\\*•·–—-‹›#"
"""What is taken off both ends of a word before it is compared."""
ADDRESSES = ("http", "www.")
CLASSES = {
    "comma": ",،、，",
    "mark": "|©»›@",
    "stop": ".?!।",
    "wide_stop": "。",
    "quote": "\"“„«‘'「",
    "trailer": "\"'”’»)]」』）",
    "final": ".!?。！？।؟…",
    "colon": ":：",
    "ellipsis": "…",
    "space": " ",
    "newline": "\n",
    "edge": f"{EDGES}\n",
}
"""Signs by what they say: commas; what prose does not hold; ends of sentences before a space, and those that need none;
what opens a quotation; what may follow a line's last sign; what ends a sentence, a label and an excerpt; what parts
words, and what is no part of them at their edges."""
BIT = {name: 1 << i for i, name in enumerate((*CLASSES, "digit", "upper", "lower", "wide"))}
COUNTED = sum(BIT[name] for name in ("comma", "stop", "wide_stop", "digit", "wide"))
"""Classes that are counted wherever they stand, but for spaces."""
APART = BIT["space"] | BIT["newline"]
"""Classes that part words."""

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]
Numbers = NDArray[np.float64]


class Signs(NamedTuple):
    """The characters of texts, one after another, each text with a newline behind it."""

    joined: str
    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint16]
    """The classes of each, as bits."""
    starts: Ints
    """Where each text begins."""
    lengths: Ints
    breaks: Ints
    """Where white space stands."""
    parts: Ints
    """How many pieces of each text white space parts: one at least."""


def signs_of(texts: Sequence[str]) -> Signs:
    """The characters of texts on one line each, which hold no space but single ones between words; one at least."""
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    kinds, ends = kinds_of_all().take(codes, mode="clip"), (lengths + 1).cumsum()
    breaks = (kinds & APART != 0).nonzero()[0]
    parts = np.diff(breaks.searchsorted(ends - 1), prepend=-1)
    return Signs(joined, codes, kinds, ends - lengths - 1, lengths, breaks, parts)


class Counts(NamedTuple):
    """One number a text."""

    sizes: Numbers
    """Characters, ideographs weighted; comparable between scripts."""
    spaces: Ints
    ends: Ints
    """Ends of sentences inside, and at the end."""
    commas: Ints
    digits: Ints
    capitals: Ints
    """Of the first `HEAD` words, those that begin with a capital."""
    marks: Flags
    """Holds a sign that prose does not, or an address."""
    lower_start: Flags
    quote_start: Flags
    ended: Flags
    """Ends as a sentence does; this and the next two without quotes and brackets at the end."""
    colon_end: Flags
    cut: Flags
    """Ends in an ellipsis, as excerpts do."""
    upper: Flags
    """In capitals."""


def counts_of(page: Signs) -> Counts:
    """The counts of each text.

    >>> counts = counts_of(signs_of(["Ann, 26, left. She slept.", "© Quay"]))
    >>> [column.tolist() for column in (counts.ends, counts.commas, counts.digits, counts.capitals, counts.marks)]
    [[2, 0], [2, 0], [2, 0], [2, 1], [False, True]]
    """
    joined, codes, kinds, starts, lengths, _, parts = page
    signs = (kinds & COUNTED != 0).nonzero()[0]
    sign, line = kinds[signs], starts.searchsorted(signs, "right") - 1

    def counted(name: str) -> Ints:
        return np.bincount(line[sign & BIT[name] > 0], minlength=len(lengths))

    at = _last(page)
    first, last, dots = kinds[starts], kinds[at], codes == ord(".")
    ended = last & BIT["final"] > 0
    inside = (sign & BIT["stop"] > 0) & (kinds.take(signs + 1, mode="clip") & BIT["space"] > 0)
    holds = np.bitwise_or.reduceat(kinds, starts)
    return Counts(
        sizes=lengths + (IDEOGRAPH_WEIGHT - 1) * counted("wide"),
        spaces=parts - 1,
        ends=np.bincount(line[inside], minlength=len(lengths)) + counted("wide_stop") + ended,
        commas=counted("comma"),
        digits=counted("digit"),
        capitals=_capitals(page),
        marks=_marked(joined, starts, holds & BIT["mark"] > 0),
        lower_start=first & BIT["lower"] > 0,
        quote_start=first & BIT["quote"] > 0,
        ended=ended,
        colon_end=last & BIT["colon"] > 0,
        cut=(last & BIT["ellipsis"] > 0) | (dots[at] & dots.take(at - 1, mode="wrap") & dots.take(at - 2, mode="wrap")),
        upper=holds & (BIT["upper"] | BIT["lower"]) == BIT["upper"],
    )


def _capitals(page: Signs) -> Ints:
    """How many of the first words of each text begin with a capital."""
    begins = np.append(0, page.breaks[:-1] + 1)
    capitals = (page.kinds[begins] & BIT["upper"] != 0).nonzero()[0]
    first = page.parts.cumsum() - page.parts
    line = first.searchsorted(capitals, "right") - 1
    return np.bincount(line[capitals - first[line] < HEAD], minlength=len(first))


def _last(page: Signs) -> Ints:
    """Where the last sign of each text stands, before quotes and brackets that end it if anything does."""
    at: Ints = page.starts + np.maximum(page.lengths - 1, 0)
    for i in np.flatnonzero(page.kinds[at] & BIT["trailer"]).tolist():
        start = int(page.starts[i])
        bare = page.joined[start : at[i] + 1].rstrip(CLASSES["trailer"])
        at[i] = start + len(bare) - 1 if bare else at[i]
    return at


@cache
def kinds_of_all() -> NDArray[np.uint16]:
    """The classes of each code point of the basic plane as bits; what lies beyond it is as its last one."""
    kinds = np.zeros(0x10000, np.uint16)
    signs = list(map(chr, range(IDEOGRAPH)))
    for name, holds in ("digit", str.isdecimal), ("upper", str.isupper), ("lower", str.islower):
        kinds[:IDEOGRAPH] |= BIT[name] * np.fromiter(map(holds, signs), np.uint16, IDEOGRAPH)
    kinds[IDEOGRAPH:] = BIT["wide"]
    kinds[FULL_WIDTH.start : FULL_WIDTH.stop] |= BIT["digit"]
    for name, members in CLASSES.items():
        for c in members:
            kinds[ord(c)] |= BIT[name]
    return kinds


def _marked(joined: str, starts: Ints, marked: Flags) -> Flags:
    """And those that hold an address."""
    for address in ADDRESSES:
        at = joined.find(address)
        while at >= 0:
            line = int(np.searchsorted(starts, at, side="right")) - 1
            marked[line] = True
            after = int(starts[line + 1]) if line + 1 < len(starts) else len(joined)
            at = joined.find(address, after)
    return marked
