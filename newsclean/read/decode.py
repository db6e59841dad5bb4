"""From bytes to text: byte order mark, UTF-8, declared encoding, detection.

As browsers do it, but for one thing: bytes that are valid UTF-8 and not ASCII are UTF-8, whatever the page declares.
Pages are saved anew as UTF-8 with the old declaration left in them, and nothing else looks like UTF-8 by chance.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.document import Declaration
from newsclean.read.encodings import codec, named
from newsclean.read.limits import ReadError
from newsclean.record import Reason

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
WIDE = {"utf-16le", "utf-16be"}
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"""<meta[\s/][^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'/>;]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([^\s"'>]{1,40})""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LOST = re.compile("[\ud800-\udfff]")

LOOKED_AT = 64 * 1024
"""Bytes in which a declaration is looked for, and from which an encoding is told. Browsers look for a declaration in
1,024 bytes, and start anew where one comes later; detection takes 30 ms for this many."""
MOSTLY_UTF8 = 0.9
"""Share of the bytes over 127 that stand in whole UTF-8 sequences from which the others are faults. In one-byte
encodings it is under 0.1, in Chinese ones up to 0.5."""
LOST_SHARE = 0.02
"""Share of characters that may be lost; past it the text cannot be trusted. A page cut in the middle loses one."""


class Decoded(NamedTuple):
    """What decoding gives."""

    text: str
    encoding: str
    """WHATWG name."""
    lost: tuple[int, ...] = ()
    """Offsets in the text where U+FFFD stands for bytes that could not be decoded."""
    misdeclared: Declaration | None = None
    """What markup names, where it is another encoding."""


def marked(data: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def declared_in(head: bytes) -> str | None:
    """The encoding that markup declares; None where it names none that is known.

    >>> declared_in(b'<html><meta charset="ISO-8859-1">')
    'windows-1252'
    """
    found = _declaration(head)
    name = named(found.label) if found else None
    return "utf-8" if name in WIDE else name  # it was read as ASCII; so says the standard


def _declaration(head: bytes) -> Declaration | None:
    found = _XML.match(head) or _META.search(_COMMENT.sub(lambda comment: b" " * len(comment[0]), head))
    return Declaration(found[1].decode("latin-1"), head.index(b"<", found.start())) if found else None


def _misdeclared(decoded: Decoded) -> Declaration | None:
    """What the text declares, where it is not what it was in; looked for in the text, where its place is known."""
    found = _declaration(decoded.text[:LOOKED_AT].encode("latin-1", "replace"))
    name = named(found.label) if found else None
    same = name is None or name == decoded.encoding or {name, decoded.encoding} <= WIDE
    return None if same else found


def decode(data: bytes, *, html: bool, charset: str | None = None) -> Decoded:
    """The text of bytes, `charset` being the label that came with them.

    Raises ReadError `undecodable` where no encoding gives a text that can be trusted.
    """
    stated = named(charset) if charset else None
    meant = declared_in(data[:LOOKED_AT]) if html else None
    # UTF-16 that is stated has a byte order mark, or is a mistake
    declared = [name for name in (stated, meant) if name and not name.startswith("utf-16")]
    for name, tolerance in _tries(data, declared):
        decoded = _decoded(data, name)
        if len(decoded.lost) <= tolerance * len(decoded.text):
            heard = html and name != stated  # what came with the bytes goes before what stands in them
            return decoded._replace(misdeclared=_misdeclared(decoded)) if heard else decoded
    raise ReadError(Reason.UNDECODABLE, "cannot be decoded: convert it to UTF-8", _first_high(data))


def _tries(data: bytes, declared: list[str]) -> Iterator[tuple[str, float]]:
    """Encodings in the order of trust, and the share of characters that each may lose."""
    if mark := marked(data):
        yield mark, LOST_SHARE
        return
    ascii_ = data.isascii()
    yield from ((name, 0) for name in declared if ascii_ or name == "iso-2022-jp")  # which would pass for UTF-8
    yield "utf-8", 0
    yield from ((name, 0) for name in declared)
    if _share_of_utf8(data) >= MOSTLY_UTF8:
        yield "utf-8", LOST_SHARE
    yield from ((name, LOST_SHARE) for name in declared)
    from newsclean.read.guess import guess  # imports a detector, for the few inputs that need one

    if guessed := guess(_whole(data)):
        yield guessed, LOST_SHARE


def _whole(data: bytes) -> bytes:
    """The beginning, up to the end of a line, so that no character is cut in two."""
    if len(data) <= LOOKED_AT:
        return data
    return data[: data.rfind(b"\n", 0, LOOKED_AT) + 1] or data[:LOOKED_AT]


def _decoded(data: bytes, name: str) -> Decoded:
    data = data.removeprefix(next((mark for mark, of in _BOMS if of == name), b""))
    try:
        return Decoded(data.decode(codec(name)), name)
    except UnicodeDecodeError:
        text = data.decode(codec(name), _MARK)
    lost = tuple(found.start() for found in _LOST.finditer(text))
    return Decoded(_LOST.sub("\ufffd", text), name, lost)


def _mark(error: UnicodeError) -> tuple[str, int]:
    """A lone surrogate, which no decoder ever gives: it tells lost bytes from a U+FFFD that stands in the input."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ud800", error.end


_MARK = "newsclean.mark"
codecs.register_error(_MARK, _mark)


def _share_of_utf8(data: bytes) -> float:
    high = len(_HIGH.findall(data[:LOOKED_AT]))
    return sum(map(len, _MULTIBYTE.findall(data[:LOOKED_AT]))) / max(high, 1)


def _first_high(data: bytes) -> int | None:
    found = _HIGH.search(data)
    return found.start() if found else None
