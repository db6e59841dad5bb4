"""The learned labeller: what it reads of a block, and what it says.

Each block sees the whole page, so that what the page has around a block decides on it. The weights are fitted
on labelled pages by `python -m newsclean.training`, which writes `model.npz`; the names of the numbers stand beside
them, so that a change of the one without the other fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Block
from newsclean.label.characters import Numbers
from newsclean.label.context import IN_PAGE, in_page
from newsclean.label.features import COUNTED, Facts
from newsclean.label.marked import MARKUP, marked
from newsclean.label.matrices import Rows, Weights
from newsclean.label.net import WHOLE, Net, logits, net_of

PLAIN = (*COUNTED, *IN_PAGE)
"""Names of the numbers that every block has; those of markup follow, and are left out for plain text."""
NUMBERS = (*PLAIN, *MARKUP)
"""Names of all numbers, in the order of the rows of `inp.weight`."""
JUDGEMENTS = ("prose", "caption", "standfirst", "byline", "title")
"""What the model says of a block, each a logit."""
REACHES = (1, 3, WHOLE, 1)
"""Blocks from the middle to either side of what each layer sees: its neighbours, then all of the page, told to it by
its neighbours again."""
PROSE_HEAT, TITLE_HEAT = 1.6, 1.8
"""Temperatures, by which logits are divided before they are taken for probabilities (Guo and others 2017). Fitted on
held-out sites of dev; the report of the training shows how well they do."""
DECIMALS = 3
"""Logits are rounded, so that no library's order of additions decides a label."""


@dataclass(frozen=True)
class Judged:
    """What the model says of each block: logits of being one of `JUDGEMENTS`."""

    prose: Numbers
    caption: Numbers
    standfirst: Numbers
    byline: Numbers
    title: Numbers
    """Of being the page's headline: only the differences within a page mean something."""

    @property
    def prose_shares(self) -> Numbers:
        """How likely each block is prose, 0..1."""
        shares: Numbers = 1 / (1 + np.exp(-self.prose / PROSE_HEAT))
        return shares

    @property
    def title_shares(self) -> Numbers:
        """How likely each block is the headline, 0..1; 1 in all."""
        shares: Numbers = np.exp((self.title - self.title.max()) / TITLE_HEAT)
        shares /= shares.sum()
        return shares


def judge(facts: Facts, blocks: Sequence[Block], net: Net) -> Judged:
    """Judge the blocks of a page, of which there must be one at least."""
    return judged_of(numbers_of(facts, blocks), net)


def numbers_of(facts: Facts, blocks: Sequence[Block]) -> Rows:
    """What the model reads: those of `NUMBERS`, or of `PLAIN` where the page has no markup."""
    plain = [facts.counted, in_page(facts)]
    markup = marked(blocks)
    return np.concatenate(plain if markup is None else [*plain, markup], axis=1, dtype=np.float32)


def judged_of(numbers: Rows, net: Net) -> Judged:
    """What the model says of rows of numbers; those of markup may be left out where they are all 0."""
    return Judged(*np.round(logits(net, numbers).astype(np.float64), DECIMALS).T)


@cache
def shipped() -> Net:
    """The shipped model; raises ValueError where it belongs to other numbers."""
    with resources.files(__package__).joinpath("model.npz").open("rb") as file, np.load(file) as stored:
        return net_of(checked(dict(stored)), REACHES)


def checked(stored: dict[str, NDArray[Any]]) -> Weights:
    """The weights of a file without the names of what they belong to, which must be those of this version."""
    names, judgements = tuple(stored.pop("names").tolist()), tuple(stored.pop("judgements").tolist())
    if (names, judgements) != (NUMBERS, JUDGEMENTS):
        raise ValueError("model.npz reads or says other numbers than this version: run python -m newsclean.training")
    return stored
