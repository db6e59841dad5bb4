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

from newsclean.document import Block
from newsclean.label.context import CONTEXT, in_context
from newsclean.label.features import ALONE, Facts, Numbers, alone, counted
from newsclean.label.marked import MARKUP, marked
from newsclean.label.title import TITLE, as_title

NAMES = {"alone": ALONE + MARKUP, "context": CONTEXT + ALONE + MARKUP, "title": TITLE + MARKUP}
"""What each weight of a table multiplies; those of markup come last, and are left out for plain text."""


@dataclass(frozen=True)
class Judged:
    """What the weights say of each block: logits of being the article's prose, and of being its headline."""

    prose: Numbers
    title: Numbers


def judge(facts: Sequence[Facts], blocks: Sequence[Block], table: dict[str, Numbers]) -> Judged:
    """Judge the blocks of a page, of which there must be one at least, by a table of weights."""
    counts, marks = counted(facts), marked(blocks)
    first = alone(facts, counts)
    prose = np.hstack([in_context(facts, dot(table["alone"], first, marks)), first])
    scores = dot(table["context"], prose, marks)
    return Judged(scores, dot(table["title"], as_title(facts, [b.text for b in blocks], counts, scores), marks))


def dot(by: Numbers, numbers: Numbers, marks: Numbers | None) -> Numbers:
    """The logits of each row of numbers, and of markup where there is any.

    Summed row by row and rounded, so that no library's order of additions decides a label.
    """
    size = numbers.shape[1]
    scores = (numbers * by[:size]).sum(axis=1)
    if marks is not None:
        scores = scores + (marks * by[size:]).sum(axis=1)
    rounded: Numbers = np.round(scores, 6)
    return rounded


@cache
def weights() -> dict[str, Numbers]:
    """The shipped weights by table; raises ValueError where they belong to other numbers."""
    stored = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    for table, names in NAMES.items():
        if tuple(stored[table]) != names:
            raise ValueError(f"weights.json: table {table!r} is of other numbers: run python -m newsclean.training")
    return {table: np.array(list(stored[table].values())) for table in NAMES}
