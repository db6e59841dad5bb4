"""`python -m newsclean.training FOLDER`: fit the model and write it; with `--folds` say how good it is on other sites.

The report is a cross-validation by site: body precision, recall and F1 over blocks weighted by their words, averaged
over pages, and the share of headlines found, for each kind of dump and each source of pages, and for each language;
the same over blocks for captions, standfirsts and bylines; then how often what was said with a confidence is right.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from newsclean.label import model
from newsclean.label.matrices import Weights
from newsclean.label.model import NAMES, REACHES, model_of
from newsclean.label.net import net_of
from newsclean.training.fit import fit
from newsclean.training.later import fit_later
from newsclean.training.pages import Example, examples, fold_of
from newsclean.training.report import Report
from newsclean.training.splice import Lesson, lesson_of, spliced
from newsclean.training.ticker import tickered

MODEL = Path(model.__file__).with_name("model.npz")


def main() -> None:
    """Parse the arguments and do the work."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds gold.jsonl.gz, dumps/<kind>/<id>.txt and html/<id>.html.gz")
    parser.add_argument("-o", "--output", type=Path, default=MODEL)
    parser.add_argument("--folds", type=int, default=0, help="folds of the report; 0 for none")
    args = parser.parse_args()
    pages = list(examples(args.folder))
    lessons = [*map(lesson_of, pages), *spliced(args.folder), *tickered(args.folder)]
    if args.folds:
        print("\n".join(held_out(pages, lessons, args.folds).lines()))
    write(args.output, fitted(pages, lessons))


def fitted(pages: Sequence[Example], lessons: Sequence[Lesson]) -> Weights:
    """The weights of both nets."""
    first = fit(pages)
    second = fit_later(lessons, net_of(first, REACHES))
    return {
        f"{net}.{name}": w for net, weights in (("first", first), ("second", second)) for name, w in weights.items()
    }


def held_out(pages: Sequence[Example], lessons: Sequence[Lesson], folds: int) -> Report:
    """Every page judged by a model that was fitted on the other folds; sites are never split, and pairs of sites of
    two folds are left out."""
    report = Report()
    for fold in range(folds):
        of = [{fold_of(site, folds) == fold for site in lesson.sites} for lesson in lessons]
        learned = [lesson for lesson, inside in zip(lessons, of, strict=True) if inside == {False}]
        model = model_of(fitted([e for e in pages if fold_of(e.site, folds) != fold], learned))
        for e in (e for e in pages if fold_of(e.site, folds) == fold):
            report.add(e, model)
        for lesson in (lesson for lesson, inside in zip(lessons, of, strict=True) if inside == {True}):
            report.add_later(lesson, model)
    return report


def write(path: Path, weights: Weights) -> None:
    """Store weights with the names of what they belong to."""
    named: dict[str, Any] = {**{name: np.array(row) for name, row in NAMES.items()}, **weights}
    with path.open("wb") as file:
        np.savez(file, **named)


if __name__ == "__main__":
    main()
