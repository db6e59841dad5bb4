"""Counting the characters of all blocks of a page at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

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
SPACE, NEWLINE = ord(" "), ord("\n")
COMMAS, MARKS, STOPS, WIDE_STOPS = ",،、，", "|©»›@", ".?!।", "。"
"""Commas; signs that prose does not hold; ends of sentences before a space, and those that need none."""
ADDRESSES = ("http", "www.")
DIGIT, UPPER, COMMA, MARK, STOP = 1, 2, 4, 8, 16
"""Bits of the classes of characters."""


class Counts(NamedTuple):
    """One number a text."""

    sizes: list[float]
    """Characters, ideographs weighted; comparable between scripts."""
    ends: list[int]
    """Ends of sentences inside."""
    commas: list[int]
    digits: list[int]
    capitals: list[int]
    """Of the first `HEAD` words, those that begin with a capital."""
    marks: list[bool]
    """Holds a sign that prose does not, or an address."""


def counts_of(texts: Sequence[str]) -> Counts:
    """The counts of texts on one line each, which hold no space but single ones between words.

    >>> counts = counts_of(["Ann, 26, left. She slept.", "© Quay"])
    >>> counts.ends, counts.commas, counts.digits, counts.capitals, counts.marks
    ([1, 0], [2, 0], [2, 0], [2, 1], [False, True])
    """
    if not texts:
        return Counts([], [], [], [], [], [])
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.cumsum(lengths + 1) - lengths - 1
    kinds = _kinds()[np.minimum(codes, IDEOGRAPH)]
    spaces = codes == SPACE
    wide = codes >= IDEOGRAPH
    stops = (kinds & STOP > 0) & np.append(spaces[1:], False)
    commas, digits = kinds & COMMA > 0, kinds & DIGIT > 0
    if wide.any():
        commas |= np.isin(codes, [ord(c) for c in COMMAS])
        digits |= (codes >= FULL_WIDTH.start) & (codes < FULL_WIDTH.stop)
        stops |= codes == ord(WIDE_STOPS)
    begins = np.append(True, spaces[:-1] | (codes[:-1] == NEWLINE)) & (codes != NEWLINE)
    rank = np.cumsum(begins)
    before = np.repeat(rank[starts] - begins[starts], lengths + 1)
    capitals = begins & (kinds & UPPER > 0) & (rank - before <= HEAD)

    def sums(flags: NDArray[Any]) -> list[int]:
        counts: list[int] = np.add.reduceat(flags, starts, dtype=np.int64).tolist()
        return counts

    return Counts(
        sizes=(lengths + (IDEOGRAPH_WEIGHT - 1) * np.add.reduceat(wide, starts, dtype=np.int64)).tolist(),
        ends=sums(stops),
        commas=sums(commas),
        digits=sums(digits),
        capitals=sums(capitals),
        marks=_marked(joined, starts, sums(kinds & MARK > 0)),
    )


@cache
def _kinds() -> NDArray[np.uint8]:
    """The class of each code point up to the ideographs."""
    signs = ((COMMAS, COMMA), (MARKS, MARK), (STOPS, STOP))
    kinds = [DIGIT * chr(i).isdecimal() + UPPER * chr(i).isupper() for i in range(IDEOGRAPH)]
    for characters, bit in signs:
        for c in characters:
            if ord(c) < IDEOGRAPH:
                kinds[ord(c)] |= bit
    return np.array([*kinds, 0], dtype=np.uint8)


def _marked(joined: str, starts: NDArray[np.int64], signs: list[int]) -> list[bool]:
    marked = [count > 0 for count in signs]
    for address in ADDRESSES:
        at = joined.find(address)
        while at >= 0:
            line = int(np.searchsorted(starts, at, side="right")) - 1
            marked[line] = True
            after = int(starts[line + 1]) if line + 1 < len(starts) else len(joined)
            at = joined.find(address, after)
    return marked
