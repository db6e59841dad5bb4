"""The whole of reading: bytes to a dump or a named refusal."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.read import dump_of, read
from newsclean.read.items import Item
from newsclean.read.limits import DEFAULT, Limits, ReadError
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


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes("<!doctype html><p>Grüße".encode("utf-16"))
    dump = read(str(path))
    assert (dump.medium, dump.text, dump.source.path) == ("html", "<!doctype html><p>Grüße", str(path))
    assert (dump.source.media_type, dump.source.encoding) == ("text/html", "utf-16le")
    assert dump.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


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
