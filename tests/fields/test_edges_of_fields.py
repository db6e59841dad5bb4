"""What fields do at their edges: a mutant of each case here was once seen by no other test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.document import Hint, LabelledPage, Picture
from newsclean.fields import authors, caption, publisher, section, timestamp, url
from newsclean.fields.byline_view import LowerCase, view_of
from newsclean.fields.date_block import addresses
from newsclean.fields.date_machine import machine_date
from newsclean.fields.dateline import dateline_of
from newsclean.fields.names import name_words, names_desk
from newsclean.fields.patterns import shortest
from newsclean.fields.section import LONGEST, is_section

Labelled = Callable[..., LabelledPage]
BODY = "B The pier was closed for nine years.\nB It is open again since Monday."


@pytest.mark.parametrize(("size", "fits"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_section_has_a_length(size: int, fits: bool) -> None:
    assert is_section("a" * size) is fits


@pytest.mark.parametrize("stated", ["Sat, 21 Sep 2024 17:59:03 +0530", "Sep 21, 2024 17:59 +0530"])
def test_a_machine_may_write_as_mail_does(stated: str) -> None:
    found = machine_date(stated)
    assert found
    assert (found.offset, found.start, found.end) == (330, 0, len(stated))


def test_addresses_are_those_it_came_from_and_states(labelled: Labelled) -> None:
    page = labelled(BODY, hints=[Hint("link", "url", "https://a.example/x"), Hint("title", "headline", "x")])
    assert addresses(page.page) == ["https://a.example/x"]
    assert url.find(page) is not None


def test_a_word_at_the_beginning_of_a_page_is_one_that_it_prints() -> None:
    assert "please" in LowerCase("please share")
    assert "share" in LowerCase("please share")
    assert "shar" not in LowerCase("please share")


def test_a_view_knows_the_first_block_and_nothing_outside(labelled: Labelled) -> None:
    view = view_of(labelled(f"H The old pier opens\n{BODY}"))
    assert view.text(0) == "The old pier opens"
    assert [view.role(i) for i in (-1, 0, 1, 3)] == [None, "headline", "body", None]
    assert [view.text(i) for i in (-1, 3)] == ["", ""]


def test_authors_are_as_sure_as_their_place_and_say_it(labelled: Labelled) -> None:
    found = authors.find(labelled(f"H The old pier opens\n. By Ada Pole May 3, 2024\n{BODY}"))
    assert found
    assert found.blocks == (1,)
    assert found.confidence == round(found.confidence, 3)


def test_a_change_is_told_in_the_zone_that_is_assumed(labelled: Labelled) -> None:
    page = labelled(f"H The old pier opens\n. Published 3 May 2024 09:00\n. Updated 4 May 2024 10:00\n{BODY}")
    found = timestamp.find_modified(page, assume_tz="+02:00")
    assert found
    assert found.value.value == "2024-05-04T10:00+02:00"


def test_a_desk_may_have_an_article_before_it() -> None:
    words = name_words("en")
    assert names_desk("The Associated Press", words)
    assert names_desk("Associated Press", words)
    assert not names_desk("The Old Pier", words)


def test_the_agency_of_a_dateline_is_its_last_part() -> None:
    found = dateline_of("KYIV, Ukraine, AP -- The old pier is open again since Monday, the mayor said.", "en")
    assert found is None or found.agency in (None, "AP")
    with_agency = dateline_of("KYIV, Reuters - The old pier is open again since Monday, the mayor said.", "en")
    assert with_agency is None or with_agency.place == "KYIV"


def test_words_that_hold_others_are_not_needed() -> None:
    assert shortest(["last updated", "updated", "on", "updated on"]) == ("updated", "on")


def test_a_word_of_copyright_is_a_notice(labelled: Labelled) -> None:
    page = labelled(f". Pier opens - The Daily Pier\nH Pier opens\n{BODY}\n. Copyright 2024 The Daily Pier")
    found = publisher.find(page)
    assert found
    assert found.value == "The Daily Pier"


def test_an_alternative_text_and_its_caption_are_one_picture(labelled: Labelled) -> None:
    found = caption.find(labelled("C An old pier\nC The pier at dusk. (Photo by Ada Pole)"))
    assert found
    assert found.blocks == (0, 1)


def test_the_lead_picture_stands_where_the_last_caption_did(labelled: Labelled) -> None:
    pictures = [Picture("/a.png", None, 0), Picture("/lead.png", "The lead", None)]
    page = labelled(
        "C The pier at dusk. (Photo by Ada Pole)\nC The pier at dawn. (Photo by Bo Reed)",
        pictures=[*pictures, Picture("/b.png", None, 1)],
        hints=[Hint("opengraph", "image", "/lead.png")],
    )
    found = caption.find(page)
    assert found
    assert found.value[0].url == "/lead.png"
    assert {image.url for image in found.value} == {"/a.png", "/b.png", "/lead.png"}


def test_the_first_section_that_is_one_is_taken(labelled: Labelled) -> None:
    page = labelled(BODY, hints=[Hint("meta", "section", "/a"), Hint("opengraph", "section", "Piers")])
    found = section.find(page)
    assert found
    assert found.value == "Piers"
