"""Front matter of Markdown: told from a rule of dashes or plus signs, read as statements, and no part of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Source
from newsclean.segment import segment
from newsclean.segment.front import LINES, without_front_matter

POST = """\
---
layout: post
title:  "Ferry to sail again"
date: 2024-09-21 17:59:00 +0200
author: 'Maren Ostrick'
tags:
  - ferry
  - council
# a comment
description: >
  Words that are
  no part of the text.
empty:
---

The ferry sails again.
"""


def test_what_it_states_and_what_is_left() -> None:
    page = segment(Dump(Source("x"), POST))
    assert [(block.line, block.column, block.text) for block in page.blocks] == [
        (3, 10, "Ferry to sail again"),
        (16, 1, "The ferry sails again."),
    ]
    assert (page.text, page.blocks[0].start, page.blocks[-1].end) == (POST, 0, len(POST))
    assert {(hint.name, hint.value) for hint in page.hints} == {
        ("headline", "Ferry to sail again"),
        ("published", "2024-09-21 17:59:00 +0200"),
        ("author", "Maren Ostrick"),
        ("tag", "ferry"),
        ("tag", "council"),
    }


TOML = """\
+++
title = "Ferry to sail again"
date = 2024-09-21T17:59:00+02:00
authors = ["Maren Ostrick", 'Ada Pole']
tags = [
  "ferry",
  "council",
]
# a comment
draft = false
[params]
  weight = 7
+++

The ferry sails again.
"""


def test_what_toml_states_and_what_is_left() -> None:
    page = segment(Dump(Source("x"), TOML))
    assert [block.text for block in page.blocks] == ["Ferry to sail again", "The ferry sails again."]
    assert {(hint.name, hint.value) for hint in page.hints} == {
        ("headline", "Ferry to sail again"),
        ("published", "2024-09-21T17:59:00+02:00"),
        ("author", "Maren Ostrick, Ada Pole"),
        ("tag", "ferry"),
        ("tag", "council"),
    }


def test_a_title_that_the_text_begins_with_is_shown_once() -> None:
    page = segment(Dump(Source("x"), POST.replace("The ferry", "# Ferry to sail again\n\nThe ferry", 1)))
    assert [block.text for block in page.blocks] == ["Ferry to sail again", "The ferry sails again."]


@pytest.mark.parametrize(
    "text", [POST, "\ufeff" + POST, POST.replace("\n", "\r\n"), POST.replace("\n---\n", "\n...\n")]
)
def test_marks_and_ends_of_lines_make_no_difference(text: str) -> None:
    front = without_front_matter(text)
    assert front.text.split() == ["Ferry", "to", "sail", "again", "The", "ferry", "sails", "again."]
    assert dict(front.pairs)["title"] == "Ferry to sail again"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA text under a rule.\n\n---\n",
        "---\n---\n",
        "---\ntitle: never closed\n\nText.",
        "---\ntitle: a\nA sentence that is no pair\n---\nText.",
        "\n---\ntitle: not at the top\n---\n",
        "--- a\ntitle: a\n---\n",
        "Text\n---\ntitle: a\n---\n",
        "---\n" + "a: b\n" * LINES + "---\n",
        "+++\ntitle: a\n+++\n",
        '+++\ntitle = "a"\n---\n',
        "+++\n\nBreaking\n\n+++\n",
    ],
)
def test_other_dashes_are_text(text: str) -> None:
    assert without_front_matter(text) == (text, ())


def test_the_number_of_lines_on_both_sides() -> None:
    assert without_front_matter("---\n" + "a: b\n" * (LINES - 1) + "---\n").pairs == (("a", "b"),) * (LINES - 1)


@given(st.text(st.sampled_from("-:ab \n#[]'"), max_size=80))
def test_what_is_left_keeps_its_place(text: str) -> None:
    text = "---\n" + text
    front = without_front_matter(text)
    assert len(front.text) == len(text)
    assert all(one in (other, " ") for one, other in zip(front.text, text, strict=True))
    assert front.pairs or front.text == text


def test_a_title_of_several_parts_is_stated_and_not_shown() -> None:
    front = without_front_matter("---\ntitle:\n  - Ferry\n  - Larkmoor\n---\nThe ferry sails again.\n")
    assert (front.text.split(), front.pairs) == (["The", "ferry", "sails", "again."], (("title", "Ferry, Larkmoor"),))
