"""Pages on one line with a sign between all elements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.lang import load
from newsclean.segment.plain import blocks_of
from newsclean.segment.separated import (
    BREAKS,
    ESCAPED,
    LEAST,
    LONG_LINE,
    SIGNS,
    separate,
    separator_of,
    without_separator,
)

PROSE = "The town council of Larkmoor voted on Monday to bring back the river ferry, nine years after the last sale."
PARTS = ["Home", "News", "Ferry to sail again", "By Ada Pole", *(f"{PROSE} {'No. ' * n}No." for n in range(LEAST))]


@pytest.mark.parametrize("sign", SIGNS)
def test_elements_are_blocks(sign: str) -> None:
    text = sign.join(PARTS) + "\n"
    blocks = blocks_of(text, load("en"))
    assert [block.text for block in blocks] == PARTS
    assert [(b.line, b.column) for b in blocks[:3]] == [(1, 1), (1, 6), (1, 11)]
    assert (blocks[0].start, blocks[-1].end) == (0, len(text))


@pytest.mark.parametrize("around", [" | ", "| ", " |"])
def test_spaces_beside_the_sign(around: str) -> None:
    assert [block.text for block in blocks_of(around.join(PARTS), load("en"))] == PARTS


def test_what_a_link_cut_is_joined() -> None:
    cut = ["The", "council", ", as it does in May,", "met and voted."]
    text = "|".join([*cut * 8, *PARTS])
    assert blocks_of(text, load("en"))[0].text == "The council, as it does in May, met and voted."


@pytest.mark.parametrize(("signs", "told"), [(LEAST, "|"), (LEAST - 1, "")])
def test_so_many_signs_tell(signs: int, told: str) -> None:
    assert separator_of(["|" * signs + "x" * (LONG_LINE - 1) + "|" * 0]) == told


def test_a_line_of_prose_and_a_menu_is_no_such_page() -> None:
    assert separator_of([f"{PROSE} " * 20 + "Home | News | " * LEAST]) == ""
    assert separator_of(["Home|News|" * 150, *["a line\n"] * 400]) == ""


@given(st.lists(st.text("ab |\n\t", max_size=40), max_size=5), st.sampled_from((*SIGNS, *ESCAPED)))
def test_pieces_joined_are_the_line(lines: list[str], sign: str) -> None:
    assert ["".join(pieces) for pieces in separate(lines, sign)] == lines


@pytest.mark.parametrize("separator", ESCAPED)
def test_escaped_line_breaks_end_lines_and_escapes_are_read(separator: str) -> None:
    text = separator.join(
        ["Ferry to sail again", "", r"\u201cGo\u201d, said \"Ada\" of Caf\u00e9 \ud83d\ude00", "And so on"]
    )
    blocks = blocks_of(text, load("en"))
    assert [block.text for block in blocks] == [
        "Ferry to sail again",
        '“Go”, said "Ada" of Café \U0001f600',
        "And so on",
    ]
    assert [(b.column, b.gap) for b in blocks[:2]] == [(1, 0), (1 + len("Ferry to sail again" + separator * 2), 1)]


@pytest.mark.parametrize(("breaks", "told"), [(BREAKS, r"\n"), (BREAKS - 1, "")])
def test_some_escaped_line_breaks_are_needed_and_more_than_lines(breaks: int, told: str) -> None:
    assert separator_of(["a" + r"\n" * breaks]) == told
    assert separator_of(["a" + r"\n" * BREAKS, *["b\n"] * BREAKS]) == ""


def test_a_lone_half_of_an_escaped_pair_says_nothing() -> None:
    assert without_separator(r"a\ud83d b\n", r"\n") == "a b"
