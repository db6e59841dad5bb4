"""What each row of a page is told by all rows before it and all behind it, in numpy.

The form is that of minimal gated recurrent units (Feng and others 2024, "Were RNNs all we needed?"): how much of what
was remembered is kept and what is added to it hang on a row alone, so that a page is worked out in few steps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from newsclean.label.matrices import Rows, Weights, folded, in_parts, times

STRIDE = 16
"""Rows that are gone through one by one, in all strides of a page at once; then the strides are, one by one."""
ONE = np.float32(1)


class Memory(NamedTuple):
    """A layer that tells each row what is remembered there: as many numbers from before as from behind."""

    say: Rows
    """To what `remember` reads of a row."""
    say_bias: Rows
    remember: Callable[[Rows], Rows]
    out: Rows
    out_bias: Rows

    def told(self, rows: Rows) -> Rows:
        """What each row is told; `rows` have the variance 1."""
        return in_parts(rows, self._part)

    def _part(self, rows: Rows) -> Rows:
        said = times(rows, self.say)
        said += self.say_bias
        told = times(self.remember(said), self.out)
        told += self.out_bias
        return told


def memory_of(w: Weights, remember: Callable[[Rows], Rows]) -> Memory:
    """The layer of stored weights that remembers so."""
    say, shift = folded(w, "norm", w["say.weight"])
    return Memory(say, w["say.bias"] + shift, remember, w["out.weight"], w["out.bias"])


def remembered(said: Rows) -> Rows:
    """What each row remembers of those up to it and of those from it on.

    `said` holds the logits of its gates, for before and behind, then what is new.

    >>> said = np.array([[9, 9, 1, 2], [-9, -9, 3, 4], [9, 9, 5, 6]], np.float32)
    >>> remembered(said).round(1).tolist()
    [[1.0, 2.0], [1.0, 6.0], [5.0, 6.0]]
    """
    n, width = len(said), said.shape[1] // 2
    strides = -(-n // STRIDE)
    kept, added = np.zeros((2, strides * STRIDE, width), np.float32)
    new: Rows = np.negative(said[:, :width])
    np.exp(new, out=new)
    new += ONE
    np.reciprocal(new, out=new)
    _both_ways(ONE - new, kept[:n])
    new *= said[:, width:]
    _both_ways(new, added[:n])
    shape = strides, STRIDE, width
    told = _gone_through(*(each.reshape(shape).swapaxes(0, 1).copy() for each in (kept, added)))
    added[:] = told.swapaxes(0, 1).reshape(added.shape)
    return _both_ways(added[:n], kept[:n])


def _both_ways(rows: Rows, out: Rows) -> Rows:
    """The second half of the columns from the last row to the first."""
    half = rows.shape[1] // 2
    out[:, :half] = rows[:, :half]
    out[:, half:] = rows[::-1, half:]
    return out


def _gone_through(kept: Rows, added: Rows) -> Rows:
    """Row by row what is kept of the row before, and added to it: first in each stride, then stride by stride."""
    for i in range(1, STRIDE):
        added[i] += kept[i] * added[i - 1]
        kept[i] *= kept[i - 1]
    before = np.zeros_like(added[0])
    for i in range(1, len(before)):
        before[i] = added[-1, i - 1] + kept[-1, i - 1] * before[i - 1]
    kept *= before
    kept += added
    return kept
