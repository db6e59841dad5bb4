"""What both fits share: pages in batches, and the descent over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

import torch
from numpy.random import Generator
from torch import Tensor
from torch.nn import functional, utils

from newsclean.label.matrices import Rows, Weights
from newsclean.training.net import Net

BATCH = 16
"""Pages of one step."""
SORTED = 8
"""Batches that are sorted by length together, so that little is filled up."""
DECAY = 0.02


class Paged(Protocol):
    """What has a row of numbers for each block."""

    @property
    def numbers(self) -> Rows:
        """One row a block."""


T = TypeVar("T", bound=Paged)


def descended(
    net: Net, pages: Sequence[T], loss: Callable[[Sequence[T]], Tensor], rounds: int, rate: float, chance: Generator
) -> Weights:
    """The weights of a net after each page was seen so many times; `rate` is the learning rate at its height, after
    15 % of the steps."""
    by = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=DECAY)
    steps = rounds * -(-len(pages) // BATCH)
    rates = torch.optim.lr_scheduler.OneCycleLR(by, rate, total_steps=steps, pct_start=0.15)
    for _ in range(rounds):
        for batch in _batches(pages, chance):
            by.zero_grad()
            loss(batch).backward()
            utils.clip_grad_norm_(net.parameters(), 1.0)
            by.step()
            rates.step()
    return net.weights()


def _batches(pages: Sequence[T], chance: Generator) -> Iterator[list[T]]:
    """All pages in random order, pages of like length together."""
    order = chance.permutation(len(pages)).tolist()
    found: list[list[T]] = []
    for start in range(0, len(order), BATCH * SORTED):
        near = sorted((pages[i] for i in order[start : start + BATCH * SORTED]), key=lambda page: len(page.numbers))
        found += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
    yield from (found[i] for i in chance.permutation(len(found)).tolist())


def filled(pages: Sequence[Tensor]) -> Tensor:
    """The rows of all pages, with rows of 0 below so that all have as many."""
    longest = max(map(len, pages))
    return torch.stack([functional.pad(rows, (0, 0, 0, longest - len(rows))) for rows in pages])
