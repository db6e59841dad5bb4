"""The headline: the block against what the page states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Hint, LabelledPage, Markup
from newsclean.fields.headline import AGREED, ALIKE, DISPUTED, HINTED, alike, clean, find

Labelled = Callable[..., LabelledPage]
TITLE = "The old pier opens again after nine years"
STATED = Hint("jsonld", "headline", TITLE)


def with_level(page: LabelledPage, i: int, level: int) -> LabelledPage:
    blocks = list(page.page.blocks)
    blocks[i] = blocks[i]._replace(markup=Markup(f"h{level}", level=level))
    return replace(page, page=page.page._replace(blocks=tuple(blocks)))


def test_a_text_has_only_its_block(labelled: Labelled) -> None:
    found = find(labelled(f"H {TITLE}\nB The pier is open."))
    assert found is not None
    assert (found.value, found.confidence, found.blocks) == (TITLE, 0.9, (0,))


def test_block_and_hint_agree_roughly(labelled: Labelled) -> None:
    found = find(labelled(f"H {TITLE} of work\nB Text", hints=[STATED]))
    assert found is not None
    assert (found.value, found.confidence) == (f"{TITLE} of work", AGREED)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        (f"Opinion {TITLE}", TITLE),
        (f"Pier news: {TITLE}", TITLE),
        (f"Re{TITLE.lower()}", f"Re{TITLE.lower()}"),
        (TITLE, TITLE),
    ],
)
def test_a_kicker_in_the_same_element_is_cut_at_a_word(labelled: Labelled, printed: str, value: str) -> None:
    found = find(labelled(f"H {printed}\nB Text", hints=[STATED]))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("shown", "social", "value"),
    [
        ("The old pier opens again", TITLE, TITLE),
        ("The old pier opens again", "Pier opens", "The old pier opens again"),
        ("Rates fall for the third time", TITLE, "Rates fall for the third time"),
    ],
    ids=["stated twice", "stated once", "unlike what is shown"],
)
def test_what_is_stated_twice_and_like_the_shown_title_is_the_headline(
    labelled: Labelled, shown: str, social: str, value: str
) -> None:
    hints = [STATED, Hint("opengraph", "headline", social)]
    found = find(with_level(labelled(f"H {shown}\nB Text", hints=hints), 0, 1))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(("behind", "kept"), [(" for good", True), (": for good", True), (" | Pier life", False)])
def test_a_name_behind_what_is_stated_twice_is_left_out(labelled: Labelled, behind: str, kept: bool) -> None:
    hints = [Hint(source, "headline", TITLE + behind) for source in ("jsonld", "opengraph")]
    found = find(labelled(f"H {TITLE}\nB Text", hints=hints))
    assert found is not None
    assert found.value == (TITLE + behind if kept else TITLE)


def test_hints_speak_where_no_block_does(labelled: Labelled) -> None:
    found = find(labelled("B The pier is open.", hints=[STATED]))
    assert found is not None
    assert (found.value, found.confidence, found.blocks) == (TITLE, HINTED, ())


def test_a_heading_of_the_first_level_is_believed(labelled: Labelled) -> None:
    page = labelled("H Rates fall for the third time\nB Text", hints=[STATED])
    first, second = find(with_level(page, 0, 1)), find(with_level(page, 0, 2))
    assert first is not None
    assert (first.value, first.confidence) == ("Rates fall for the third time", DISPUTED)
    assert second is not None
    assert second.value == TITLE


def test_the_stated_title_is_looked_for_on_the_page(labelled: Labelled) -> None:
    found = find(labelled(f"H Rates fall for the third time\n. {TITLE}\nB Text", hints=[STATED]))
    assert found is not None
    assert (found.value, found.blocks) == (TITLE, (1,))


def test_the_stated_title_is_looked_for_without_the_name_behind_it(labelled: Labelled) -> None:
    stated = Hint("jsonld", "headline", f"{TITLE} - Pier life")
    found = find(labelled(f". {TITLE}\nH Rates fall for the third time\nB Text", hints=[stated]))
    assert found is not None
    assert (found.value, found.confidence, found.blocks) == (TITLE, HINTED, (0,))


def test_the_sites_own_name_is_no_headline(labelled: Labelled) -> None:
    hints = [STATED, Hint("jsonld", "publisher", "The Daily Pier")]
    found = find(labelled(f"H The Daily Pier\nH {TITLE}\nB Text", hints=hints))
    assert found is not None
    assert found.value == TITLE


@pytest.mark.parametrize(
    ("text", "house", "headline"),
    [
        (f"{TITLE} - The Daily Pier", "The Daily Pier", TITLE),
        (f"{TITLE} | Daily Pier", "The Daily Pier", TITLE),
        (f"The Daily Pier: {TITLE}", "The Daily Pier", f"The Daily Pier: {TITLE}"),
        (f"{TITLE} - The Daily Quay", "The Daily Pier", f"{TITLE} - The Daily Quay"),
        (f"{TITLE} - The Daily Pier", None, f"{TITLE} - The Daily Pier"),
        ("Pier &#x26; quay", None, "Pier & quay"),
    ],
)
def test_clean(text: str, house: str | None, headline: str) -> None:
    assert clean(text, house) == headline


def test_alike() -> None:
    assert alike(TITLE, TITLE.upper()) == 1
    assert alike(TITLE, "Rates fall for the third time") < ALIKE


def test_nothing_gives_nothing(labelled: Labelled) -> None:
    assert find(labelled("B Text of the pier")) is None


@given(st.text(max_size=1500), st.none() | st.text(max_size=30))
def test_never_raises(text: str, house: str | None) -> None:
    assert "\n" not in clean(text, house)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Swing bridge opens again in May | Money and Ships", "Swing bridge opens again in May"),
        ("Swing bridge | opens again | Ships", "Swing bridge | opens again"),
        ("Bridge open | Ships of the old harbour", "Bridge open | Ships of the old harbour"),
        ("Swing bridge opens again in May - Money and Ships", "Swing bridge opens again in May - Money and Ships"),
    ],
)
def test_the_first_line_of_a_dump_loses_what_stands_behind_its_last_bar(
    labelled: Labelled, title: str, expected: str
) -> None:
    for dump, headline in ((f"H {title}\nB It is open.", expected), (f"B Menu\nH {title}\nB It is open.", title)):
        found = find(labelled(dump))
        assert found is not None
        assert found.value == headline
