"""gzip, bzip2, xz and Zstandard, in one stream or several behind each other: unpacked as they are read, and bounded."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from newsclean.document import Source
from newsclean.read.containers import members
from newsclean.read.items import Context, Item
from newsclean.read.limits import RATIO_FROM, ReadError
from newsclean.read.streams import CHUNK, AfterwardsError, Stream
from newsclean.record import Reason

XZ_MEMORY = 256 * 1024**2
"""Bytes that the dictionary of xz may take; `xz -9` asks for 64 MiB."""
MAGIC = 6
"""Bytes of the longest magic."""
PROBED = 512
"""Bytes that must unpack where the beginning of another stream is looked for behind a damage: three bytes of magic
stand anywhere by chance."""


class Unpacker(Protocol):
    """What unpacks one stream; that of the standard library, which raises one of `FAULTS` for damaged bytes."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Some more bytes."""
        ...

    @property
    def eof(self) -> bool:
        """Whether the stream is at its end."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether there is no more to be had without more data."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was given that stands behind the end."""
        ...


class Codec(NamedTuple):
    """A way to compress."""

    name: str
    magics: tuple[bytes, ...]
    """What a stream may begin with; the first is what is looked for behind a damage."""
    unpacker: Callable[[], Unpacker]


class Deflated:
    """zlib's unpacker with the interface of the others, and which gives what stands before a damage."""

    def __init__(self, window: int = 31) -> None:
        """31 for gzip, -15 for what ZIP holds."""
        self._inner = zlib.decompressobj(window)
        self._tail = b""
        self.needs_input = True

    @property
    def eof(self) -> bool:
        """Whether the stream is at its end."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What was given that stands behind the end."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Some more bytes; where they are damaged, those before, and zlib.error only when called again."""
        data = self._tail + data
        before = self._inner.copy()
        try:
            found = self._inner.decompress(data, max_length)
            self._tail = self._inner.unconsumed_tail
        except zlib.error:
            self._inner = before
            found, self._tail = _up_to_damage(before, data)
            if not found:
                raise
        self.needs_input = not self._tail and len(found) < max_length
        return found


def _up_to_damage(inner: zlib._Decompress, data: bytes) -> tuple[bytes, bytes]:
    """What bytes give up to the first that is damaged, and the bytes from that on."""
    found = []
    for at in range(len(data)):
        try:
            found.append(inner.decompress(data[at : at + 1]))
        except zlib.error:
            return b"".join(found), data[at:]
    return b"".join(found), b""


def _bzip2() -> Unpacker:
    from bz2 import BZ2Decompressor

    return BZ2Decompressor()


def _xz() -> Unpacker:
    from lzma import FORMAT_XZ, LZMADecompressor

    return LZMADecompressor(FORMAT_XZ, XZ_MEMORY)


def _zstandard() -> Unpacker:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdDecompressor
    else:
        from backports.zstd import ZstdDecompressor

    return ZstdDecompressor()


_SKIPPABLE = tuple(bytes((first,)) + b"\x2a\x4d\x18" for first in range(0x50, 0x60))
"""Frames of Zstandard that hold no data."""
CODECS = {
    "gzip": Codec("gzip", (b"\x1f\x8b\x08",), Deflated),
    "bzip2": Codec("bzip2", (b"BZh",), _bzip2),
    "xz": Codec("xz", (b"\xfd7zXZ\x00",), _xz),
    "Zstandard": Codec("Zstandard", (b"\x28\xb5\x2f\xfd", *_SKIPPABLE), _zstandard),
}


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """What stands in compressed bytes."""
    head = stream.head(MAGIC)
    codec = next(codec for codec in CODECS.values() if head.startswith(codec.magics))
    chunks = Unpacked(stream, codec, context)
    yield from members(Stream(chunks), source, context.inside())


