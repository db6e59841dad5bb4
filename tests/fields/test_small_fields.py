"""Kicker, standfirst, section, tags, access and url: small fields, one question each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Hint, Label, LabelledPage, Role
from newsclean.fields import access, kicker, section, standfirst, tags, url

Labelled = Callable[..., LabelledPage]
SUMMARY = "After nine years of repairs the old pier is open to all who want to walk on it."


def as_role(page: LabelledPage, i: int, role: Role) -> LabelledPage:
    labels = list(page.labels)
    labels[i] = Label(role, "test", 0.9)
    return replace(page, labels=tuple(labels))


def test_kicker_is_printed_or_stated(labelled: Labelled) -> None:
    found = kicker.find(as_role(labelled(". OPINION |\nH Pier opens"), 0, Role.KICKER))
    assert found is not None
    assert (found.value, found.blocks) == ("OPINION", (0,))
    stated = kicker.find(labelled("H Pier opens", hints=[Hint("jsonld", "kicker", "Piers")]))
    assert stated is not None
    assert stated.value == "Piers"
    assert kicker.find(labelled("H Pier opens")) is None


def test_kicker_is_short() -> None:
    assert kicker.kicker_of("a" * kicker.LONGEST) is not None
    assert kicker.kicker_of("a" * (kicker.LONGEST + 1)) is None


def test_standfirst_is_surer_where_the_description_agrees(labelled: Labelled) -> None:
    page = as_role(labelled(f"H Pier opens\n. {SUMMARY}\nB Text"), 1, Role.STANDFIRST)
    alone = standfirst.find(page)
    hint = Hint("opengraph", "standfirst", SUMMARY)
    agreed = standfirst.find(replace(page, page=page.page._replace(hints=(hint,))))
    other = Hint("opengraph", "standfirst", "Rates fall for the third time this year, says the bank.")
    disputed = standfirst.find(replace(page, page=page.page._replace(hints=(other,))))
    assert alone is not None
    assert agreed is not None
    assert disputed is not None
    assert disputed.confidence < alone.confidence < agreed.confidence
    assert {alone.value, agreed.value, disputed.value} == {SUMMARY}


def test_a_description_that_is_not_shown_is_no_standfirst(labelled: Labelled) -> None:
    assert standfirst.find(labelled("H Pier\nB Text", hints=[Hint("opengraph", "standfirst", SUMMARY)])) is None


def test_section(labelled: Labelled) -> None:
    hints = [Hint("meta", "section", "Coast"), Hint("jsonld", "section", "World")]
    found = section.find(labelled("H Pier", hints=hints))
    assert found is not None
    assert found.value == "World"
    assert section.find(labelled("H Pier", hints=[Hint("meta", "section", "/world")])) is None


def test_tags_printed_before_stated(labelled: Labelled) -> None:
    hints = [Hint("meta", "tag", "sea"), Hint("meta", "tag", "Sea"), Hint("meta", "tag", "coast")]
    printed = tags.find(labelled("H Pier\nB Text\n. Tags: piers, The Old Quay", hints=hints))
    assert printed is not None
    assert printed.value == ("piers", "The Old Quay")
    stated = tags.find(labelled("H Pier\nB Text", hints=hints))
    assert stated is not None
    assert stated.value == ("sea", "coast")
    assert tags.find(labelled("H Pier\nB Tags: a paragraph")) is None


@pytest.mark.parametrize(
    ("value", "meaning"),
    [("true", "free"), ("False", "paywalled"), ("http://schema.org/True", "free"), ("maybe", None)],
)
def test_access_stated(labelled: Labelled, value: str, meaning: str | None) -> None:
    found = access.find(labelled("H Pier", hints=[Hint("jsonld", "access", value)]))
    assert (found.value if found else None) == meaning


def test_access_printed(labelled: Labelled) -> None:
    found = access.find(labelled("H Pier\nB Text\n. Subscribe to continue reading"))
    assert found is not None
    assert found.value == "paywalled"
    assert access.find(labelled("H Pier\nB He said: subscribe to continue reading")) is None


def test_url(labelled: Labelled) -> None:
    hints = [Hint("opengraph", "url", "https://pier.example/b"), Hint("link", "url", "https://pier.example/a")]
    found = url.find(labelled("H Pier", hints=hints))
    assert found is not None
    assert found.value == "https://pier.example/a"
    assert url.find(labelled("H Pier", hints=[Hint("link", "url", "/a")])) is None


@given(st.text(max_size=300))
def test_never_raise(text: str) -> None:
    kicker.kicker_of(text)
    section.is_section(text)
    tags.tags_of(text, "en")
    access.access_of(text, "en")
    url.absolute(text, "https://pier.example/")
    url.absolute(text, text)
