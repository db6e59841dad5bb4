"""JSONL: a line each, whatever the others are."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.read.containers import documents, format_of
from newsclean.read.items import Context, Item, Keys
from newsclean.read.streams import Stream

ROWS = [{"id": n, "text": f"Text of row {n}: “{'x' * n}”", "url": f"https://example.org/{n}"} for n in range(40)]
DATA = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
TEXTS = [str(row["text"]).encode() for row in ROWS]


def test_each_line_is_a_document_with_its_number_and_address(find) -> None:
    found = find(DATA)
    assert [each.data for each in found] == TEXTS
    assert [each.source.line for each in found] == list(range(1, 41))
    assert found[7] == Item(Source("x", line=8), TEXTS[7], "https://example.org/7", "utf-8", None)
    assert found[7].source.name == "x (line 8)"


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf" + DATA, b"\n \n" + DATA, DATA.replace(b"\n", b"\r\n"), DATA.rstrip(b"\n"), gzip.compress(DATA)],
)
def test_marks_blank_lines_and_ends_of_lines_make_no_difference(find, data: bytes) -> None:
    assert [each.data for each in find(data)] == TEXTS


@pytest.mark.parametrize(
    ("row", "data", "medium"),
    [
        ({"html": "<p>a", "text": "a"}, b"<p>a", "html"),
        ({"html": None, "raw_html": "", "text": "a"}, b"a", None),
        ({"content": "b", "body": "c"}, b"b", None),
        ({"text": "half \ud800"}, "half \ufffd".encode(), None),
    ],
)
def test_the_first_key_that_holds_something_is_read(find, row: dict, data: bytes, medium: str | None) -> None:
    (found,) = find(json.dumps(row).encode())
    assert (found.data, found.medium) == (data, medium)


def test_keys_that_are_named(find, tell) -> None:
    data = b'{"story": "a", "text": "b", "at": "https://x", "url": "https://y"}\n'
    (found,) = find(data, keys=Keys((), ("story",), ("at",)))
    assert (found.data, found.url) == (b"a", "https://x")
    assert tell(data * 3, keys=Keys((), ("none",))) == [("", "malformed")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"junk", "malformed"),
        (b'{"text": "cut', "malformed"),
        (b'["text"]', "malformed"),
        (b"7", "malformed"),
        (b'{"other": 1}', "malformed"),
        (b'{"text": ["a", 7]}', "malformed"),
        (b'{"text": {"a": "b"}}', "malformed"),
        (b'{"text": ""}', "empty"),
        (b'{"text": "caf\xe9"}', "undecodable"),
        (b"[" * 100_000, "too-deep"),
        (b'{"text": ' + b"[" * 100_000, "too-deep"),
        (b'{"text": "' + b"x" * 400_000 + b'"}', "too-large"),
        (b"x" * 400_000, "too-large"),
    ],
)
@pytest.mark.parametrize("size", [100, 1_000_000])
def test_a_broken_line_costs_itself_alone(tell, line: bytes, reason: str, size: int) -> None:
    lines = DATA.splitlines(keepends=True)
    found = tell(b"".join(lines[:20]) + line + b"\n" + b"".join(lines[20:]), max_line=300_000, size=size)
    assert found.pop(20) == ("(line 21)", reason)
    assert [data for _, data in found] == TEXTS
    assert [name for name, _ in found[-2:]] == ["(line 40)", "(line 41)"]


def test_a_broken_first_line_hides_no_other(tell) -> None:
    assert [data for _, data in tell(b'{"id": 1, "te\n' + DATA)] == ["malformed", *TEXTS]


def test_numbers_of_any_length_are_no_matter(tell) -> None:
    assert tell(b'{"id": ' + b"7" * 5000 + b', "score": 1e999999, "text": "a"}') == [("(line 1)", b"a")]


def test_the_size_of_a_line_on_both_sides(tell) -> None:
    line = b'{"text": "abc"}\n'
    assert tell(line * 2, max_line=len(line)) == [("(line 1)", b"abc"), ("(line 2)", b"abc")]
    assert tell(line * 2, max_line=len(line) - 1) == [("(line 1)", "too-large"), ("(line 2)", "too-large")]


def test_cut_anywhere_whole_lines_are_kept(tell) -> None:
    for end in range(20, len(DATA), 37):
        whole = DATA[:end].count(b"\n")
        found = [data for _, data in tell(DATA[:end])]
        assert found[:whole] == TEXTS[:whole]
        assert found[whole:] in (["malformed"], [], TEXTS[whole : whole + 1])


def test_cut_in_compression_whole_lines_are_kept_and_one_refusal_says_so(tell) -> None:
    data = gzip.compress(DATA)
    for end in range(60, len(data), 37):
        found = [data for _, data in tell(data[:end])]
        assert found[-1] == "truncated"
        assert found[:-1] == TEXTS[: len(found) - 1]


@pytest.mark.parametrize(
    "text", [b"{", b"{ this is prose", b"[1, 2]", b"[ferry] opens", b'"text": 1', b'{"quoted" words}']
)
def test_what_is_no_jsonl_is_a_text(tell, text: bytes) -> None:
    assert format_of(text) is None
    assert tell(text) == [("", text)]


ROW = b'{"@type": "NewsArticle", "text": "The pier is open."}\n'


@pytest.mark.parametrize(("others", "rows"), [(0, True), (3, True), (4, False)])
def test_a_text_under_a_script_is_a_text(others: int, rows: bool) -> None:
    below = b"  The pier is open.\n\n" * others
    for mark in (b"", b"\xef\xbb\xbf"):
        found = format_of(mark + ROW + below)
        assert (found is not None and found.name == "JSONL") is rows


@pytest.mark.parametrize("behind", [b" The pier is open.\n", b'"'])
def test_what_has_something_behind_its_object_is_a_text(tell, behind: bytes) -> None:
    text = ROW.strip() + behind + ROW * 9
    assert tell(text) == [("", text)]


def test_objects_in_one_line_are_read_as_those_of_an_array(tell) -> None:
    assert tell(ROW.strip() * 2) == [("[0]", b"The pier is open."), ("[1]", b"The pier is open.")]


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=9)), st.text(min_size=1))
def test_any_text_comes_back(others: dict[str, object], text: str) -> None:
    line = json.dumps({"id": 1, "html": None, **others, "text": text}).encode()
    row = json.loads(line)
    (found,) = documents(Stream(iter([line])), Source("x"), Context(keys=Keys((), ("text",))))
    assert isinstance(found, Item)
    assert found.data.decode() == row["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@pytest.mark.parametrize("first", [b'xt": "The ferry', b"null", b"// made by a script", b"7"])
def test_a_damaged_first_line_costs_itself_alone(tell, first: bytes) -> None:
    rows = b'{"text": "a"}\n{"text": "b"}\n'
    assert tell(first + b"\n" + rows) == [("(line 1)", "malformed"), ("(line 2)", b"a"), ("(line 3)", b"b")]


def test_lines_in_utf_16_of_which_one_holds_half_a_character(tell) -> None:
    data = '\ufeff{"text": "Fähre"}\n{"text": "\ud800"}\n{"text": "c"}'.encode("utf-16be", "surrogatepass")
    assert tell(data) == [("(line 1)", "Fähre".encode()), ("(line 2)", "undecodable"), ("(line 3)", b"c")]
