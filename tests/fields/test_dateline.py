"""Datelines: each row is the opening of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.dateline import HEAD, dateline_of


@pytest.mark.parametrize(
    ("language", "text", "place", "agency", "raw"),
    [
        ("en", "KYIV, Sept 21 (Reuters) - The pier is open.", "KYIV", "Reuters", "KYIV, Sept 21 (Reuters)"),
        ("de", "BERLIN (dpa) - Der Steg ist offen.", "BERLIN", "dpa", "BERLIN (dpa)"),
        ("de", "Berlin (dpa/lno) - Der Steg ist offen.", "Berlin", "dpa/lno", "Berlin (dpa/lno)"),
        ("en", "NEW YORK — The pier is open.", "NEW YORK", None, "NEW YORK"),
        ("en", "WASHINGTON, D.C. – The pier is open.", "WASHINGTON, D.C.", None, "WASHINGTON, D.C."),
        ("id", "Jakarta, CNN Indonesia -- Dermaga dibuka.", "Jakarta", "CNN Indonesia", "Jakarta, CNN Indonesia"),
        ("en", "LONDON (AP) — The pier is open.", "LONDON", "AP", "LONDON (AP)"),
        ("en", "(Reuters) - The pier is open.", None, "Reuters", "(Reuters)"),
        ("en", "LONDON (AP), Sept 21 - The pier is open.", "LONDON", "AP", "LONDON (AP), Sept 21"),
    ],
)
def test_datelines(language: str, text: str, place: str | None, agency: str | None, raw: str) -> None:
    found = dateline_of(text, language)
    assert found is not None
    assert (found.place, found.agency, found.raw) == (place, agency, raw)


@pytest.mark.parametrize(
    "text",
    [
        "The pier - it is old - was closed.",
        "Kyiv - the pier is open.",
        "Max Pole (SPD) - the pier's owner - said so.",
        "BREAKING — The pier is open.",
        "The mayor said: the pier is open.",
        "",
        "— ",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_of(text, "en") is None


def test_the_dash_stands_near() -> None:
    assert dateline_of(f"{'A' * HEAD} — The pier.", "en") is not None
    assert dateline_of(f"{'A' * (HEAD + 1)} — The pier.", "en") is None


@given(st.text(max_size=300), st.sampled_from(["en", "de", "ja", "und"]))
def test_never_raises(text: str, language: str) -> None:
    found = dateline_of(text, language)
    assert found is None or (found.raw in text and (found.place or found.agency))
