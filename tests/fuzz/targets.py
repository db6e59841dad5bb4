"""What is fuzzed: each target takes any bytes, and raises nothing but what a fault of newsclean raises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from newsclean.document import Dump, Source
from newsclean.fields.author_line import read_line
from newsclean.fields.dates import find_dates
from newsclean.label import articles
from newsclean.lang import load
from newsclean.limits import Limits
from newsclean.pipeline import Options, clean
from newsclean.read import dump_of
from newsclean.read.containers import documents
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.streams import Stream
from newsclean.record import Article, Rejected
from newsclean.segment import segment
from newsclean.segment.limits import TooDeep
from newsclean.write.jsonl import line_of

LIMITS = Limits(max_input=200_000, max_line=50_000, max_unpacked=1_000_000, max_members=50)
LANGUAGES = ("en", "de", "fr", "ja", "ar", "ru", "hi", "zh")


def read(data: bytes) -> None:
    """Containers and decoding: documents and refusals that say where they come from."""
    found = list(documents(Stream(iter([data[:7], data[7:]])), Source("x"), Context(LIMITS)))
    assert found
    for each in found:
        assert each.source is not None
        assert each.source.path == "x"
        if isinstance(each, ReadError):
            assert each.reason
            assert each.message
        else:
            _read(each)


def _read(item: Item) -> None:
    try:
        dump = dump_of(item, LIMITS)
    except ReadError as error:
        error.rejected()
        return
    dump.text.encode()
    assert all(dump.text[at] == "\ufffd" for at in dump.undecodable)


def jsonl(data: bytes) -> None:
    """Lines of JSON."""
    read(b'{"' + data)


def table(data: bytes) -> None:
    """Rows of CSV."""
    read(b"title,text\n" + data)


def feed(data: bytes) -> None:
    """Items of a feed."""
    read(b"<rss><channel><item>" + data)


def warc(data: bytes) -> None:
    """Records of a WARC."""
    read(b"WARC/1.0\r\n" + data)


def archive(data: bytes) -> None:
    """Members of a ZIP archive."""
    read(b"PK\x03\x04" + data)


def text(data: bytes) -> None:
    """From a dump without markup to its records."""
    _road(Dump(Source("x", sha256="0" * 64), data.decode("utf-8", "replace")))


def html(data: bytes) -> None:
    """From a page to its record."""
    _road(Dump(Source("x", sha256="0" * 64, media_type="text/html"), data.decode("utf-8", "replace"), "html"))


def _road(dump: Dump) -> None:
    try:
        page = segment(dump)
    except TooDeep:
        assert dump.medium == "html"
        return
    blocks = [block for part in articles(page) for block in part.page.blocks]
    assert blocks == list(page.blocks)
    if blocks:
        assert "".join(page.text[block.start : block.end] for block in blocks) == page.text
    result = clean(dump, Options(with_lines=True))
    for record in (result,) if isinstance(result, Rejected) else result:
        _well_formed(record)


def _well_formed(record: Article | Rejected) -> None:
    line = line_of(record).decode()
    assert line.endswith("\n")
    assert not any(sign < " " or "\x7f" <= sign <= "\x9f" for sign in line[:-1])
    assert type(record).model_validate_json(line) == record


def date(data: bytes) -> None:
    """Dates in a line: spans that point at their text, and values that are days of the calendar."""
    line, language = _line(data)
    for found in find_dates(line, load(language)):
        assert 0 <= found.start < found.end <= len(line)
        if found.value and found.day is not None:
            dt.date.fromisoformat(found.value[:10])


def byline(data: bytes) -> None:
    """Names in a line: none that it does not print."""
    line, language = _line(data)
    for author in read_line(line, language).authors:
        assert author.name.strip() == author.name
        assert author.name


def _line(data: bytes) -> tuple[str, str]:
    """A line of text and its language."""
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else "en"
    return " ".join(data[1:400].decode("utf-8", "ignore").split()), language


def planted(data: bytes) -> None:
    """A fault behind four bytes, each of which is only found by who sees that the one before led further."""
    if data[:1] == b"l" and data[1:2] == b"e" and data[2:3] == b"a" and data[3:4] == b"k":
        raise AssertionError("the planted fault")


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (read, jsonl, table, feed, warc, archive, text, html, date, byline)
}
