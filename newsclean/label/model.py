"""The learned labeller: dilated convolutions over the blocks of a page, in numpy.

Each block sees 64 blocks on either side, so that what the page has around a block decides on it. The weights are fitted
on labelled pages by `python -m newsclean.training`, which writes `model.npz`; the names of the numbers stand beside
them, so that a change of the one without the other fails. The form is that of temporal convolutional networks (Bai,
Kolter and Koltun 2018), with the norm first in each layer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Block
from newsclean.label.context import IN_PAGE, in_page
from newsclean.label.features import COUNTED, Facts, counted
from newsclean.label.marked import MARKUP, marked
from newsclean.label.page_words import Numbers

PLAIN = (*COUNTED, *IN_PAGE)
"""Names of the numbers that every block has; those of markup follow, and are left out for plain text."""
NUMBERS = (*PLAIN, *MARKUP)
"""Names of all numbers, in the order of the rows of `inp.weight`."""
JUDGEMENTS = ("prose", "caption", "standfirst", "byline", "title")
"""What the model says of a block, each a logit."""
REACHES = (1, 2, 4, 8, 16, 32, 1)
"""Blocks from the middle to either side of what each layer sees."""
EPSILON = np.float32(1e-5)
"""Added to a variance before its root is taken; PyTorch's default, in which the weights are fitted."""
DECIMALS = 3
"""Logits are rounded, so that no library's order of additions decides a label."""
ALONE = 2**18
"""Multiplications up to which OpenBLAS starts no threads."""

Rows = NDArray[np.float32]
"""One row a block."""
Weights = Mapping[str, Rows]
"""By PyTorch's names; matrices are (from, to)."""


@dataclass(frozen=True)
class Judged:
    """What the model says of each block: logits of being one of `JUDGEMENTS`."""

    prose: Numbers
    caption: Numbers
    standfirst: Numbers
    byline: Numbers
    title: Numbers
    """Of being the page's headline: only the differences within a page mean something."""


def judge(facts: Sequence[Facts], blocks: Sequence[Block], weights: Weights) -> Judged:
    """Judge the blocks of a page, of which there must be one at least."""
    return judged_of(numbers_of(facts, blocks), weights)


def numbers_of(facts: Sequence[Facts], blocks: Sequence[Block]) -> Rows:
    """What the model reads: those of `NUMBERS`, or of `PLAIN` where the page has no markup."""
    counts = counted(facts)
    plain = [counts, in_page(facts, [b.text for b in blocks], counts)]
    markup = marked(blocks)
    return np.hstack(plain if markup is None else [*plain, markup]).astype(np.float32)


def judged_of(numbers: Rows, weights: Weights) -> Judged:
    """What the model says of rows of numbers; those of markup may be left out where they are all 0."""
    state = np.maximum(_times(numbers, weights["inp.weight"][: numbers.shape[1]]) + weights["inp.bias"], 0)
    for i, reach in enumerate(REACHES):
        state = state + _layer(state, reach, {name: weights[f"blocks.{i}.{name}"] for name in LAYER})
    said = (
        _times(_normal(state, weights["fin.weight"], weights["fin.bias"]), weights["out.weight"]) + weights["out.bias"]
    )
    return Judged(*np.round(said.astype(np.float64), DECIMALS).T)


LAYER = ("norm.weight", "norm.bias", "see.weight", "see.bias", "mix.weight", "mix.bias")


def _layer(x: Rows, reach: int, w: Weights) -> Rows:
    """What a layer adds to each block, from the block and those `reach` before and behind it."""
    n, channels = x.shape
    wide = np.zeros((n + 2 * reach, channels), np.float32)
    wide[reach : n + reach] = _normal(x, w["norm.weight"], w["norm.bias"])
    seen = np.hstack([wide[:n], wide[reach : n + reach], wide[2 * reach :]])
    shown = np.maximum(_times(seen, w["see.weight"]) + w["see.bias"], 0)
    added: Rows = _times(shown, w["mix.weight"]) + w["mix.bias"]
    return added


def _times(x: Rows, w: Rows) -> Rows:
    """x @ w, so few rows at a time that no library starts threads for it: they would wait for longer than they work."""
    few = ALONE // w.size
    whole = len(x) - len(x) % few
    out = np.empty((len(x), w.shape[1]), np.float32)
    np.matmul(x[:whole].reshape(-1, few, x.shape[1]), w, out=out[:whole].reshape(-1, few, w.shape[1]))
    np.matmul(x[whole:], w, out=out[whole:])
    return out


def _normal(x: Rows, scale: Rows, shift: Rows) -> Rows:
    """Each row moved to mean 0 and brought to variance 1, then scaled."""
    centred = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + EPSILON)
    normal: Rows = centred / spread * scale + shift
    return normal


@cache
def weights() -> Weights:
    """The shipped weights; raises ValueError where they belong to other numbers."""
    with resources.files(__package__).joinpath("model.npz").open("rb") as file, np.load(file) as stored:
        return checked(dict(stored))


def checked(stored: dict[str, NDArray[Any]]) -> Weights:
    """The weights of a file without the names of what they belong to, which must be those of this version."""
    names, judgements = tuple(stored.pop("names").tolist()), tuple(stored.pop("judgements").tolist())
    if (names, judgements) != (NUMBERS, JUDGEMENTS):
        raise ValueError("model.npz reads or says other numbers than this version: run python -m newsclean.training")
    return stored
