"""The words of all blocks of a page: which are known, and which come again in its title, its lead and its prose."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.label.characters import Flags, Ints, Numbers, Signs
from newsclean.label.hashes import Hashes, Table, hashed, pairs_of
from newsclean.label.vocabulary import Phrase, tokens

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

Bits = NDArray[np.uint8]
"""What words may be, one number a word."""


class PageWords(NamedTuple):
    """The words of a page as numbers: each word by the block it stands in, and each pair of block and word once."""

    n: int
    """Blocks."""
    joined: str
    """The texts, of which words are parts."""
    kinds: Hashes
    """The different words, in the order of their numbers."""
    counts: Ints
    """Words of each block."""
    starts: Ints
    """Place of each block's first word."""
    block: Ints
    """Block of each word in its place."""
    start: Ints
    """Its span in `joined`, half-open."""
    end: Ints
    word: Ints
    """Its number."""
    place: Ints
    """How many words of its block stand before it."""
    pair_block: Ints
    pair_word: Ints
    rare: Flags
    """Whether the word of each pair is rare."""

    def between(self, first: int, last: int) -> Phrase:
        """Words in lower case, by their places on the page."""
        return tokens(self.joined[self.start[first] : self.end[last - 1]]) if first < last else ()

    def following(self, at: Ints, most: Ints) -> list[Phrase]:
        """The words of a block from each of these places on, up to so many, one at least."""
        blocks = self.block[at]
        last = np.minimum(at + most, self.starts[blocks] + self.counts[blocks]) - 1
        spans = zip(self.start[at].tolist(), self.end[last].tolist(), strict=True)
        return [tokens(self.joined[start:end]) for start, end in spans]

    def of(self, i: int) -> Phrase:
        """The words of a block."""
        first = int(self.starts[i])
        return self.between(first, first + int(self.counts[i]))

    def ends(self, i: int, head: int, tail: int) -> Phrase:
        """Its first and last words; all where there are no more."""
        first, last = int(self.starts[i]), int(self.starts[i] + self.counts[i])
        middle = min(last, first + head)
        return self.between(first, middle) + self.between(max(middle, last - tail), last)

    def looked_up(self, table: Table) -> Bits:
        """What a table says of each word in its place; 0 for words that are not in it."""
        bits: Bits = table.of(self.kinds)[self.word]
        return bits

    def begin(self, table: Table, bit: int, chosen: Flags) -> Ints:
        """Places of the chosen words that a table marks with this bit together with the word behind them."""
        at = np.flatnonzero(chosen)
        hashes = self.kinds[self.word[at]]
        pairs = pairs_of(hashes, self.kinds[self.word.take(at + 1, mode="clip")])
        return at[table.of(pairs) & bit > 0]

    def per_block(self, chosen: Flags) -> Ints:
        """How many of the chosen words each block has."""
        return np.bincount(self.block[chosen], minlength=self.n)

    def pairs_per_block(self, chosen: Flags) -> Ints:
        """How many of the chosen pairs each block has."""
        return np.bincount(self.pair_block[chosen], minlength=self.n)

    def kinds_in(self, blocks: Flags) -> Flags:
        """Whether each kind of word stands in one of the blocks."""
        known = np.zeros(len(self.kinds), dtype=bool)
        known[self.pair_word[blocks[self.pair_block]]] = True
        return known


def page_words(page: Signs) -> PageWords:
    """The words of a page's texts.

    >>> from newsclean.label.characters import signs_of
    >>> words = page_words(signs_of(["Read more: “The plan”", "…", "Home"]))
    >>> [words.of(i) for i in range(3)]
    [('read', 'more', 'the', 'plan'), (), ('home',)]
    """
    n = len(page.lengths)
    block, start, end, hashes = hashed(page)
    kinds, word = np.unique(hashes, return_inverse=True)
    counts = np.bincount(block, minlength=n)
    starts = counts.cumsum() - counts
    bits = len(kinds).bit_length()
    pairs = np.sort((block << bits) + word)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    pair_block, pair_word = pairs >> bits, pairs & ((1 << bits) - 1)
    rare = np.zeros(len(kinds), bool)
    rare[word] = end - start >= RARE
    return PageWords(
        n=n,
        joined=page.joined,
        kinds=kinds,
        counts=counts,
        starts=starts,
        block=block,
        start=start,
        end=end,
        word=word,
        place=np.arange(len(word)) - starts[block],
        pair_block=pair_block,
        pair_word=pair_word,
        rare=rare[pair_word],
    )


def topics(words: PageWords, told: Flags) -> Numbers:
    """Share of each block's rare words that the blocks of prose, those that are told, say elsewhere, 0..1."""
    inside = told[words.pair_block]
    tellings = np.bincount(words.pair_word[inside], minlength=len(words.kinds))[words.pair_word]
    again = words.rare & (tellings >= np.where(inside, 2, 1))
    share: Numbers = words.pairs_per_block(again) / (words.pairs_per_block(words.rare) + 1)
    return share


def shares(words: PageWords, first: int, last: int) -> tuple[Numbers, Numbers, Numbers]:
    """Three numbers of each block that has few words enough to be a headline, of the page with prose from `first` to
    `last`: the share of its words that the page's first line says; the share of its rare words, or of all where it has
    none, that the article's first blocks say; and how often the article says them on average, as a logarithm."""
    at = np.arange(words.n)
    own = (at >= first) & (at <= last)
    short = (words.counts >= 2) & (words.counts <= MANY_WORDS)
    title, lead = words.kinds_in(at == 0), words.kinds_in(own & (at < first + LEAD))
    size = int(title.sum())
    in_title = 2 * words.pairs_per_block(title[words.pair_word]) / (size + words.counts + 1e-9)
    in_title[0] = 0
    used = words.rare | (words.pairs_per_block(words.rare) == 0)[words.pair_block]
    many = np.maximum(1, words.pairs_per_block(used))
    said = np.bincount(words.word[own[words.block]], minlength=len(words.kinds))
    often = np.log2(1 + said[words.pair_word] - own[words.pair_block])
    told = np.bincount(words.pair_block[used], often[used], words.n) / many / QUARTER
    in_lead = words.pairs_per_block(used & lead[words.pair_word]) / many
    return in_title * (short & (size >= TITLE_WORDS)), in_lead * (short & ~own), told * short


def beginnings_elsewhere(words: PageWords, equal: Ints) -> Flags:
    """Whether the first three words of a block stand in a row more often on the page than there are blocks equal to
    it, of which `equal` holds the numbers."""
    found = np.zeros(words.n, dtype=bool)
    if len(words.word) < 3:
        return found
    kinds = len(words.kinds)
    rows = (words.word[:-2] * kinds + words.word[1:-1]) * kinds + words.word[2:]
    whole = np.sort(rows[words.block[:-2] == words.block[2:]])
    long = words.counts >= 3
    begins = rows[words.starts[long]]
    times = whole.searchsorted(begins, "right") - whole.searchsorted(begins)
    found[long] = times > equal[long]
    return found
