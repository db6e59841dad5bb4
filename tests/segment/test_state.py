"""Articles that only the state of a page's scripts holds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Source
from newsclean.segment.html import segment_html
from newsclean.segment.state import LEAST, article_in_state

TEXT = "<p>" + "Rain fell. " * 30 + "</p>"


def script(text: str, attributes: str = "") -> str:
    return f"<script{attributes}>{text}</script>"


def pushed(*pieces: str) -> str:
    return "".join(script(f"self.__next_f.push([1,{json.dumps(piece)}])") for piece in pieces)


def texts(html: str) -> list[str]:
    return [block.text for block in segment_html(Dump(Source("-"), html, "html")).blocks]


@pytest.mark.parametrize(
    "html",
    [
        script(json.dumps({"props": {"title": "Pier shut", "body": TEXT}}), ' type="application/json"'),
        script("window.__STATE__ = " + json.dumps([{"body": TEXT, "headline": "Pier shut", "title": "Pier"}]) + ";"),
        pushed(f'1:I[3,[],""]\n2:T{len(TEXT):x},{TEXT}3:{{"title":"Pier shut","body":"$2"}}\n'),
        pushed('3:{"title":"Pier shut","body":"$2"}\n2:T', f"{len(TEXT):x},{TEXT[:80]}", TEXT[80:]),
        pushed('0:[["a",{"title":"Pier shut","body":' + json.dumps(TEXT) + "}]]\n"),
    ],
)
def test_the_article_is_read_with_its_headline(html: str) -> None:
    assert article_in_state(html) == f"<h1>Pier shut</h1>{TEXT}"
    assert texts(html) == ["Pier shut", ("Rain fell. " * 30).strip()]
    assert texts(f"<p>Seen</p>{html}") == ["Seen"]  # what is shown is what counts


def test_rows_of_text_are_counted_in_bytes() -> None:
    text = "<p>" + "Ж" * LEAST + "</p>"
    html = pushed(f'2:T{len(text.encode()):x},{text}3:{{"body":"$2"}}\n')
    assert article_in_state(html) == text


def test_a_short_text_and_one_without_paragraphs_are_no_article() -> None:
    short = "<p>" + "x" * (LEAST - len("<p></p>") - 1) + "</p>"
    for text, read in ((short, False), (f"{short} ", True), (f"<div>{'x' * LEAST}</div>", False)):
        assert (article_in_state(script(json.dumps({"body": text}))) != "") is read


def test_the_longest_text_wins_and_a_title_is_text() -> None:
    state = {"a": {"title": "Other", "body": TEXT}, "b": {"title": "<b>Pier", "body": TEXT + TEXT}}
    assert article_in_state(script(json.dumps(state))) == f"<h1>&lt;b&gt;Pier</h1>{TEXT}{TEXT}"


@pytest.mark.parametrize(
    "html",
    [
        "",
        script("if (a[0]) { b = {c: 1} }"),
        script("self.__next_f.push([1,'not JSON'])"),
        pushed("2:Tffffffff,<p>cut"),
        pushed('2:"$2"\n3:{"body":"$3","title":"$2"}\n'),
        pushed("2:" + "[" * 100_000),
        script("{" * 100_000),
        "<script>{",
    ],
)
def test_what_is_no_state_gives_nothing(html: str) -> None:
    assert article_in_state(html) == ""


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
)


@given(json_values, st.text(max_size=60))
def test_any_state_is_read(value: Any, row: str) -> None:
    assert article_in_state(script(json.dumps(value)) + pushed(row)) == ""
