"""Documents that stand in a run twice."""

from __future__ import annotations

import random

import pytest

from newsclean.check.repeats import EQUAL, Mark, Repeat, Seen, mark_of

WORDS = [f"word{n}" for n in range(4000)]


def text(changed: int, size: int = 1000) -> str:
    """A text of which so many words are others, one every so often."""
    words = WORDS[:size]
    for n in random.Random(1).sample(range(size), changed):  # noqa: S311
        words[n] = f"other{n}"
    return " ".join(words)


@pytest.mark.parametrize(("changed", "found"), [(0, True), (2, True), (5, True), (200, False), (1000, False)])
def test_texts_that_share_nearly_all_are_near_duplicates(changed: int, found: bool) -> None:
    seen = Seen()
    assert seen.repeat("a", mark_of(text(0))) is None
    assert seen.repeat("b", mark_of(text(changed))) == (Repeat("a", changed == 0) if found else None)


def test_white_space_and_capitals_are_no_difference() -> None:
    assert mark_of("The ferry\n\nreturns") == mark_of("the  FERRY returns")


def test_the_first_of_equal_documents_is_named() -> None:
    seen = Seen()
    assert [seen.repeat(path, mark_of("the ferry")) for path in "abc"] == [None, Repeat("a", True), Repeat("a", True)]


def test_what_is_remembered_is_bounded() -> None:
    seen = Seen(kept=3)
    marks = [Mark(n, tuple(range(100 * n, 100 * n + 8))) for n in range(1, 9)]
    assert [seen.repeat(str(n), mark) for n, mark in enumerate(marks)] == [None] * 8
    assert seen.repeat("again", marks[-1]) == Repeat("7", True)
    assert seen.repeat("again", marks[0]) is None
    assert max(map(len, (seen._paths, seen._marks))) == 3
    assert len(seen._first) <= 3 * 9


def test_a_text_is_known_as_long_as_one_of_its_copies_is() -> None:
    seen = Seen(kept=3)
    same = Mark(1, tuple(range(10, 18)))
    others = [Mark(n, tuple(range(100 * n, 100 * n + 8))) for n in range(20, 30)]
    assert seen.repeat("0", same) is None
    for n in range(6):  # each copy is remembered for as long as any other document
        assert seen.repeat(f"other {n}", others[n]) is None
        assert seen.repeat(f"same {n}", same) is not None
    for n in range(6, 9):
        assert seen.repeat(f"other {n}", others[n]) is None
    assert seen.repeat("too late", same) is None
    assert max(map(len, (seen._paths, seen._marks))) == 3
    assert not seen._later


@pytest.mark.parametrize("empty", ["", " ", "one"])
def test_a_text_of_next_to_nothing_has_a_mark(empty: str) -> None:
    assert len(mark_of(empty).bands) == 8


@pytest.mark.parametrize(("equal", "found"), [(EQUAL, True), (EQUAL - 1, False)])
def test_so_many_parts_are_equal(equal: int, found: bool) -> None:
    seen = Seen()
    bands = tuple(range(10, 18))
    assert seen.repeat("a", Mark(1, bands)) is None
    other = (*bands[:equal], *range(20, 28 - equal))
    assert seen.repeat("b", Mark(2, other)) == (Repeat("a", False) if found else None)
