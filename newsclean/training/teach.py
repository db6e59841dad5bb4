"""Teaching the shipped model a user's cases, and saying whether that made it better."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from newsclean.label.matrices import Weights
from newsclean.label.model import Model, judged_of, model_of, shipped, shipped_weights
from newsclean.label.roles import PROSE
from newsclean.label.stored import ModelFile, model_file
from newsclean.limits import DEFAULT
from newsclean.measure.figures import figures_of, results_of
from newsclean.measure.gold import case_of
from newsclean.measure.match import Pair
from newsclean.pipeline import Options, clean
from newsclean.read import read
from newsclean.record import Rejected
from newsclean.training.cases import Case
from newsclean.training.gate import gate_of
from newsclean.training.kept import Kept, parted
from newsclean.training.stored import write
from newsclean.training.tune import tuned

FIELDS = ("body", "headline", "authors", "day", "captions")
"""Figures that are told, where the cases give them."""


@dataclass(frozen=True)
class Taught:
    """The weights, and what is told of them, a line each."""

    weights: Weights
    lines: Sequence[str]


def taught(cases: Sequence[Case], sample: Sequence[Kept], folds: int) -> Taught:
    """The model that learned all cases, and how those that learned the cases of other folds do on each fold."""
    rehearsed, measured = parted(sample)

    def learn(some: Sequence[Case]) -> Weights:
        examples = [case.example for case in some]
        gate = gate_of([e.numbers for e in examples], [page.numbers for page in rehearsed])
        return {**tuned(shipped_weights(), examples, rehearsed), **gate}

    weights = learn(cases)
    gained = _on_cases(cases, learn, folds) if folds else ()
    return Taught(weights, [*gained, *_on_kept(measured, model_of(weights))])


def folds_of(cases: Sequence[Case], folds: int) -> list[list[Case]]:
    """The cases in parts of like size, those of one article together; fewer parts where there are fewer articles."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.group, []).append(case)
    parts: list[list[Case]] = [[] for _ in range(min(folds, len(groups)))]
    for _, group in sorted(groups.items()):
        min(parts, key=len).extend(group)
    return parts


def _on_cases(cases: Sequence[Case], learn: Callable[[Sequence[Case]], Weights], folds: int) -> Iterator[str]:
    """Records of each case by the shipped model, and by one that learned the cases of other folds alone."""
    parts = folds_of(cases, folds)
    before: list[Pair] = []
    after: list[Pair] = []
    opened = 0
    with TemporaryDirectory(prefix="newsclean-") as folder:
        for n, part in enumerate(parts):
            rest = [case for other in parts if other is not part for case in other]
            if len(rest) < 2:
                break
            path = Path(folder) / f"{n}.npz"
            weights = learn(rest)
            write(path, weights)
            model = model_file(str(path))
            before += (pair_of(case, None) for case in part)
            after += (pair_of(case, model) for case in part)
            gate = model_of(weights).gate
            opened += sum(gate is not None and gate.opens(case.example.numbers) for case in part)
    if not after:
        yield "too few articles among the cases for a cross-validation: at least three are needed"
        return
    figures = [figures_of(results_of(pairs, None)) for pairs in (before, after)]
    told = ", ".join(_change(name, *(each[name] for each in figures)) for name in FIELDS if name in figures[0])
    yield f"{len(after)} cases that the model had not seen (cross-validation in {len(parts)} parts): {told}"
    yield f"{opened} of them were taken for pages like the cases, and read by what was taught"


def pair_of(case: Case, model: ModelFile | None) -> Pair:
    """The case with its record by a model."""
    gold = case_of(case.folder / "expected.json", case.folder)
    found = clean(read(str(case.input), DEFAULT), Options(model=model))
    return Pair(gold, "case", {} if isinstance(found, Rejected) else json.loads(found[0].model_dump_json()))


def _on_kept(pages: Sequence[Kept], model: Model) -> Iterator[str]:
    """What the model says of the sample's blocks, before the rules."""
    told = ", ".join(map(_change, ("body", "headline"), _judged(pages, shipped()), _judged(pages, model)))
    yield f"{len(pages)} kept pages of sites that were not rehearsed: {told}"
    opened = sum(model.gate is not None and model.gate.opens(page.numbers) for page in pages)
    yield f"{opened} of them were taken for pages like the cases"


def _judged(pages: Sequence[Kept], model: Model) -> tuple[float, float]:
    """Body F1 of precision and recall, weighted by words, averaged over pages; share of headlines found."""
    rows, titles = [], []
    for page in pages:
        judged = judged_of(page.numbers, model)
        said = judged.prose > PROSE
        both = page.words[said & page.body].sum()
        rows.append((both / max(1, page.words[said].sum()), both / max(1, page.words[page.body].sum())))
        if page.headline >= 0:
            titles.append(int(np.argmax(judged.title)) == page.headline)
    precision, recall = np.mean(rows, axis=0)
    return 2 * precision * recall / max(1e-9, precision + recall), float(np.mean(titles))


def _change(name: str, before: float, after: float) -> str:
    return f"{name} {before:.4f} -> {after:.4f}"
