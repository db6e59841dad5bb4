"""The byline as printed, and what is taken out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.byline_text import LONGEST, byline_of, masked, opening, times_reading


@pytest.mark.parametrize(
    ("language", "line", "byline"),
    [
        (
            "en",
            "by Ada Pole and The Old Pier news desk September 21, 2024 5:59 PM 2 min read",
            "by Ada Pole and The Old Pier news desk",
        ),
        ("en", "May 30, 2023 / Ada Pole", "Ada Pole"),
        ("en", "By Ada Pole | Updated: May 3, 2024", "By Ada Pole"),
        ("en", "By Ada Pole · Published 3 hours ago", "By Ada Pole"),
        ("en", "By Ada Pole - 4 min read", "By Ada Pole"),
        ("en", "By Ada Pole, Pier Editor", "By Ada Pole, Pier Editor"),
        ("en", "ByAda Pole", "By Ada Pole"),
        ("de", "Von Ada Pole, 21.09.2024, 17:59 Uhr", "Von Ada Pole"),
        ("fr", "Par Ada Pole - Publié le 3 mai 2024", "Par Ada Pole"),
        ("en", "September 21, 2024", None),
        ("en", "2 min read", None),
        ("en", "", None),
    ],
)
def test_byline_of(language: str, line: str, byline: str | None) -> None:
    assert byline_of(line, language) == byline


@pytest.mark.parametrize(
    ("text", "word"), [("By Ada", "By"), ("WRITTEN BY Ada", "WRITTEN BY"), ("Byron", None), ("", None)]
)
def test_opening(text: str, word: str | None) -> None:
    assert opening(text, "en") == word


def test_a_reading_time_has_its_number() -> None:
    assert times_reading("3 min read", "en")
    assert times_reading("Lesezeit: 3 Min.", "de")
    assert not times_reading("min read", "en")


def test_what_is_far_behind_is_not_read() -> None:
    assert "Ada" in masked("x " * (LONGEST // 2 - 3) + "Ada", "en")
    assert "Ada" not in masked("x " * (LONGEST // 2) + "Ada", "en")


@given(st.text(max_size=400), st.sampled_from(["en", "de", "fr", "ja", "ko", "zh", "und"]))
def test_never_raises_and_says_nothing_empty(text: str, language: str) -> None:
    byline = byline_of(text, language)
    assert byline is None or byline.strip() == byline != ""
