"""Words of texts, and how far two texts share them."""

from __future__ import annotations

import re
from collections import Counter

WORD = re.compile(r"\w+")
GRAM = 4
"""Words of a shingle, as in Zyte's article-extraction-benchmark."""

_DIGIT = re.compile(r"(?![0-9])\d")


def folded(text: str) -> str:
    """The words of a text without case and marks.

    >>> folded("Ferry – BACK!")
    'ferry back'
    """
    return " ".join(WORD.findall(text.casefold()))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of `GRAM` words stands in a text; a shorter text is one run."""
    words = WORD.findall(text)
    return Counter(zip(*(words[k:] for k in range(GRAM)), strict=False)) or Counter([tuple(words)] if words else [])


def word_f1(one: str, other: str) -> float:
    """How far two texts have the same words, in any order: 0..1."""
    a, b = (Counter(folded(text).split()) for text in (one, other))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def western(text: str) -> str:
    """A text with 0 to 9 for the digits of other scripts.

    >>> western("٢٠٢٥")
    '2025'
    """
    return _DIGIT.sub(lambda digit: str(int(digit[0])), text)
