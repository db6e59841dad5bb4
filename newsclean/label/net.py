"""The net: rows of numbers to logits, through layers of which each adds to what a row knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from newsclean.label.convolutions import Convolution, convolution_of
from newsclean.label.matrices import Rows, Weights, folded, sharpness, times
from newsclean.label.recurrence import Memory, memory_of, remembered
from newsclean.label.steps import steps_of

WHOLE, STEPS = 0, -1
"""Stand for the reach of a layer that sees the whole page, and of one that does so row by row."""
OF_A_PAGE: dict[int, Callable[[Weights], Memory]] = {
    WHOLE: partial(memory_of, remember=remembered),
    STEPS: steps_of,
}
"""What makes such layers of stored weights."""


class Net(NamedTuple):
    """Weights, ready for use."""

    inp: Rows
    inp_bias: Rows
    layers: tuple[Convolution | Memory, ...]
    out: Rows
    out_bias: Rows


def net_of(w: Weights, reaches: Sequence[int]) -> Net:
    """The net of stored weights, one layer a reach."""
    layers: list[Convolution | Memory] = []
    for i, reach in enumerate(reaches):
        named = {name.split(".", 2)[2]: each for name, each in w.items() if name.startswith(f"blocks.{i}.")}
        layers.append(OF_A_PAGE[reach](named) if reach in OF_A_PAGE else convolution_of(named, reach))
    out, shift = folded(w, "fin", w["out.weight"])
    return Net(w["inp.weight"], w["inp.bias"], tuple(layers), out, w["out.bias"] + shift)


def known(net: Net, rows: Rows) -> Rows:
    """What the net knows of rows of numbers after its last layer, with a variance of 1; the last numbers may be left
    out where they are all 0."""
    state = times(rows, net.inp[: rows.shape[1]])
    state += net.inp_bias
    np.maximum(state, 0, out=state)
    for layer in net.layers:
        state += layer.told(state * sharpness(state))
    state *= sharpness(state)
    return state


def said(net: Net, known: Rows) -> Rows:
    """What the net says of what it knows."""
    logits = times(known, net.out)
    logits += net.out_bias
    return logits
