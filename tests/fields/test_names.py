"""What a name looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.name_case import natural_case
from newsclean.fields.names import (
    LONGEST,
    WORDS,
    is_person,
    name_words,
    names_desk,
    names_outlet,
    trim,
)


@pytest.mark.parametrize(
    "name",
    [
        "Ada Pole",
        "Ada P. Pole",
        "Ludwig van der Pole",
        "J.R. Pole",
        "Pat O’Brien",
        "Anne-Marie Pole",
        "ADA POLE",
        "JR Pole",
    ],
)
def test_persons(name: str) -> None:
    assert is_person(name, "en")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ada",
        "ada pole",
        "Ada Pole wins",
        "Ada 7",
        "NATO Pole",
        "Pier News",
        "Share Tweet",
        "Monday May",
        "Senior Reporter",
    ],
)
def test_no_persons(name: str) -> None:
    assert not is_person(name, "en")


def test_a_person_has_so_many_words_and_letters() -> None:
    assert is_person(" ".join(["Ada"] * WORDS), "en")
    assert not is_person(" ".join(["Ada"] * (WORDS + 1)), "en")
    assert is_person(f"Ada {'P' + 'o' * (LONGEST - 5)}", "en")
    assert not is_person(f"Ada {'P' + 'o' * (LONGEST - 4)}", "en")


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("ADA POLE", "Ada Pole"),
        ("PAT O'BRIEN", "Pat O'Brien"),
        ("AL MCDONALD", "Al McDonald"),
        ("EVA DE LA CRUZ", "Eva de la Cruz"),
        ("ANNE-MARIE POLE", "Anne-Marie Pole"),
        ("Ada Pole", "Ada Pole"),
        ("TPN", "TPN"),
    ],
)
def test_natural_case(shouted: str, written: str) -> None:
    assert natural_case(shouted, name_words("en").particles) == written


def test_an_agency_counts_where_it_stands_alone() -> None:
    assert names_desk("dpa", name_words("de"))
    assert not names_desk("Sid Reed", name_words("en"))
    assert names_desk("Ressort Newsdesk", name_words("de"))


def test_outlets() -> None:
    assert names_outlet("pier.example", name_words("en"))
    assert names_outlet("Pier News", name_words("en"))
    assert not names_outlet("Ada Pole", name_words("en"))


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ja", "ko", "und"]))
def test_never_raises(text: str, language: str) -> None:
    words = name_words(language)
    is_person(text, language, single=True)
    names_desk(text, words)
    names_outlet(text, words)
    assert len(trim(text)) <= len(text)
    assert natural_case(text, words.particles) == text or text.isupper()
