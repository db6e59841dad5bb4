"""The weights that judge blocks, and the three judgements: alone, in context, as the headline.

The weights are logistic regressions fitted on labelled pages by `python -m newsclean.training`, which writes
`weights.json`; the names of the numbers stand beside the weights, so that a change of the one without the other fails.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from newsclean.label.context import CONTEXT, in_context
from newsclean.label.features import ALONE, Facts, Numbers, alone, counted
from newsclean.label.title import TITLE, as_title

NAMES = {"alone": ALONE, "context": CONTEXT + ALONE, "title": TITLE}
"""What each weight of a table multiplies."""


@dataclass(frozen=True)
class Judged:
    """What the weights say of each block: logits of being the article's prose, and of being its headline."""

    prose: Numbers
    title: Numbers


def judge(facts: Sequence[Facts], texts: Sequence[str]) -> Judged:
    """Judge the blocks of a page; there must be one at least."""
    numbers = counted(facts)
    first = alone(facts, numbers)
    prose = np.hstack([in_context(facts, _dot(first, "alone")), first])
    scores = _dot(prose, "context")
    return Judged(scores, _dot(as_title(facts, texts, numbers, scores), "title"))


def _dot(numbers: Numbers, table: str) -> Numbers:
    # Summed row by row and rounded, so that no library's order of additions decides a label.
    scores: Numbers = np.round((numbers * weights()[table]).sum(axis=1), 6)
    return scores


@cache
def weights() -> dict[str, Numbers]:
    """The shipped weights by table; raises ValueError where they belong to other numbers."""
    stored = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    for table, names in NAMES.items():
        if tuple(stored[table]) != names:
            raise ValueError(f"weights.json: table {table!r} is of other numbers: run python -m newsclean.training")
    return {table: np.array(list(stored[table].values())) for table in NAMES}
