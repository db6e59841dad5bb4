"""Two kinds of text that take turns: the likeliest path of a hidden Markov model of two states (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Iterable

NEVER = float("inf")
"""What speaks against a change that cannot be."""


def states(parts: Iterable[tuple[float, float]]) -> list[bool]:
    """Whether each part is of the kind that its weight, the first of its numbers, speaks for; the second speaks against
    a change of kind before it.

    >>> states([(2, 1), (-0.5, 1), (2, 1), (-3, 1), (-3, NEVER), (2, NEVER)])
    [True, True, True, False, False, False]
    """
    told = 0.0  # how much more speaks for the one kind than for the other, by the likeliest paths to both
    stayed: list[tuple[bool, bool]] = []
    for weight, change in parts:
        stayed.append((told <= change, told >= -change))
        told = min(max(told, -change), change) + weight
    state = told >= 0
    found: list[bool] = []
    for stays in reversed(stayed):
        found.append(state)
        if not stays[state]:
            state = not state
    return found[::-1]
