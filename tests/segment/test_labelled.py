"""Labels over a text: told from prose, read as statements, and no part of the text but for what pages print as well."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Source
from newsclean.lang import codes, load
from newsclean.segment import segment
from newsclean.segment.front import without_front_matter
from newsclean.segment.labelled import LINES, Head, read_head

TEXT = "\nThe ferry: it sails again, the council of Larkmoor said on Monday.\n"


def test_what_it_states_and_what_is_left() -> None:
    head = (
        "Title: Ferry to sail again\nURL: https://post.example/a\nAuthor: Ada Pole\nLength: 90 words\n"
        "Date: 3 May 2024\n"
    )
    page = segment(Dump(Source("x"), head + TEXT))
    assert [(block.line, block.column, block.text) for block in page.blocks] == [
        (1, 8, "Ferry to sail again"),
        (3, 1, "Author: Ada Pole"),
        (5, 1, "Date: 3 May 2024"),
        (7, 1, TEXT.strip()),
    ]
    assert {(hint.name, hint.value) for hint in page.hints} == {
        ("headline", "Ferry to sail again"),
        ("url", "https://post.example/a"),
        ("author", "Ada Pole"),
        ("published", "3 May 2024"),
    }


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("Title: Ferry\nSource: The Larkmoor Post\n", {"title": "Ferry", "og:site_name": "The Larkmoor Post"}),
        ("Title: Ferry\nSource: https://post.example/a\n", {"title": "Ferry", "og:url": "https://post.example/a"}),
        ("Source: https://post.example/a\n", {"og:url": "https://post.example/a"}),
        ("Quelle: https://post.example/a\n", {"og:url": "https://post.example/a"}),
        (
            "Source: https://post.example/a\nAuthor: Ada Pole\n",
            {"og:url": "https://post.example/a", "author": "Ada Pole"},
        ),
        ("\ufeffTitle: Ferry\r\n\r\nAuthor: N/A\r\n", {"title": "Ferry"}),
        ("**Title:** Ferry\n**Date**: 3 May\n", {"title": "Ferry", "date": "3 May"}),
        ("Rubrik: Färjan går igen\nFörfattare: Ada Pole\n", {"title": "Färjan går igen", "author": "Ada Pole"}),
        ("Rubrik: Lokales\nTitel: Fähre fährt wieder\n", {"section": "Lokales", "title": "Fähre fährt wieder"}),
        ("标题：渡轮重新开航\n作者：王小明\n", {"title": "渡轮重新开航", "author": "王小明"}),
    ],
)
def test_labels_in_several_forms_and_languages(head: str, stated: dict[str, str]) -> None:
    found = read_head(head + TEXT)
    assert (dict(found.pairs), found.end) == (stated, len(head))


@pytest.mark.parametrize(
    "text",
    [
        "Title: Ferry\n" + TEXT,  # one label alone
        "Source: see https://post.example/a\n" + TEXT,
        "Source: https://post.example/a and others\n" + TEXT,
        "Photograph: https://post.example/a\n" + TEXT,
        "The ferry: it sails again.\nSource: https://post.example/a\n" + TEXT,
        "Title: Ferry\nTitle: Again\n" + TEXT,  # the same twice
        "Author: Ada Pole\nDate: 3 May\n" + TEXT,  # neither title nor address nor text
        "Mayor: Ferry will sail\nCouncil: it will not\n" + TEXT,
        "Ferry to sail again\nTitle: Ferry\nDate: 3 May\n" + TEXT,  # not at the top
        "\n" * LINES + "Title: Ferry\nDate: 3 May\n" + TEXT,
    ],
)
def test_what_is_no_head(text: str) -> None:
    assert read_head(text) == Head()


def test_the_text_begins_behind_its_label() -> None:
    head = "Title: Ferry\nDate: 3 May\nText: "
    assert read_head(head + "The ferry.\nSource: a reader\n").end == len(head)


def test_prose_with_a_colon_under_the_head_is_left() -> None:
    text = "Title: Ferry\nDate: 3 May\nMayor: ferry will sail\n"
    assert read_head(text).end == len("Title: Ferry\nDate: 3 May\n")


@pytest.mark.parametrize("code", codes())
def test_no_label_of_a_language_stands_over_two_things(code: str) -> None:
    labels = [label for known in load(code).head.values() for label in known]
    assert len(labels) == len(set(labels))
    assert "title" in load(code).head


@given(
    st.lists(st.sampled_from(["Title", "Date", "Text", "Author", "URL", "Pier", "**Title**"]), max_size=6), st.text()
)
def test_all_keeps_its_place(labels: list[str], value: str) -> None:
    text = "".join(f"{label}: {value}\n" for label in labels) + TEXT
    front = without_front_matter(text)
    assert len(front.text) == len(text)
    assert front.text.splitlines(keepends=True)[-1] == text.splitlines(keepends=True)[-1]
    assert all(a in (b, " ") for a, b in zip(front.text, text, strict=True))
