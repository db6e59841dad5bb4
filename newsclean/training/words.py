"""Words of texts, and which of them stand in another text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.measure.words import GRAM, WORD

Counts = NDArray[np.int64]


def held(texts: Sequence[str], body: str) -> tuple[NDArray[np.float64], Counts]:
    """Share of each block's words that stand in shingles of the body, and the number of its words."""
    gold = WORD.findall(body)
    grams = {tuple(gold[i : i + GRAM]) for i in range(max(1, len(gold) - GRAM + 1))}
    paragraphs = {tuple(WORD.findall(p)) for p in body.splitlines()}
    split = [WORD.findall(text) for text in texts]
    words = [word for block in split for word in block]
    hit = np.zeros(len(words), dtype=bool)
    for i in range(len(words) - GRAM + 1):
        if tuple(words[i : i + GRAM]) in grams:
            hit[i : i + GRAM] = True
    counts = np.array([len(block) for block in split], np.int64)
    ends = np.cumsum(counts)
    total = np.concatenate([[0], np.cumsum(hit)])
    share = (total[ends] - total[ends - counts]) / np.maximum(1, counts)
    short = [0 < len(b) < GRAM and tuple(b) in paragraphs for b in split]
    return np.where(short, 1.0, share), counts
