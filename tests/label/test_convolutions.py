"""The net with its norms folded into its matrices says what the plain one would."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.label.convolutions import ALONE, EPSILON, Rows, Weights, logits, net_of, times

CHANNELS, INPUTS, REACHES = 6, 4, (1, 3)


def weights(seed: int) -> Weights:
    chance = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {
        "inp.weight": (INPUTS, CHANNELS),
        "out.weight": (CHANNELS, 2),
        "out.bias": (2,),
    }
    shapes |= dict.fromkeys(("inp.bias", "fin.weight", "fin.bias"), (CHANNELS,))
    for i in range(len(REACHES)):
        layer = dict.fromkeys(("norm.weight", "norm.bias", "see.bias", "mix.bias"), (CHANNELS,))
        layer |= {"see.weight": (3 * CHANNELS, CHANNELS), "mix.weight": (CHANNELS, CHANNELS)}
        shapes |= {f"blocks.{i}.{name}": shape for name, shape in layer.items()}
    return {name: chance.normal(0, 1, shape).astype(np.float32) for name, shape in shapes.items()}


def normal(x: Rows, w: Weights, name: str) -> Rows:
    centred = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + EPSILON)
    return centred / spread * w[f"{name}.weight"] + w[f"{name}.bias"]


def plain(w: Weights, rows: Rows) -> Rows:
    """The net as PyTorch has it: norm, rows outside of the page as zeros, convolution, rectifier, matrix."""
    state = np.maximum(rows @ w["inp.weight"] + w["inp.bias"], 0)
    for i, reach in enumerate(REACHES):
        wide = np.pad(normal(state, w, f"blocks.{i}.norm"), ((reach, reach), (0, 0)))
        seen = np.hstack([wide[at : at + len(rows)] for at in (0, reach, 2 * reach)])
        shown = np.maximum(seen @ w[f"blocks.{i}.see.weight"] + w[f"blocks.{i}.see.bias"], 0)
        state = state + shown @ w[f"blocks.{i}.mix.weight"] + w[f"blocks.{i}.mix.bias"]
    return normal(state, w, "fin") @ w["out.weight"] + w["out.bias"]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 40])
def test_folded_and_plain_say_the_same(size: int) -> None:
    for seed in range(5):
        w, rows = weights(seed), np.random.default_rng(seed).random((size, INPUTS)).astype(np.float32)
        assert logits(net_of(w, REACHES), rows) == pytest.approx(plain(w, rows), abs=1e-3)


def test_many_rows_are_multiplied_as_few_are() -> None:
    w = np.ones((128, 64), np.float32)
    rows = np.random.default_rng(0).random((ALONE // w.size * 2 + 3, 128)).astype(np.float32)
    assert times(rows, w) == pytest.approx(rows @ w, rel=1e-5)
