"""Words as numbers: each word of a page by a hash of its letters, worked out for all at once.

A word is hashed as the polynomial of its letters in lower case, modulo 2**64. Two words that share a number would be
taken for one; among a million words that happens once in 10**7 pages, and only moves a count.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.label.characters import BIT, IDEOGRAPH, Ints, Signs, kinds_of_all, signs_of

FACTOR = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse modulo 2**64; the fraction of the golden ratio, whose bits are well mixed."""
PAIR = 0xBB67AE8584CAA73B
"""Odd as well, and no power of the other: the fraction of the root of three. What the first word of two counts."""
USUAL = 2**17
"""Characters of a page up to which powers are kept, for the next power of two: 4 MB in all."""

Hashes = NDArray[np.uint64]


class Hashed(NamedTuple):
    """The words of texts in their order, without the signs at their edges."""

    block: Ints
    """Text of each."""
    start: Ints
    """Place of its first letter, and of what follows its last one, among all characters."""
    end: Ints
    hashes: Hashes


def hashed(page: Signs) -> Hashed:
    """The words of texts, which stand between white space; those without a letter or another sign are none."""
    edges = (page.kinds & BIT["edge"] != 0).nonzero()[0]
    behind = np.append(-1, edges[:-1])
    lettered = edges - behind > 1  # whether a run of letters stands before each
    stops = lettered.cumsum()[edges.searchsorted(page.breaks)]
    starts = np.append(0, stops[:-1])
    said = stops > starts
    first, last = behind[lettered][starts[said]] + 1, edges[lettered][stops[said] - 1] - 1
    block = np.repeat(np.arange(len(page.parts)), page.parts)[said]
    powers, inverse = _powers_for(len(page.codes))
    values = _lowered(page) * powers[: len(page.codes)]
    sums = values.cumsum()
    return Hashed(block, first, last + 1, (sums[last] - sums[first] + values[first]) * inverse[first])


def _lowered(page: Signs) -> Hashes:
    """The characters in lower case."""
    lowered = page.codes.astype(np.uint64)
    capitals = (page.kinds & BIT["upper"] != 0).nonzero()[0]
    lowered[capitals] = _lower()[page.codes[capitals]]
    return lowered


@cache
def _lower() -> NDArray[np.uint64]:
    """The lower case of each capital up to the ideographs; itself where that would be more than one character."""
    lower = np.arange(IDEOGRAPH, dtype=np.uint64)
    for i in (kinds_of_all()[:IDEOGRAPH] & BIT["upper"]).nonzero()[0].tolist():
        small = chr(i).lower()
        lower[i] = ord(small) if len(small) == 1 else i
    return lower


def _powers_for(size: int) -> tuple[Hashes, Hashes]:
    """Powers for so many characters at least; of long pages they are not kept, since they hold 16 bytes a character."""
    return _kept_powers(1 << size.bit_length()) if size < USUAL else _powers(size)


@cache
def _kept_powers(size: int) -> tuple[Hashes, Hashes]:
    return _powers(size)


def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers of the factor by a letter's place on the page, and of its inverse, which takes the word's place off."""
    factors = np.array([[FACTOR], [pow(FACTOR, -1, 2**64)]], dtype=np.uint64)
    up, down = np.cumprod(np.repeat(factors, size, axis=1), axis=1, dtype=np.uint64)
    return up, down


class Table(NamedTuple):
    """A small number for each of many words."""

    keys: Hashes
    """Sorted."""
    values: NDArray[np.uint8]

    def of(self, hashes: Hashes) -> NDArray[np.uint8]:
        """The number of each word; 0 where it is not in the table."""
        at = np.minimum(self.keys.searchsorted(hashes), len(self.keys) - 1)
        found: NDArray[np.uint8] = np.where(self.keys[at] == hashes, self.values[at], 0)
        return found


def pairs_of(first: Hashes, second: Hashes) -> Hashes:
    """One number for each two words in a row."""
    return first * np.uint64(PAIR) + second


def table_of(words: Mapping[tuple[str, ...], int]) -> Table:
    """A table of words, or two in a row, in lower case, without signs at their edges; one at least.

    >>> table = table_of({("pier",): 3, ("it's",): 5, ("old", "pier"): 1})
    >>> said = hashed(signs_of(["“It’s” “It's” PIER!", "piers", "The old pier"])).hashes
    >>> table.of(said).tolist(), table.of(pairs_of(said[:-1], said[1:])).tolist()
    ([0, 5, 3, 0, 0, 0, 3], [0, 0, 0, 0, 0, 1])
    """
    said = hashed(signs_of([" ".join(each) for each in words]))
    sizes = np.bincount(said.block)
    first = np.cumsum(sizes) - sizes
    pairs = pairs_of(said.hashes[first], said.hashes[first + sizes - 1])
    keys = np.where(sizes == 1, said.hashes[first], pairs)
    order = np.argsort(keys)
    return Table(keys[order], np.fromiter(words.values(), np.uint8, len(words))[order])
