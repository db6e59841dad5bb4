"""From a file or a stream to a dump: unpacked, bounded, sniffed by content, decoded."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace

from newsclean.document import Dump, Medium, Source
from newsclean.limits import DEFAULT, Limits
from newsclean.names import shown
from newsclean.read.containers import documents
from newsclean.read.decode import Decoded, decode, marked
from newsclean.read.encodings import codec
from newsclean.read.files import bounded, chunks_of, open_file, read_bytes
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.sniff import SEARCHED, is_html, refuse_binary
from newsclean.read.streams import Stream
from newsclean.record import Reason

BLANK = "\ufeff\0 \t\r\n\v\f\u00a0\u200b\u2028\u2029\u3000"
"""What shows nothing."""


def read(path: str, limits: Limits = DEFAULT) -> Dump:
    """The dump that a file holds which is no container; raises ReadError."""
    source = Source(*shown(path))
    try:
        data = read_bytes(path, limits)
    except ReadError as error:
        raise error.of(source) from None
    return dump_of(Item(source, data), limits)


def items(path: str, context: Context) -> Iterator[Item | ReadError]:
    """Each document that a file holds, in order, or why it cannot be read."""
    source = Source(*shown(path))
    try:
        handle = open_file(path)
    except ReadError as error:
        yield error.of(source)
        return
    with os.fdopen(handle, "rb", buffering=0) as file:
        yield from documents(Stream(chunks_of(handle), file if file.seekable() else None), source, context)


def dump_of(item: Item, limits: Limits = DEFAULT) -> Dump:
    """The dump that bytes hold; raises ReadError with the reason why they hold none."""
    source = replace(item.source, sha256=hashlib.sha256(item.data).hexdigest())
    try:
        decoded, html = _text_of(item._replace(data=bounded(item.data, limits)))
        if not html:
            _bound_lines(decoded.text, limits)
    except ReadError as error:
        raise error.of(source) from None
    source = replace(source, media_type="text/html" if html else "text/plain", encoding=decoded.encoding)
    medium: Medium = "html" if html else "text"
    return Dump(source, decoded.text, medium, item.url, decoded.lost, decoded.misdeclared, item.stated)


def _text_of(item: Item) -> tuple[Decoded, bool]:
    """The text, and whether it is HTML."""
    data = item.data
    if not data:
        raise ReadError(Reason.EMPTY, "is empty: nothing to read")
    mark = marked(data)
    if mark is None:
        refuse_binary(data)
    html = item.medium == "html" or is_html(data[:SEARCHED].decode(codec(mark) if mark else "latin-1", "ignore"))
    decoded = decode(data, html=html, charset=item.charset)
    if not decoded.text.strip(BLANK):
        raise ReadError(Reason.EMPTY, "holds only white space: nothing to read")
    return decoded, html


def _bound_lines(text: str, limits: Limits) -> None:
    lines = text.count("\n") + 1
    if lines > limits.max_lines:
        raise ReadError(Reason.TOO_LARGE, f"has over {limits.max_lines} lines: split it, or raise --max-lines")
    if len(text) > limits.max_line and max(map(len, text.split("\n"))) > limits.max_line:
        message = f"has a line of over {limits.max_line} characters: split it, or raise --max-line"
        raise ReadError(Reason.TOO_LARGE, message)
