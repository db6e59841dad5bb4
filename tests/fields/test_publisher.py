"""The publisher: one strong sign or two that agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.document import Hint, LabelledPage
from newsclean.fields import publisher
from newsclean.fields.publisher import desk_house, find, same_house, without_house

Labelled = Callable[..., LabelledPage]


def name(page: LabelledPage) -> str | None:
    found = find(page)
    return found.value if found else None


def test_one_strong_sign_is_enough(labelled: Labelled) -> None:
    assert name(labelled("B Text", hints=[Hint("opengraph", "publisher", "The Daily Pier")])) == "The Daily Pier"


def test_one_weak_sign_is_not(labelled: Labelled) -> None:
    assert name(labelled("H Pier opens\nB Text\n. © 2024 The Daily Pier")) is None


def test_title_and_copyright_agree(labelled: Labelled) -> None:
    page = labelled(". Pier opens - The Daily Pier\nH Pier opens\nB Text\n. © 2024 The Daily Pier. All rights reserved")
    assert name(page) == "The Daily Pier"


def test_title_and_copyright_differ(labelled: Labelled) -> None:
    assert name(labelled(". Pier opens - The Daily Pier\nH Pier opens\nB Text\n. © 2024 Quay Media")) is None


def test_the_suffix_of_a_title_needs_the_headline(labelled: Labelled) -> None:
    assert name(labelled(". Storm - The Daily Pier\nH Pier opens\nB Text\n. © 2023 Quay Media")) is None


@pytest.mark.parametrize(("author", "house"), [("The Old Pier news desk", "The Old Pier"), ("The news desk", None)])
def test_desk_house(author: str, house: str | None) -> None:
    assert desk_house(author, "en") == house


def test_same_house() -> None:
    assert same_house("The Daily Pier", "daily pier")
    assert not same_house("The Daily Pier", "The Daily Quay")
    assert not same_house("", "")


def test_without_house_keeps_a_title_that_is_the_name() -> None:
    assert without_house("The Daily Pier", "The Daily Pier") == "The Daily Pier"
    assert without_house("Pier opens | News | The Daily Pier", "The Daily Pier") == "Pier opens | News"


@pytest.mark.parametrize(("most", "known"), [(2, True), (1, False)])
def test_so_many_names_are_weighed(labelled: Labelled, monkeypatch: pytest.MonkeyPatch, most: int, known: bool) -> None:
    monkeypatch.setattr(publisher, "HOUSES", most)
    page = labelled("H Pier opens\nB Text\n. © 2024 Quay Media\n. © 2024 The Daily Pier\n. About The Daily Pier")
    assert name(page) == ("The Daily Pier" if known else None)
