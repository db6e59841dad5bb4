"""`python -m newsclean.training FOLDER`: fit the model and write it; with `--folds` say how good it is on other sites.

`python -m newsclean.training --from GOLD -o FILE` teaches the shipped model the gold cases of a folder, and says by a
cross-validation over their articles what that gains on them, and what it costs on a kept sample of other pages.

The report of `--folds` is a cross-validation by site: body precision, recall and F1 over blocks weighted by words,
averaged over pages, and the share of headlines found, for each kind of dump and each source of pages, and for each
language; the same over blocks for captions, standfirsts and bylines; then how often what was said with a confidence
is right.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from newsclean.training import MISSING

try:
    import torch
except ImportError:
    raise SystemExit(MISSING) from None

from newsclean.label.matrices import Weights
from newsclean.label.model import NETS, model_of
from newsclean.label.net import net_of
from newsclean.training.cases import Case, CaseError, cases_in
from newsclean.training.fit import SEEDS, fit
from newsclean.training.kept import kept_of, sample, thinned
from newsclean.training.later import fit_later
from newsclean.training.pages import Example, examples, fold_of
from newsclean.training.report import Report
from newsclean.training.splice import Lesson, lesson_of, spliced
from newsclean.training.stored import SHIPPED, named, write
from newsclean.training.teach import taught
from newsclean.training.ticker import tickered

FOLDS = 4
"""Parts of the cross-validation of what is taught."""
LEAST = 2
"""Cases that something can be taught with."""


def main() -> None:
    """Parse the arguments and do the work."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.training", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "folder", type=Path, nargs="?", help="holds gold.jsonl.gz, dumps/<kind>/<id>.txt and html/<id>.html.gz"
    )
    what.add_argument("--from", type=Path, dest="gold", metavar="GOLD", help="gold cases to teach the shipped model")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="with --from: pages to rehearse, for the sample")
    parser.add_argument("-o", "--output", type=Path, help="default without --from: the model of the package")
    parser.add_argument("--folds", type=int, help="parts of the cross-validation; 4 with --from, else 0: none")
    args = parser.parse_args()
    if args.gold:
        if not args.output:
            parser.error("--from needs -o FILE")
        teach(args.gold, args.keep, args.output, FOLDS if args.folds is None else args.folds)
        return
    pages = list(examples(args.folder))
    lessons = [*map(lesson_of, pages), *spliced(args.folder), *tickered(args.folder)]
    if args.folds:
        print("\n".join(held_out(pages, lessons, args.folds).lines()))
    write(args.output or SHIPPED, fitted(pages, lessons))


def teach(gold: Path, keep: Path | None, output: Path, folds: int) -> None:
    """Teach the shipped model the cases of a folder, and print what that changed."""
    torch.set_num_threads(1)  # products of a few pages are small: threads wait for each other longer than they work
    found = list(cases_in(gold))
    cases = [case for case in found if isinstance(case, Case)]
    for error in found:
        if isinstance(error, CaseError):
            print(f"not learned from: {error}")
    if len(cases) < LEAST:
        raise SystemExit(f"{gold}: {len(cases)} cases teach something, and at least {LEAST} are needed")
    kept = list(kept_of(thinned(examples(keep), 1)) if keep else sample())
    done = taught(cases, kept, folds)
    write(output, done.weights)
    print("\n".join((f"learned from {len(cases)} cases, with {len(kept)} kept pages", *done.lines)))


def fitted(pages: Sequence[Example], lessons: Sequence[Lesson]) -> Weights:
    """The weights of all nets."""
    first, twin = (fit(pages, NETS[name], seed) for name, seed in SEEDS.items())
    return named(first=first, twin=twin, second=fit_later(lessons, net_of(first, NETS["first"])))


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


if __name__ == "__main__":
    main()
