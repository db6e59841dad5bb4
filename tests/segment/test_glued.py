"""Dumps whose tool ran elements together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Source
from newsclean.lang import load
from newsclean.segment import segment
from newsclean.segment.glued import MEETINGS, PROSE, apart, is_glued
from newsclean.segment.plain import blocks_of
from newsclean.segment.separated import LONG_LINE

QUAY = "The board said on Monday that the old swing bridge would open to boats again."
RAIN = "Rain fell on the pier all night, and nobody was there to see it or to complain."


def cut(line: str, *others: str) -> list[str]:
    return next(iter(apart([line, *others])))


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("HomeNewsSport", ["Home", "News", "Sport"]),
        ("TVNews", ["TV", "News"]),
        ("5 min read Share", ["5 min read Share"]),
        ("May 12, 2025By Ada Pole", ["May 12, 2025", "By Ada Pole"]),
        ("The bridge is open.The boats came.", ["The bridge is open.", "The boats came."]),
        ("“It is open.”The boats came.", ["“It is open.”", "The boats came."]),
        ("It is open.“The boats came.”", ["It is open.", "“The boats came.”"]),
        ("The bridge is open. The boats came.", ["The bridge is open. The boats came."]),
        ("The U.S.The iPhone, McDonald and eBay", ["The U.S.The iPhone, McDonald and eBay"]),
        ("Міст відкритоЧовни прийшли", ["Міст відкрито", "Човни прийшли"]),
        ("Menu    Home   News  Sport", ["Menu    ", "Home   ", "News  Sport"]),
        ("", []),
    ],
)
def test_elements_are_cut_where_they_meet(line: str, pieces: list[str]) -> None:
    assert cut(line) == pieces


def test_a_word_that_stands_again_is_a_name() -> None:
    assert cut("On YouTube", "YouTube was told") == ["On YouTube"]
    assert cut("On YouTube", "YouTubes") == ["On You", "Tube"]


def test_a_word_between_long_texts_is_a_name() -> None:
    before, after = "x " * (PROSE // 2) + "You", "Tube {} end."
    for size, pieces in ((PROSE, 2), (PROSE - 1, 3)):
        line = before + after.format("x" * (size - len(after) + 2)) + "Zz"
        assert len(cut(line)) == pieces


def test_a_dump_is_glued_where_a_long_line_is() -> None:
    for meetings, size, glued in ((MEETINGS, 1, True), (MEETINGS - 1, 1, False), (MEETINGS, 0, False)):
        line = "HomeSport " * meetings
        assert is_glued(["Menu", line.ljust(LONG_LINE + size, "x")]) is glued


def test_a_page_on_one_line_is_read() -> None:
    body = "".join(f"{RAIN} {QUAY}{' '.join([QUAY] * n)}" for n in range(1, 5))
    text = f"HomeNewsSport{QUAY}{RAIN}By Ada Pole{body}About us"
    blocks = blocks_of(f"Pier Post\n{text}\n", load("en"))
    assert [b.text for b in blocks][:6] == ["Pier Post", "Home", "News", "Sport", QUAY, RAIN]
    assert [(b.line, b.column) for b in blocks][:4] == [(1, 1), (2, 1), (2, 5), (2, 9)]
    assert blocks[-1].text == "About us"


@given(st.lists(st.text("aAbB .!?”“()12\u00a0\t\u0416\u0436", max_size=40), max_size=6))
def test_the_pieces_of_a_line_are_the_line(lines: list[str]) -> None:
    assert ["".join(pieces) for pieces in apart(lines)] == lines
    assert all(all(pieces) for pieces in apart(lines))


@given(st.text("aAbB .!”\u00a0\n\x0c", min_size=LONG_LINE, max_size=2 * LONG_LINE))
def test_spans_of_a_glued_dump_partition_it(text: str) -> None:
    blocks = segment(Dump(Source("-"), text)).blocks
    if blocks:
        assert "".join(text[b.start : b.end] for b in blocks) == text
