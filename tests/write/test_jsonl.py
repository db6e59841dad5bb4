"""Records as lines."""

from __future__ import annotations

import json

import pytest

from newsclean.record import Article, Confidence, Line, Reason, Rejected, SourceRef
from newsclean.write.jsonl import line_of


def article(**values: object) -> Article:
    given = {"id": "sha256:0", "source": SourceRef(path="x"), "confidence": Confidence(record=0.5), **values}
    return Article.model_validate(given)


def test_every_key_is_there_but_lines() -> None:
    keys = list(json.loads(line_of(article())))
    assert keys == [key for key in Article.model_fields if key != "lines"]


def test_lines_when_asked_for() -> None:
    lines = (Line(role="body", reason="prose-run", start=0, end=1, text="a"),)
    assert json.loads(line_of(article(lines=lines)))["lines"][0]["role"] == "body"
    assert json.loads(line_of(article(lines=())))["lines"] == []


def test_one_line_of_utf8() -> None:
    line = line_of(article(body="Grüße\n\n日本 \u2028 end"))
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert "Grüße\\n\\n日本".encode() in line


@pytest.mark.parametrize("control", [chr(i) for i in (*range(32), *range(127, 160))])
def test_no_control_leaves_raw(control: str) -> None:
    rejected = Rejected(source=SourceRef(path=f"a{control}é"), reason=Reason.EMPTY, message="is empty")
    line = line_of(rejected)
    assert control not in line.decode().removesuffix("\n")
    assert json.loads(line)["source"]["path"] == f"a{control}é"
