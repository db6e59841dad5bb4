"""Rows of named values: under which names and how deep a document stands in them."""

from __future__ import annotations

import json
from base64 import b64encode

import pytest

from newsclean.document import Source
from newsclean.read.items import Keys
from newsclean.read.rows import DEEPEST, NAMED, item_of, rows_in

KEYS = Keys()
TEXT = "The ferry sails."


@pytest.mark.parametrize("name", ["Text", "BODY", "articleBody", "article_body", "Full Text", "full-text", "maintext"])
def test_names_are_known_in_any_case_and_with_any_joint(name: str) -> None:
    assert item_of({"Title": "Ferry", name: TEXT}, Source("x"), KEYS).data == TEXT.encode()


def test_of_two_names_the_one_that_is_asked_for_as_it_is_written_comes_first() -> None:
    row = {"My Text": "a", "my_text": "b"}
    assert item_of(row, Source("x"), Keys(text=("my_text",))).data == b"b"
    assert item_of(row, Source("x"), Keys(text=("My Text",))).data == b"a"


def test_markup_is_read_as_such_however_its_name_is_written() -> None:
    assert item_of({"contentHtml": "<p>Hello", "text": "Hello"}, Source("x"), KEYS).medium == "html"
    assert item_of({"content": "<p>Hello"}, Source("x"), KEYS).medium is None  # its bytes tell


def test_paragraphs_of_a_list_are_a_text() -> None:
    assert item_of({"body": ["The ferry sails.", "It is late."]}, Source("x"), KEYS).data == (
        b"The ferry sails.\n\nIt is late."
    )


def test_an_object_around_the_document_states_as_much_as_what_is_in_it() -> None:
    row = {
        "_id": "7",
        "webTitle": "Ferry",
        "webUrl": "https://a.example",
        "fields": {"bodyText": TEXT, "byline": "Ada"},
    }
    item = item_of(row, Source("x"), KEYS)
    assert (item.data, item.url) == (TEXT.encode(), "https://a.example")
    assert item.stated == (("title", "Ferry"), ("author", "Ada"))


@pytest.mark.parametrize(
    ("row", "medium"),
    [
        ({"browserHtml": TEXT, "statusCode": 200}, "html"),
        ({"httpResponseBody": b64encode(TEXT.encode()).decode()}, "html"),
        ({"body_html": TEXT, "body_markdown": "x"}, "html"),
        ({"body_markdown": TEXT}, None),
        ({"plaintext": TEXT}, None),
        ({"data": {"selftext": TEXT}}, None),
        ({"data": {"markdown": TEXT}}, None),
    ],
)
def test_names_that_services_use(row: dict[str, object], medium: str | None) -> None:
    item = item_of(row, Source("x"), KEYS)
    assert (item.data, item.medium) == (TEXT.encode(), medium)


def test_what_is_no_base64_is_read_as_it_is() -> None:
    assert item_of({"httpResponseBody": "<p>Fähre"}, Source("x"), KEYS).data == "<p>Fähre".encode()
    assert item_of({"httpResponseBody": b"PGh0"}, Source("x"), KEYS).data == b"PGh0"  # of Parquet


ADDRESS = "https://a.example/1"


@pytest.mark.parametrize(
    ("more", "url", "stated"),
    [
        ({"metadata": {"title": "Ferry", "sourceURL": ADDRESS}}, ADDRESS, [("title", "Ferry")]),
        ({"url": ADDRESS, "title": "Ferry", "meta": {"url": "x", "title": "Pier"}}, ADDRESS, [("title", "Ferry")]),
        ({"metadata": {"content": "Pier", "source": "cc/2019-30"}}, None, []),
        ({"metadata": "title: Ferry"}, None, []),
        ({"source": ADDRESS}, ADDRESS, []),
        ({"source": ADDRESS, "link": ADDRESS + "2"}, ADDRESS + "2", []),
        ({"source": "https://a.example/"}, None, []),
        ({"source": {"name": "The Post", "title": "Pier"}}, None, [("og:site_name", "The Post")]),
        ({"source": "The Post"}, None, [("og:site_name", "The Post")]),
    ],
)
@pytest.mark.parametrize("inside", [False, True])
def test_where_services_state_what_others_state_beside_the_document(
    more: dict[str, object], url: str | None, stated: list[tuple[str, str]], inside: bool
) -> None:
    row = {"text": TEXT} | more
    item = item_of({"data": row} if inside else row, Source("x"), KEYS)
    assert (item.data, item.url, list(item.stated)) == (TEXT.encode(), url, stated)


@pytest.mark.parametrize(
    "row",
    [
        {"title": {"rendered": "Ferry"}, "content": {"rendered": "<p>Hello", "protected": False}},
        {"title": "Ferry", "attributes": {"body": {"value": "Hello", "format": "html", "processed": "<p>Hello"}}},
        {"title": {"value": "Ferry"}, "body": {"value": "<p>Hello"}},
    ],
)
def test_texts_are_read_where_systems_of_editors_keep_them_in_an_object(row: dict[str, object]) -> None:
    item = item_of(row, Source("x"), KEYS)
    assert (item.data, item.stated) == (b"<p>Hello", (("title", "Ferry"),))


