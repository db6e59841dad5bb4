"""What the small fields leave empty, since a wrong value is worse than none; each beside what they take."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Block, Dump, Hint, Label, LabelledPage, Page, Role, Source
from newsclean.fields import kicker, section, standfirst, tags
from newsclean.fields.dateline import AGENCY_WORDS, dateline_of
from newsclean.fields.standfirst import STAMP, is_summary

Labelled = Callable[..., LabelledPage]


def page(text: str, role: Role, *hints: Hint) -> LabelledPage:
    block = Block(0, len(text), text)
    return LabelledPage(Page(Dump(Source("-"), text), text, (block,), hints, (), "en"), (Label(role, "test", 0.9),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tags: piers, quays", ("piers", "quays")),
        ("Tags: harbour night trains", ("harbour night trains",)),
        ("Tags: harbour night trains ferries", ()),
        ("Tags: HarbourNightTrains", ()),
        ("Tags: McTavish", ("McTavish",)),
        ("Tags: piers, Monday, May 6, 2024, Categories", ()),
        ("Tags: _wide_image, type: news, @desk, piers", ("piers",)),
    ],
)
def test_tags(text: str, found: tuple[str, ...]) -> None:
    assert tags.tags_of(text, "en") == found


def test_lost_marks_leave_the_word_to_metadata() -> None:
    hint = Hint("opengraph", "tag", "Night trains")
    found = tags.find(page("Tags: harbour night trains ferries", Role.OTHER, hint))
    assert found is not None
    assert found.value == ("Night trains",)


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("Harbours,Ferries", "Harbours"),
        ("Harbours, Ferries, News", "Harbours"),
        ("Dunmore, Quayside", "Dunmore, Quayside"),
        ("The Daily Pier | Harbours", "Harbours"),
        ("The Daily Pier", None),
        (",;|", None),
    ],
)
def test_section(stated: str, name: str | None) -> None:
    hints = (Hint("jsonld", "section", stated), Hint("opengraph", "publisher", "The Daily Pier"))
    found = section.find(page("Text", Role.BODY, *hints))
    assert (found.value if found else None) == name


@pytest.mark.parametrize(
    ("text", "kept"),
    [("HARBOURS", True), ("Live", True), ("社説", True), ("UNO", True), ("EN", False), ("LOG IN", False)],
)
def test_kicker(text: str, kept: bool) -> None:
    assert (kicker.find(page(text, Role.KICKER)) is not None) is kept


def test_the_paper_is_no_kicker() -> None:
    hint = Hint("opengraph", "publisher", "The Daily Pier")
    assert kicker.find(page("THE DAILY PIER", Role.KICKER, hint)) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The sleepers will run three nights a week", True),
        ("The cover star of September 2024 on boats", True),
        ("By Ada Pole and Bo Reed", False),
        ("Reviewed by Ada Pole, engineer", False),
        ("Ada Pole May 6, 2024 Comment now", False),
        ("---", False),
    ],
)
def test_standfirst(text: str, kept: bool) -> None:
    assert (standfirst.find(page(text, Role.STANDFIRST)) is not None) is kept


def test_a_long_summary_may_name_a_date() -> None:
    dated = "May 6, 2024 "
    assert not is_summary(dated.ljust(STAMP, "a"), "en")
    assert is_summary(dated.ljust(STAMP + 1, "a"), "en")


def test_a_clause_is_no_agency() -> None:
    agency = " ".join(["Pier", *["Quay"] * (AGENCY_WORDS - 2), "News"])
    near, far = (dateline_of(f"Dunmore, {name} — The pier is open.", "en") for name in (agency, f"Old {agency}"))
    assert near is not None
    assert near.agency == agency
    assert far is None
    assert dateline_of("At Quayworks, we saw how software changes piers — and more.", "en") is None


def test_a_date_in_brackets_is_no_agency() -> None:
    found = dateline_of("DUNMORE (May 6, 2024) — The pier is open.", "en")
    assert found is not None
    assert (found.place, found.agency) == ("DUNMORE", None)


def test_a_sentence_that_goes_on_has_no_dateline() -> None:
    assert dateline_of("ASEAN — which met on Monday — agreed.", "en") is None
    assert dateline_of("R&D — The pier is open.", "en") is None
    assert dateline_of("DUNMORE — The pier is open.", "en") is not None


@given(st.text(max_size=300))
def test_never_raise(text: str) -> None:
    for role in Role:
        labelled = page(text, role, Hint("jsonld", "section", text), Hint("meta", "tag", text))
        for field in (kicker, section, standfirst, tags):
            field.find(labelled)
    dateline_of(text, "en")
