"""The search for the byline: blocks are left unread only where reading them cannot change what is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.document import LabelledPage
from newsclean.fields import byline_places
from newsclean.fields.byline_evidence import (
    DATED,
    PICTURED,
    TIMED,
    probability,
    signs_dated,
    signs_hoped,
    signs_placed,
    signs_timed,
    signs_within,
    worth_of,
)
from newsclean.fields.byline_places import LEAST, likeliest
from newsclean.fields.byline_view import STAMP, view_of

Labelled = Callable[..., LabelledPage]
WORDS = """
Ada Pole Bo Reed ADA POLE By by Von Chief Correspondent Editor and & , | (The Pier) News desk Reuters May 3 2024 17:59
5 min read Share photo the a of ByAda PoleEditor 山田太郎 記者 ada.pole@example.com is reporter Updated
"""
WORD = st.sampled_from(WORDS.split())
LINES = st.lists(st.lists(WORD, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12)
SAID = st.sampled_from(
    (
        "The old pier opens",
        "By Ada Pole",
        "Ada Pole",
        "Bo Reed, Chief Correspondent",
        "Harbour Menu",
        "May 3, 2024",
        "5 min read",
        "Pier Editor",
        "The Pier news desk",
        "Written by",
        "Ada Pole is a reporter who lives beside the pier.",
    )
)
LETTERS = st.text("HB.RL", min_size=12, max_size=12)
ANY_PAGE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@ANY_PAGE
@given(LINES, LETTERS, st.sampled_from(["en", "de", "ja"]), st.sets(st.sampled_from(["ada pole", "bo reed"])))
def test_reading_never_exceeds_what_was_hoped(
    labelled: Labelled, lines: list[str], letters: str, language: str, hinted: set[str]
) -> None:
    page = labelled("\n".join(f"{a} {line}" for a, line in zip(letters, lines, strict=False)), language)
    view, names = view_of(page), frozenset(hinted)
    for i in range(len(lines)):
        line = byline_places._line(view, i)
        if line.authors:
            placed, beside = signs_placed(view, i), signs_timed(view, i) + signs_dated(view, i)
            read = probability(worth_of(placed + beside + signs_within(view, line, names)))
            hoped = probability(worth_of(placed + beside + signs_hoped(view, i, names)))
            assert read <= hoped <= probability(worth_of((*placed, DATED, TIMED, *signs_hoped(view, i, names))))


@ANY_PAGE
@given(st.lists(SAID, min_size=2, max_size=12), LETTERS)
def test_the_search_finds_what_reading_every_block_finds(labelled: Labelled, lines: list[str], letters: str) -> None:
    page = labelled("\n".join(f"{a} {line}" for a, line in zip(letters, lines, strict=False)))
    view = view_of(page)
    likely = {}
    for i in byline_places._near(view):
        line = byline_places._line(view, i)
        may = byline_places._may_be(view, i) and byline_places._may_name(view, i)
        if may and byline_places._is_set_apart(view, i) and line.authors:
            around = signs_placed(view, i) + signs_timed(view, i) + signs_dated(view, i)
            likely[i] = probability(worth_of(around + signs_within(view, line, frozenset())))
    best = min((i for i in likely if likely[i] >= LEAST), key=lambda i: (-likely[i], i), default=None)
    found = likeliest(view, frozenset())
    assert (found.first if found else None) == best


def test_only_what_may_win_is_read(labelled: Labelled) -> None:
    body = "\n".join(f"B The pier was closed for {n} years and it is open again." for n in range(3))
    page = labelled(f"H The old pier opens\n. By Ada Pole\n. May 3, 2024\n{body}\n. Harbour Menu\n. Quay Shop")
    view = view_of(page)
    found = likeliest(view, frozenset())
    assert found is not None
    assert found.first == 1
    assert set(view.lines) == {1}
    assert not {6, 7} & set(view.timed)  # nor is anything asked about those below the body


def test_a_line_is_dated_up_to_its_length(labelled: Labelled) -> None:
    fits, long = ("May 3, 2024 " + "x" * (size - 12) for size in (STAMP, STAMP + 1))
    dated = view_of(labelled(f". {fits}\n. {long}")).dated
    assert (dated[0], dated[1]) == (True, False)
    assert (dated[-1], dated[2]) == (False, False)


def test_whom_the_next_block_tells_about(labelled: Labelled) -> None:
    view = view_of(
        labelled("H The pier\n. Ada Pole\n. Ada Pole is a reporter who lives beside the pier.\nB It is open.")
    )
    assert "ada pole" in view.told
    assert "told" in signs_hoped(view, 1, frozenset())
    assert "told" in signs_within(view, byline_places._line(view, 1), frozenset())


def test_prose_tells_about_nobody(labelled: Labelled) -> None:
    page = labelled("B The pier is open again, and Ada Pole was there.\nB Ada Pole IS HERE AND SHE STAYS BY THE PIER.")
    assert view_of(page).told == frozenset()


@pytest.mark.parametrize(
    ("before", "pictured"),
    [
        ("Photo of Ada Pole", True),
        ("Ada Pole", True),
        ("x" * (PICTURED - 1) + " Ada Pole", True),
        ("x" * PICTURED + " Ada Pole", False),
        ("Bo Reed", False),
    ],
)
def test_a_name_under_the_text_of_its_picture(labelled: Labelled, before: str, pictured: bool) -> None:
    page = labelled(f"H The old pier opens\nR {before}\nR Ada Pole\nB The pier is open.")
    assert ("pictured" in signs_placed(view_of(page), 2)) is pictured


@pytest.mark.parametrize(("by", "under"), [("By", True), ("Written by:", True), ("By Bo Reed", False), ("Menu", False)])
def test_a_name_under_a_by_word(labelled: Labelled, by: str, under: bool) -> None:
    page = labelled(f"H The old pier opens\nR {by}\nR Ada Pole\nB The pier is open.")
    assert ("under-by-word" in signs_placed(view_of(page), 2)) is under
