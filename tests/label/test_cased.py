"""Dumps in one case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Page, Role, Source
from newsclean.label import articles, roles
from newsclean.label.cased import SHARE, in_sentences
from newsclean.segment import segment

TEXT = """\
The Larkmoor Courier
Home
Sport
Council backs plan to reopen the ferry
By Ada Pole
September 21, 2024, 5:59 PM

The town council of Larkmoor voted on Monday to bring back the river ferry, nine years after the last boat was sold.

The ferry will link the old harbour with the northern suburbs. Mayor Tilda Venn said the first boat would sail in May.

Opponents warned that the yearly cost of 400,000 crowns had been worked out before fuel became dearer.

Read more
Night bus to run until two
"""


def page(text: str) -> Page:
    return segment(Dump(Source("-"), text))


@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_headline_and_body_are_those_of_the_same_text_in_sentences(case: Callable[[str], str]) -> None:
    (plain,), (cased,) = articles(page(TEXT)), articles(page(case(TEXT)))
    assert [cased.indexes(role) for role in (Role.HEADLINE, Role.BODY)] == [[3], [6, 7, 8]]
    assert [block.text for block in cased.page.blocks] == [case(block.text) for block in plain.page.blocks]
    assert cased.page.text == case(TEXT)


def test_parts_have_the_blocks_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = page(TEXT.upper())
    halves = [in_sentences(cut)._replace(blocks=in_sentences(cut).blocks[at]) for at in (slice(0, 3), slice(3, None))]
    monkeypatch.setattr(roles, "parts_of", lambda *_: halves)
    assert [block for part in articles(cut) for block in part.page.blocks] == list(cut.blocks)


@pytest.mark.parametrize(("more", "changed"), [(1, True), (-1, False)])
def test_nearly_all_is_in_one_case(more: int, changed: bool) -> None:
    large = round(SHARE * 100) + more
    cut = page("A" * large + "\n" + "Bc"[:1] + "c" * (99 - large) + "\n")
    assert (in_sentences(cut) is not cut) is changed


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    cut = page(text)
    if cut.blocks:
        cased = in_sentences(cut)
        assert [(b.start, b.end, b.line) for b in cased.blocks] == [(b.start, b.end, b.line) for b in cut.blocks]
        assert in_sentences(cased).blocks == cased.blocks
