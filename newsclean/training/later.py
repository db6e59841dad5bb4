"""Fitting the second net, on what the first knows of each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from newsclean.label.matrices import Weights
from newsclean.label.model import LATER, LATER_REACHES, read_later
from newsclean.label.net import Net as Fitted
from newsclean.label.net import known
from newsclean.training.batches import descended, filled
from newsclean.training.net import Net
from newsclean.training.splice import Lesson

ROUNDS = 6
"""Times that each page is seen."""
CHANNELS = 32
RATE = 4e-3
"""Learning rate at its height."""
LONGEST = 2000
"""Blocks of a page that are learned from."""


def fit_later(lessons: Sequence[Lesson], first: Fitted, seed: int = 0) -> Weights:
    """The weights of the second net; equal for equal lessons, first net and seed, on one machine."""
    torch.manual_seed(seed)
    numbers = first.out.shape[0] + first.inp.shape[0]
    return fit_later_further(Net(numbers, CHANNELS, LATER_REACHES, len(LATER)), lessons, first, ROUNDS, RATE, seed)


def fit_later_further(
    net: Net, lessons: Sequence[Lesson], first: Fitted, rounds: int, rate: float, seed: int
) -> Weights:
    """The weights of a second net after each page was seen so many times."""
    read = [_read(lesson, first) for lesson in lessons]
    return descended(net, read, lambda batch: _loss(net, batch), rounds, rate, np.random.default_rng(seed))


def _read(lesson: Lesson, first: Fitted) -> Lesson:
    """With what the second net reads, up to `LONGEST` blocks."""
    numbers = read_later(known(first, lesson.numbers), lesson.numbers)
    return replace(lesson, numbers=numbers[:LONGEST], truth=lesson.truth[:LONGEST], trust=lesson.trust[:LONGEST])


def _loss(net: Net, lessons: Sequence[Lesson]) -> Tensor:
    """Of what is said of each block, by how much its truth weighs; mean over pages."""
    columns = ([lesson.numbers for lesson in lessons], [each.truth for each in lessons], [x.trust for x in lessons])
    numbers, truth, trust = (filled([torch.from_numpy(rows) for rows in column]) for column in columns)
    kept = filled([torch.ones(len(lesson.numbers), 1) for lesson in lessons])
    judged = functional.binary_cross_entropy_with_logits(net(numbers, kept), truth, reduction="none")
    return (judged * trust).sum() / len(lessons)
