"""Whatever is done to a container, something is said of it, and nothing is raised."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import time
import zipfile
from collections.abc import Callable

import pytest
from backports import zstd
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.limits import Limits
from newsclean.read.containers import FORMATS, documents, format_of
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.streams import CHUNK, Stream

TEXTS = [b"Text %d. %s" % (n, b"Words. " * n) for n in range(5)]


def _zip() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        for n, text in enumerate(TEXTS):
            file.writestr(str(n), text)
    return output.getvalue()


def _tar() -> bytes:
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w") as file:
        for n, text in enumerate(TEXTS):
            info = tarfile.TarInfo("x" * 99 * n + str(n))
            info.size = len(text)
            file.addfile(info, io.BytesIO(text))
    return output.getvalue()[:8192]


def _warc() -> bytes:
    header = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    blocks = [http + gzip.compress(text) for text in TEXTS]
    return b"".join(gzip.compress(header % len(block) + block + b"\r\n\r\n") for block in blocks)


MAIL = (
    b"From: a\nDate: b\nSubject: c\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    b"Content-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: base64\n\nPHA+YQ==\n--x--\n"
)
CONTAINERS = {
    "ZIP": _zip(),
    "tar": _tar(),
    "WARC": gzip.decompress(_warc()),
    "gzip": _warc(),
    "JSONL": b"".join(b'{"text": "%s"}\n' % text for text in TEXTS),
    "JSON": b"[\n" + b",\n".join(b'{"text": "%s"}' % text for text in TEXTS) + b"]",
    "mail": MAIL,
    "CSV": b"title,text\n" + b"".join(b'%d,"%s\n"\n' % (n, text) for n, text in enumerate(TEXTS)),
    "bzip2": bz2.compress(_tar()),
    "xz": lzma.compress(_zip()),
    "Zstandard": zstd.compress(_warc()),
    "feed": b"<rss><channel>"
    + b"".join(b"<item><description>%s</description></item>" % text for text in TEXTS)
    + b"</channel></rss>",
}
"""All but Parquet, whose reader is not this one's."""


@pytest.mark.parametrize("name", CONTAINERS)
def test_every_format_is_known_by_its_beginning(name: str) -> None:
    form = format_of(CONTAINERS[name])
    assert form is not None
    assert form.name == name
    assert {each.name for each in FORMATS} == {*CONTAINERS, "Parquet"}


CHANGES: dict[str, Callable[[bytes, int, bytes], bytes]] = {
    "cut": lambda data, at, _: data[:at],
    "behead": lambda data, at, _: data[at:],
    "replace": lambda data, at, new: data[:at] + new + data[at + len(new) :],
    "insert": lambda data, at, new: data[:at] + new + data[at:],
    "remove": lambda data, at, new: data[:at] + data[at + len(new) :],
    "double": lambda data, at, _: data[:at] + data,
    "pack": lambda data, _, __: gzip.compress(data),
}
CHANGE = st.tuples(
    st.sampled_from(sorted(CHANGES)),
    st.floats(0, 1),
    st.binary(min_size=1, max_size=9)
    | st.sampled_from([b"WARC/1.0\r\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xff" * 8, bytes(600)]),
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(CONTAINERS)), st.lists(CHANGE, max_size=6), st.integers(1, 3000))
@example("ZIP", [("replace", 0.0, b"PK\x05\x06")], 10)
def test_any_damage_gives_documents_and_named_refusals(name: str, changes: list, size: int) -> None:
    data = CONTAINERS[name]
    for kind, share, new in changes:
        data = CHANGES[kind](data, int(share * len(data)), new)
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    found = list(documents(Stream(pieces), Source("x"), Context(Limits(max_input=5000, max_line=3000))))
    assert found
    for each in found:
        assert isinstance(each, Item | ReadError)
        assert each.source is not None
        assert each.source.path == "x"
        assert not isinstance(each, Item) or len(each.data) <= 5001
    names = [each.source.name for each in found if isinstance(each, Item) and each.source and each.source.line]
    assert len(names) == len(set(names))


def hostile(name: str, n: int) -> bytes:
    """Containers made to take long, of about n bytes."""
    record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4000000\r\n\r\nx\r\n\r\n"
    block = tarfile.TarInfo("x").tobuf(tarfile.GNU_FORMAT)
    return {
        "lengths that lie": record * (n // len(record)),
        "marks": b"WARC/1.0\n" * (n // 9),
        "members without data": (b"PK\x03\x04" + b"\x14\0\0\0\x08\0\0\0\x21\0" + bytes(12) + b"\x01\0\0\0n")
        * (n // 31),
        "streams without data": (b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xff" * 20) * (n // 30),
        "broken headers": block + (b"\1" * 256 + block[256:]) * (n // 512),
        "brackets": b'{"a": ' + b"[" * n,
        "arrays": b'[{"text": ' + b"[" * n,
        "headers": b"MIME-Version: 1\nContent-Type: x\n" + b"a: b\n" * (n // 5),
        "mails": b"From a\nFrom: a\nDate: b\nSubject: c\n\n" + b"From a\nx: y\n\n" * (n // 13),
        "subjects": b"From: a\nDate: b\nSubject: " + b"=?utf-8?q?a?= " * (n // 14) + b"\n\n",
        "quotes": b'{"' + b"\\" * n,
        "quotes of CSV": b"title,text\na,b\n" + b'a"a,"a\n' * (n // 7),
        "text of a feed": b"<rss><channel><item><description>" + b"&lt;a" * (n // 5),
        "markup of a feed": b"<rss><channel><item><description>" + b"<b c='d'>e</b>" * (n // 14),
        "characters of a feed": b"<rss><channel><item><description><![CDATA[" + b"]]" * (n // 2),
        "an attribute of a feed": b"<rss><channel><item><link a='" + b"a" * n,
        "attributes of a feed": b"<rss><channel><item><link " + b"".join(b"a%d='' " % k for k in range(n // 9)) + b"/>",
        "a comment in a feed": b"<rss><!--" + b"- " * (n // 2),
        "comments over a feed": b"<!--" + b"->" * (n // 2),
        "rows of CSV": b"title,text\na,b\n" + b'"' + b"a,b\n" * (n // 4),
    }[name]


@pytest.mark.parametrize(
    "name",
    [
        "lengths that lie",
        "marks",
        "members without data",
        "streams without data",
        "broken headers",
        "brackets",
        "headers",
        "mails",
        "subjects",
        "quotes",
        "quotes of CSV",
        "rows of CSV",
        "text of a feed",
        "markup of a feed",
        "characters of a feed",
        "an attribute of a feed",
        "attributes of a feed",
        "a comment in a feed",
        "comments over a feed",
    ],
)
def test_time_is_linear(name: str) -> None:
    def seconds(n: int) -> float:
        data = hostile(name, n)
        pieces = (data[at : at + CHUNK] for at in range(0, len(data), CHUNK))
        start = time.process_time()
        found = list(documents(Stream(pieces), Source("x"), Context(Limits(max_input=8_000_000))))
        assert found
        return time.process_time() - start

    small, large = min(seconds(100_000) for _ in range(3)), seconds(800_000)
    assert large < 30 * small + 0.5
