"""What a notice of copyright says about the publisher, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Hint, LabelledPage
from newsclean.fields.publisher import LINE, find, holder, same_house

Labelled = Callable[..., LabelledPage]


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("© 2024 The Daily Pier", "The Daily Pier"),
        ("© The Daily Pier 2024", "The Daily Pier"),
        ("(c) 2019-2024 The Daily Pier. All rights reserved", "The Daily Pier"),
        ("Copyright © 2024 by The Daily Pier", "The Daily Pier"),
        ("© Copyright 2024 The Daily Pier", "The Daily Pier"),
        ("Copyright 2024 pier.example All Rights Reserved", "pier.example"),
        ("© 2024 U.K. Pier News", "U.K. Pier News"),
        ("© 2024 Ada Pole", "Ada Pole"),
    ],
)
def test_holders(notice: str, name: str) -> None:
    assert holder(notice, "en") == name


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright policy",
        "Copyright The Daily Pier",  # the word alone opens links and lists as well
        "© 2024. All rights reserved",
        "© All rights reserved",
        "© 2024 to those who wrote it",
        "© Ada Pole",  # a person without a year made a picture
        "A page about the pier",
        "©",
        "",
    ],
)
def test_no_holder(notice: str) -> None:
    assert holder(notice, "en") is None


def test_only_the_start_of_a_long_text_is_read() -> None:
    near, far = " " * (LINE - 40) + "© 2024 Pier News", " " * LINE + "© 2024 Pier News"
    assert holder(near, "en") == "Pier News"
    assert holder(far, "en") is None


def test_the_credit_of_a_picture_names_no_publisher(labelled: Labelled) -> None:
    lines = "H Pier opens\n{} © 2024 Quay Pictures\nB Text\n. Read Quay Pictures every day"
    assert find(labelled(lines.format("C"))) is None
    assert find(labelled(lines.format("c"))) is None
    found = find(labelled(lines.format(".")))
    assert found is not None
    assert found.value == "Quay Pictures"


def test_words_of_a_link_and_scraps_are_no_names(labelled: Labelled) -> None:
    lines = ". Pier opens - {0}\nH Pier opens\nB Text\n. © 2024 {0}\n. All about {0} here"
    assert [find(labelled(lines.format(name))) for name in ("Newsletters", "St", "ab")] == [None, None, None]
    kept = find(labelled(". Pier opens - BQ\nH Pier opens\nB Text\n. © 2024 BQ"))
    assert kept is not None
    assert kept.value == "BQ"


def test_a_domain_is_the_same_house() -> None:
    assert same_house("Pierpost.example", "Pierpost.example")
    assert same_house("Pierpost.com", "Pierpost")
    assert not same_house("Pierpost.com", "Quaypost.com")
    assert not same_house("A.com", "B.com")


@given(st.text(max_size=500))
def test_never_raises_and_is_printed(text: str) -> None:
    name = holder(text, "en")
    assert name is None or name in text


def test_a_domain_does_not_outvote_a_name(labelled: Labelled) -> None:
    """The domain counts as a mention of the name, not as one more statement of another name."""
    hints = [
        Hint("opengraph", "publisher", "Pierpost"),
        Hint("jsonld", "publisher", "The Daily Pier"),
        Hint("meta", "publisher", "pierpost.com"),
    ]
    found = find(labelled("H Pier opens\nB Text", hints=hints))
    assert found is not None
    assert found.value == "The Daily Pier"
