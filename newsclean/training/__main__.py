"""`python -m newsclean.training FOLDER`: fit the model and write it; with `--folds` say how good it is on other sites.

The report is a cross-validation by site: body precision, recall and F1 over blocks weighted by their words, averaged
over pages, and the share of headlines found, for each kind of dump and each source of pages.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from newsclean.label import model
from newsclean.label.convolutions import Net, Weights, net_of
from newsclean.label.model import JUDGEMENTS, NUMBERS, REACHES, judged_of
from newsclean.label.roles import PROSE
from newsclean.training.fit import fit
from newsclean.training.pages import Example, examples, fold_of, folded

MODEL = Path(model.__file__).with_name("model.npz")


def main() -> None:
    """Parse the arguments and do the work."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds gold.jsonl.gz, dumps/<kind>/<id>.txt and html/<id>.html.gz")
    parser.add_argument("-o", "--output", type=Path, default=MODEL)
    parser.add_argument("--folds", type=int, default=0, help="folds of the report; 0 for none")
    args = parser.parse_args()
    pages = list(examples(args.folder))
    if args.folds:
        report(pages, args.folds)
    write(args.output, fit(pages))


def write(path: Path, weights: Weights) -> None:
    """Store weights with the names of what they belong to."""
    named: dict[str, Any] = {"names": np.array(NUMBERS), "judgements": np.array(JUDGEMENTS), **weights}
    with path.open("wb") as file:
        np.savez(file, **named)


def report(pages: Sequence[Example], folds: int) -> None:
    """Print the figures of pages whose site was held out."""
    rows: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
    for fold in range(folds):
        net = net_of(fit([e for e in pages if fold_of(e.site, folds) != fold]), REACHES)
        for e in (e for e in pages if fold_of(e.site, folds) == fold):
            for source in (e.source, "all"):
                rows.setdefault((e.kind, source), []).append(figures(e, net))
    for (kind, source), each in sorted(rows.items()):
        p, r, title = np.nanmean(each, axis=0)
        f1 = 2 * p * r / (p + r)
        print(f"{kind:10} {source:8} pages {len(each):5}  body p {p:.3f} r {r:.3f} f1 {f1:.3f}  headline {title:.3f}")


def figures(e: Example, net: Net) -> tuple[float, float, float]:
    """Precision and recall of the body, and whether the headline is found: NaN where the page shows none."""
    judged = judged_of(e.numbers, net)
    said = judged.prose > PROSE
    both = float(e.words[said & e.body].sum())
    best = folded(e.texts[int(np.argmax(judged.title))])
    title = float(best == folded(e.texts[e.headline])) if e.headline >= 0 else np.nan
    return both / max(1, e.words[said].sum()), both / max(1, e.words[e.body].sum()), title


if __name__ == "__main__":
    main()
