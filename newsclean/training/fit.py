"""Fitting the model: pages in batches, changed a little each time so that it learns shapes and not pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from newsclean.label.matrices import Rows, Weights
from newsclean.label.model import JUDGEMENTS, NUMBERS
from newsclean.training.batches import descended, filled
from newsclean.training.net import Net

SEEDS = {"first": 0, "twin": 2}
"""Of the nets that judge what is of the article."""
ROUNDS = 24
"""Times that each page is seen."""
RATE = 3e-3
"""Learning rate at its height."""
LONGEST = 1500
"""Blocks of a page that are learned from."""
CHANGED = 0.7
"""Share of pages that are cut, thinned out or shortened."""
SELECTED, SHORTENED = 0.35, 0.25
"""Shares of those pages of which lines above and below are cut, and parts of the body as well."""
THIN = 0.08
"""Share of a page's blocks outside the article that are left out of a page that is thinned out."""
BLIND = 0.1
"""Share of numbers that a page is shown without."""
HIDDEN = (
    (0.15, ("gap",)),
    (0.1, ("bullet",)),
    (0.3, ("opens_title", "named_in_title", "words_in_title")),
)
"""Shares of pages that are shown without what some tools do not print: blank lines, list markers, the page's title."""
LIKELY = 0.5
"""Truth from which a block is body; that of a page without gold is what a model says."""
TITLE = 2.0
"""How much finding the headline weighs against all other judgements of a page."""
CHANNELS = 48
"""Numbers that each block carries from layer to layer; 64 gave the same figures on dev."""


class Judged(Protocol):
    """A page with what the first net is to say of it, as an `Example` has it."""

    @property
    def numbers(self) -> Rows:
        """One row a block."""

    @property
    def truth(self) -> Rows:
        """0..1, by the order of the judgements without the last."""

    @property
    def trust(self) -> Rows:
        """How much each truth weighs."""

    @property
    def headline(self) -> int:
        """-1 where no block is it."""


def fit(examples: Sequence[Judged], reaches: Sequence[int], seed: int) -> Weights:
    """The weights of the first net or its twin; equal for equal arguments, on one machine."""
    torch.manual_seed(seed)
    return fit_further(Net(len(NUMBERS), CHANNELS, reaches, len(JUDGEMENTS)), examples, ROUNDS, RATE, seed)


def fit_further(net: Net, examples: Sequence[Judged], rounds: int, rate: float, seed: int) -> Weights:
    """The weights of a first net after each page was seen so many times."""
    chance = np.random.default_rng(seed)

    def loss(batch: Sequence[Judged]) -> Tensor:
        return _loss(net, [_changed(page, chance) for page in batch])

    return descended(net, examples, loss, rounds, rate, chance)


Shown = tuple[Tensor, Tensor, Tensor, int]
"""Numbers, truth and trust of a page's blocks, and the headline's place or -1."""


def _changed(page: Judged, chance: Generator) -> Shown:
    """A page as another tool might have left it."""
    kept = np.ones(len(page.numbers), dtype=bool)
    if chance.random() < CHANGED:
        kept = _cut(page, chance)
    kept[LONGEST:] = False
    if page.headline >= 0:
        kept[page.headline] = True
    numbers = torch.from_numpy(page.numbers[kept])
    numbers *= torch.from_numpy(chance.random(numbers.shape[1]) >= BLIND)
    for share, names in HIDDEN:
        if chance.random() < share:
            numbers[:, [NUMBERS.index(name) for name in names]] = 0
    headline = int(kept[: page.headline].sum()) if page.headline >= 0 else -1
    return numbers, torch.from_numpy(page.truth[kept]), torch.from_numpy(page.trust[kept]), headline


def _cut(page: Judged, chance: Generator) -> NDArray[np.bool_]:
    """What is left when someone selects around the article, when a tool drops lines, or when an article is short."""
    n, body, way = len(page.numbers), page.truth[:, 0] > LIKELY, chance.random()
    kept = np.ones(n, dtype=bool)
    if way < SELECTED + SHORTENED and body.any():
        first, last = int(np.argmax(body)), n - 1 - int(np.argmax(body[::-1]))
        first = min(first, page.headline) if page.headline >= 0 else first
        kept[: chance.integers(0, first + 1)] = False
        kept[chance.integers(last + 1, n + 1) :] = False
        if way < SHORTENED:
            kept &= (chance.random(n) < chance.random()) | ~body
    else:
        kept = (chance.random(n) > THIN) | body
    return kept


def _loss(net: Net, pages: Sequence[Shown]) -> Tensor:
    """Of the judgements, by how much each is trusted, and of the choice of one headline a page; mean over pages."""
    numbers, truth, trust = (filled([page[i] for page in pages]) for i in range(3))
    kept = filled([torch.ones(len(page[0]), 1) for page in pages])
    said = net(numbers, kept)
    judged = functional.binary_cross_entropy_with_logits(said[..., :-1], truth, reduction="none") * trust
    titled = torch.tensor([page[3] for page in pages])
    title = said[..., JUDGEMENTS.index("title")].masked_fill(kept[..., 0] == 0, -1e4)
    chosen = functional.cross_entropy(title, titled, ignore_index=-1, reduction="sum")
    return (judged.sum() + TITLE * chosen) / len(pages)
