from __future__ import annotations

import pytest

from newsclean.label.vocabulary import tokens, vocabulary_of
from newsclean.label.words import (
    NUMERIC_DATE,
    PHRASE,
    begins_of,
    cover,
    ends_in_names,
    is_clock,
    is_credit_alone,
    names_credit,
    names_day,
    names_person,
    opens_byline,
    shows_credit,
)
from newsclean.lang import codes

EN = vocabulary_of("en")


def covered(text: str, code: str = "en") -> dict[str, float]:
    words = tokens(text)
    return cover(begins_of(words), len(words), text, vocabulary_of(code))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Subscribe", "promo"),
        ("All rights reserved", "legal"),
        ("Leave a comment", "comment"),
        ("Related articles", "related"),
        ("* indicates required", "form"),
        ("Skip to content", "navigation"),
        ("News Feed", "live_feed"),
    ],
)
def test_furniture_covers_its_line(text: str, kind: str) -> None:
    assert covered(text)[kind] >= 0.5


def test_prose_is_covered_by_none() -> None:
    text = "The harbour board met behind closed doors for nine hours before the vote."
    assert max(covered(text).values(), default=0) < 0.2


def test_english_furniture_counts_on_a_german_page() -> None:
    assert covered("Privacy Policy", "de")["legal"] == 1.0


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("en", "Sept. 21, 2024", True),
        ("de", "21. September 2024", True),
        ("en", "21/09/2024", True),
        ("ja", "2024年9月21日", True),
        ("en", "May I ask three questions", False),
        ("en", "September is near", False),
    ],
)
def test_days(code: str, text: str, said: bool) -> None:
    assert (names_day(tokens(text), vocabulary_of(code)) or NUMERIC_DATE.search(text) is not None) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [("By Ada Quill", True), ("by Ada Quill", True), ("By", True), ("By the river", False), ("Ada Quill", False)],
)
def test_by_words(text: str, said: bool) -> None:
    assert opens_byline(tokens(text), text, EN) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The bridge at dusk. (Ada Quill/Example Images via Getty Images)", True),
        ("The bridge at dusk. Photo: Ada Quill", True),
        ("© Ada Quill / Reuters", True),
        ("© 2024 The Harbour Post", False),
        ("The board told Reuters that the bridge would open.", False),
        ("It was built (after long talks) in 1911.", False),
        ("(Image: Ada Quill)", True),
        ("(Reuters)", False),
        ("A diver at the old swing bridge of the town AP Photo/Ada Quill", True),
        ("A diver at the old swing bridge of the town Bridge/Ada Quill", False),
        ("A diver at the old swing bridge of the town in a photo/video", False),
        ("Getty Images sues the maker", False),
    ],
)
def test_credits(text: str, said: bool) -> None:
    assert shows_credit(text, EN) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Getty Images", True),
        ("GETTY IMAGES", True),
        ("Reuters", False),  # a byline as well
        ("Reuters/Ada Quill", True),
        ("Ada Quill / AFP", True),
        ("picture alliance/dpa | Ada Quill", True),
        ("Getty Images of the one bridge", True),
        ("Getty Images of the one old bridge", False),  # a word too many to be no more than a credit
        ("Bridge / Harbour", False),
        ("", False),
    ],
)
def test_credits_that_stand_alone(text: str, said: bool) -> None:
    assert is_credit_alone(text, EN) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A diver at the old swing bridge. Ada Quill", True),
        ("A diver at the old swing bridge. Example Wire Photo Service", True),
        ("A diver at the old swing bridge. Example Wire And Photo Service", False),
        ("A diver at the old swing bridge. Ada Quill / Example Wire Photo", False),
        ("A diver at the old swing bridge. Ada Quill / Example Wire", True),
        ("A diver at the old swing bridge in 2024. Ada Quill", True),
        ("A diver at the old swing bridge in 24. Ada Quill", False),
        ("A diver at the old swing bridge. Ada Quill.", False),
        ("A diver at the old swing bridge. Ada quill", False),
        ("A diver at the old bridge. AP", True),
        ("A diver at a bridge. AP", False),
        ("A diver at the old swing bridge of St. Quill", False),
        ("The swing bridge against the ferry: boats vs. Cars", False),
        ("A diver at the old swing bridge", False),
        ("", False),
    ],
)
def test_names_behind_a_sentence(text: str, said: bool) -> None:
    assert ends_in_names(text) is said


def test_a_credit_opens_or_closes_a_line() -> None:
    assert names_credit(tokens("Photo by Ada Quill"), EN)
    assert not names_credit(tokens("one two three four photo five six seven eight nine ten eleven"), EN)


@pytest.mark.parametrize(
    ("text", "said"), [("3:44 PM", True), ("17:59", True), ("3:44 PM the old pier", False), ("Noon", False)]
)
def test_clocks(text: str, said: bool) -> None:
    assert is_clock(text, tokens(text), EN) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Quill", True),
        ("Naomi van Dijk", True),
        ("Jean-Luc Ferrand", True),
        ("Ada", False),
        ("About Us", False),
        ("The Harbour", False),
        ("Route 66 North", False),
        ("Ada Bela Cora Dina Ella Fina", False),
    ],
)
def test_names(text: str, said: bool) -> None:
    assert names_person(text, EN) is said


def test_no_phrase_of_any_language_is_longer_than_what_is_looked_at() -> None:
    phrases = [phrase for code in codes() for them in vocabulary_of(code).furniture.values() for phrase, _ in them]
    assert max(map(len, phrases)) <= PHRASE
