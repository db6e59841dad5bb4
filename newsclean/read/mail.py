"""Mail (.eml) and pages saved as MHTML: one document each, the HTML where there is a choice."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from newsclean.document import Source
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.streams import Stream
from newsclean.record import Reason

HTML = ("text/html", "application/xhtml+xml")
ADDRESSES = ("Content-Location", "Snapshot-Content-Location")
"""Headers that say where a page was; browsers write the second over the whole."""


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of a mail, or why there is none."""
    try:
        yield _item(stream, source, context)
    except ReadError as error:
        yield error.of(source)


def _item(stream: Stream, source: Source, context: Context) -> Item:
    limit = context.limits.max_input
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(Reason.TOO_LARGE, f"is larger than {limit} bytes: split it, or raise --max-input", limit)
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if not (part.is_multipart() or part.get_filename())]
    except RecursionError:
        raise ReadError(Reason.TOO_DEEP, "nests too many parts: leave it out") from None
    html = next((part for part in parts if part.get_content_type() in HTML), None)
    part = html or next((part for part in parts if part.get_content_type() == "text/plain"), None)
    if part is None:
        raise ReadError(Reason.EMPTY, "has no part that is text or HTML")
    body = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return Item(source, bytes(body or b""), _address(part, message), charset, "html" if html else None)


def _address(part: Message, message: Message) -> str | None:
    found = (each.get(name) for each in (part, message) for name in ADDRESSES)
    return next(
        (url for each in found if each and (url := str(each).strip()).startswith(("http://", "https://"))), None
    )
