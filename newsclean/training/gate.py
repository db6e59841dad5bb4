"""Which pages are like those that a model was taught on: a linear discriminant over the means of a page's numbers.

Without it, what an odd layout teaches is held against all other pages a little: the nets alone, taught 20 dumps of a
made-up site, lost 0.005 to 0.013 of the body F1 on pages of dev that were not rehearsed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.label.matrices import Rows, Weights

SPREAD = 0.01
"""Added to how far each number spreads over pages: some spread next to nothing."""
RIDGE = 1.0
"""Added to the variance of each number, which so many pages cannot tell well."""
WIDE = 3.0
"""Standard deviations of the cases under their mean, down to which a page is like them. So nearly all pages like them
pass; where the cases are like all other pages, those pass too."""


def gate_of(cases: Sequence[Rows], kept: Sequence[Rows]) -> Weights:
    """The weights of a gate that opens for pages like the cases, of which there are two at least, by their numbers."""
    like, other = (np.array([page.mean(axis=0, dtype=np.float64) for page in pages]) for pages in (cases, kept))
    middle, spread = other.mean(axis=0), other.std(axis=0) + SPREAD
    apart = (like.mean(axis=0) - middle) / spread
    weight = np.linalg.solve(np.cov(((other - middle) / spread).T) + RIDGE * np.eye(len(apart)), apart) / spread
    found = like @ weight
    bias = WIDE * found.std() - found.mean()
    return {"gate.weight": weight.astype(np.float32), "gate.bias": np.array([bias], np.float32)}