def test_what_states_when_a_document_was_changed_is_heard_as_that() -> None:
    row = {"text": TEXT, "date": "2024-05-03", "date_modify": "2024-05-04"}
    assert item_of(row, Source("x"), KEYS).stated == (("date", "2024-05-03"), ("last-modified", "2024-05-04"))


@pytest.mark.parametrize(("column", "stated"), [("dump", ()), ("id", (("date", "2024-05-03"),))])
def test_the_date_of_a_crawl_is_none_of_its_pages(column: str, stated: tuple[tuple[str, str], ...]) -> None:
    row = {"text": TEXT, column: "CC-MAIN-2024-22", "date": "2024-05-03"}
    assert item_of(row, Source("x"), KEYS).stated == stated


def test_a_document_beside_an_object_of_its_name_is_found() -> None:
    row = {"article": {"headline": "Ferry", "body": TEXT}, "comments": [{"text": "Nice"}]}
    assert item_of(row, Source("x"), KEYS).data == TEXT.encode()


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ({"articles": [{"content": "a"}, {"content": None}]}, ["articles[0]", "articles[1]"]),
        ({"response": {"results": [{"fields": {"body": "a"}}]}}, ["response.results[0]"]),
        ({"hits": {"total": {"value": 1}, "hits": [{"_source": {"text": "a"}}]}}, ["hits.hits[0]"]),
        ({"7": {"text": "a"}, "8": {"text": "b"}}, ["7", "8"]),
        ({"@graph": [{"@type": "WebPage"}, {"articleBody": "a"}]}, ["@graph[0]", "@graph[1]"]),
        ({"a": [{"text": "a"}], "b": [{"text": "b"}], "c": [{"id": 7}]}, ["a[0]", "b[0]"]),
        ({"text": "a", "comments": [{"text": "b"}]}, [""]),
        ({"id": {"0": 7, "1": 8}, "text": {"0": "a", "1": "b"}}, ["0", "1"]),
        ({"id": {"0": 7}, "text": {"0": "a", "1": "b"}}, [""]),
        ({"id": 7, "text": {"0": "a", "1": "b"}}, [""]),
        ({"text": {"0": "a", "1": "b"}}, [""]),
        ({"id": 7, "tags": ["text"]}, [""]),
        ([{"text": "a"}], [""]),
        ("text", [""]),
    ],
)
def test_rows_are_found_in_what_stands_around_them(value: object, places: list[str]) -> None:
    assert [place for place, _ in rows_in(value, KEYS)] == places


@pytest.mark.parametrize(("depth", "found"), [(DEEPEST, 2), (DEEPEST + 1, 1)])
def test_how_deep_rows_are_looked_for(depth: int, found: int) -> None:
    value: object = [{"text": "a"}, {"text": "b"}]
    for _ in range(depth - 1):
        value = {"a": value}
    assert len(rows_in(value, KEYS)) == found


def test_an_answer_is_a_document_a_row_in_a_file_and_in_a_line(tell) -> None:
    answer = {"status": "ok", "articles": [{"title": "Ferry", "content": "a"}, {"title": "No text"}, {"content": "b"}]}
    told = [("articles[0]", b"a"), ("articles[1]", "malformed"), ("articles[2]", b"b")]
    assert tell(json.dumps(answer, indent=2).encode()) == told
    assert tell(json.dumps(answer).encode()) == [(f"{place} (line 1)", what) for place, what in told]
    assert tell(json.dumps([answer]).encode()) == [(f"[0].{place}", what) for place, what in told]
    lines = tell((json.dumps({"text": "c"}) + "\n" + json.dumps(answer)).encode())
    assert [what for _, what in lines] == [b"c", b"a", "malformed", b"b"]


def test_a_refusal_names_the_first_keys(find) -> None:
    (found,) = find(b'{"id": 7}')
    assert f"none of the keys {', '.join(KEYS.documents[:NAMED])} and others" in found.message


@pytest.mark.parametrize(
    ("printed", "stated"),
    [
        ("['Ada Pole', \"Ben O'Venn\"]", "Ada Pole, Ben O'Venn"),
        ('["Ada Pole"]', "Ada Pole"),
        ("['Ada Pole', 7]", "['Ada Pole', 7]"),
        ("['Ada Pole' + 'x']", "['Ada Pole' + 'x']"),
        ("[Ada Pole]", "[Ada Pole]"),
    ],
)
def test_lists_are_read_as_tables_print_them(printed: str, stated: str) -> None:
    assert item_of({"text": TEXT, "author": printed}, Source("x"), KEYS).stated == (("author", stated),)
