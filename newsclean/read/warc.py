"""WARC and WET: the documents that a crawler fetched, by fastwarc.

Where records begin and end is found here: of a record that is cut, or whose length is wrong, fastwarc gives what it
finds without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Literal, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord

from newsclean.document import Source
from newsclean.limits import Limits
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.sniff import SEARCHED, is_html
from newsclean.read.streams import CHUNK, AfterwardsError, Stream
from newsclean.record import Reason

HTML = frozenset(("text/html", "application/xhtml+xml"))
DOCUMENTS = HTML | {"text/plain", "text/markdown"}
"""Media types that are read; pictures, scripts and style sheets are no documents."""
TYPES = frozenset((b"response", b"resource", b"conversion"))
"""Records that may hold a document; a WET has conversions alone."""
NOTHING = frozenset((204, 205, *range(100, 200), *range(300, 400)))
"""HTTP statuses that answer with no document: redirects above all."""
MARK = b"WARC/"
AGAIN = 16
"""Times that bytes may be searched again for records that a wrong length hides, so that time stays linear."""

_FIELD = rb"(?:[!-9;-~]{1,100}+:|[ \t])[^\r\n]{0,65536}+\r?\n"
_HEADER = re.compile(rb"WARC/\d\.\d{1,2}\r?\n(?:%s){1,200}+\r?\n" % _FIELD)
_BLANK = re.compile(rb"\n\r?\n")
_TYPE = re.compile(rb"(?im)^WARC-Type:[ \t]{0,99}([a-z]{1,20})")
_ID = re.compile(rb"(?im)^WARC-Record-ID:[ \t]{0,99}(\S{1,1000})")
_DAY, _TIME = rb"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", rb"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z"
_DATE = re.compile(rb"(?im)^WARC-Date:[ \t]{0,99}(%sT%s)\s" % (_DAY, _TIME))
_LENGTH = re.compile(rb"(?im)^Content-Length:[ \t]{0,99}(\d{1,18})\s")
_CHARSET = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([^\s"';,]{1,40})""", re.IGNORECASE)


class _Frame(NamedTuple):
    """A record as it stands in the file."""

    header: bytes
    kind: bytes
    record_id: str | None
    date: str | None
    length: int
    """Bytes of what follows the header."""


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The documents of a WARC; records that are none are passed over. Behind a damage the next record is looked for."""
    lost = False
    while True:
        start, here = stream.offset, source
        try:
            frame = _next(stream, lost=lost)
            if frame is None:
                return
            lost = False
            here = replace(source, record_id=frame.record_id, date=frame.date)
            if item := _document(stream, frame, here, context.limits):
                yield item
        except ReadError as error:
            error.offset = start
            if not lost:  # else it is the same damage
                yield error.of(here)
            lost = True


def _next(stream: Stream, *, lost: bool) -> _Frame | None:
    """The next record; None at the end. Raises ReadError where something else stands there, unless bytes are lost."""
    while rest := stream.head(CHUNK):
        blank = len(rest) - len(rest.lstrip(b"\r\n"))
        if blank:
            stream.skip(blank)
        elif frame := _frame_of(rest):
            return frame
        elif lost:
            stream.skip(1)
            stream.seek(MARK)
        elif len(rest) < CHUNK and MARK.startswith(rest[: len(MARK)]) and not _BLANK.search(rest):
            stream.read(CHUNK)  # raises where this end is a damage
            raise ReadError(Reason.TRUNCATED, "ends in the middle of the header of a record: get it anew")
        else:
            raise ReadError(Reason.MALFORMED, "holds bytes that are no record: get it anew")
    stream.read(1)  # raises where this end is a damage
    return None


def _frame_of(head: bytes) -> _Frame | None:
    header = _HEADER.match(head)
    if header is None:
        return None
    kind, length, record_id, date = (pattern.search(header[0]) for pattern in (_TYPE, _LENGTH, _ID, _DATE))
    if kind is None or length is None:
        return None
    name = record_id[1].decode("utf-8", "backslashreplace") if record_id else None
    return _Frame(header[0], kind[1].lower(), name, date[1].decode() if date else None, int(length[1]))


def _document(stream: Stream, frame: _Frame, source: Source, limits: Limits) -> Item | None:
    """The document of the record that the stream stands at; raises ReadError where it is damaged or too large."""
    stream.skip(len(frame.header))
    if frame.length > limits.max_input:
        first = _parsed(frame.header + stream.head(CHUNK), "none")
        stream.seek(MARK)  # and not so many bytes on: a wrong length would skip the records that follow
        if frame.kind in TYPES and first and _content_of(first):
            raise ReadError(Reason.TOO_LARGE, f"is larger than {limits.max_input} bytes: raise --max-input")
        return None
    body = stream.read(frame.length)
    cut = len(body) < frame.length
    if cut or not _is_at_end(stream):
        if stream.returned < AGAIN * stream.offset:
            stream.unread(body)  # other records may stand in it, if its length is wrong
        if cut:
            raise ReadError(Reason.TRUNCATED, f"ends {frame.length - len(body)} bytes early: get it anew")
        raise ReadError(Reason.MALFORMED, "does not end where its Content-Length says: get it anew")
    return _item(frame.header + body, source, limits) if frame.kind in TYPES else None


def _is_at_end(stream: Stream) -> bool:
    """Whether a record ends here: in two empty lines, or before another. Raises ReadError where that is a damage."""
    head = stream.head(16)
    rest = head.lstrip(b"\r\n")
    if not rest and not isinstance(stream.fault, AfterwardsError):
        stream.read(16)
    return head.startswith((b"\r\n\r\n", b"\n\n")) or MARK.startswith(rest[: len(MARK)])


def _parsed(record: bytes, decode: Literal["all", "none"]) -> WarcRecord | None:
    try:
        records = ArchiveIterator(BytesIO(record), stream_detect=False, quirks_mode=True, auto_decode=decode)
        return next(iter(records), None)
    except (OSError, ValueError):
        return None


class _Content(NamedTuple):
    media_type: str | None
    charset: str | None


def _content_of(record: WarcRecord) -> _Content | None:
    """What a record says that it holds; None where that is no document."""
    headers = record.http_headers if record.is_http else record.headers
    stated = headers.get("Content-Type")
    if record.is_http and headers.status_code in NOTHING:
        return None
    if stated is None:
        return _Content(None, None) if record.is_http else None
    media_type = stated.partition(";")[0].strip().lower()
    charset = _CHARSET.search(stated)
    return _Content(media_type, charset[1] if charset else None) if media_type in DOCUMENTS else None


def _item(data: bytes, source: Source, limits: Limits) -> Item | None:
    record = _parsed(data, "all")
    if record is None:
        raise ReadError(Reason.MALFORMED, "has a header that cannot be read: get it anew")
    content = _content_of(record)
    if content is None:
        return None
    body = _body_of(record, data, limits)
    if content.media_type is None and not _looks_html(body):
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    return Item(source, body, url, content.charset, "html" if content.media_type in HTML else None)


def _body_of(record: WarcRecord, data: bytes, limits: Limits) -> bytes:
    """The body with its chunks joined and unpacked, one byte more than is allowed at most."""
    try:
        return record.reader.read(limits.max_input + 1)
    except OSError:
        raw = _parsed(data, "none")
    body = raw.reader.read(limits.max_input + 1) if raw else b""
    if _looks_html(body):  # it was stored unpacked, under the headers that it came with
        return body
    raise ReadError(Reason.MALFORMED, "has a body that is not encoded as its HTTP headers say: get it anew")


def _looks_html(body: bytes) -> bool:
    return is_html(body[:SEARCHED].decode("latin-1"))
