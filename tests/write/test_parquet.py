"""Tables that hold what the lines of JSON hold."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow.parquet import ParquetFile

from newsclean.record import Article, Confidence, SourceRef, article_schema
from newsclean.write import parquet
from newsclean.write.jsonl import line_of
from newsclean.write.parquet import Parquet, schema_of

TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
LEAST = Article(id="sha256:0", source=SourceRef(path="a.txt"), confidence=Confidence(record=0.5))


def written(articles: Sequence[Article]) -> ParquetFile:
    form = Parquet()
    return ParquetFile(pa.BufferReader(b"".join(form.of(line_of(article)) for article in articles) + form.end()))


def type_of(stated: Mapping[str, Any], parts: Mapping[str, Any]) -> pa.DataType:
    """The type of what a JSON Schema states."""
    if "$ref" in stated:
        return type_of(parts[stated["$ref"].rsplit("/", 1)[1]], parts)
    if "anyOf" in stated:
        (kept,) = (each for each in stated["anyOf"] if each != {"type": "null"})
        return type_of(kept, parts)
    if stated["type"] == "array":
        return pa.list_(type_of(stated["items"], parts))
    if stated["type"] == "object":
        return pa.struct([(name, type_of(each, parts)) for name, each in stated["properties"].items()])
    return TYPES[stated["type"]]


def test_the_columns_are_those_of_the_schema_of_a_record() -> None:
    schema: Any = article_schema()
    assert schema_of(Article) == pa.schema(
        [(name, type_of(each, schema["$defs"])) for name, each in schema["properties"].items()]
    )
    assert str(schema_of(Article).field("authors").type) == (
        "list<item: struct<name: string, type: string, role: string, affiliation: string>>"
    )


@given(st.lists(st.from_type(Article), max_size=3))
def test_rows_are_read_back(articles: list[Article]) -> None:
    table = written(articles).read()
    assert table.schema.equals(schema_of(Article))
    assert table.to_pylist() == [{"lines": None} | json.loads(line_of(article)) for article in articles]


def test_no_record_is_an_empty_table() -> None:
    assert written([]).read().equals(schema_of(Article).empty_table())


@pytest.mark.parametrize(("limit", "rows"), [(2, [2, 2, 1]), (3, [3, 2]), (5, [5]), (6, [5])])
@pytest.mark.parametrize("kind", ["GROUP_ROWS", "GROUP_BYTES"])
def test_row_groups_are_bounded(monkeypatch: pytest.MonkeyPatch, kind: str, limit: int, rows: list[int]) -> None:
    one = len(line_of(LEAST))
    monkeypatch.setattr(parquet, kind, limit if kind == "GROUP_ROWS" else limit * one)
    stated = written([LEAST] * 5).metadata
    assert [stated.row_group(n).num_rows for n in range(stated.num_row_groups)] == rows


def test_a_row_group_leaves_as_soon_as_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP_ROWS", 2)
    form = Parquet()
    assert form.of(line_of(LEAST)) == b"PAR1"
    assert len(form.of(line_of(LEAST))) > 1_000
    assert form.of(line_of(LEAST)) == b""


def test_a_record_longer_than_a_row_group_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP_BYTES", 1_000)
    long = LEAST.model_copy(update={"body": "word " * 1_000_000})
    assert [row["body"] for row in written([LEAST, long, LEAST]).read().to_pylist()] == [None, long.body, None]
