"""From a file or a stream to a dump: bounded, sniffed by content, decoded."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from newsclean.document import Dump, Source
from newsclean.read.decode import decode
from newsclean.read.files import bounded, read_bytes
from newsclean.read.limits import DEFAULT, Limits, ReadError
from newsclean.names import shown
from newsclean.record import Reason

HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script|article|div|p|h1|span|a\s)[\s>/]", re.IGNORECASE
)
TAG = re.compile(rb"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
SNIFFED = 4096
"""Bytes from which the medium is told."""
TAGS = 3
"""Tags in those bytes from which it is HTML where no doctype says so; a dump may quote one or two."""


def read(path: str, limits: Limits = DEFAULT) -> Dump:
    """The dump that a file holds; raises ReadError."""
    return dump_of(read_bytes(path, limits), Source(*shown(path)), limits)


def dump_of(data: bytes, source: Source, limits: Limits = DEFAULT, url: str | None = None) -> Dump:
    """The dump that bytes hold; raises ReadError with the reason why they hold none."""
    bounded(data, limits)
    source = replace(source, sha256=hashlib.sha256(data).hexdigest())
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise ReadError(Reason.EMPTY, "is empty: nothing to read", 0)
    html = is_html(data)
    text, encoding, lost = decode(data, html=html)
    if not text.strip():
        raise ReadError(Reason.EMPTY, "holds only white space: nothing to read", 0)
    if not html and _longest_line(text) > limits.max_line:
        raise ReadError(Reason.TOO_LARGE, f"has a line of over {limits.max_line} characters: split it")
    source = replace(source, media_type="text/html" if html else "text/plain", encoding=encoding)
    return Dump(source, text, "html" if html else "text", url, lost)


def is_html(data: bytes) -> bool:
    """Whether bytes are HTML, told from their beginning.

    >>> is_html(b"<!DOCTYPE html><p>Hello"), is_html(b"He wrote <b>no</b>.")
    (True, False)
    """
    head = data[:SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")
    if re.match(rb"<(?:!doctype\s|html|\?xml)", head, re.IGNORECASE):
        return True
    tags = len(TAG.findall(head))
    return tags >= TAGS and (head.startswith(b"<") or HTML.search(head) is not None) and tags * 40 > len(head) / 8


def _longest_line(text: str) -> int:
    return max(map(len, text.splitlines()), default=0)
