"""The learned labeller: what it reads of a block, and what it says.

Each block sees the whole page, so that what the page has around a block decides on it. A first net judges what
belongs to the article, and its twin, whose memory of the page goes on block by block, does as well: the mean of both
holds. A second one reads the same numbers and what the first knows, and judges what stands beside the article and where
another begins; it is fitted when the first is done, which so loses nothing by it. The weights are fitted on labelled
pages by `python -m newsclean.training`, which writes `model.npz`; the names of the numbers stand beside them, so that a
change of the one without the other fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Block, Role
from newsclean.label.characters import Numbers
from newsclean.label.context import IN_PAGE, in_page
from newsclean.label.features import COUNTED, Facts
from newsclean.label.marked import MARKUP, marked
from newsclean.label.matrices import Rows, Weights
from newsclean.label.net import STEPS, WHOLE, Net, known, net_of, said

PLAIN = (*COUNTED, *IN_PAGE)
"""Names of the numbers that every block has; those of markup follow, and are left out for plain text."""
FIRST_SIGHT = IN_PAGE.index("prose")
NUMBERS = (*PLAIN, *MARKUP)
"""Names of all numbers, in the order of the rows of `inp.weight`."""
JUDGEMENTS = ("prose", "caption", "standfirst", "byline", "title")
"""What the first net says of a block, each a logit."""
BESIDE = (
    *(Role.NAVIGATION, Role.RELATED, Role.PROMO, Role.FORM, Role.LEGAL, Role.SOCIAL, Role.COMMENT, Role.BIOGRAPHY),
    *(Role.LIVE_FEED, Role.SUBHEAD, Role.KICKER, Role.TIMESTAMP, Role.CREDIT),
)
"""Roles of which the second says how likely a block has each."""
LATER = ("opens", "begins", *BESIDE)
"""All that it says: first whether a block is the headline of an article behind another one in the dump, and whether it
is the first block of that article's page."""
NAMES = {"names": NUMBERS, "judgements": (*JUDGEMENTS, *LATER)}
"""What stands in the file beside the weights, so that weights of other numbers are not taken for those of these."""
REACHES, TWIN_REACHES = (1, 3, WHOLE, 1), (1, 3, STEPS, 1)
"""Blocks from the middle to either side of what each layer sees: its neighbours, then all of the page, told to it by
its neighbours again; of the first net, and of its twin."""
LATER_REACHES = (1, 4)
"""The same of the second net, to which the first tells the page."""
PROSE_HEAT, TITLE_HEAT = 1.6, 1.8
"""Temperatures, by which logits are divided before they are taken for probabilities (Guo and others 2017). Fitted on
held-out sites of dev; the report of the training shows how well they do."""
GATE = {"gate.weight": (len(NUMBERS),), "gate.bias": (1,)}
"""Names in the file of what makes a gate, and their shapes."""
NETS = {"first": REACHES, "twin": TWIN_REACHES, "second": LATER_REACHES}
"""Names of the nets in the file, and their reaches."""
HALF = np.float32(0.5)
DECIMALS = 3
"""Logits are rounded, so that no library's order of additions decides a label."""


class Gate(NamedTuple):
    """Which pages a model was taught for, by the mean of the numbers of their blocks."""

    weight: Rows
    bias: float

    def opens(self, numbers: Rows) -> bool:
        """Whether a page is like those."""
        mean = numbers.mean(axis=0, dtype=np.float64)
        return round(float(mean @ self.weight[: len(mean)]) + self.bias, DECIMALS) > 0


class Model(NamedTuple):
    """All nets."""

    first: Net
    twin: Net
    second: Net
    gate: Gate | None = None
    """Of a model that was taught on top of the shipped one, which judges all pages that are unlike those."""


