"""Bytes that are read once: whatever the pieces, and where some are lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.read.limits import ReadError
from newsclean.read.streams import CHUNK, Part, Stream
from newsclean.record import Reason

LOST = ReadError(Reason.TRUNCATED, "is cut")


class Broken:
    """Pieces, with an error in the place of each None, that go on behind it."""

    def __init__(self, *pieces: bytes | None) -> None:
        self.pieces = list(pieces)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if not self.pieces:
            raise StopIteration
        piece = self.pieces.pop(0)
        if piece is None:
            raise LOST
        return piece


@given(st.lists(st.binary(min_size=1, max_size=9)), st.lists(st.integers(0, 12)))
def test_what_is_read_is_what_comes(pieces: list[bytes], sizes: list[int]) -> None:
    whole, stream, taken = b"".join(pieces), Stream(iter(pieces)), b""
    for size in sizes:
        assert stream.head(size) == whole[stream.offset : stream.offset + size]
        taken += stream.read(size)
        assert stream.offset == len(taken)
    stream.unread(taken)
    assert (stream.offset, stream.read(len(whole) + 1)) == (0, whole)


@given(st.lists(st.sampled_from([b"a", b"\n", b"bc", b"\nd\n"])), st.integers(1, 5))
def test_lines(pieces: list[bytes], most: int) -> None:
    stream, lines = Stream(iter(pieces)), []
    while line := stream.line(most):
        lines.append(line)
    assert b"".join(lines) == b"".join(pieces)
    assert all(len(line) <= most and b"\n" not in line[:-1] for line in lines)
    assert all(line.endswith(b"\n") or len(line) == most for line in lines[:-1])


@given(st.lists(st.sampled_from([b"ab", b"c", b"abc", b"aab"])))
def test_seeking(pieces: list[bytes]) -> None:
    whole, stream = b"".join(pieces), Stream(iter(pieces))
    assert stream.seek(b"abc") == (b"abc" in whole)
    assert stream.read(9) == whole[whole.find(b"abc") :][:9] if b"abc" in whole else True


def test_bytes_before_a_loss_come_first_and_those_behind_it_later() -> None:
    stream = Stream(Broken(b"abc", None, b"def"))
    assert (stream.head(9), stream.read(2), stream.head(9)) == (b"abc", b"ab", b"c")
    with pytest.raises(ReadError):
        stream.read(2)
    assert (stream.offset, stream.read(9), stream.read(1)) == (3, b"def", b"")


@pytest.mark.parametrize(
    "take", [lambda s: s.line(9), lambda s: s.seek(b"x"), lambda s: s.skip(4), lambda s: s.read(4)]
)
def test_each_way_of_reading_says_that_bytes_are_lost(take) -> None:
    stream = Stream(Broken(b"abc", None))
    with pytest.raises(ReadError):
        take(stream)
    assert stream.read(1) == b""


def test_a_part_ends_where_it_should_or_says_so() -> None:
    stream = Stream(iter([b"abcdef"]))
    assert (Stream(Part(stream, 4)).read(9), stream.read(9)) == (b"abcd", b"ef")
    part = Part(Stream(iter([b"abc"])), 4)
    assert next(part) == b"abc"
    with pytest.raises(ReadError, match="ends 1 bytes early"):
        next(part)
    assert part.cut
    assert list(part) == []


def test_a_part_leaves_the_rest() -> None:
    stream = Stream(iter([b"x" * (CHUNK + 5)]))
    part = Part(stream, CHUNK + 2)
    assert [len(chunk) for chunk in part] == [CHUNK, 2]
    assert (part.cut, stream.read(9)) == (False, b"xxx")
