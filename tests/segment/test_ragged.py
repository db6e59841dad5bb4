"""Lines of a printed page."""

from __future__ import annotations

import pytest

from newsclean.lang import load
from newsclean.segment.fragments import CLAUSE, FRAGMENT_LINES
from newsclean.segment.lines import lines_of
from newsclean.segment.plain import blocks_of
from newsclean.segment.ragged import OVER, RAGGED, SHEET, is_ragged
from newsclean.segment.wraps import NONE, right_margin

EN = load("en")
TITLE = "Council of Larkmoor Backs Plan to Bring Back\nand Repair the Old River Ferry"
PROSE = (
    "The town council of Larkmoor voted on Monday to bring back the river ferry,\n"
    "nine years after the last boat was sold to a museum. Eleven of the fifteen members\n"
    "were in favour, and two of them were absent from\n"
    "the session."
)
DONE = "The boats sail at nine and at noon."
BROKEN = "The boats sail at nine, as they do\nat noon."


def is_print(text: str) -> bool:
    lines = lines_of(text, "en")
    return is_ragged(lines, right_margin(lines))


def test_what_goes_on_is_joined() -> None:
    text = f"{TITLE}\nBy Ada Pole\n{PROSE}\n{PROSE}\nHome\nnews and sport of the week"
    assert is_print(text)
    said = " ".join(PROSE.split())
    told = [block.text for block in blocks_of(text, EN)]
    assert told == [" ".join(TITLE.split()), "By Ada Pole", said, said, "Home", "news and sport of the week"]


@pytest.mark.parametrize("under", ["by Ada Pole and others", "\nand repair it", "- and repair it"])
def test_nothing_goes_on_in_a_byline_under_a_blank_line_or_in_an_item(under: str) -> None:
    head = "Council of Larkmoor Backs Plan"
    assert blocks_of(f"{head}\n{under}\n{PROSE}\n{PROSE}", EN)[0].text == head


@pytest.mark.parametrize(("line", "goes_on"), [("Council backs the", True), ("Council backs Ann", False)])
def test_a_clause_goes_on_behind_a_function_word(line: str, goes_on: bool) -> None:
    line = f"The board of {'x' * CLAUSE} and {line}"
    text = f"{line}\nOld Ferry\n{PROSE}\n{PROSE}"
    assert (blocks_of(text, EN)[0].text == f"{line} Old Ferry") is goes_on


def test_some_lines_must_go_on() -> None:
    whole = int(FRAGMENT_LINES / RAGGED) - FRAGMENT_LINES
    assert is_print(f"{BROKEN}\n" * FRAGMENT_LINES + f"{DONE}\n" * whole)
    assert not is_print(f"{BROKEN}\n" * FRAGMENT_LINES + f"{DONE}\n" * (whole + FRAGMENT_LINES))
    assert not is_print(f"{BROKEN}\n" * (FRAGMENT_LINES - 1))


def test_a_dump_with_long_lines_is_no_print() -> None:
    few = int(1 / OVER)
    for size, printed in ((SHEET, True), (SHEET + 1, False)):
        assert is_print(f"{'x' * (size - 1)}.\n" * 4 + f"{BROKEN}\n" * few) is printed


def test_lines_that_reach_a_margin_are_no_sign_of_it() -> None:
    line = "The boats of Larkmoor sail at nine, and they sail again at noon, when all of the\n"
    lines = lines_of(
        line + "council of the town is there to see them and to tell the others of it, as it is.\n" * 9, "en"
    )
    margin = right_margin(lines)
    assert margin.at > 0
    assert not is_ragged(lines, margin)
    assert not is_ragged(lines_of("a\n", "en"), NONE)
