"""The whole of reading: bytes to a dump or a named refusal."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.limits import DEFAULT, Limits
from newsclean.read import dump_of, items, read
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.record import Reason


def reason(data: bytes, limits: Limits = DEFAULT) -> Reason:
    with pytest.raises(ReadError) as caught:
        dump_of(Item(Source("x"), data), limits)
    assert caught.value.rejected().source.sha256 == hashlib.sha256(data).hexdigest()
    return caught.value.reason


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u00a0\u3000\n".encode(), b"\xff\xfe"]
)
def test_nothing_to_read(data: bytes) -> None:
    assert reason(data) is Reason.EMPTY


def test_limits_on_both_sides() -> None:
    assert dump_of(Item(Source("x"), b"12345"), Limits(max_input=5)).text == "12345"
    assert reason(b"123456", Limits(max_input=5)) is Reason.TOO_LARGE
    assert dump_of(Item(Source("x"), b"12345\n12345"), Limits(max_line=5)).text == "12345\n12345"
    assert reason(b"12345\n123456", Limits(max_line=5)) is Reason.TOO_LARGE
    assert dump_of(Item(Source("x"), b"<html>123456"), Limits(max_line=5)).medium == "html"


def test_what_the_container_says_is_heeded() -> None:
    item = Item(Source("x"), "Слово <b>дня".encode("cp1251"), "https://example.org/a", "windows-1251", "html")
    dump = dump_of(item)
    assert (dump.medium, dump.text, dump.url) == ("html", "Слово <b>дня", "https://example.org/a")
    assert (dump.source.media_type, dump.source.encoding) == ("text/html", "windows-1251")
    assert dump_of(Item(Source("x"), b"Word <b>of")).medium == "text"


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes("<!doctype html><p>Grüße".encode("utf-16"))
    dump = read(str(path))
    assert (dump.medium, dump.text, dump.source.path) == ("html", "<!doctype html><p>Grüße", str(path))
    assert (dump.source.media_type, dump.source.encoding) == ("text/html", "utf-16le")
    assert dump.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_items_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(gzip.compress(b'{"text": "one"}\n{"text": "two"}\n'))
    found = [each for each in items(str(path), Context()) if isinstance(each, Item)]
    assert [(each.data, each.source.line) for each in found] == [(b"one", 1), (b"two", 2)]
    (error,) = items(str(tmp_path / "missing"), Context())
    assert isinstance(error, ReadError)
    assert error.source == Source(str(tmp_path / "missing"))


def test_a_refused_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(str(tmp_path / "missing"))
    rejected = caught.value.rejected()
    assert (rejected.source.path, rejected.reason) == (str(tmp_path / "missing"), Reason.UNREADABLE)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_dump_or_a_refusal(data: bytes) -> None:
    try:
        dump = dump_of(Item(Source("x"), data))
    except ReadError as error:
        assert error.reason in {  # noqa: PT017
            Reason.EMPTY,
            Reason.BINARY,
            Reason.UNDECODABLE,
        }
    else:
        assert dump.text.strip()
