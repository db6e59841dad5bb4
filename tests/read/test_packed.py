"""Compressed bytes: the same document, whatever is around it; cut, damaged, or made to burst."""

from __future__ import annotations

import bz2
import gzip
import lzma
import random
from collections.abc import Callable

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.read import packed
from newsclean.read.containers import documents
from newsclean.read.items import Context
from newsclean.read.limits import RATIO_FROM, ReadError
from newsclean.read.packed import CODECS, MAGIC
from newsclean.read.streams import Stream
from newsclean.record import Reason

Pack = Callable[[bytes], bytes]
PACKS: dict[str, Pack] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "Zstandard": lambda data: zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1}),
}
WORDS = [bytes(random.Random(n).choices(b"etaoin shrdlu", k=40)) for n in range(3000)]  # noqa: S311
TEXT = b"\n".join(WORDS)
"""120 kB that compress by three."""


def test_every_codec_is_tried() -> None:
    assert set(PACKS) == set(CODECS)
    assert max(len(magic) for codec in CODECS.values() for magic in codec.magics) == MAGIC


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_packed_is_as_plain(find, pack: Pack) -> None:
    assert find(pack(TEXT)) == find(TEXT)
    assert find(pack(pack(TEXT))) == find(TEXT)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_streams_behind_each_other_are_one(find, pack: Pack, size: int) -> None:
    assert find(pack(TEXT[:30]) + pack(b"") + pack(TEXT[30:]), size) == find(TEXT)


@given(st.lists(st.binary(max_size=300), min_size=1), st.sampled_from(sorted(PACKS)))
def test_any_pieces_come_back(pieces: list[bytes], name: str) -> None:
    data = b"".join(PACKS[name](b"." + piece) for piece in pieces)
    (found,) = documents(Stream(iter([data])), Source("x"), Context())
    assert not isinstance(found, ReadError)
    assert found.data == b"".join(b"." + piece for piece in pieces)


@pytest.mark.parametrize("name", PACKS)
def test_padding_of_zeros_and_other_bytes_behind_the_end(find, tell, name: str) -> None:
    data = PACKS[name](TEXT)
    assert find(data + bytes(4096)) == find(TEXT)
    assert tell(data + b"\0\0 junk") == [("", "malformed")]


def test_frames_that_hold_nothing(find) -> None:
    skippable = b"\x50\x2a\x4d\x18" + (3).to_bytes(4, "little") + b"abc"
    assert find(skippable + zstd.compress(TEXT) + skippable) == find(TEXT)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_cut_anywhere_it_is_truncated_once(tell, pack: Pack) -> None:
    data = pack(TEXT[:3000])
    for end in range(18, len(data), 37):
        assert tell(data[:end]) == [("", "truncated")]


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_damaged_anywhere_it_is_refused_once(tell, pack: Pack) -> None:
    data = pack(TEXT[:3000])
    for at in range(30, len(data) - 1, 41):
        broken = bytearray(data)
        broken[at] ^= 0xFF
        assert tell(bytes(broken)) in ([("", "malformed")], [("", "truncated")]), at


def lines_of(rows: list[bytes]) -> bytes:
    return b"".join(b'{"text": "%s"}\n' % row for row in rows)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_what_stands_in_other_streams_than_the_damaged_one_is_kept(tell, pack: Pack) -> None:
    rows = [b"row %d %s" % (n, WORDS[n]) for n in range(90)]
    parts = [pack(lines_of(rows[at : at + 30])) for at in (0, 30, 60)]
    broken = bytearray(parts[1])
    broken[len(broken) // 2] ^= 0xFF
    found = [data for _, data in tell(parts[0] + bytes(broken) + parts[2])]
    assert "malformed" in found[30:-30]  # gzip tells at its end alone that lines were garbled
    assert found[:30] == rows[:30]
    assert found[-30:] == rows[60:]


def test_what_stands_before_a_damage_in_the_same_gzip_stream_is_kept_to_the_byte(tell) -> None:
    data = gzip.compress(lines_of(WORDS))
    at = len(data) * 2 // 3
    cut = [found for _, found in tell(data[:at])]
    broken = [found for _, found in tell(data[:at] + b"\xff" * 64 + data[at + 64 :])]
    assert cut[-1] == "truncated"
    assert len(cut) > 1000
    assert broken[: len(cut) - 1] == cut[:-1]
    assert broken[-1] == "malformed"


def test_a_magic_that_stands_in_the_damage_by_chance_is_no_stream(tell) -> None:
    data = gzip.compress(TEXT)
    broken = data[:2000] + b"\xff" * 64 + b"\x1f\x8b\x08junk" * 20 + data[2000:]
    assert tell(broken) == [("", "malformed")]


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_a_bomb_is_defused(tell, pack: Pack) -> None:
    assert tell(pack(bytes(3 * RATIO_FROM)), size=65536) == [("", "bomb")]
    assert tell(pack(b"z" * RATIO_FROM), size=65536) == [("", b"z" * RATIO_FROM)]


def test_the_ratio_on_both_sides(tell) -> None:
    data = gzip.compress(b"z" * (RATIO_FROM + 1))
    ratio = -(-(RATIO_FROM + 1) // len(data))
    assert tell(data, max_ratio=ratio, size=65536) == [("", b"z" * (RATIO_FROM + 1))]
    assert tell(data, max_ratio=ratio - 1, size=65536) == [("", "bomb")]


def test_a_bomb_in_the_middle_costs_what_follows(tell) -> None:
    rows = lines_of(WORDS[:10])
    found = tell(gzip.compress(rows + b"0" * 200_000_000), size=65536)
    assert found[-1] == ("(line 11)", "bomb") or found[-2:] == [("(line 11)", "too-large"), ("(line 12)", "bomb")]
    assert [data for _, data in found[:10]] == WORDS[:10]


def test_xz_that_wants_too_much_memory_is_refused(tell) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 1, "dict_size": 2 * packed.XZ_MEMORY}]
    assert tell(lzma.compress(TEXT, filters=filters)) == [("", "malformed")]


def test_nesting_on_both_sides(tell) -> None:
    three = gzip.compress(bz2.compress(lzma.compress(TEXT)))
    assert tell(three) == [("", TEXT)]
    assert tell(zstd.compress(three)) == [("", "too-deep")]
    assert tell(zstd.compress(three), max_nesting=4) == [("", TEXT)]


def test_an_empty_stream_holds_an_empty_document(tell) -> None:
    assert tell(gzip.compress(b"")) == [("", b"")]


def test_a_document_of_one_byte_too_many_is_left_to_its_reader(tell) -> None:
    assert tell(gzip.compress(b"12345"), max_input=4) == [("", b"12345")]
    assert tell(gzip.compress(b"123456"), max_input=4) == [("", b"12345")]


def test_reasons_are_words_that_scripts_know() -> None:
    assert [str(each) for each in list(Reason)[-4:]] == ["truncated", "malformed", "encrypted", "bomb"]
