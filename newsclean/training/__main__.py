"""`python -m newsclean.training FOLDER`: fit the weights, write them, and with `--folds` say how good they are.

The report is a cross-validation by site: body precision, recall and F1 over blocks weighted by their words, averaged
over pages, and the share of headlines found, for each kind of dump.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsclean.label import linear
from newsclean.label.linear import NAMES, judge
from newsclean.label.roles import PROSE
from newsclean.training.fit import fit
from newsclean.training.pages import Example, examples, fold_of

WEIGHTS = Path(linear.__file__).with_name("weights.json")


def main() -> None:
    """Parse the arguments and do the work."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds gold.jsonl.gz and dumps/<kind>/<id>.txt")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    parser.add_argument("--folds", type=int, default=0, help="folds of the report; 0 for none")
    args = parser.parse_args()
    pages = list(examples(args.folder))
    if args.folds:
        report(pages, args.folds)
    table = {name: dict(zip(NAMES[name], w.round(4).tolist(), strict=True)) for name, w in fit(pages).items()}
    args.output.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


def report(pages: Sequence[Example], folds: int) -> None:
    """Print the figures of pages whose site was held out."""
    rows: dict[str, list[tuple[float, float]]] = {}
    found: dict[str, list[bool]] = {}
    for fold in range(folds):
        weights = fit([e for e in pages if fold_of(e.site, folds) != fold])
        for e in (e for e in pages if fold_of(e.site, folds) == fold):
            judged = judge(e.facts, e.blocks, weights)
            rows.setdefault(e.kind, []).append(_overlap(e, judged.prose > PROSE))
            if e.headline >= 0:
                best = e.blocks[int(np.argmax(judged.title))].text
                found.setdefault(e.kind, []).append(best.casefold() == e.blocks[e.headline].text.casefold())
    for kind, pairs in rows.items():
        p, r = (float(np.mean(column)) for column in zip(*pairs, strict=True))
        f1 = 2 * p * r / (p + r)
        print(
            f"{kind:10} pages {len(pairs)}  body p {p:.3f} r {r:.3f} f1 {f1:.3f}  headline {np.mean(found[kind]):.3f}"
        )


def _overlap(e: Example, said: NDArray[np.bool_]) -> tuple[float, float]:
    words = np.array([len(f.words) for f in e.facts], dtype=np.float64)
    both = float(words[said & e.body].sum())
    return both / max(1.0, float(words[said].sum())), both / max(1.0, float(words[e.body].sum()))


if __name__ == "__main__":
    main()
