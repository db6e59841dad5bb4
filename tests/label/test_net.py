"""The net in few steps over all rows says what the plain one, row by row, would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.label import matrices
from newsclean.label.matrices import ALONE, EPSILON, Rows, Weights, times
from newsclean.label.net import STEPS, WHOLE, known, net_of, said
from newsclean.label.recurrence import STRIDE, remembered

CHANNELS, INPUTS, REACHES = 6, 4, (1, WHOLE, 3, STEPS)


def weights(seed: int) -> Weights:
    chance = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {
        "inp.weight": (INPUTS, CHANNELS),
        "out.weight": (CHANNELS, 2),
        "out.bias": (2,),
    }
    shapes |= dict.fromkeys(("inp.bias", "fin.weight", "fin.bias"), (CHANNELS,))
    for i, reach in enumerate(REACHES):
        layer: dict[str, tuple[int, ...]] = {"norm.weight": (CHANNELS,), "norm.bias": (CHANNELS,)}
        if reach == WHOLE:
            layer |= {"say.weight": (CHANNELS, 4 * CHANNELS), "say.bias": (4 * CHANNELS,)}
            layer |= {"out.weight": (2 * CHANNELS, CHANNELS), "out.bias": (CHANNELS,)}
        elif reach == STEPS:
            layer |= {"say.weight": (CHANNELS, 6 * CHANNELS), "say.bias": (6 * CHANNELS,)}
            layer |= {"go": (2 * CHANNELS, 3 * CHANNELS)}
            layer |= {"out.weight": (2 * CHANNELS, CHANNELS), "out.bias": (CHANNELS,)}
        else:
            layer |= {"see.weight": (3 * CHANNELS, CHANNELS), "see.bias": (CHANNELS,)}
        shapes |= {f"blocks.{i}.{name}": shape for name, shape in layer.items()}
    return {name: chance.normal(0, 1, shape).astype(np.float32) for name, shape in shapes.items()}


def normal(x: Rows, w: Weights, name: str) -> Rows:
    centred = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + EPSILON)
    return centred / spread * w[f"{name}.weight"] + w[f"{name}.bias"]


def row_by_row(said: Rows) -> Rows:
    """What is remembered, each way by itself."""
    gates, new = np.hsplit(said, 2)
    share = 1 / (1 + np.exp(-gates))
    told = np.zeros_like(new)
    half = new.shape[1] // 2
    for columns, rows in ((slice(half), range(len(new))), (slice(half, None), reversed(range(len(new))))):
        held = np.zeros(half, np.float32)
        for i in rows:
            held = (1 - share[i, columns]) * held + share[i, columns] * new[i, columns]
            told[i, columns] = held
    return told


def step_by_step(said: Rows, go: Rows) -> Rows:
    """What gated recurrent units remember, each way by itself."""
    told = np.zeros((len(said), 2 * CHANNELS), np.float32)
    for way, rows in ((0, range(len(said))), (1, reversed(range(len(said))))):
        held = np.zeros(CHANNELS, np.float32)
        for i in rows:
            looks, changes, new = np.split(said[i, 3 * CHANNELS * way :][: 3 * CHANNELS], 3)
            look, change, back = np.split(held @ np.split(go, 2)[way], 3)
            share = 1 / (1 + np.exp(-2 * (changes + change)))
            fresh = np.tanh(new + back / (1 + np.exp(-2 * (looks + look))))
            held = (1 - share) * held + share * fresh
            told[i, CHANNELS * way :][:CHANNELS] = held
    return told


def plain(w: Weights, rows: Rows) -> Rows:
    """The net as PyTorch has it: norm, rows outside of the page as zeros, what the layer says, added."""
    state = np.maximum(rows @ w["inp.weight"] + w["inp.bias"], 0)
    for i, reach in enumerate(REACHES):
        own = normal(state, w, f"blocks.{i}.norm")
        if reach in (WHOLE, STEPS):
            page = own @ w[f"blocks.{i}.say.weight"] + w[f"blocks.{i}.say.bias"]
            told = row_by_row(page) if reach == WHOLE else step_by_step(page, w[f"blocks.{i}.go"])
            state = state + told @ w[f"blocks.{i}.out.weight"] + w[f"blocks.{i}.out.bias"]
        else:
            wide = np.pad(own, ((reach, reach), (0, 0)))
            seen = np.hstack([wide[at : at + len(rows)] for at in (0, reach, 2 * reach)])
            state = state + np.maximum(seen @ w[f"blocks.{i}.see.weight"] + w[f"blocks.{i}.see.bias"], 0)
    return normal(state, w, "fin") @ w["out.weight"] + w["out.bias"]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, STRIDE, STRIDE + 1, 40])
def test_the_net_and_the_plain_one_say_the_same(size: int) -> None:
    for seed in range(5):
        w, rows = weights(seed), np.random.default_rng(seed).random((size, INPUTS)).astype(np.float32)
        net = net_of(w, REACHES)
        assert said(net, known(net, rows)) == pytest.approx(plain(w, rows), abs=1e-3)


@given(st.integers(1, 3 * STRIDE + 1), st.integers(0, 2**32 - 1))
def test_what_is_remembered_is_what_going_row_by_row_gives(size: int, seed: int) -> None:
    said = np.random.default_rng(seed).normal(0, 4, (size, 12)).astype(np.float32)
    assert remembered(said) == pytest.approx(row_by_row(said), abs=1e-4)


@pytest.mark.parametrize(
    ("reach", "away", "seen"), [(3, 3, True), (3, 2, False), (3, 4, False), (WHOLE, 30, True), (STEPS, 3, True)]
)
def test_a_layer_sees_rows_in_its_reach_or_the_whole_page(reach: int, away: int, seen: bool) -> None:
    w = {name: each for name, each in weights(0).items() if name.split(".")[:2] != ["blocks", "1"]}
    place = REACHES.index(reach)
    w |= {f"blocks.0.{n.split('.', 2)[2]}": e for n, e in weights(0).items() if n.startswith(f"blocks.{place}.")}
    (layer,) = net_of(w, (reach,)).layers
    rows = np.random.default_rng(1).normal(0, 1, (40, CHANNELS)).astype(np.float32)
    changed = rows.copy()
    changed[away] *= -9
    assert bool((layer.told(rows)[0] != layer.told(changed)[0]).any()) is seen


@pytest.mark.parametrize("reach", [WHOLE, STEPS])
def test_a_page_that_is_too_long_is_remembered_in_parts(reach: int, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = net_of(weights(0), REACHES).layers[REACHES.index(reach)]
    rows = np.random.default_rng(1).normal(0, 1, (20, CHANNELS)).astype(np.float32)
    whole = layer.told(rows)
    monkeypatch.setattr(matrices, "PART", 20)
    assert (layer.told(rows) == whole).all()
    monkeypatch.setattr(matrices, "PART", 19)
    assert (layer.told(rows)[:19] == layer.told(rows[:19])).all()
    assert (layer.told(rows)[19:] == layer.told(rows[19:])).all()


def test_many_rows_are_multiplied_as_few_are() -> None:
    w = np.ones((128, 64), np.float32)
    rows = np.random.default_rng(0).random((ALONE // w.size * 2 + 3, 128)).astype(np.float32)
    assert times(rows, w) == pytest.approx(rows @ w, rel=1e-5)