class Unpacked:
    """The chunks of what compressed bytes hold.

    Raises ReadError where they are damaged, end too early or grow too much, and goes on with the next stream behind a
    damage. With `single` it ends with the first stream, and leaves what stands behind it.
    """

    def __init__(self, raw: Stream, codec: Codec, context: Context, *, single: bool = False) -> None:
        """`raw` stands at the beginning of a stream of `codec`."""
        self._raw, self._codec, self._context, self._single = raw, codec, context, single
        self._unpacker: Unpacker | None = codec.unpacker()
        self._start = raw.offset
        self._fed = b""
        """What the unpacker was given last."""
        self._fresh = True
        """Whether nothing came out of the stream in hand, so that what is wrong with it harms nothing before."""
        self._given = 0

    def __iter__(self) -> Iterator[bytes]:
        """Itself."""
        return self

    def __next__(self) -> bytes:
        """Some bytes."""
        while self._unpacker is not None:
            if self._unpacker.eof:
                self._raw.unread(self._unpacker.unused_data)
                self._fresh, self._unpacker = True, None
                self._unpacker = None if self._single else self._following()
            elif found := self._step(self._unpacker):
                self._bound(len(found))
                return found
        raise StopIteration

    def _step(self, unpacker: Unpacker) -> bytes:
        try:
            found = unpacker.decompress(self._more() if unpacker.needs_input else b"", CHUNK)
        except ReadError:
            self._go_on()
            raise
        except MemoryError:
            raise
        except Exception:  # each codec has errors of its own
            self._raw.unread(self._fed[1:])
            error = self._error(Reason.MALFORMED, "holds damaged {} data: get it anew")
            self._go_on()
            raise error from None
        self._fresh = self._fresh and not found
        return found

    def _more(self) -> bytes:
        self._fed = self._raw.some(CHUNK // 2)
        if not self._fed:
            raise self._error(Reason.TRUNCATED, "ends in the middle of its {} data: get it anew")
        return self._fed

    def _following(self) -> Unpacker | None:
        """The unpacker of the next stream; raises ReadError where something else follows."""
        while padding := len(head := self._raw.head(CHUNK)) - len(head.lstrip(b"\0")):
            self._raw.skip(padding)
        if not head:
            self._raw.read(1)  # raises where this end is a damage
            return None
        if any(head.startswith(magic) or magic.startswith(head) for magic in self._codec.magics):
            return self._codec.unpacker()
        error = self._error(Reason.MALFORMED, "goes on behind its {} data with other bytes")
        self._raw.skip(1)
        self._go_on()
        raise error

    def _error(self, reason: Reason, message: str) -> ReadError:
        kind = AfterwardsError if self._fresh else ReadError
        return kind(reason, message.format(self._codec.name), self._raw.offset)

    def _go_on(self) -> None:
        """Look for the next stream behind a damage."""
        self._unpacker = None
        self._fresh, self._unpacker = True, self._behind_damage()

    def _behind_damage(self) -> Unpacker | None:
        """The unpacker of the next stream that is whole at its beginning; none where there is no more."""
        while not self._single and self._raw.seek(self._codec.magics[0]):
            unpacker = self._codec.unpacker()
            try:
                unpacker.decompress(self._raw.head(PROBED), CHUNK)
                while not (unpacker.eof or unpacker.needs_input):
                    unpacker.decompress(b"", CHUNK)
            except MemoryError:
                raise
            except Exception:
                self._raw.read(1)
            else:
                return self._codec.unpacker()
        return None

    def _bound(self, size: int) -> None:
        self._given += size
        self._context.spend(size)
        ratio = self._context.limits.max_ratio
        if self._given > max(RATIO_FROM, ratio * (self._raw.offset - self._start)):
            self._unpacker = None
            self._raw.unread(self._fed)  # other members may stand in it
            message = f"grows to over {ratio} times its size when unpacked: raise --max-ratio, if you trust it"
            raise ReadError(Reason.BOMB, message)
