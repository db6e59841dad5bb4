"""Words of a page at once give what looking at each block would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.label.characters import signs_of
from newsclean.label.page_words import (
    MANY_WORDS,
    TITLE_WORDS,
    PageWords,
    beginnings_elsewhere,
    page_words,
    shares,
    topics,
)
from newsclean.label.vocabulary import tokens
from newsclean.segment.clean import one_line

TEXTS = st.lists(st.text("aBçЖ中 —…“.’ \n", max_size=20).map(one_line), min_size=1, max_size=8)
LINES = st.lists(
    st.lists(st.sampled_from(["bridge", "pier", "harbour", "of", "a"]), max_size=6), min_size=1, max_size=7
)


def words_of(texts: list[str]) -> PageWords:
    return page_words(signs_of(texts))


def of_lines(lines: list[list[str]]) -> PageWords:
    return words_of([" ".join(line) for line in lines])


@given(TEXTS)
def test_words_are_the_tokens_of_each_line(texts: list[str]) -> None:
    words = words_of(texts)
    assert [words.of(i) for i in range(len(texts))] == [tokens(text) for text in texts]


@given(LINES, st.integers(0, 3), st.integers(1, 3))
def test_both_ends_of_a_line(lines: list[list[str]], head: int, tail: int) -> None:
    words = of_lines(lines)
    for i, line in enumerate(lines):
        whole = len(line) <= head + tail
        assert words.ends(i, head, tail) == tuple(line if whole else line[:head] + line[-tail:])


@given(LINES, st.integers(1, 4))
def test_what_follows_a_word_stays_in_its_line(lines: list[list[str]], most: int) -> None:
    words = of_lines(lines)
    rest = [tuple(line[i : i + most]) for line in lines for i in range(len(line))]
    assert words.following(np.arange(len(words.word)), np.full(len(words.word), most)) == rest


@given(LINES)
def test_places(lines: list[list[str]]) -> None:
    words = of_lines(lines)
    assert words.place.tolist() == [i for line in lines for i in range(len(line))]
    assert words.per_block(words.place >= 2).tolist() == [max(0, len(line) - 2) for line in lines]


@given(LINES, st.data())
def test_topics_are_rare_words_that_prose_says_elsewhere(lines: list[list[str]], data: st.DataObject) -> None:
    told = data.draw(st.lists(st.booleans(), min_size=len(lines), max_size=len(lines)))
    found = topics(of_lines(lines), np.array(told))
    for i, line in enumerate(lines):
        rare = {word for word in line if len(word) >= 5}
        elsewhere = {w for j, other in enumerate(lines) if told[j] and j != i for w in other}
        assert found[i] == pytest.approx(len(rare & elsewhere) / (len(rare) + 1))


@given(LINES)
def test_beginnings(lines: list[list[str]]) -> None:
    equal = np.array([lines.count(line) for line in lines])
    found = beginnings_elsewhere(of_lines(lines), equal)
    runs = [tuple(line[i : i + 3]) for line in lines for i in range(len(line) - 2)]
    assert found.tolist() == [len(x) >= 3 and runs.count(tuple(x[:3])) > n for x, n in zip(lines, equal, strict=True)]


def test_shares_of_a_headline() -> None:
    title = ["bridge", "opens", "again", "pier", "post"]
    lines = [title, ["bridge", "opens", "again"], ["the", "bridge", "opens", "soon"], ["menu"]]
    in_title, in_lead, told = shares(of_lines(lines), 2, 2)
    assert in_title.tolist() == pytest.approx([0, 6 / 8, 4 / 9, 0])
    assert in_lead.tolist() == pytest.approx([2 / 3, 2 / 3, 0, 0])
    assert told.tolist() == pytest.approx([2 / 3 / 4, 2 / 3 / 4, 0, 0])


@pytest.mark.parametrize(("size", "counts"), [(MANY_WORDS, True), (MANY_WORDS + 1, False)])
def test_a_long_line_is_no_headline(size: int, counts: bool) -> None:
    lines = [["bridge"] * TITLE_WORDS, ["bridge"] * size, ["bridge", "opens"]]
    assert bool(shares(of_lines(lines), 2, 2)[1][1]) is counts


@pytest.mark.parametrize(("size", "counts"), [(TITLE_WORDS, True), (TITLE_WORDS - 1, False)])
def test_a_short_first_line_is_no_title(size: int, counts: bool) -> None:
    title = ["bridge", "opens", "again", "soon"][:size]
    assert bool(shares(of_lines([title, ["bridge", "opens"]]), 1, 1)[0][1]) is counts
