"""Dilated convolutions over the rows of a page, in numpy.

The form is that of temporal convolutional networks (Bai, Kolter and Koltun 2018), with the norm first in each layer. A
norm and the matrix after it are one: its scale and the subtraction of the mean go into the matrix once, so that a row
needs only to be divided by its spread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EPSILON = np.float32(1e-5)
"""Added to a variance before its root is taken; PyTorch's default, in which the weights are fitted."""
ALONE = 2**18
"""Multiplications up to which OpenBLAS starts no threads."""

Rows = NDArray[np.float32]
"""One row a block."""
Weights = Mapping[str, Rows]
"""By PyTorch's names; matrices are (from, to)."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What a block is told by itself and by those `reach` before and behind it; all matrices are square."""

    reach: int
    before: Rows
    own: Rows
    behind: Rows
    bias: Rows
    before_bias: Rows
    """What of the bias a row lacks that has no block so far before it."""
    behind_bias: Rows
    mix: Rows
    mix_bias: Rows


@dataclass(frozen=True, slots=True)
class Net:
    """Weights, ready for use."""

    inp: Rows
    inp_bias: Rows
    layers: tuple[Layer, ...]
    out: Rows
    out_bias: Rows


def net_of(w: Weights, reaches: Sequence[int]) -> Net:
    """The net of stored weights, one layer a reach."""
    layers = []
    for i, reach in enumerate(reaches):
        named = {name.split(".", 2)[2]: each for name, each in w.items() if name.startswith(f"blocks.{i}.")}
        parts = [_folded(part, named["norm.weight"], named["norm.bias"]) for part in np.split(named["see.weight"], 3)]
        (before, before_bias), (own, own_bias), (behind, behind_bias) = parts
        bias = named["see.bias"] + before_bias + own_bias + behind_bias
        biases = (bias, before_bias, behind_bias)
        layers.append(Layer(reach, before, own, behind, *biases, named["mix.weight"], named["mix.bias"]))
    out, shift = _folded(w["out.weight"], w["fin.weight"], w["fin.bias"])
    return Net(w["inp.weight"], w["inp.bias"], tuple(layers), out, w["out.bias"] + shift)


def _folded(w: Rows, scale: Rows, shift: Rows) -> tuple[Rows, Rows]:
    """A matrix that takes the mean off, scales and multiplies, and the bias that the norm's shift becomes."""
    scaled = scale[:, None] * w
    return scaled - scaled.mean(axis=0), shift @ w


def logits(net: Net, rows: Rows) -> Rows:
    """What the net says of rows of numbers; the last ones may be left out where they are all 0."""
    state = times(rows, net.inp[: rows.shape[1]])
    state += net.inp_bias
    zeros = np.zeros_like(state)  # with an array of them the greater one is found in a third of the time
    np.maximum(state, zeros, out=state)
    for layer in net.layers:
        own = state * _sharpness(state)
        state += times(np.maximum(_seen(own, layer), zeros), layer.mix)
        state += layer.mix_bias
    said = times(state * _sharpness(state), net.out)
    said += net.out_bias
    return said


def _seen(own: Rows, layer: Layer) -> Rows:
    """What each row sees in itself and in the two beside it."""
    seen = times(own, layer.own)
    seen += layer.bias
    n, near = len(own), min(layer.reach, len(own))
    seen[near:] += times(own[: n - near], layer.before)
    seen[: n - near] += times(own[near:], layer.behind)
    seen[:near] -= layer.before_bias
    seen[n - near :] -= layer.behind_bias
    return seen


def _sharpness(x: Rows) -> Rows:
    """What each row is multiplied with so that its variance is 1."""
    mean = np.add.reduce(x, axis=1, keepdims=True) / x.shape[1]
    square = np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1]
    sharpness: Rows = 1 / np.sqrt(np.maximum(square - mean * mean, 0) + EPSILON)
    return sharpness


def times(x: Rows, w: Rows) -> Rows:
    """x @ w, so few rows at a time that no library starts threads for it: they would wait for longer than they work."""
    few = ALONE // w.size
    whole = len(x) - len(x) % few
    out = np.empty((len(x), w.shape[1]), np.float32)
    np.matmul(x[:whole].reshape(-1, few, x.shape[1]), w, out=out[:whole].reshape(-1, few, w.shape[1]))
    np.matmul(x[whole:], w, out=out[whole:])
    return out