class Judged(NamedTuple):
    """What the model says of each block: logits of being one of `JUDGEMENTS`, then those of `LATER`."""

    prose: Numbers
    caption: Numbers
    standfirst: Numbers
    byline: Numbers
    title: Numbers
    """Of being the page's headline: only the differences within a page mean something."""
    opens: Numbers
    begins: Numbers
    beside: Numbers
    """One row for each of `BESIDE`."""

    @property
    def beside_shares(self) -> Numbers:
        """How likely each block has each role of `BESIDE`, 0..1."""
        return _shares(self.beside)

    @property
    def prose_shares(self) -> Numbers:
        """How likely each block is prose, 0..1."""
        return _shares(self.prose / PROSE_HEAT)

    @property
    def title_shares(self) -> Numbers:
        """How likely each block is the headline, 0..1; 1 in all."""
        shares: Numbers = np.exp((self.title - self.title.max()) / TITLE_HEAT)
        shares /= shares.sum()
        return shares


def judge(facts: Facts, blocks: Sequence[Block], model: Model) -> Judged:
    """Judge the blocks of a page, of which there must be one at least."""
    return judged_of(numbers_of(facts, blocks), model)


def numbers_of(facts: Facts, blocks: Sequence[Block]) -> Rows:
    """What the model reads: those of `NUMBERS`, or of `PLAIN` where the page has no markup."""
    counted, around = facts.counted, in_page(facts)
    plain = [counted, around]
    markup = marked(blocks, np.array(facts.size) * around[:, FIRST_SIGHT])
    return np.concatenate(plain if markup is None else [*plain, markup], axis=1, dtype=np.float32)


def judged_of(numbers: Rows, model: Model) -> Judged:
    """What the model says of rows of numbers; those of markup may be left out where they are all 0."""
    if model.gate is not None and not model.gate.opens(numbers):
        model = shipped()
    seen = known(model.first, numbers)
    both = said(model.first, seen)
    both += said(model.twin, known(model.twin, numbers))
    both *= HALF
    prose, caption, standfirst, byline, title = _rounded(both)
    later = _rounded(said(model.second, known(model.second, read_later(seen, numbers))))
    return Judged(prose, caption, standfirst, byline, title, later[0], later[1], later[-len(BESIDE) :])


def read_later(seen: Rows, numbers: Rows) -> Rows:
    """What the second net reads: what the first knows, and the numbers."""
    return np.concatenate([seen, numbers], axis=1)


def _shares(logits: Numbers) -> Numbers:
    shares: Numbers = 1 / (1 + np.exp(-logits))
    return shares


def _rounded(logits: Rows) -> Numbers:
    rounded: Numbers = logits.astype(np.float64).round(DECIMALS).T
    return rounded


@cache
def shipped() -> Model:
    """The shipped model; raises ValueError where it belongs to other numbers."""
    return model_of(shipped_weights())


@cache
def shipped_weights() -> Weights:
    """Those of the shipped model; raises as it does."""
    with resources.files(__package__).joinpath("model.npz").open("rb") as file, np.load(file) as stored:
        return checked(dict(stored))


def model_of(stored: Weights) -> Model:
    """The model of stored weights, those of the first net as "first.inp.weight"; with a gate where they have one."""
    gate = Gate(stored["gate.weight"], float(stored["gate.bias"][0])) if "gate.weight" in stored else None
    first, twin, second = (net_of(part_of(stored, name), reaches) for name, reaches in NETS.items())
    return Model(first, twin, second, gate)


def part_of(stored: Weights, net: str) -> Weights:
    """The weights of one of the nets, by their own names."""
    return {name.removeprefix(f"{net}."): w for name, w in stored.items() if name.startswith(f"{net}.")}


def checked(stored: dict[str, NDArray[Any]]) -> Weights:
    """The weights of a file without the names of what they belong to, which must be those of this version."""
    if {name: tuple(stored[name].tolist()) for name in NAMES} != NAMES:
        raise ValueError("reads or says other numbers than this version: fit it again by python -m newsclean.training")
    return {name: w for name, w in stored.items() if name not in NAMES}
