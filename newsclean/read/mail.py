"""Mail (.eml, mbox) and pages saved as MHTML: a document a mail, the HTML where there is a choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from newsclean.document import Source
from newsclean.lang.head import meta
from newsclean.limits import Limits
from newsclean.read.containers import HEADER
from newsclean.read.files import bounded
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.rows import LONGEST
from newsclean.read.streams import CHUNK, Stream
from newsclean.record import Reason

HTML = ("text/html", "application/xhtml+xml")
ADDRESSES = ("Content-Location", "Snapshot-Content-Location")
"""Headers that say where a page was; browsers write the second over the whole."""
OPENING = b"From "
"""What a mail begins with in an mbox, behind a blank line; a line of text that begins so has a ">" before it there."""
ANSWERS = ("References", "In-Reply-To")
"""Headers of answers and of what is sent on: their subject and date are not those of what stands in them."""
NAME = 80
"""Bytes in which the name of a header ends."""
_QUOTED = re.compile(rb"^>(>{0,9}From )", re.MULTILINE)


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of a mail, or of each mail of an mbox, or why there is none."""
    limits = context.limits
    if stream.head(len(OPENING)) != OPENING:
        yield _document(_whole(stream, limits), source, limits)
        return
    for n, mail in enumerate(_mails(stream, limits)):
        yield _document(mail, replace(source, member=f"{source.member or ''}[{n}]"), limits)


def _whole(stream: Stream, limits: Limits) -> bytes | ReadError:
    try:
        return stream.read(limits.max_input + 1)
    except ReadError as error:
        return error


def _mails(stream: Stream, limits: Limits) -> Iterator[bytes | ReadError]:
    """The mails of an mbox, one that is too large cut; an error for one of which bytes are lost. mailbox of the
    standard library reads files alone, and all of one beforehand."""
    mail: bytearray | None = None  # None while bytes are passed over
    blank = True
    while True:
        try:
            line = stream.line(CHUNK)
        except ReadError as error:
            if mail is not None:
                yield error
            mail = None
            continue
        opens = blank and line.startswith(OPENING) and HEADER.match(stream.head(NAME))
        if mail is not None and (opens or not line):
            yield _QUOTED.sub(rb"\1", mail)
        if not line:
            return
        if opens:
            mail = bytearray()
        elif mail is not None and len(mail) <= limits.max_input:
            mail += line
        blank = not line.strip()


def _document(mail: bytes | ReadError, source: Source, limits: Limits) -> Item | ReadError:
    if isinstance(mail, ReadError):
        return mail.of(source)
    try:
        return _item(bounded(mail, limits), source)
    except ReadError as error:
        return error.of(source)


def _item(mail: bytes, source: Source) -> Item:
    try:
        message = message_from_bytes(mail)
        parts = [part for part in message.walk() if not (part.is_multipart() or part.get_filename())]
    except RecursionError:
        raise ReadError(Reason.TOO_DEEP, "nests too many parts: leave it out") from None
    html = next((part for part in parts if part.get_content_type() in HTML), None)
    part = html or next((part for part in parts if part.get_content_type() == "text/plain"), None)
    if part is None:
        raise ReadError(Reason.EMPTY, "has no part that is text or HTML")
    body = bytes(part.get_payload(decode=True) or b"")
    stated = tuple((meta(name), words) for name, words in _stated(message) if words)
    charset = part.get_content_charset()
    return Item(source, body, _address(part, message), charset, "html" if html else None, stated)


def _address(part: Message, message: Message) -> str | None:
    found = (each.get(name) for each in (part, message) for name in ADDRESSES)
    return next(
        (url for each in found if each and (url := str(each).strip()).startswith(("http://", "https://"))), None
    )


def _stated(message: Message) -> Iterator[tuple[str, str]]:
    """What a mail states of its document. Who sends it to subscribers publishes it; who sends it to a list of mail
    that all may write to, or to a friend, need not have written it. A browser dates a page by when it was saved."""
    if any(name in message for name in ANSWERS):
        return
    yield "title", _words(_header(message, "subject"))
    name, address = _sender(message)
    if "@" in address:
        yield "date", _header(message, "date")
        if "List-Unsubscribe" in message and "List-Post" not in message:
            yield "publisher", _words(name)


def _sender(message: Message) -> tuple[str, str]:
    """Name and address."""
    try:
        return parseaddr(_header(message, "from"))
    except RecursionError:  # brackets in brackets
        return "", ""


def _header(message: Message, name: str) -> str:
    """A header as it is written, which may be in UTF-8; "" where there is none, or one that takes long to decode."""
    written = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    if len(written) > LONGEST:
        return ""
    return " ".join(written.encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())


def _words(written: str) -> str:
    """A header in plain words, which mail encodes; "" where it does so wrongly."""
    try:
        words = str(make_header(decode_header(written)))
    except (HeaderParseError, LookupError, ValueError):
        return ""
    return words.encode("utf-8", "replace").decode()  # UTF-7 can give half a character
