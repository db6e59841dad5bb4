"""CSV and TSV: a document a row, told from prose by the header, and what is left of a damaged table."""

from __future__ import annotations

import csv
import gzip
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.limits import Limits
from newsclean.read.containers import documents, format_of
from newsclean.read.csv_file import NAME
from newsclean.read.items import Context, Item, Keys
from newsclean.read.limits import ReadError
from newsclean.read.streams import Stream

ROWS = [[f"Title {n}", f'Text of row {n}:\r\n"{"x, " * n}"; é', f"https://example.org/{n}"] for n in range(40)]
HEADER = ["title", "text", "url"]


def table(rows: list[list[str]], header: list[str] = HEADER, **options: str) -> bytes:
    output = io.StringIO(newline="")
    csv.writer(output, **options).writerows([header, *rows])
    return output.getvalue().encode()


DATA = table(ROWS)
TEXTS = [row[1].encode() for row in ROWS]


def test_each_row_is_a_document_with_its_number_address_and_statements(find) -> None:
    found = find(DATA)
    assert [each.data for each in found] == TEXTS
    assert [each.source.line for each in found] == list(range(1, 41))
    assert found[7] == Item(
        Source("x", line=8), TEXTS[7], "https://example.org/7", "utf-8", None, (("title", "Title 7"),)
    )
    assert found[7].source.name == "x (line 8)"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + DATA,
        table(ROWS, delimiter=";"),
        table(ROWS, delimiter="\t"),
        table(ROWS, quoting=csv.QUOTE_ALL),
        table(ROWS, lineterminator="\n"),
        table(ROWS, lineterminator="\n\n"),
        table(ROWS, ["Title", "TEXT", "Url"]),
        DATA.rstrip(b"\r\n"),
        gzip.compress(DATA),
    ],
)
@pytest.mark.parametrize("size", [7, 1_000_000])
def test_marks_signs_and_ends_of_rows_make_no_difference(find, data: bytes, size: int) -> None:
    assert find(data, size=size) == find(DATA)


@pytest.mark.parametrize(
    ("head", "is_table"),
    [
        (b"title,text\n", True),
        (b"title,text", True),
        (b",title,text\n0,a,b\n", True),
        (b"a" * (NAME - 1) + b",text\na,b\n", True),
        (b"a" * NAME + b",text\na,b\n", False),
        (b"title,words\na,b\n", False),
        (b"text\na\n", False),
        (b"title, text\na, b\n", False),  # as prose has it
        (b"Body, mind and soul\nBy Ada Pole, reporter\nThe ferry, it sails.\n", False),
        (b"Menu\tContent\tLogin\nThe ferry sails again\nBy Ada Pole\nThe boat\n", False),
        (b"title,text\na,b\nc\nd,e\nf", True),
        (b"title,text\na,b\nc\nd\nf", False),
        (b'title,text\na,"' + b"b\n" * 9999, True),  # goes on behind what is looked at
        (b"\n title,text\na,b\n", False),
        ("text\ttitle\na\tb\n".encode("utf-16"), True),
        (b"<p>Ferries,\rtext,html</p>\rMore", False),  # lines that end as those of old Macs
    ],
)
def test_a_table_is_told_by_its_header_and_rows(head: bytes, is_table: bool) -> None:
    form = format_of(head[: 16 * 1024])
    assert (form is not None and form.name == "CSV") == is_table


def test_keys_that_are_named(find, tell) -> None:
    data = b"Story,text,at\na,b,https://x\n"
    (found,) = find(data, keys=Keys((), ("story",), ("at",)))
    assert (found.data, found.url) == (b"a", "https://x")
    assert tell(data, keys=Keys((), ("none",))) == [("", data)]
    (found,) = find(b"html;text\n<p>a;b\n")
    assert (found.data, found.medium) == (b"<p>a", "html")


def test_a_header_alone_holds_no_document(tell) -> None:
    assert tell(b"title,text\n") == [("", "empty")]


@pytest.mark.parametrize("order", ["utf-16le", "utf-16be"])
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_table_in_utf_16(tell, order: str, size: int) -> None:
    data = "\ufefftitle\ttext\na\tFähre 😀\n".encode(order)
    assert tell(data, size=size) == tell(data + b"x", size=size) == [("(line 1)", "Fähre 😀".encode())]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"a,b", "malformed"),
        (b"a,b,c,d", "malformed"),
        (b"a,b\0,c", "malformed"),
        (b"a,b\rc,d", "malformed"),
        (b"a,caf\xe9,c", "undecodable"),
        (b'a,"\xff\nb",c', "undecodable"),
        (b"a,,c", "empty"),
        (b"a," + b"x" * 400_000 + b",c", "too-large"),
        (b'a,"' + b"x" * 400_000 + b'",c', "too-large"),
        (b'a,"' + b"The boat sails.\n" * 30_000 + b'",c', "too-large"),
        (b'a,"' + b"The boat, it sails, too.\nIt is a boat.\n\n" * 9_000 + b'",c', "too-large"),
        (b'a,"b,c', "malformed"),
    ],
)
@pytest.mark.parametrize("size", [100, 1_000_000])
def test_a_broken_row_costs_itself_alone(tell, row: bytes, reason: str, size: int) -> None:
    rows = [b"%d,Text of row %d,c" % (n, n) for n in range(30)]
    found = tell(b"\n".join([b"title,text,url", *rows[:20], row, *rows[20:]]), max_line=200_000, size=size)
    assert found.pop(20) == ("(line 21)", reason)
    assert [text for _, text in found] == [b"Text of row %d" % n for n in range(30)]


@pytest.mark.parametrize(("more", "found"), [(0, b"a"), (1, "too-large")])
def test_a_row_is_read_up_to_the_size_of_a_line(tell, more: int, found: object) -> None:
    row = b"a," + b"b" * 200_000 + b"\n"  # more than csv takes unless told
    assert tell(b"text,title\n" + row, max_line=len(row) - more) == [("(line 1)", found)]


def test_what_is_lost_of_a_packed_table_costs_what_stands_there(tell) -> None:
    packed = gzip.compress(DATA)
    found = tell(packed[: len(packed) // 2])
    texts = [text for _, text in found if isinstance(text, bytes)]
    assert texts == TEXTS[: len(texts)]
    assert texts
    assert [reason for _, reason in found if isinstance(reason, str)] == ["truncated"]


def test_the_byte_where_a_refused_row_begins_is_told(find) -> None:
    (_, refusal) = find(b"text,title\na,b\nc\n")
    assert refusal.offset == len(b"text,title\na,b\n")


@given(st.text(st.sampled_from('a,;\t"\r\n\0é\ud800 ')), st.integers(1, 50))
@example('"a\n' * 9, 3)
@example('a"a,"a\n' * 40, 100)
def test_any_rows_give_documents_and_named_refusals(rows: str, size: int) -> None:
    data = b"text,title\na,b\n" + rows.encode("utf-8", "surrogatepass")
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    found = list(documents(Stream(pieces), Source("x"), Context(Limits(max_line=40))))
    assert found
    assert all(each.source for each in found)
    assert all(each.source.line == n for n, each in enumerate(found, 1) if each.source and each.source.line)
    assert all(each.message for each in found if isinstance(each, ReadError))


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=3, max_size=3)))
def test_what_csv_writes_is_read(rows: list[list[str]]) -> None:
    data = table(rows)
    found = list(documents(Stream(iter([data])), Source("x"), Context()))
    expected = [row[1].encode() if row[1] else "empty" for row in rows] or ["empty"]
    assert [str(each.reason) if isinstance(each, ReadError) else each.data for each in found] == expected
