"""Fitting the shipped model further, on a user's cases, while it rehearses what it knew.

What it knew is what it says of the kept sample: the new model is to say the same of these pages (learning without
forgetting; Li and Hoiem 2016), which holds for all that it says, with truth or without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch

from newsclean.label.characters import Numbers
from newsclean.label.matrices import Rows, Weights
from newsclean.label.model import BESIDE, JUDGEMENTS, NETS, Judged, judged_of, model_of, part_of
from newsclean.label.net import net_of
from newsclean.training.fit import LIKELY, SEEDS, fit_further
from newsclean.training.kept import Kept
from newsclean.training.later import fit_later_further
from newsclean.training.net import net_from
from newsclean.training.pages import ASIDE, Example, weight_of
from newsclean.training.silver import WEIGHT
from newsclean.training.splice import Lesson, lesson_of
from newsclean.training.stored import named

ROUNDS = 12
"""Times that each page of the sample is seen."""
RATE = 1e-3
"""Learning rate at its height."""
SHARE = 0.3
"""Share of cases among what is seen: they are shown again until they make it up."""

T = TypeVar("T")


@dataclass(frozen=True)
class Rehearsed:
    """A page of the sample with what a model says of it."""

    numbers: Rows
    truth: Rows
    trust: Rows
    headline: int


def tuned(old: Weights, cases: Sequence[Example], kept: Sequence[Kept], seed: int = 0) -> Weights:
    """The weights of all nets; equal for equal arguments, on one machine."""
    torch.manual_seed(seed)
    model = model_of(old)
    said = [judged_of(page.numbers, model) for page in kept]
    pages: list[Example | Rehearsed] = [*_again(cases, len(kept)), *map(_rehearsed, kept, said)]
    first, twin = (fit_further(net_from(part_of(old, name), NETS[name]), pages, ROUNDS, RATE, seed) for name in SEEDS)
    second = fit_later_further(
        net_from(part_of(old, "second"), NETS["second"]),
        [*map(lesson_of, _again(cases, len(kept))), *map(_lesson, kept, said)],
        net_of(first, NETS["first"]),
        ROUNDS,
        RATE,
        seed,
    )
    return named(first=first, twin=twin, second=second)


def _again(cases: Sequence[T], kept: int) -> list[T]:
    """Each case as often as it takes."""
    return [*cases] * max(1, round(SHARE / (1 - SHARE) * kept / len(cases)))


def _rehearsed(page: Kept, said: Judged) -> Rehearsed:
    truth = _shares([said.prose, *(getattr(said, name) for name in JUDGEMENTS[1:-1])])
    trust = np.full_like(truth, ASIDE)
    trust[:, 0] = weight_of(page.words, truth[:, 0] > LIKELY)
    return Rehearsed(page.numbers, truth, trust, int(np.argmax(said.title)))


def _lesson(page: Kept, said: Judged) -> Lesson:
    truth = _shares([said.opens, said.begins, *said.beside])
    trust = np.ones_like(truth)
    trust[:, -len(BESIDE) :] = WEIGHT / len(truth)
    return Lesson("kept", (page.site,), page.numbers, truth, trust)


def _shares(logits: Sequence[Numbers]) -> Rows:
    shares: Rows = (1 / (1 + np.exp(-np.column_stack(logits)))).astype(np.float32)
    return shares
