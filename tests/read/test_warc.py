"""WARC and WET: what is a document, what is passed over, and what is left after damage."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable

import brotli
import pytest
from backports import zstd
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsclean.document import Source
from newsclean.read.items import Item
from newsclean.read.limits import RATIO_FROM, ReadError

PAGE = "<html><title>Fähre</title><p>Die Fähre fährt wieder, sagt der Rat.</html>".encode()


def record(n: int, block: bytes, kind: str = "response", media: str = "application/http; msgtype=response") -> bytes:
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Date: 2024-09-21T17:59:00Z\r\n"
        f"WARC-Target-URI: https://example.org/{n}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return header.encode() + block + b"\r\n\r\n"


def http(body: bytes, *headers: str, media: str | None = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {media}"] if media else []), *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 9] for at in range(0, len(body), 9)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (*pieces, b""))


PAGES = [b"<html><p>Page %d of the crawl, %s</html>" % (n, b"word " * (7 * n)) for n in range(12)]
RECORDS = [record(n, http(page)) for n, page in enumerate(PAGES)]
INFO = record(99, b"software: x\r\n", "warcinfo", "application/warc-fields")


def test_a_page_with_its_record_address_and_charset(find) -> None:
    (found,) = find(INFO + record(7, http(PAGE, media='text/html; charset="koi8-r"')))
    source = Source("x", record_id="<urn:uuid:7>", date="2024-09-21T17:59:00Z")
    assert found == Item(source, PAGE, "https://example.org/7", "koi8-r", "html")
    assert source.name == "x (record <urn:uuid:7>)"


@pytest.mark.parametrize(
    "stated", [b"2024-13-21T17:59:00Z", b"yesterday", b"2024-09-21", b"2024-09-21T17:59:00Zulu", b""]
)
def test_a_date_that_is_none_is_left_out(find, stated: bytes) -> None:
    (found,) = find(record(7, http(PAGE)).replace(b"2024-09-21T17:59:00Z", stated))
    assert (found.source.date, found.data) == (None, PAGE)


@pytest.mark.parametrize(
    ("kind", "media", "read"),
    [
        ("conversion", "text/plain", True),
        ("resource", "text/html", True),
        ("resource", "text/plain; charset=utf-8", True),
        ("resource", "image/png", False),
        ("metadata", "text/plain", False),
        ("revisit", "application/http; msgtype=response", False),
        ("request", "application/http; msgtype=request", False),
        ("continuation", "text/plain", False),
        ("response", "text/dns", False),
    ],
)
def test_which_records_are_documents(tell, kind: str, media: str, read: bool) -> None:
    data = record(1, b"Plain words of a page.", kind, media)
    assert tell(data) == ([("(record <urn:uuid:1>)", b"Plain words of a page.")] if read else [("", "empty")])


@pytest.mark.parametrize(
    ("block", "read"),
    [
        (http(PAGE), True),
        (http(PAGE, media="application/xhtml+xml"), True),
        (http(PAGE, media="TEXT/HTML;charset=x"), True),
        (http(PAGE, media=None), True),
        (http(PAGE, media="text/plain"), True),
        (http(PAGE, media="text/html", status="404 Not Found"), True),
        (http(b"\x89PNG\r\n", media=None), False),
        (http(b"\x89PNG\r\n", media="image/png"), False),
        (http(b"p { }", media="text/css"), False),
        (http(PAGE, status="301 Moved"), False),
        (http(b"", status="304 Not Modified"), False),
    ],
)
def test_which_answers_are_documents(find, block: bytes, read: bool) -> None:
    found = find(record(1, block) + RECORDS[2])
    assert len(found) == 1 + read
    assert found[-1].data == PAGES[2]


ENCODED = {
    "chunked": http(chunked(PAGE), "Transfer-Encoding: chunked"),
    "gzip": http(gzip.compress(PAGE), "Content-Encoding: gzip"),
    "br": http(brotli.compress(PAGE), "Content-Encoding: br"),
    "both": http(chunked(gzip.compress(PAGE)), "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
    "not as said": http(PAGE, "Content-Encoding: gzip"),
    "joined already": http(PAGE, "Transfer-Encoding: chunked"),
}


@pytest.mark.parametrize("block", ENCODED.values(), ids=ENCODED)
def test_bodies_are_decoded(find, block: bytes) -> None:
    assert [each.data for each in find(record(1, block))] == [PAGE]


@pytest.mark.parametrize(
    "block",
    [
        http(chunked(PAGE)[:-20], "Transfer-Encoding: chunked"),
        http(gzip.compress(PAGE)[:30] + b"\xff" * 20, "Content-Encoding: gzip"),
        http(brotli.compress(PAGE)[:20], "Content-Encoding: br"),
    ],
)
def test_bodies_that_cannot_be_decoded_are_refused_alone(tell, block: bytes) -> None:
    found = tell(record(1, block) + RECORDS[3])
    assert found[-1] == ("(record <urn:uuid:3>)", PAGES[3])
    assert len(found) == 2
    assert found[0][0] == "(record <urn:uuid:1>)"
    assert isinstance(found[0][1], str) or found[0][1] != PAGE


@pytest.mark.parametrize("pack", [("gzip", gzip.compress), ("br", brotli.compress)], ids=lambda pack: pack[0])
def test_a_body_that_bursts_is_left_to_its_reader_at_the_limit(find, pack: tuple[str, Callable]) -> None:
    name, compress = pack
    (found,) = find(record(1, http(compress(bytes(4 * RATIO_FROM)), f"Content-Encoding: {name}")), max_input=1_000_000)
    assert len(found.data) == 1_000_001


def test_the_size_of_a_record_on_both_sides(tell) -> None:
    block = http(PAGE * 3)
    data = RECORDS[0] + record(1, block) + RECORDS[2]
    assert [found for _, found in tell(data, max_input=len(block))] == [PAGES[0], PAGE * 3, PAGES[2]]
    assert [found for _, found in tell(data, max_input=len(block) - 1)] == [PAGES[0], "too-large", PAGES[2]]


def test_a_large_record_that_is_no_document_is_passed_over(tell) -> None:
    data = record(1, http(bytes(300_000), media="video/mp4")) + RECORDS[2]
    assert tell(data, max_input=1000) == [("(record <urn:uuid:2>)", PAGES[2])]


def joined(pack: Callable[[bytes], bytes] | None, records: list[bytes]) -> bytes:
    return b"".join(map(pack, records) if pack else records)


PACKS = {"plain": None, "gzip": gzip.compress, "zstd": zstd.compress}


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
@pytest.mark.parametrize("size", [1, 1000, 10**6])
def test_compressed_by_record_or_not(find, pack: Callable | None, size: int) -> None:
    assert [each.data for each in find(joined(pack, [INFO, *RECORDS]), size)] == PAGES


@pytest.mark.parametrize("pack", [None, gzip.compress], ids=["plain", "gzip"])
def test_cut_anywhere_whole_records_are_kept_and_one_refusal_says_so(tell, pack: Callable | None) -> None:
    ends, size = [], 0
    for each in RECORDS:
        size += len(joined(pack, [each]))
        ends.append(size)
    data = joined(pack, RECORDS)
    for cut in range(20, size, 37):
        whole = sum(end <= cut for end in ends)
        found = [each for _, each in tell(data[:cut])]
        assert found[:whole] == PAGES[:whole]
        rest = found[whole:]
        # what lacks nothing but the empty lines behind it is whole
        assert rest in (["truncated"], PAGES[whole : whole + 1], []), cut
        assert rest or cut in ends


@pytest.mark.parametrize("pack", [None, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("back", [15, 40, 90])
def test_a_record_with_lost_bytes_costs_itself_alone(tell, pack: Callable | None, back: int) -> None:
    parts = [joined(pack, [each]) for each in RECORDS]
    parts[5] = parts[5][:-back] + parts[5][9 - back :]
    found = [each for _, each in tell(b"".join(parts))]
    assert found.pop(5) in ("malformed", "truncated")
    assert found == PAGES[:5] + PAGES[6:]


@pytest.mark.parametrize(
    ("length", "reason"),
    [
        (b"3", "malformed"),
        (b"900", "malformed"),
        (b"99999", "truncated"),
        (b"9" * 18, "too-large"),
        (b"x", "malformed"),
    ],
)
def test_a_wrong_length_loses_no_record_behind_it(tell, length: bytes, reason: str) -> None:
    wrong = re.sub(rb"Content-Length: \d+", b"Content-Length: " + length, RECORDS[5])
    found = [each for _, each in tell(b"".join([*RECORDS[:5], wrong, *RECORDS[6:]]))]
    assert found == [*PAGES[:5], reason, *PAGES[6:]]


def test_a_refusal_holds_no_bytes(find) -> None:
    damaged = [RECORDS[0], RECORDS[1][:-30], *RECORDS[2:]]
    errors = [each for each in find(b"".join(damaged) + gzip.compress(RECORDS[0])) if isinstance(each, ReadError)]
    assert len(errors) == 2
    assert all((error.__traceback__, error.__context__, error.__cause__) == (None, None, None) for error in errors)


def test_junk_between_records_is_told_once(tell) -> None:
    data = b"".join([*RECORDS[:3], b"\0junk WARC/1.0 more junk\r\nWARC/1.1\r\n" * 50, *RECORDS[3:]])
    found = [each for _, each in tell(data)]
    assert found == [*PAGES[:3], "malformed", *PAGES[3:]]


@pytest.mark.parametrize("ending", [b"", b"\r\n", b"\n\n", b"\r\n\r\n\r\n"])
def test_blank_lines_behind_a_record_may_be_few_or_many(tell, ending: bytes) -> None:
    data = b"".join(each.removesuffix(b"\r\n\r\n") + ending for each in RECORDS)
    assert [each for _, each in tell(data)] == PAGES


def test_lines_that_end_in_a_newline_alone(tell) -> None:
    data = b"".join(record(n, page, "conversion", "text/plain").replace(b"\r\n", b"\n") for n, page in enumerate(PAGES))
    assert [each for _, each in tell(data)] == PAGES


def test_a_warc_of_warcio_is_read_as_warcio_reads_it(find) -> None:
    output = io.BytesIO()
    writer = WARCWriter(output, gzip=True)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "test"}))
    for n, page in enumerate(PAGES):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        body = {"payload": io.BytesIO(page), "http_headers": headers}
        response = writer.create_warc_record(f"https://example.org/{n}", "response", **body)
        writer.write_request_response_pair(_request(writer, n), response)
    expected = []
    for each in ArchiveIterator(io.BytesIO(output.getvalue())):
        if each.rec_type == "response":
            expected.append(
                (each.rec_headers["WARC-Record-ID"], each.rec_headers["WARC-Target-URI"], each.content_stream().read())
            )
    found = find(output.getvalue())
    assert [(each.source.record_id, each.url, each.data) for each in found] == expected
    assert len(expected) == len(PAGES)


def _request(writer: WARCWriter, n: int):
    headers = StatusAndHeaders(f"GET /{n} HTTP/1.1", [("Host", "example.org")], is_http_request=True)
    return writer.create_warc_record(f"https://example.org/{n}", "request", http_headers=headers)
