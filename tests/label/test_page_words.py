"""Words of a page at once give what looking at each block would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.label.page_words import (
    MANY_WORDS,
    TITLE_WORDS,
    beginnings_elsewhere,
    holding,
    page_words,
    shares,
    shares_in,
    topics,
    words_of,
)
from newsclean.label.words import tokens
from newsclean.segment.clean import one_line

TEXTS = st.lists(st.text("aBç —…“. \n", max_size=20).map(one_line), max_size=8)
LINES = st.lists(
    st.lists(st.sampled_from(["bridge", "pier", "harbour", "of", "a"]), max_size=6), min_size=1, max_size=7
)


@given(TEXTS)
def test_words_are_the_tokens_of_each_line(texts: list[str]) -> None:
    assert words_of(texts) == [tokens(text) for text in texts]


@given(LINES)
def test_known_words(lines: list[list[str]]) -> None:
    known = {"of", "pier"}
    assert holding(lines, known) == [bool(known & set(line)) for line in lines]
    assert shares_in(lines, known) == [sum(w in known for w in line) / (len(line) or 1) for line in lines]


@given(LINES, st.data())
def test_topics_are_rare_words_that_prose_says_elsewhere(lines: list[list[str]], data: st.DataObject) -> None:
    told = data.draw(st.lists(st.booleans(), min_size=len(lines), max_size=len(lines)))
    found = topics(page_words(lines), np.array(told))
    for i, line in enumerate(lines):
        rare = {word for word in line if len(word) >= 5}
        elsewhere = {w for j, other in enumerate(lines) if told[j] and j != i for w in other}
        assert found[i] == pytest.approx(len(rare & elsewhere) / (len(rare) + 1))


@given(LINES)
def test_beginnings(lines: list[list[str]]) -> None:
    equal = np.array([lines.count(line) for line in lines])
    found = beginnings_elsewhere(page_words(lines), equal)
    runs = [tuple(line[i : i + 3]) for line in lines for i in range(len(line) - 2)]
    assert found.tolist() == [len(x) >= 3 and runs.count(tuple(x[:3])) > n for x, n in zip(lines, equal, strict=True)]


def test_shares_of_a_headline() -> None:
    title = ["bridge", "opens", "again", "pier", "post"]
    lines = [title, ["bridge", "opens", "again"], ["the", "bridge", "opens", "soon"], ["menu"]]
    in_title, in_lead, told = shares(page_words(lines), 2, 2)
    assert in_title.tolist() == pytest.approx([0, 6 / 8, 4 / 9, 0])
    assert in_lead.tolist() == pytest.approx([2 / 3, 2 / 3, 0, 0])
    assert told.tolist() == pytest.approx([2 / 3 / 4, 2 / 3 / 4, 0, 0])


@pytest.mark.parametrize(("size", "counts"), [(MANY_WORDS, True), (MANY_WORDS + 1, False)])
def test_a_long_line_is_no_headline(size: int, counts: bool) -> None:
    lines = [["bridge"] * TITLE_WORDS, ["bridge"] * size, ["bridge", "opens"]]
    assert bool(shares(page_words(lines), 2, 2)[1][1]) is counts


@pytest.mark.parametrize(("size", "counts"), [(TITLE_WORDS, True), (TITLE_WORDS - 1, False)])
def test_a_short_first_line_is_no_title(size: int, counts: bool) -> None:
    title = ["bridge", "opens", "again", "soon"][:size]
    assert bool(shares(page_words([title, ["bridge", "opens"]]), 1, 1)[0][1]) is counts
