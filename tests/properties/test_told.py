"""An article is the same however it was told: as text or as HTML, packed, with other ends of lines, among others."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from told import ARTICLES, Told

from newsclean.document import Source
from newsclean.label import articles
from newsclean.pipeline import Options, clean
from newsclean.read import dump_of
from newsclean.read.containers import documents
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.streams import Stream
from newsclean.record import Article, Rejected
from newsclean.segment import segment
from newsclean.write.jsonl import line_of

LINES = st.sampled_from(
    [
        "",
        "By Ada Pole",
        "September 21, 2024",
        "Related",
        "Subscribe now",
        "3:44 PM",
        "(Photo by Ada Pole)",
        "1",
        "© 2024 A",
    ]
)
DUMPS = st.builds(
    lambda told, over, under: "\n".join([*over, told.text(), *under]), ARTICLES, *[st.lists(LINES, max_size=4)] * 2
)
HEADS = st.sampled_from(
    [b"", b"<!doctype html><p>", b"<html>", b"\xef\xbb\xbf", b"\xff\xfe", b"---\n", b'{"text": "', b"WARC/1.0\r\n"]
)


def read(data: bytes) -> list[Article | Rejected]:
    """All that is said of some bytes, as the command line would."""
    return [found for each in documents(Stream(iter([data])), Source("x"), Context()) for found in _said(each)]


def _said(each: Item | ReadError) -> Iterator[Article | Rejected]:
    try:
        result = each.rejected() if isinstance(each, ReadError) else clean(dump_of(each), Options(with_lines=True))
    except ReadError as error:
        result = error.rejected()
    yield from (result,) if isinstance(result, Rejected) else result


def values(data: bytes) -> list[dict[str, object]]:
    """The same without where it came from and what spans depend on."""
    left_out = {"id", "source", "lines", "issues"}
    return [json.loads(each.model_dump_json(exclude=left_out)) for each in read(data)]


@given(ARTICLES)
@settings(max_examples=40)
def test_text_and_html_tell_the_same(told: Told) -> None:
    (text,), (html,) = read(told.text().encode()), read(told.html().encode())
    assert isinstance(text, Article)
    assert isinstance(html, Article)
    assert text.headline == html.headline == told.headline
    assert [a.name for a in text.authors] == [a.name for a in html.authors] == [*told.authors]
    assert text.published is not None
    assert html.published is not None
    assert text.published.value == html.published.value == told.day.isoformat()
    assert f1(text.body or "", html.body or "") >= 0.97
    assert f1(text.body or "", " ".join(told.paragraphs)) >= 0.97


def f1(one: str, other: str) -> float:
    """How alike two texts are by their words."""
    a, b = Counter(one.split()), Counter(other.split())
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


@given(DUMPS)
@settings(max_examples=40)
def test_ends_of_lines_marks_and_packing_make_no_difference(dump: str) -> None:
    data = dump.encode()
    plain = values(data)
    assert values(data.replace(b"\n", b"\r\n")) == plain
    assert values(b"\xef\xbb\xbf" + data) == plain
    assert values(dump.encode("utf-16")) == plain
    assert values(gzip.compress(data)) == plain


@given(st.lists(ARTICLES.map(lambda told: told.text().encode()), min_size=2, max_size=4))
@settings(max_examples=15)
def test_an_archive_says_what_its_members_say_in_their_order(dumps: list[bytes]) -> None:
    assert values(_zip(dumps)) == [value for dump in dumps for value in values(dump)]
    turned = [*reversed(dumps)]
    assert values(_zip(turned)) == [value for dump in turned for value in values(dump)]


def _zip(members: list[bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for n, data in enumerate(members):
            file.writestr(f"{n}.txt", data)
    return output.getvalue()


@given(ARTICLES, st.booleans())
@settings(max_examples=40)
def test_a_second_pass_over_what_a_record_says_keeps_it(told: Told, html: bool) -> None:
    (first,) = read((told.html() if html else told.text()).encode())
    assert isinstance(first, Article)
    names = tuple(author.name for author in first.authors)
    paragraphs = tuple((first.body or "").split("\n\n"))
    printed = replace(told, headline=first.headline or "", authors=names, paragraphs=paragraphs, captions=())
    (again,) = read(printed.html().encode())
    assert isinstance(again, Article)
    assert (again.headline, again.authors, again.body) == (first.headline, first.authors, first.body)


@given(DUMPS, st.booleans())
@settings(max_examples=40)
def test_labels_partition_the_dump_and_spans_point_at_their_text(dump: str, crlf: bool) -> None:
    text = dump.replace("\n", "\r\n") if crlf else dump
    page = segment(dump_of(Item(Source("x"), text.encode())))
    blocks = [pair for part in articles(page) for pair in zip(part.page.blocks, part.labels, strict=True)]
    assert "".join(text[block.start : block.end] for block, _ in blocks) == text
    for block, label in blocks:
        span = text[block.start : block.end]
        assert "".join(block.text.split()) in "".join(span.split())
        assert label.role
        assert label.reason


@given(HEADS, st.binary(max_size=600) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"", b"")
@settings(max_examples=300)
def test_any_bytes_give_records_or_named_refusals(head: bytes, rest: bytes) -> None:
    found = read(head + rest)
    assert found
    for each in found:
        line = line_of(each).decode()
        assert json.loads(line)
        assert not any(sign < " " or "\x7f" <= sign <= "\x9f" for sign in line[:-1])
        assert isinstance(each, Article) or (each.reason and each.message)
