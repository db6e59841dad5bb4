"""What each row of a page is told by all rows before it and all behind it, one after the other, in numpy.

The form is that of gated recurrent units (Cho and others 2014), one for either way. A row's share in what is
remembered hangs on what is remembered there, which `recurrence` leaves out to be fast: this one finds more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsclean.label.matrices import Rows, Weights, folded, in_parts, times

HALF, ONE = np.float32(0.5), np.float32(1)


@dataclass(frozen=True, slots=True)
class Steps:
    """What is remembered: as many numbers from before as from behind."""

    say: Rows
    """For before and for behind to what a row says: how far to look back, how far to change, what is new. The first
    two are halves of logits."""
    say_bias: Rows
    go: Rows
    """(way, from, to): what the row before says to the same."""
    out: Rows
    out_bias: Rows

    def told(self, rows: Rows) -> Rows:
        """What each row is told; `rows` have the variance 1."""
        return in_parts(rows, self._part)

    def _part(self, rows: Rows) -> Rows:
        said = times(rows, self.say)
        said += self.say_bias
        both = said.reshape(len(rows), 2, 1, -1)
        both[:, 1] = both[::-1, 1]
        known = gone_through(both, self.go)[1:]
        known[:, 1] = known[::-1, 1]
        told = times(known.reshape(len(rows), -1), self.out)
        told += self.out_bias
        return told


def steps_of(w: Weights) -> Steps:
    """The layer of stored weights."""
    say, shift = folded(w, "norm", w["say.weight"])
    go = np.stack(np.split(w["go"], 2))
    return Steps(say, w["say.bias"] + shift, go, w["out.weight"], w["out.bias"])


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
