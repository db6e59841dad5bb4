"""Elements of HTML in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Source
from newsclean.read.sniff import MARKDOWN, is_html
from newsclean.segment import segment
from newsclean.segment.tagged import TAGS, without_tags

LINKS = "[Home](https://post.example/) [News](/news) [Sport](#sport)\n\n"


def test_tags_go_and_all_else_keeps_its_place() -> None:
    text = LINKS + "<div\nclass='a'>\n\n<p>The <b>ferry</b> sails.</p>\n\n</div>\n<!-- no -->\n"
    page = segment(Dump(Source("x"), text))
    assert [(b.line, b.column, b.text) for b in page.blocks] == [(1, 1, "Home News Sport"), (6, 4, "The ferry sails.")]
    assert len(without_tags(text)) == len(text)


@pytest.mark.parametrize(("tags", "goes"), [(TAGS - 1, False), (TAGS, True)])
def test_a_few_tags_stand_in_samples_of_code(tags: int, goes: bool) -> None:
    text = LINKS + "a <br> b\n" * tags
    assert ("<br>" not in without_tags(text)) is goes


@pytest.mark.parametrize("said", ["git add <file>", "5 < 6 and 7 > 6", "<stdio.h>", "<bank holiday>"])
def test_what_is_no_element_is_said(said: str) -> None:
    assert said in without_tags(LINKS + said + "\n" + "<br>" * TAGS)


@pytest.mark.parametrize(("lines", "goes"), [(TAGS * 3, True), (TAGS * 4, False)])
def test_breaks_behind_lines_go_where_they_are_on_many(lines: int, goes: bool) -> None:
    text = "The ferry<br>\n" * TAGS + "sails on\n" * (lines - TAGS)
    assert ("<br>" not in without_tags(text)) is goes


def test_markup_on_few_lines_is_no_such_text() -> None:
    text = "A page: " + "<p>One</p> <p>two</p>" * 9 + "\n"
    assert without_tags(text) == text


def test_other_texts_are_left() -> None:
    text = ("The tag <b> makes text bold, and <i> makes it lean.\n" + "There are more of them.\n" * 9) * TAGS
    assert without_tags(text) == text


@pytest.mark.parametrize(("marks", "html"), [(MARKDOWN - 1, True), (MARKDOWN, False)])
def test_markdown_may_begin_with_an_element(marks: int, html: bool) -> None:
    assert is_html("<div>\n\n" + "- [News](/news)\n" * marks + "\n</div>") is html


def test_a_whole_page_is_no_markdown() -> None:
    assert is_html("<!DOCTYPE html><pre>" + "[a](/b)\n## c\n" * MARKDOWN + "</pre>")


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<div\n", "a", ">", "<", "<!--", "-->", "\n", "[x](/y)", "<p title='"]))
)
def test_nothing_moves(parts: list[str]) -> None:
    text = LINKS + "".join(parts)
    shown = without_tags(text)
    assert all(a in (b, " ") for a, b in zip(shown, text, strict=True))
    assert shown.count("\n") == text.count("\n")
