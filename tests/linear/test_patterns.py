"""No regular expression takes time that grows with the square of a text.

Measured, since nothing counts the steps inside `re`; but from a bound that a linear pattern is far below, and a
quadratic one far above: what passes it is measured again, the best of some tries at two sizes.
"""

from __future__ import annotations

import re
import time
from collections import deque
from functools import partial
from typing import Any

import pytest
from near_misses import near_misses, patterns, uses

SIZE = 6_000
"""Characters; at this size a quadratic pattern takes millions of steps, a tenth of a second and more."""
SLOW = 0.02
"""Seconds of processor time from which a pattern is looked at again."""
GROWTH = 4**1.35
TRIES = 3


def seconds(pattern: re.Pattern[Any], use: str, first: str, again: str, size: int) -> float:
    """How long it takes to use a pattern on a text of some characters."""
    text = first + again * (size // len(again)) + "\0"
    subject = text.encode() if isinstance(pattern.pattern, bytes) else text
    work = (
        partial(deque, pattern.finditer(subject), 0) if use == "finditer" else partial(getattr(pattern, use), subject)
    )
    start = time.process_time()
    work()
    return time.process_time() - start


def is_quadratic(pattern: re.Pattern[Any], use: str, first: str, again: str) -> bool:
    """Whether four times the text takes more than four times as long, and long at all."""
    if seconds(pattern, use, first, again, SIZE) < SLOW:
        return False
    small, large = (min(seconds(pattern, use, first, again, n) for _ in range(TRIES)) for n in (SIZE // 4, SIZE))
    return large > SLOW and large > GROWTH * small


def test_every_pattern_is_linear() -> None:
    found = patterns()
    assert len(found) > 150
    slow = [
        (name, use, miss)
        for name, pattern in found.items()
        for use in uses(name)
        for miss in near_misses(pattern)
        if is_quadratic(pattern, use, *miss)
    ]
    assert slow == []


@pytest.mark.parametrize("source", [r"\d+x", r"<!--.*?-->"])
def test_a_pattern_that_is_not_linear_is_found(source: str) -> None:
    pattern = re.compile(source, re.DOTALL)
    assert any(
        is_quadratic(pattern, "finditer", *miss) for miss in sorted(near_misses(pattern), key=lambda m: -len(m[1]))
    )
