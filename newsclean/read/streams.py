"""Bytes that are read once, from a file, a pipe or a member of a container."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsclean.read.limits import ReadError
from newsclean.record import Reason

CHUNK = 64 * 1024
"""Bytes that are read at once."""


class AfterwardsError(ReadError):
    """What follows cannot be read; what came before is whole."""


class Stream:
    """What comes out of chunks, with a look ahead.

    Where `chunks` raises ReadError, bytes are lost: those before are given first, then `read` and its like raise the
    error, and when called again they go on behind the damage, if `chunks` does.
    """

    def __init__(self, chunks: Iterator[bytes], file: BinaryIO | None = None) -> None:
        """`file` is what the chunks are of, where it can be read at any place."""
        self.file = file
        self.offset = 0
        """Bytes that were taken."""
        self.returned = 0
        """Bytes that were put back, all told."""
        self._chunks = chunks
        self._held = bytearray()
        self.fault: ReadError | None = None
        """What stands behind the bytes that were looked at, where some are lost there."""

    def head(self, size: int) -> bytes:
        """The next bytes, which stay; fewer before the end and before a damage. Raises nothing."""
        while len(self._held) < size and self._pull():
            pass
        return bytes(self._held[:size])

    def read(self, size: int) -> bytes:
        """The next bytes; fewer only at the end."""
        self.head(size)
        self._raise_if_short(size)
        return self._take(size)

    def some(self, size: int) -> bytes:
        """Some of the next bytes, at least one but at the end."""
        self.head(1)
        self._raise_if_short(1)
        return self._take(size)

    def skip(self, size: int) -> int:
        """Pass over bytes; how many there were."""
        start = self.offset
        while left := size - (self.offset - start):
            if not self.some(left):
                break
        return self.offset - start

    def line(self, most: int) -> bytes:
        """The next bytes up to and with a newline, the end, or `most`."""
        seen = 0
        while (end := self._held.find(b"\n", seen, most)) < 0:
            seen = len(self._held)
            if seen >= most or not self._pull():
                self._raise_if_short(most)
                return self._take(most)
        return self._take(end + 1)

    def seek(self, mark: bytes) -> bool:
        """Pass over bytes until they begin with `mark`; whether they ever do."""
        while (at := self._held.find(mark)) < 0:
            self._take(max(0, len(self._held) - len(mark) + 1))
            if not self._pull():
                self._raise_if_short(len(mark))
                return False
        self._take(at)
        return True

    def unread(self, data: bytes) -> None:
        """Put bytes back that were taken last."""
        self._held[:0] = data
        self.offset -= len(data)
        self.returned += len(data)

    def _pull(self) -> bool:
        if self.fault:
            return False
        try:
            chunk = next(self._chunks, b"")
        except ReadError as error:
            self.fault = error
            return False
        self._held += chunk
        return bool(chunk)

    def _raise_if_short(self, size: int) -> None:
        if self.fault and len(self._held) < size:
            fault, self.fault = self.fault, None
            self._take(len(self._held))
            raise fault

    def _take(self, size: int) -> bytes:
        taken = bytes(self._held[:size])
        del self._held[: len(taken)]
        self.offset += len(taken)
        return taken


class Part:
    """The next bytes of a stream, so many of them; the iterator of its chunks.

    Raises ReadError `truncated` where the stream ends before.
    """

    def __init__(self, stream: Stream, size: int) -> None:
        """`size` is in bytes."""
        self._stream = stream
        self.left = size
        """Bytes that were not taken yet."""
        self.cut = False
        """Whether the stream ended before."""

    def __iter__(self) -> Iterator[bytes]:
        """Itself."""
        return self

    def __next__(self) -> bytes:
        """Some bytes."""
        if not self.left:
            raise StopIteration
        data = self._stream.some(min(self.left, CHUNK))
        if not data:
            missing, self.left, self.cut = self.left, 0, True
            raise ReadError(Reason.TRUNCATED, f"ends {missing} bytes early: get it anew", self._stream.offset)
        self.left -= len(data)
        return data
