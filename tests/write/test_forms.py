"""What every format does, and the JSON array."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cli.extract import RAW, Format
from newsclean.record import Article, Confidence, SourceRef
from newsclean.write.forms import FORMS
from newsclean.write.jsonl import articles_of, line_of

ARTICLES = st.lists(st.from_type(Article), max_size=3)
ONE = Article(id="sha256:0", source=SourceRef(path="a.txt"), confidence=Confidence(record=0.5), headline="Boats")


def formed(form: str, articles: Sequence[Article]) -> bytes:
    made = FORMS[form]()
    return b"".join(made.of(line_of(article)) for article in articles) + made.end()


def test_the_command_offers_every_format() -> None:
    assert sorted([RAW, *Format]) == sorted(FORMS)


@given(ARTICLES)
def test_lines_are_read_back(articles: list[Article]) -> None:
    assert list(articles_of(b"".join(map(line_of, articles)))) == articles


@pytest.mark.parametrize("form", FORMS)
def test_equal_records_give_equal_bytes_however_many_come_at_once(form: str) -> None:
    lines = [line_of(ONE.model_copy(update={"headline": f"Boat {n}"})) for n in range(3)]
    made = FORMS[form]()
    together = made.of(lines[0]) + made.of(lines[1] + lines[2]) + made.end()
    alone = FORMS[form]()
    assert b"".join(map(alone.of, lines)) + alone.end() == together


def test_jsonl_is_untouched() -> None:
    made: Callable[[bytes], bytes] = FORMS["jsonl"]().of
    line = b'{"anything": 1}\n'
    assert made(line) is line


@given(ARTICLES)
def test_json_is_one_array_with_a_line_a_record(articles: list[Article]) -> None:
    array = formed("json", articles)
    assert json.loads(array) == [json.loads(line_of(article)) for article in articles]
    *lines, last = array.splitlines(keepends=True)
    assert b"".join(line[1:] for line in lines) == b"".join(map(line_of, articles))
    assert last == (b"]\n" if articles else b"[]\n")
