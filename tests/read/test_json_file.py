"""JSON files: an array of objects, or one."""

from __future__ import annotations

import json

import pytest

from newsclean.document import Source
from newsclean.read.containers import format_of
from newsclean.read.items import Item

ROWS = [{"id": n, "text": f"Text of row {n}", "url": f"https://example.org/{n}"} for n in range(4)]
TEXTS = [str(row["text"]).encode() for row in ROWS]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(("mark", "encoding"), [("", "utf-8"), ("\ufeff", "utf-8"), ("\n", "utf-8"), ("", "utf-16")])
def test_each_object_of_an_array_is_a_document_by_its_place(find, indent: int | None, mark: str, encoding: str) -> None:
    found = find((mark + json.dumps(ROWS, indent=indent)).encode(encoding))
    assert [each.data for each in found] == TEXTS
    assert found[2] == Item(Source("x", member="[2]"), TEXTS[2], "https://example.org/2", "utf-8", None)
    assert found[2].source.name == "x:[2]"


def test_one_object_over_some_lines_is_a_document(find) -> None:
    assert find(json.dumps(ROWS[1], indent=2).encode()) == [
        Item(Source("x"), TEXTS[1], "https://example.org/1", "utf-8", None)
    ]


def test_objects_one_behind_the_other_are_documents(find) -> None:
    found = find("\n".join(json.dumps(row, indent=2) for row in ROWS).encode())
    assert [(each.source.name, each.data) for each in found] == [(f"x:[{n}]", text) for n, text in enumerate(TEXTS)]


DUMPS = ["Ferry sails\nThe ferry.", "Fähre fährt " * 100, ""]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_strings_that_are_dumps(tell, encoding: str) -> None:
    assert tell(json.dumps(DUMPS[0]).encode(encoding)) == [("", DUMPS[0].encode())]
    assert tell(json.dumps("a" * 99_999).encode(encoding)) == [("", b"a" * 99_999)]
    wanted = [("[0]", DUMPS[0].encode()), ("[1]", DUMPS[1].encode()), ("[2]", "empty")]
    assert tell(json.dumps(DUMPS, indent=2, ensure_ascii=False).encode(encoding)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        b'"We sail," he said.',
        b'"We sail',
        b'["Home", "Ferry sails", "The ferry sails again."]',  # the lines of one dump
        b"[\"Home\nNews\", 'Ferry sails']",
        b'"Ferry sails"\n\n"The ferry"',
    ],
)
def test_strings_that_are_no_dumps_are_a_text(tell, text: bytes) -> None:
    assert tell(text) == [("", text)]


def test_what_is_no_document_costs_no_other(tell) -> None:
    rows = [ROWS[0], 7, {"id": 1}, {"text": ""}, ROWS[1], "a\nb"]
    assert tell(json.dumps(rows).encode()) == [
        ("[0]", TEXTS[0]),
        ("[1]", "malformed"),
        ("[2]", "malformed"),
        ("[3]", "empty"),
        ("[4]", TEXTS[1]),
        ("[5]", "malformed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        b'{\n "@type": "NewsArticle",\n "text": "a"\n}\nThe pier is open.',
        b'[{"@type": "NewsArticle"}] The pier is open.',
        b'{"text": "a"} {"text": "b"}\nThe pier is open.',
        b'[{"text": "a"}]\n{ the pier }',
        b'{\n "width": 7,\n pier: 1\n}',
        b'{\n "width": "\xff"\n}',
    ],
)
def test_a_text_that_begins_as_json_does_is_a_text(tell, text: bytes) -> None:
    assert format_of(text).name == "JSON"
    assert tell(text) == [("", text)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (json.dumps(ROWS).encode()[:-9], "malformed"),
        (b'[{"text": "\xff"}]', "undecodable"),
        (b'[{"text": ' + b"[" * 300 + b"]" * 300 + b"}]", "too-deep"),
        (b'[{"text": ' + b"[" * 9999 + b"]" * 9999 + b"}]", "too-deep"),
    ],
)
def test_what_is_wrong_with_a_whole_file_is_said_once(tell, data: bytes, reason: str) -> None:
    assert tell(data) == [("", reason)]


@pytest.mark.parametrize(("more", "found"), [(0, [("[0]", b"a")]), (1, [("", "too-deep")])])
def test_a_file_nests_as_deep_as_a_line_may(tell, more: int, found: list) -> None:
    inner = b"[" * (8 + more) + b"]" * (8 + more)
    assert tell(b'[{"text": "a", "x": ' + inner + b"}]", max_json_depth=10) == found


@pytest.mark.parametrize(("more", "found"), [(0, [("[0]", b"a")]), (1, [("", "too-large")])])
def test_a_file_is_read_up_to_the_size_of_an_input(tell, more: int, found: list) -> None:
    data = b'[{"text": "a"}' + b" " * more + b"]"
    assert tell(data, max_input=len(data) - more) == found
