"""What each row of a page is told by the rows around it, in numpy.

The form is that of temporal convolutional networks (Bai, Kolter and Koltun 2018), with the norm first in each layer.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from newsclean.label.matrices import Rows, Weights, folded, times


class Convolution(NamedTuple):
    """What a block is told by itself and by those `reach` before and behind it; all matrices are square."""

    reach: int
    before: Rows
    own: Rows
    behind: Rows
    bias: Rows
    before_bias: Rows
    """What of the bias a row lacks that has no block so far before it."""
    behind_bias: Rows

    def told(self, rows: Rows) -> Rows:
        """What each row is told; `rows` have the variance 1."""
        seen = times(rows, self.own)
        seen += self.bias
        n, near = len(rows), min(self.reach, len(rows))
        seen[near:] += times(rows[: n - near], self.before)
        seen[: n - near] += times(rows[near:], self.behind)
        seen[:near] -= self.before_bias
        seen[n - near :] -= self.behind_bias
        told: Rows = np.maximum(seen, 0, out=seen)
        return told


def convolution_of(w: Weights, reach: int) -> Convolution:
    """The layer of stored weights."""
    parts = [folded(w, "norm", part) for part in np.split(w["see.weight"], 3)]
    (before, before_bias), (own, own_bias), (behind, behind_bias) = parts
    bias = w["see.bias"] + before_bias + own_bias + behind_bias
    return Convolution(reach, before, own, behind, bias, before_bias, behind_bias)
