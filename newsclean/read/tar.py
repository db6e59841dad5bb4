"""tar: members in their order, from a stream; nothing is written, and no name or link is followed.

Its headers are read by the standard library. How to get from one to the next is said here, since the library reads
names of any size, and ends at the first header that is damaged.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.document import Source
from newsclean.read.archive import behind, counted, is_hidden, member_of
from newsclean.read.containers import members
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.streams import Part, Stream
from newsclean.record import Reason

BLOCK = 512
LONGEST = 1024 * 1024
"""Bytes of a header that extends the next one with a long name and the like."""
_PASSED = (tarfile.DIRTYPE, b"V", b"D")
"""Folders and labels, which are no inputs."""
_REFUSED = {
    tarfile.SYMTYPE: "is a link, which is not followed: pack what it points to",
    tarfile.LNKTYPE: "is a link, which is not followed: pack it with --hard-dereference",
    tarfile.CHRTYPE: "is a device: leave it out",
    tarfile.BLKTYPE: "is a device: leave it out",
    tarfile.FIFOTYPE: "is a named pipe: leave it out",
    tarfile.GNUTYPE_SPARSE: "is stored with holes: pack it without --sparse",
}
_EXTENDED = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.XGLTYPE,
)


class _Entry(NamedTuple):
    """A member."""

    name: str
    kind: bytes
    size: int


def header_of(block: bytes) -> tarfile.TarInfo | None:
    """What the block of a header says; None where its checksum is wrong."""
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return None


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """What stands in each member that is a file, or why it cannot be read."""
    inside = context.inside(source)
    for entry in _entries(stream):
        if isinstance(entry, ReadError):
            yield entry.of(source)
            continue
        here, part = member_of(source, entry.name), Part(stream, entry.size)
        yield from behind(_contents(entry, part, here, inside), part, here)
        if part.cut:
            return


def _contents(entry: _Entry, part: Part, here: Source, inside: Context) -> Iterator[Item | ReadError]:
    inside.count_member()
    if entry.kind in _REFUSED:
        yield ReadError(Reason.NOT_A_FILE, _REFUSED[entry.kind]).of(here)
    elif entry.kind not in _PASSED and not is_hidden(entry.name):
        yield from members(Stream(counted(part, inside)), here, inside)


def _entries(stream: Stream) -> Iterator[_Entry | ReadError]:
    """Each member, whose bytes must be taken before the next one is asked for. Behind a damage one is looked for."""
    said: dict[str, str] = {}
    padding = 0
    lost = ended = False
    while True:
        try:
            stream.skip(padding)
            padding = 0
            start, block = stream.offset, stream.read(BLOCK)
            if len(block) < BLOCK:
                break
            ended = block.count(0) == BLOCK
            info = None if ended else _header(block, start)
            if info and info.type in _EXTENDED:
                said |= _said(info, stream)
        except ReadError as error:
            if not lost:
                yield error
            lost, padding = True, 0
            continue
        if info and info.type not in _EXTENDED:
            lost = False
            entry = _entry(info, said)
            padding = -entry.size % BLOCK
            said = {}
            yield entry
    if not (lost or ended):
        yield ReadError(Reason.TRUNCATED, "ends without the mark of its end: members may be missing", start)


def _header(block: bytes, start: int) -> tarfile.TarInfo:
    info = header_of(block)
    if info is None or info.size < 0 or (info.type in _EXTENDED and info.size > LONGEST):
        raise ReadError(Reason.MALFORMED, "has a damaged header: get it anew", start)
    return info


def _said(info: tarfile.TarInfo, stream: Stream) -> dict[str, str]:
    """What an extended header says of the next member."""
    data = stream.read(info.size)
    stream.skip(-info.size % BLOCK)
    if info.type == tarfile.GNUTYPE_LONGNAME:
        return {"path": data.rstrip(b"\0").decode("utf-8", "surrogateescape")}
    return dict(_pairs(data)) if info.type in (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE) else {}


def _pairs(data: bytes) -> Iterator[tuple[str, str]]:
    """The keys and values of a pax header: "30 path=...\\n", the number being the length of it all."""
    while data:
        length, _, rest = data[:20].partition(b" ")
        size = int(length) if length.isdigit() and rest else 0
        if not 0 < size <= len(data):
            return
        key, _, value = data[len(length) + 1 : size - 1].decode("utf-8", "surrogateescape").partition("=")
        yield key, value
        data = data[size:]


def _entry(info: tarfile.TarInfo, said: dict[str, str]) -> _Entry:
    size = said.get("size", "")
    holds = info.isreg() or info.type not in tarfile.SUPPORTED_TYPES
    bytes_ = int(size) if size.isascii() and size.isdigit() and len(size) < 20 else info.size
    sparse = any(key.startswith("GNU.sparse.") for key in said)
    kind = tarfile.GNUTYPE_SPARSE if sparse else info.type
    return _Entry(said.get("path", info.name), kind, bytes_ if holds else 0)
