"""What each row of a page is told by all rows before it and all behind it, one after the other, in numpy.

The form is that of gated recurrent units (Cho and others 2014), one for either way. A row's share in what is
remembered hangs on what is remembered there, which `recurrence` leaves out to be fast: this one finds more.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from newsclean.label.matrices import Rows, Weights
from newsclean.label.recurrence import Memory, memory_of

HALF, ONE = np.float32(0.5), np.float32(1)


def steps_of(w: Weights) -> Memory:
    """The layer of stored weights."""
    return memory_of(w, partial(_remembered, np.stack(np.split(w["go"], 2))))


def _remembered(go: Rows, said: Rows) -> Rows:
    """What each row remembers of those up to it and of those from it on.

    `said` holds for before and for behind how far to look back, how far to change, the halves of logits, and what is
    new; `go` (way, from, to) is what the row before says to the same.
    """
    both = said.reshape(len(said), 2, 1, -1)
    both[:, 1] = both[::-1, 1]
    known = gone_through(both, go)[1:]
    known[:, 1] = known[::-1, 1]
    return known.reshape(len(said), -1)


def gone_through(said: Rows, go: Rows) -> Rows:
    """What is remembered before the first row, and behind each.

    Shapes: `said` (row, way, page, 3 x number), `go` (way, number, 3 x number), told (1 + row, way, page, number).

    >>> said = np.array([[0, 9, 1], [0, -9, 3], [0, 9, 2]], np.float32).reshape(3, 1, 1, 3)
    >>> gone_through(said, np.zeros((1, 1, 3), np.float32)).ravel().astype(float).round(2).tolist()
    [0.0, 0.76, 0.76, 0.96]
    """
    n, ways, pages, width = said.shape
    size = width // 3
    known = np.zeros((n + 1, ways, pages, size), np.float32)
    before = np.empty((ways, pages, width), np.float32)
    gates, back = before[..., : 2 * size], before[..., 2 * size :]
    look, change = gates[..., :size], gates[..., size:]
    new = np.empty((ways, pages, size), np.float32)
    for gate, fresh, old, now in zip(said[..., : 2 * size], said[..., 2 * size :], known, known[1:], strict=False):
        np.matmul(old, go, out=before)
        gates += gate
        np.tanh(gates, out=gates)
        gates += ONE
        gates *= HALF
        np.multiply(look, back, out=new)
        new += fresh
        np.tanh(new, out=new)
        new -= old
        new *= change
        np.add(old, new, out=now)
    return known
