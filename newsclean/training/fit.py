"""Fitting the three tables of weights by Newton's method: two logistic regressions and a choice of one line a page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.label.context import in_context
from newsclean.label.features import Numbers, alone, counted
from newsclean.label.title import as_title
from newsclean.training.pages import Example

RIDGE = 1.0
"""L2 penalty; 0.3 to 3 gave the same figures on dev."""
STEPS = 12
"""Newton steps at most; five to eight suffice."""
DONE = 1e-4
"""Largest change of a weight at which the fit ends."""


def fit(examples: Sequence[Example]) -> dict[str, Numbers]:
    """The weights of each table, in the order of their names."""
    weight = np.concatenate([e.weight for e in examples])
    body = np.concatenate([e.body for e in examples]).astype(np.float64)
    first = [alone(e.facts, counted(e.facts)) for e in examples]
    by_itself = _logistic(np.vstack(first), body, weight)
    both = [np.hstack([in_context(e.facts, x @ by_itself), x]) for e, x in zip(examples, first, strict=True)]
    in_page = _logistic(np.vstack(both), body, weight)
    titled = [(e, x @ in_page) for e, x in zip(examples, both, strict=True) if e.headline >= 0]
    titles = [as_title(e.facts, e.texts, counted(e.facts), prose) for e, prose in titled]
    title = _choice(titles, [e.headline for e, _ in titled])
    return {"alone": by_itself, "context": in_page, "title": title}


def _logistic(x: Numbers, y: Numbers, weight: Numbers) -> Numbers:
    weight = weight * (len(weight) / weight.sum())
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -20, 20)))
        slope = x.T @ (weight * (y - p)) - RIDGE * w
        curve = x.T @ (x * (weight * p * (1 - p))[:, None]) + RIDGE * np.eye(len(w))
        step = np.linalg.solve(curve, slope)
        w = w + step
        if np.abs(step).max() < DONE:
            break
    return w


def _choice(pages: Sequence[Numbers], chosen: Sequence[int]) -> Numbers:
    """Weights of the choice of one line a page (a conditional logit)."""
    w = np.zeros(pages[0].shape[1])
    value, slope, curve = _choice_at(pages, chosen, w)
    for _ in range(STEPS):
        step, share = np.linalg.solve(curve, slope), 1.0
        following = _choice_at(pages, chosen, w + step)
        while following[0] < value and share > DONE:  # a full step may overshoot where few pages have a rare mark
            share /= 2
            following = _choice_at(pages, chosen, w + share * step)
        w = w + share * step
        value, slope, curve = following
        if np.abs(share * step).max() < DONE:
            break
    return w


def _choice_at(pages: Sequence[Numbers], chosen: Sequence[int], w: Numbers) -> tuple[float, Numbers, Numbers]:
    """Penalised log likelihood of the choices, its slope, and its curvature with the sign turned."""
    value, slope, curve = -RIDGE * float(w @ w) / 2, -RIDGE * w, RIDGE * np.eye(len(w))
    for x, at in zip(pages, chosen, strict=True):
        z = x @ w
        z -= z.max()
        p = np.exp(z)
        total = p.sum()
        p /= total
        mean = x.T @ p
        value += float(z[at] - np.log(total))
        slope += x[at] - mean
        curve += x.T @ (x * p[:, None]) - np.outer(mean, mean)
    return value, slope, curve
