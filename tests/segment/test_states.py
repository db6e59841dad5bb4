"""Two kinds of text that take turns."""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from newsclean.segment.states import NEVER, states

PARTS = st.lists(st.tuples(st.integers(-4, 4), st.integers(0, 4) | st.just(NEVER)), max_size=9)


def worth(parts: list[tuple[int, float]], found: tuple[bool, ...]) -> float:
    told = sum(weight for (weight, _), state in zip(parts, found, strict=True) if state)
    turns = (parts[i][1] for i, (before, state) in enumerate(pairwise(found), 1) if before != state)
    return told - sum(turns)


@given(PARTS)
def test_no_other_path_is_worth_more(parts: list[tuple[int, float]]) -> None:
    best = max(worth(parts, found) for found in product((False, True), repeat=len(parts)))
    assert worth(parts, tuple(states(parts))) == best
