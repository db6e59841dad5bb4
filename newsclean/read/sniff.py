"""What bytes are, told from the bytes and never from a file's name."""

from __future__ import annotations

import re

from newsclean.read.limits import ReadError
from newsclean.record import Reason

MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "gzip data", "unpack it first"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text"),
    (b"%PDF-", "a PDF document", "turn it into text first (pdftotext)"),
    (b"BZh", "bzip2 data", "unpack it first"),
    (b"\xfd7zXZ\x00", "xz data", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "save it as text"),
    (rb"{\rtf", "an RTF document", "save it as text"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "leave it out"),
    (b"\xff\xd8\xff", "a JPEG image", "leave it out"),
    (b"GIF87a", "a GIF image", "leave it out"),
    (b"GIF89a", "a GIF image", "leave it out"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)", "leave it out"),
    (b"\x7fELF", "a program", "leave it out"),
)
"""First bytes, what begins so, and what to do. To add a kind, add a row. Containers stand here for where they are not
unpacked: in a record of a WARC or a line of JSONL."""

_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
"""Bytes that the MIME Sniffing Standard calls binary, but for U+000B, which word processors write; ESC is no part."""
BINARY_SHARE = 0.005
"""Share of such bytes from which bytes are no text: dumps hold none or a stray one, random bytes 0.1, images more."""

SNIFFED = 16 * 1024
"""Characters from which the medium is told."""
_SKIPPED = re.compile(
    r"(?:\s{1,1000}|<!--.{0,16000}?-->|<\?xml[^>]{0,500}>|<!doctype(?!\s+html)[^>]{0,500}>){0,50}",
    re.DOTALL | re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|base|script|style)(?=[\s/>])", re.IGNORECASE
)
"""What a whole page begins with."""
_FRAGMENT = re.compile(r"<[a-z][a-z0-9]{0,15}(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(r"</[a-z][a-z0-9]{0,15}>|<(?:p|br)[\s/>]", re.IGNORECASE)
TAG_EVERY = 2000
"""Characters within which a fragment has a tag that ends or parts something. A dump may begin with one stray element
that a browser showed as text, and has no more for thousands of characters."""
_MARKDOWN = re.compile(r"\]\((?:https?:|/|#)|^##{1,5} \S", re.MULTILINE)
MARKDOWN, SEARCHED = 3, 256 * 1024
"""Links and headings of Markdown, and characters among which so many tell that what begins with an element is Markdown
with elements in it."""


def refuse_binary(data: bytes) -> None:
    """Raise ReadError `binary` where bytes are no text; those with a byte order mark are not for this to judge."""
    for magic, what, cure in MAGIC:
        if data.startswith(magic):
            raise ReadError(Reason.BINARY, f"is {what}, not text: {cure}", 0)
    if len(data) - len(data.translate(None, _CONTROLS)) > BINARY_SHARE * len(data):
        first = min(place for byte in _CONTROLS if (place := data.find(byte)) >= 0)
        raise ReadError(Reason.BINARY, "is not text: newsclean reads plain text and HTML", first)


def is_html(text: str) -> bool:
    """Whether a text is HTML, told from its beginning.

    >>> is_html("<!DOCTYPE html><p>Hello"), is_html("He wrote <b>no</b>.")
    (True, False)
    """
    head = text[:SNIFFED].lstrip("\ufeff")
    skipped = _SKIPPED.match(head)
    start = skipped.end() if skipped else 0
    if _DOCUMENT.match(head, start):
        return True
    if _FRAGMENT.match(head, start) is None or len(_TAG.findall(head)) * TAG_EVERY < len(head):
        return False
    return len(_MARKDOWN.findall(text[:SEARCHED])) < MARKDOWN
