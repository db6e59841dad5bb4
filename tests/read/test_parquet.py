"""Parquet: a document a row, and what is left of a damaged file."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import sys
from pathlib import Path

import pyarrow as arrow
import pytest
from pyarrow import parquet

from newsclean.read import items
from newsclean.read.items import Context, Keys
from newsclean.read.limits import ReadError

TEXTS = [f"Row {n}: “{'words ' * n}”" for n in range(100)]


def table(columns: dict[str, list[object]], **options: object) -> bytes:
    output = io.BytesIO()
    parquet.write_table(arrow.table(columns), output, **options)
    return output.getvalue()


DATA = table({"id": list(range(100)), "text": TEXTS, "url": [f"https://x/{n}" for n in range(100)]}, row_group_size=30)


def test_each_row_is_a_document_with_its_number_and_address(find) -> None:
    found = find(DATA)
    assert [each.data.decode() for each in found] == TEXTS
    assert [each.source.line for each in found] == list(range(1, 101))
    assert (found[41].url, found[41].charset) == ("https://x/41", "utf-8")
    assert find(gzip.compress(DATA)) == found


def test_a_file_is_read_at_its_places(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(DATA)
    found = items(str(path), Context())
    assert [each.data.decode() for each in found if not isinstance(each, ReadError)] == TEXTS


def test_what_a_row_may_hold(tell) -> None:
    columns = {"html": [None, "<p>a", b"".decode(), None], "text": ["a", "b", "", None]}
    assert tell(table(columns)) == [
        ("(line 1)", b"a"),
        ("(line 2)", b"<p>a"),
        ("(line 3)", "empty"),
        ("(line 4)", "empty"),
    ]
    assert tell(table({"html": [b"caf\xe9"]})) == [("(line 1)", b"caf\xe9")]
    assert tell(table({"text": [7]})) == [("(line 1)", "malformed")]
    assert tell(table({"other": ["x"]})) == [("", "malformed")]
    assert tell(table({"other": ["x"]}), keys=Keys((), ("other",))) == [("(line 1)", b"x")]
    assert tell(table({"text": []})) == [("", "empty")]


def test_a_damaged_group_costs_itself_alone(tell) -> None:
    meta = parquet.ParquetFile(io.BytesIO(DATA)).metadata
    names = [meta.row_group(0).column(n).path_in_schema for n in range(3)]
    column = meta.row_group(1).column(names.index("text"))
    start = column.dictionary_page_offset or column.data_page_offset
    data = DATA[:start] + b"\xff" * 40 + DATA[start + 40 :]
    found = tell(data)
    assert [text for _, text in found if isinstance(text, bytes)] == [t.encode() for t in TEXTS[:30] + TEXTS[60:]]
    assert [pair for pair in found if isinstance(pair[1], str)] == [("(line 31)", "malformed")]


def test_cut_anywhere_it_is_refused_once(tell) -> None:
    for cut in range(4, len(DATA), 137):
        assert tell(DATA[:cut]) == [("", "malformed")]


def test_one_that_cannot_be_sought_is_bounded(tell) -> None:
    assert len(tell(DATA, max_input=len(DATA))) == 100
    assert tell(DATA, max_input=len(DATA) - 1) == [("", "too-large")]


def test_without_pyarrow_it_says_what_to_install(find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (found,) = find(DATA)
    assert "newsclean[parquet]" in found.message


def test_what_a_column_of_objects_states(find) -> None:
    data = table({"text": ["a"], "source": ["https://a.example/1"], "metadata": [{"title": "Ferry", "text": "b"}]})
    (found,) = find(data)
    assert (found.data, found.url, found.stated) == (b"a", "https://a.example/1", (("title", "Ferry"),))


def test_what_other_columns_state(find) -> None:
    when = dt.datetime(2024, 5, 3, 7, 30, tzinfo=dt.UTC)
    columns = {
        "text": ["a", "b"],
        "Title": ["Ferry", None],
        "authors": [["Ada Pole", "Ben Venn"], []],
        "date": [when, None],
        "day": [1, 2],
        "source": [{"name": "The Larkmoor Post"}, None],
        "section": [{"id": "a"}, None],
    }
    first, second = find(table(columns))
    assert first.stated == (
        ("title", "Ferry"),
        ("author", "Ada Pole, Ben Venn"),
        ("date", "2024-05-03T07:30:00+00:00"),
        ("og:site_name", "The Larkmoor Post"),
    )
    assert second.stated == ()


def test_what_python_has_no_form_for_is_left_out_or_refused(find, tell) -> None:
    broken = arrow.array([b"caf\xe9", b"ok"]).view(arrow.string())
    late = arrow.array([2**60, 0], arrow.timestamp("ms"))
    odd = arrow.array([0, 0], arrow.timestamp("ms", "Mars/Olympus"))
    assert tell(table({"text": broken})) == [("(line 1)", "undecodable"), ("(line 2)", b"ok")]
    first, second = find(table({"text": ["a", "b"], "title": broken, "date": late, "published": odd}))
    assert (first.stated, second.stated) == ((), (("title", "ok"), ("date", "1970-01-01T00:00:00")))
