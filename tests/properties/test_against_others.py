"""What newsclean reads or writes by itself, against the libraries that do the same; each disagreement is explained."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import re
import zlib
from collections.abc import Callable

import pytest
from dateutil import parser
from htmldate import find_date
from hypothesis import given
from hypothesis import strategies as st
from told import ARTICLES, Told

from newsclean.document import Source
from newsclean.fields.dates import find_dates
from newsclean.lang import load
from newsclean.pipeline import Options, clean
from newsclean.read import dump_of
from newsclean.read.containers import documents
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.packed import Deflated
from newsclean.read.streams import Stream
from newsclean.record import Article
from newsclean.write.jsonl import line_of

ZONES = {"EDT": -4 * 3600, "BST": 3600, "CET": 3600}
"""Seconds; dateutil knows the names of no zone but the machine's and GMT."""
PRINTED = (
    "September 21, 2024 5:59 PM",
    "Sept. 21, 2024",
    "Sep 21 2024 05:59pm",
    "21 September 2024 at 17:59",
    "20/1/2026 18:30",
    "21/09/2024",
    "01/02/2024",
    "2024-09-21T17:59:03+02:00",
    "2024-09-21 17:59:03Z",
    "Sat, 21 Sep 2024 17:59:03 +0200",
    "Sat 21 Sep 2024 17.59 BST",
    "5:59 PM EDT, Sat September 21, 2024",
    "5:59 PM · Sep 21, 2024",
    "21st of September, 2024",
    "Sept 21 '24",
    "21-Sep-24",
    "September 2024",
    "21 September",
    "Saturday",
    "5:59 PM",
    "10",
    "31.02.2024",
)
EXPLAINED = {
    "Sat 21 Sep 2024 17.59 BST": "dateutil reads no clock with a full stop",
    "5:59 PM · Sep 21, 2024": "dateutil stops at a middle dot",
    "21 September": "dateutil takes the year of its default",
    "Saturday": "dateutil takes the next Saturday of its default",
    "5:59 PM": "dateutil takes the day of its default",
    "10": "dateutil takes any number for a day",
}


def _own(printed: str) -> str | None:
    found = find_dates(printed, load("en"))
    return found[0].value if found else None


def _of_dateutil(printed: str, precision: int) -> str | None:
    try:
        moment = parser.parse(printed, tzinfos=ZONES)
    except parser.ParserError:
        return None
    return moment.isoformat()[:precision] + moment.isoformat()[19:] * (precision > len("2024-09-21"))


@pytest.mark.parametrize("printed", PRINTED)
def test_dates_are_those_of_dateutil(printed: str) -> None:
    own = _own(printed)
    other = _of_dateutil(printed, len(re.split(r"(?<=\d)[+]|(?<=:\d\d)-", own)[0]) if own else len("2024-09-21"))
    assert (own == other) == (printed not in EXPLAINED), (own, other)


PAGES = [
    # language, a date as it is printed, the day; htmldate knows no "1er septembre" and no Thai years
    ("en", "September 21, 2024", "2024-09-21"),
    ("en", "21 Sept 2024", "2024-09-21"),
    ("de", "21. September 2024", "2024-09-21"),
    ("es", "21 de septiembre de 2024", "2024-09-21"),
    ("fr", "21 septembre 2024", "2024-09-21"),
    ("lt", "2024-05-03", "2024-05-03"),
]


@pytest.mark.parametrize(("code", "printed", "day"), PAGES)
def test_days_of_pages_are_those_of_htmldate(code: str, printed: str, day: str) -> None:
    body = f"<article><h1>A pier</h1><p class=date>{printed}</p><p>It was sold.</p></article>"
    (own,) = find_dates(printed, load(code))
    assert own.value == day == find_date(f"<html lang={code}><body>{body}</body></html>", original_date=True)


@given(ARTICLES, st.text())
def test_a_line_says_to_json_what_the_record_says(told: Told, more: str) -> None:
    result = clean(dump_of(Item(Source("x"), f"{told.text()}\n{more}".encode("utf-8", "replace"))), Options())
    assert isinstance(result, tuple)
    for record in result:
        assert isinstance(record, Article)
        line = line_of(record)
        values = record.model_dump(mode="json", exclude={"lines"})
        assert json.loads(line) == values
        assert json.loads(json.dumps(values, allow_nan=False)) == values


CHUNKS = st.integers(1, 400)


@given(st.binary(max_size=2000), CHUNKS, st.none() | st.tuples(st.integers(0, 2000), st.integers(1, 255)))
def test_deflated_bytes_are_those_of_zlib_up_to_a_damage(
    data: bytes, size: int, damage: tuple[int, int] | None
) -> None:
    packed = bytearray(gzip.compress(data, mtime=0))
    if damage:
        packed[damage[0] % len(packed)] ^= damage[1]
    assert _unpacked(Deflated(), bytes(packed), size) == _byte_by_byte(bytes(packed))


def _unpacked(unpacker: Deflated, packed: bytes, size: int) -> bytes:
    found = bytearray()
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]
    try:
        while not unpacker.eof and (chunks or not unpacker.needs_input):
            found += unpacker.decompress(chunks.pop(0) if unpacker.needs_input else b"", size)
    except zlib.error:
        pass
    return bytes(found)


def _byte_by_byte(packed: bytes) -> bytes:
    inner, found = zlib.decompressobj(31), bytearray()
    try:
        for at in range(len(packed)):
            found += inner.decompress(packed[at : at + 1])
    except zlib.error:
        pass
    return bytes(found)


PACKERS: dict[str, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    "gzip": (gzip.compress, gzip.decompress),
    "bzip2": (bz2.compress, bz2.decompress),
    "xz": (lzma.compress, lzma.decompress),
}


@pytest.mark.parametrize("name", PACKERS)
@given(st.lists(st.text("abc \n", min_size=1, max_size=300), min_size=1, max_size=3), CHUNKS)
def test_streams_behind_each_other_are_what_the_standard_library_unpacks(
    name: str, parts: list[str], size: int
) -> None:
    pack, unpack = PACKERS[name]
    packed = b"".join(pack(part.encode()) for part in parts)
    stream = Stream(packed[at : at + size] for at in range(0, len(packed), size))
    (found,) = documents(stream, Source("x"), Context())
    assert not isinstance(found, ReadError)
    assert found.data == unpack(packed)
