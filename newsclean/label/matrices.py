"""Rows of numbers and what the layers of the net share: products, and norms that became part of a matrix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

EPSILON = np.float32(1e-5)
"""Added to a variance before its root is taken; PyTorch's default, in which the weights are fitted."""
PART = 2**14
"""Rows of a page up to which all of it is remembered; longer ones are read in parts, which bounds the memory: 40 MB."""
ALONE = 2**18
"""Multiplications up to which OpenBLAS starts no threads."""

Rows = NDArray[np.float32]
"""One row a block."""
Weights = Mapping[str, Rows]
"""By PyTorch's names; matrices are (from, to)."""


def folded(w: Weights, norm: str, matrix: Rows) -> tuple[Rows, Rows]:
    """A matrix behind a norm as one that takes the mean off, scales and multiplies, and the bias that the norm's shift
    becomes: a row needs only to be divided by its spread."""
    scaled = w[f"{norm}.weight"][:, None] * matrix
    return scaled - scaled.mean(axis=0), w[f"{norm}.bias"] @ matrix


def sharpness(x: Rows) -> Rows:
    """What each row is multiplied with so that its variance is 1."""
    width = x.shape[1]
    mean = x @ np.full((width, 1), 1 / width, np.float32)
    spread: Rows = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(width)
    spread -= mean * mean
    np.maximum(spread, 0, out=spread)
    spread += EPSILON
    np.sqrt(spread, out=spread)
    return np.reciprocal(spread, out=spread)


def times(x: Rows, w: Rows) -> Rows:
    """x @ w, so few rows at a time that no library starts threads for it: they would wait for longer than they work."""
    few = ALONE // w.size
    whole = len(x) - len(x) % few
    out = np.empty((len(x), w.shape[1]), np.float32)
    np.matmul(x[:whole].reshape(-1, few, x.shape[1]), w, out=out[:whole].reshape(-1, few, w.shape[1]))
    np.matmul(x[whole:], w, out=out[whole:])
    return out


def in_parts(rows: Rows, read: Callable[[Rows], Rows]) -> Rows:
    """What is read of the rows of a page, of a long one part by part."""
    if len(rows) <= PART:
        return read(rows)
    return np.concatenate([read(rows[start : start + PART]) for start in range(0, len(rows), PART)])
