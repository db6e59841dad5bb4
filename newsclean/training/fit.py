"""Fitting the three tables of weights two logistic regressions and a choice of one line a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.label.context import in_context
from newsclean.label.features import Numbers, alone, counted
from newsclean.label.linear import dot
from newsclean.label.marked import MARKUP, marked
from newsclean.label.title import as_title
from newsclean.training.pages import Example

RIDGE = 1.0
"""L2 penalty; 0.3 to 3 gave the same figures on dev."""
STEPS = 12
"""Newton steps at most; five to eight suffice."""
HANDFUL = 200
"""Pages that are multiplied at once."""
ROUNDS = 300
"""Steps of L-BFGS at most; it ends by itself after 100 to 200."""
DONE = 1e-4
"""Largest change of a weight at which the fit ends."""


def fit(examples: Sequence[Example]) -> dict[str, Numbers]:
    """The weights of each table, in the order of their names."""
    weight = [e.weight for e in examples]
    body = [e.body.astype(np.float64) for e in examples]
    counts = [counted(e.facts) for e in examples]
    first = [alone(e.facts, c) for e, c in zip(examples, counts, strict=True)]
    by_itself = _logistic([_full(x, e) for x, e in zip(first, examples, strict=True)], body, weight)
    both = [
        np.hstack([in_context(e.facts, dot(by_itself, x, marked(e.blocks))), x])
        for e, x in zip(examples, first, strict=True)
    ]
    in_page = _logistic([_full(x, e) for x, e in zip(both, examples, strict=True)], body, weight)
    titles, places = [], []
    for e, x, c in zip(examples, both, counts, strict=True):
        if e.headline >= 0:
            prose = dot(in_page, x, marked(e.blocks))
            titles.append(_full(as_title(e.facts, [b.text for b in e.blocks], c, prose), e))
            places.append(e.headline)
    return {"alone": by_itself, "context": in_page, "title": _choice(titles, places)}


def _full(numbers: Numbers, e: Example) -> NDArray[np.float32]:
    """With the numbers of markup, which are 0 for plain text; halved in size, since all pages are held at once."""
    marks = marked(e.blocks)
    marks = np.zeros((len(numbers), len(MARKUP))) if marks is None else marks
    return np.hstack([numbers, marks]).astype(np.float32)


def _logistic(pages: Sequence[NDArray[np.float32]], bodies: Sequence[Numbers], weights: Sequence[Numbers]) -> Numbers:
    size = pages[0].shape[1]
    mean = sum(float(w.sum()) for w in weights) / sum(len(w) for w in weights)
    w = np.zeros(size)
    for _ in range(STEPS):
        slope, curve = -RIDGE * w, RIDGE * np.eye(size)
        for x, y, weight in zip(_stacked(pages), _stacked(bodies), _stacked(weights), strict=True):
            p = 1 / (1 + np.exp(-np.clip(x @ w, -20, 20)))
            slope += x.T @ (weight * (y - p) / mean)
            spread = np.sqrt(weight * p * (1 - p) / mean).astype(np.float32)[:, None]
            curve += (x * spread).T @ (x * spread)  # in single precision: it only sets the length of the step
        step = np.linalg.solve(curve, slope)
        w = w + step
        if np.abs(step).max() < DONE:
            break
    return w


def _stacked(pages: Sequence[NDArray[Any]]) -> Iterator[NDArray[Any]]:
    """The pages in handfuls, which multiply faster than one by one and need less memory than all at once."""
    for start in range(0, len(pages), HANDFUL):
        yield np.concatenate(pages[start : start + HANDFUL])


def _choice(pages: Sequence[NDArray[np.float32]], chosen: Sequence[int]) -> Numbers:
    """Weights of the choice of one line a page: a conditional logit, by L-BFGS."""
    from scipy.optimize import minimize  # of the extra newsclean[train]

    x = np.concatenate(pages)
    sizes = np.array([len(page) for page in pages])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    page_of = np.repeat(np.arange(len(pages)), sizes)
    at = starts + np.array(chosen)

    def loss(w: Numbers) -> tuple[float, Numbers]:
        z = (x @ w.astype(np.float32)).astype(np.float64)
        z -= np.maximum.reduceat(z, starts)[page_of]
        p = np.exp(z)
        total = np.add.reduceat(p, starts)
        value = float((np.log(total) - z[at]).sum() + RIDGE * (w @ w) / 2)
        p /= total[page_of]
        p[at] -= 1
        return value, (x.T @ p.astype(np.float32)).astype(np.float64) + RIDGE * w

    found: Numbers = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    return found
