from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Block, Dump, Label, LabelledPage, Page, Role, Source
from newsclean.fields.reading_time import ABOVE, BELOW, FARTHEST, LONGEST, find, minutes_in
from newsclean.lang import codes, load

ROLES = {"H": Role.HEADLINE, "B": Role.BODY, "R": Role.RELATED, "y": Role.BYLINE, ".": Role.OTHER}


def minutes(*rows: str, language: str = "en") -> int | None:
    lines = [row.split(" ", 1) for row in rows]
    blocks = tuple(Block(i, i + 1, said) for i, (_, said) in enumerate(lines))
    labels = tuple(Label(ROLES[letter], "test") for letter, _ in lines)
    text = "x" * len(lines)
    found = find(LabelledPage(Page(Dump(Source("-"), text), text, blocks, language=language), labels))
    return found.value if found else None


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "by Ann Example September 21, 2024 5:59 PM 2 min read", 2),
        ("en", "5-minute read", 5),
        ("en", "Reading time: about 6 minutes", 6),
        ("en", "Sept. 21 Reading time: 6 minutes", 6),
        ("en", "4 min read 3 comments", 4),
        ("de", "Lesezeit: 3 Minuten", 3),
        ("de", "11:26 UhrLesezeit: 5 Minuten", 5),
        ("de", "7 Min. Lesezeit", 7),
        ("fr", "3 min de lecture", 3),
        ("es", "Tiempo de lectura: 6 min", 6),
        ("en", "240 min read", 240),
        ("en", "241 min read", None),
        ("en", "0 min read", None),
        ("en", "1 min read", 1),
        ("en", "3:02 min read", None),
        ("en", "3 comments", None),
        ("en", "min read", None),
        ("en", "Reading time", None),
        ("xx", "2 min read", None),
    ],
)
def test_the_number_beside_the_words(code: str, text: str, value: int | None) -> None:
    assert minutes_in(text, load(code)) == value


def test_only_the_beginning_of_a_block_is_read() -> None:
    words = "2 min read"
    assert minutes_in(words.rjust(LONGEST), load("en")) == 2
    assert minutes_in(words.rjust(LONGEST + 1), load("en")) is None


def test_number_and_words_on_two_lines() -> None:
    assert minutes("H Pier opens", ". Reading time", ". 3 minutes", "B Prose.") == 3


def test_minutes_of_a_teaser_are_not_the_articles() -> None:
    assert minutes("H Pier opens", "R 3 min read", "B Prose.") is None
    assert minutes("H Pier opens", "B 3 min read") is None


@pytest.mark.parametrize(("gap", "value"), [(BELOW, 3), (BELOW + 1, None)])
def test_how_far_under_the_headline(gap: int, value: int | None) -> None:
    assert minutes("H Pier opens", "B Prose.", *[". Share"] * (gap - 2), ". 3 min read") == value


@pytest.mark.parametrize(("gap", "value"), [(ABOVE, 3), (ABOVE + 1, None)])
def test_how_far_above_the_headline(gap: int, value: int | None) -> None:
    assert minutes(". 3 min read", *[". Share"] * (gap - 1), "H Pier opens", "B Prose.") == value


@pytest.mark.parametrize(("gap", "value"), [(FARTHEST - 1, 3), (FARTHEST, None)])
def test_how_far_on_the_way_to_the_body(gap: int, value: int | None) -> None:
    assert minutes("H Pier opens", *[". Share"] * (gap - 1), ". 3 min read", ". Share", "B Prose.") == value


def test_without_headline_and_body_there_is_no_place() -> None:
    assert minutes(". 3 min read") is None


@given(st.text(max_size=300), st.sampled_from(codes()))
def test_never_raises(text: str, code: str) -> None:
    minutes_in(text, load(code))


@given(st.integers(1, 240), st.sampled_from(codes()))
def test_every_phrase_of_a_language_finds_its_number(number: int, code: str) -> None:
    for phrase in load(code).reading:
        assert number in {minutes_in(f"{number} {phrase}", load(code)), minutes_in(f"{phrase} {number}", load(code))}
