"""The words of all blocks of a page: which are known, and which come again in its title, its lead and its prose."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from newsclean.label.words import EDGES

RARE = 5
"""Letters of a word that says what a text is about."""
LEAD = 5
"""Blocks of the article's beginning, where a headline's words come again."""
MANY_WORDS = 40
"""Words of a line that is too long for a headline."""
TITLE_WORDS = 4
"""Words of a first line that may be the page's title; fewer are the site's name."""
QUARTER = 4
"""Divides logarithms of counts, so that they stay within about 0..1."""

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]
Numbers = NDArray[np.float64]
"""One row a block."""


def words_of(texts: Sequence[str]) -> list[list[str]]:
    """The tokens of many texts on one line each.

    >>> words_of(["Read more: “The plan”", "…", "Home"])
    [['read', 'more', 'the', 'plan'], [], ['home']]
    """
    flat = iter([raw.strip(EDGES) for raw in "\n".join(texts).lower().split()])
    rows = [islice(flat, text.count(" ") + 1 if text else 0) for text in texts]
    return [[word for word in row if word] for row in rows]


def shares_in(lines: Sequence[Sequence[str]], known: Container[str]) -> list[float]:
    """Share of each line's words that are known; 0 where it has none."""
    return [sum(map(known.__contains__, words)) / (len(words) or 1) for words in lines]


def holding(lines: Sequence[Sequence[str]], known: Collection[str]) -> list[bool]:
    """Whether each line has a word that is known."""
    apart = frozenset(known).isdisjoint
    return [not apart(words) for words in lines]


@dataclass(frozen=True)
class PageWords:
    """The words of a page as numbers: each word by the block it stands in, and each pair of block and word once."""

    n: int
    """Blocks."""
    kinds: int
    """Different words."""
    counts: Ints
    """Words of each block."""
    block: Ints
    word: Ints
    pair_block: Ints
    pair_word: Ints
    rare: Flags
    """Whether the word of each pair is rare."""

    def per_block(self, chosen: Flags) -> Ints:
        """How many of the chosen pairs each block has."""
        return np.bincount(self.pair_block[chosen], minlength=self.n)

    def known(self, blocks: Flags) -> Flags:
        """Whether each kind of word stands in one of the blocks."""
        known = np.zeros(self.kinds, dtype=bool)
        known[self.pair_word[blocks[self.pair_block]]] = True
        return known


def page_words(lines: Sequence[Sequence[str]]) -> PageWords:
    """The words of a page, from those of each block in order."""
    flat = [word for line in lines for word in line]
    numbers = {word: i for i, word in enumerate(dict.fromkeys(flat))}
    counts = np.fromiter(map(len, lines), np.int64, len(lines))
    block = np.repeat(np.arange(len(lines)), counts)
    word = np.fromiter(map(numbers.__getitem__, flat), np.int64, len(flat))
    kinds = max(1, len(numbers))
    pair_block, pair_word = np.divmod(np.unique(block * kinds + word), kinds)
    rare = np.fromiter((len(word) >= RARE for word in numbers), bool, len(numbers))
    return PageWords(len(lines), kinds, counts, block, word, pair_block, pair_word, rare[pair_word])


def topics(words: PageWords, told: Flags) -> Numbers:
    """Share of each block's rare words that the blocks of prose, those that are told, say elsewhere, 0..1."""
    inside = told[words.pair_block]
    tellings = np.bincount(words.pair_word[inside], minlength=words.kinds)[words.pair_word]
    again = words.rare & (tellings >= np.where(inside, 2, 1))
    share: Numbers = words.per_block(again) / (words.per_block(words.rare) + 1)
    return share


def shares(words: PageWords, first: int, last: int) -> tuple[Numbers, Numbers, Numbers]:
    """Three numbers of each block that has few words enough to be a headline, of the page with prose from `first` to
    `last`: the share of its words that the page's first line says; the share of its rare words, or of all where it has
    none, that the article's first blocks say; and how often the article says them on average, as a logarithm."""
    at = np.arange(words.n)
    own = (at >= first) & (at <= last)
    short = (words.counts >= 2) & (words.counts <= MANY_WORDS)
    title, lead = words.known(at == 0), words.known(own & (at < first + LEAD))
    size = int(title.sum())
    in_title = 2 * words.per_block(title[words.pair_word]) / (size + words.counts + 1e-9)
    in_title[0] = 0
    used = words.rare | (words.per_block(words.rare) == 0)[words.pair_block]
    many = np.maximum(1, words.per_block(used))
    said = np.bincount(words.word[own[words.block]], minlength=words.kinds)
    often = np.log2(1 + said[words.pair_word] - own[words.pair_block])
    told = np.bincount(words.pair_block[used], often[used], words.n) / many / QUARTER
    in_lead = words.per_block(used & lead[words.pair_word]) / many
    return in_title * (short & (size >= TITLE_WORDS)), in_lead * (short & ~own), told * short


def beginnings_elsewhere(words: PageWords, equal: Ints) -> Flags:
    """Whether the first three words of a block stand in a row more often on the page than there are blocks equal to
    it, of which `equal` holds the numbers."""
    found = np.zeros(words.n, dtype=bool)
    if len(words.word) < 3:
        return found
    rows = (words.word[:-2] * words.kinds + words.word[1:-1]) * words.kinds + words.word[2:]
    whole = words.block[:-2] == words.block[2:]
    long = words.counts >= 3
    starts = (np.cumsum(words.counts) - words.counts)[long]
    _, which, times = np.unique(rows[whole], return_inverse=True, return_counts=True)
    at = (np.cumsum(whole) - 1)[starts]
    found[long] = times[which[at]] > equal[long]
    return found
