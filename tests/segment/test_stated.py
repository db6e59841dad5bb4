"""What a container states of a dump is told as front matter is, and never against what the dump states itself."""

from __future__ import annotations

import pytest

from newsclean.document import Dump, Source
from newsclean.segment import segment

STATED = (("title", "Ferry to sail again"), ("author", "Ada Pole"), ("og:site_name", "The Larkmoor Post"))
TEXT = Dump(Source("x"), "The ferry sails again.\n\nIt will sail on Monday.")
PAGE = Dump(Source("x"), "<p>The ferry sails again.</p><p>It will sail on Monday.", "html")
HINTS = {("headline", "Ferry to sail again"), ("author", "Ada Pole"), ("publisher", "The Larkmoor Post")}


@pytest.mark.parametrize("dump", [TEXT, PAGE])
def test_it_becomes_hints_and_nothing_else_changes(dump: Dump) -> None:
    page, plain = segment(dump._replace(stated=STATED)), segment(dump)
    assert {(hint.name, hint.value) for hint in page.hints} == HINTS
    assert page._replace(dump=dump, hints=()) == plain


@pytest.mark.parametrize(
    "dump",
    [
        TEXT._replace(text="---\ntitle: The ferry is back\n---\n" + TEXT.text),
        PAGE._replace(text="<title>The ferry is back</title>" + PAGE.text),
        PAGE._replace(text="<meta property=og:title content='The ferry is back'>" + PAGE.text),
    ],
)
def test_what_the_dump_states_itself_is_left(dump: Dump) -> None:
    page = segment(dump._replace(stated=STATED))
    assert [hint.value for hint in page.hints if hint.name == "headline"] == ["The ferry is back"]
    assert ("author", "Ada Pole") in {(hint.name, hint.value) for hint in page.hints}


def test_names_that_are_no_metas_say_nothing() -> None:
    assert segment(TEXT._replace(stated=(("pier", "a"), ("title", " ")))).hints == ()
