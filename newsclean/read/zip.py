"""ZIP: members in their order, from a stream; nothing is written, and no name is followed.

Read from member to member, and not by the directory at the end: so it needs no seeking, a directory that leads to one
member many times cannot make it a bomb, and what stands before a cut is read. The library's reader can do none of this.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

from newsclean.document import Source
from newsclean.read.archive import behind, counted, is_hidden, member_of
from newsclean.read.containers import members
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.packed import CODECS, XZ_MEMORY, Codec, Deflated, Unpacked, Unpacker
from newsclean.read.streams import Part, Stream
from newsclean.record import Reason

MEMBER = b"PK\x03\x04"
ENDS = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")
"""Where the members end and the directory begins."""
DESCRIPTOR = b"PK\x07\x08"
STORED, ALONE = 0, 14
ENCRYPTED, FOLLOWED, UTF8 = 1, 8, 2048
"""Flags: the sizes and the checksum follow behind the data; the name is in UTF-8."""
OFFICE = frozenset(
    b"mimetype [Content_Types].xml _rels/ _rels/.rels docProps/app.xml docProps/core.xml word/document.xml "
    b"xl/workbook.xml ppt/presentation.xml META-INF/ META-INF/MANIFEST.MF META-INF/container.xml".split()
)
"""What the first member of an office document, an e-book or a program is called."""
_HEADER, _FIELD = Struct("<4s5H3L2H"), Struct("<2H")
_LARGE = 2**32 - 1


def _lzma() -> Unpacker:
    from lzma import FORMAT_ALONE, LZMADecompressor

    return LZMADecompressor(FORMAT_ALONE, XZ_MEMORY)


METHODS = {
    8: Codec("deflate", (), lambda: Deflated(-zlib.MAX_WBITS)),
    12: CODECS["bzip2"],
    ALONE: Codec("LZMA", (), _lzma),
    93: CODECS["Zstandard"],
    95: CODECS["xz"],
}
"""How members are compressed, by the numbers of the format. To add one, add a row."""


class _Entry(NamedTuple):
    """A member as its header tells."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int | None
    """Bytes that it takes; None where they are said behind them."""
    size: int


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """What stands in each member that is a file, or why it cannot be read; behind a damage the next is looked for."""
    inside = context.inside(source)
    head = stream.head(_HEADER.size + max(map(len, OFFICE)))
    if head[_HEADER.size :][: int.from_bytes(head[26:28], "little")] in OFFICE:
        yield ReadError(Reason.BINARY, "is an office document, an e-book or a program: save it as text", 0).of(source)
        return
    lost = False
    while True:
        start = stream.offset
        try:
            entry = _next(stream, lost=lost)
        except ReadError as error:
            lost, error.offset = True, start
            yield error.of(source)
            continue
        if entry is None:
            return
        data = _Data(entry, stream, inside)
        yield from _contents(entry, data, member_of(source, entry.name), inside)
        lost = data.failed


def _contents(entry: _Entry, data: _Data, here: Source, inside: Context) -> Iterator[Item | ReadError]:
    inside.count_member()
    passed = entry.name.endswith("/") or is_hidden(entry.name)
    yield from behind(() if passed else members(Stream(data), here, inside), data, here)


class _Data:
    """The chunks of a member; when they are through, or have raised ReadError, the stream is behind it if it can be."""

    def __init__(self, entry: _Entry, stream: Stream, inside: Context) -> None:
        self._chunks = _chunks(entry, stream, inside)
        self.failed = False

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self._chunks)
        except ReadError:
            self.failed = True
            raise


def _chunks(entry: _Entry, stream: Stream, inside: Context) -> Iterator[bytes]:
    part = Part(stream, entry.packed or 0)
    if entry.flags & ENCRYPTED:
        deque(part, maxlen=0)
        raise ReadError(Reason.ENCRYPTED, "is encrypted: unpack it with its password first")
    if entry.method != STORED and entry.method not in METHODS:
        deque(part, maxlen=0)
        raise ReadError(Reason.UNREADABLE, f"is compressed by method {entry.method}, which is not read: pack it anew")
    if entry.method == STORED and entry.packed is None:
        raise ReadError(Reason.UNREADABLE, "is stored without its size: pack it anew")
    checksum = 0
    for chunk in counted(part, inside) if entry.method == STORED else _unpacked(entry, stream, inside):
        checksum = zlib.crc32(chunk, checksum)
        yield chunk
    if checksum != (_followed(stream) if entry.flags & FOLLOWED else entry.checksum):
        raise ReadError(Reason.MALFORMED, "fails its checksum: get it anew")


def _unpacked(entry: _Entry, stream: Stream, inside: Context) -> Iterator[bytes]:
    if entry.method == ALONE:  # to the header of .lzma, which has the size in place of a version
        properties = stream.read(9)[4:]
        stream.unread(properties + (entry.size if entry.packed is not None else 2**64 - 1).to_bytes(8, "little"))
    return Unpacked(stream, METHODS[entry.method], inside, single=True)


def _next(stream: Stream, *, lost: bool) -> _Entry | None:
    """The next member; None at the directory. Raises ReadError where neither stands there, unless bytes are lost."""
    while head := stream.head(_HEADER.size):
        if head.startswith(ENDS):
            return None
        if head.startswith(MEMBER) and len(head) == _HEADER.size:
            return _entry(stream)
        if not lost and len(head) == _HEADER.size:
            raise ReadError(Reason.MALFORMED, "holds bytes that are no member: get it anew")
        if not lost:
            break
        stream.skip(1)
        stream.seek(MEMBER)
    stream.read(_HEADER.size)  # raises where this end is a damage
    if not lost:
        raise ReadError(Reason.TRUNCATED, "ends before its directory: members may be missing")
    return None


def _entry(stream: Stream) -> _Entry:
    _, _, flags, method, _, _, checksum, packed, size, names, extras = _HEADER.unpack(stream.read(_HEADER.size))
    name, extra = stream.read(names), stream.read(extras)
    if len(name) + len(extra) < names + extras:
        raise ReadError(Reason.TRUNCATED, "ends in the middle of the header of a member: get it anew")
    if packed == _LARGE or size == _LARGE:
        size, packed = _large(extra) or (size, packed)
    known = packed or not flags & FOLLOWED
    return _Entry(_name(name, flags), flags, method, checksum, packed if known else None, size)


def _large(extra: bytes) -> tuple[int, int] | None:
    """Size and packed size of a member of over 4 GB, which stand in a field of their own."""
    while len(extra) >= 4:
        kind, length = _FIELD.unpack_from(extra)
        if kind == 1 and length >= 16 and len(extra) >= 20:
            return int.from_bytes(extra[4:12], "little"), int.from_bytes(extra[12:20], "little")
        extra = extra[4 + length :]
    return None


def _name(name: bytes, flags: int) -> str:
    try:
        return name.decode("utf-8", "surrogateescape" if flags & UTF8 else "strict")
    except UnicodeDecodeError:
        return name.decode("cp437")


def _followed(stream: Stream) -> int:
    """The checksum that stands behind the data, with a mark or without, the sizes in 4 bytes or in 8."""
    for size in (16, 24, 12, 20):
        head = stream.head(size + 2)
        marked = head.startswith(DESCRIPTOR)
        if len(head) >= size and marked == (size in (16, 24)) and b"PK".startswith(head[size:]):
            stream.skip(size)
            return int.from_bytes(head[4 * marked : 4 * marked + 4], "little")
    raise ReadError(Reason.MALFORMED, "does not end where its data does: get it anew")
