"""tar: members in their order, names that lead nowhere, and damage that stays where it is."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable

import pytest

PAGES = {f"d/page {n}.txt": b"Page %d. " % n * (n * 29 + 1) for n in range(12)}


def info(name: str, size: int = 0, **others: object) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    for key, value in others.items():
        setattr(member, key, value)
    return member


def tar(members: dict[str, bytes] | list[tuple[tarfile.TarInfo, bytes]], form: int = tarfile.PAX_FORMAT) -> bytes:
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w", format=form) as file:
        for key, data in members.items() if isinstance(members, dict) else members:
            file.addfile(info(key, len(data)) if isinstance(key, str) else key, io.BytesIO(data))
    return output.getvalue()


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
@pytest.mark.parametrize("size", [1, 1000, 10**6])
def test_members_in_their_order(tell, form: int, size: int) -> None:
    assert tell(tar(PAGES, form), size=size) == list(PAGES.items())


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
@pytest.mark.parametrize("name", ["x" * 300 + "/é.txt", "новини/" * 30 + "a"])
def test_long_names(tell, form: int, name: str) -> None:
    assert tell(tar({name: b"a", "next": b"b"}, form)) == [(name, b"a"), ("next", b"b")]


def test_names_are_labels(tell) -> None:
    names = ["/etc/passwd", "../../up", "a/../b", "./c", "line\nbreak"]
    assert tell(tar(dict.fromkeys(names, b"x"))) == [(name, b"x") for name in names]
    assert tell(tar([(info("caf\udce9", 1), b"x")], tarfile.GNU_FORMAT)) == [("caf\\xe9", b"x")]


def test_what_is_no_file_is_refused_or_passed_over(tell) -> None:
    members = [
        (info("folder", type=tarfile.DIRTYPE), b""),
        (info("link", type=tarfile.SYMTYPE, linkname="/etc/passwd"), b""),
        (info("hard", type=tarfile.LNKTYPE, linkname="a"), b""),
        (info("zero", type=tarfile.CHRTYPE, devmajor=1, devminor=5), b""),
        (info("disk", type=tarfile.BLKTYPE), b""),
        (info("pipe", type=tarfile.FIFOTYPE), b""),
        (info(".git/config", 1), b"x"),
        (info("a", 1), b"a"),
    ]
    refused = [(name, "not-a-file") for name in ("link", "hard", "zero", "disk", "pipe")]
    assert tell(tar(members)) == [*refused, ("a", b"a")]
    assert tell(tar(members[:1])) == [("", "empty")]


def test_archives_behind_each_other_and_compressed(tell) -> None:
    assert tell(tar({"a": b"a"}) + tar({"b": b"b"})) == [("a", b"a"), ("b", b"b")]
    assert tell(gzip.compress(tar(PAGES))) == list(PAGES.items())
    inner = gzip.compress(tar({"b": gzip.compress(b"c")}))
    assert tell(tar({"x.tgz": inner})) == [("x.tgz:b", "too-deep")]
    assert tell(tar({"x.tgz": inner}), max_nesting=4) == [("x.tgz:b", b"c")]


def test_cut_anywhere_whole_members_are_kept_and_one_refusal_says_so(tell) -> None:
    data = tar(PAGES)
    with tarfile.open(fileobj=io.BytesIO(data)) as file:
        ends = [member.offset_data + member.size for member in file]
    names = list(PAGES)
    for cut in range(512, ends[-1] + 512, 37):
        whole = sum(end <= cut for end in ends)
        found = tell(data[:cut])
        assert found[:whole] == list(PAGES.items())[:whole]
        assert found[whole:] in ([("", "truncated")], [(name, "truncated") for name in names[whole : whole + 1]])


def test_cut_in_compression(tell) -> None:
    data = gzip.compress(tar(PAGES))
    for cut in range(80, len(data), 37):
        *kept, last = tell(data[:cut])
        assert kept == list(PAGES.items())[: len(kept)]
        assert last[1] == "truncated"


@pytest.mark.parametrize("at", [0, 100, 148, 400])
def test_a_damaged_header_costs_its_member_alone(tell, at: int) -> None:
    data = bytearray(tar(PAGES))
    with tarfile.open(fileobj=io.BytesIO(bytes(data))) as file:
        start = file.getmember("d/page 5.txt").offset
    data[start + at] ^= 0x41
    items = list(PAGES.items())
    assert tell(bytes(data)) == [*items[:5], ("", "malformed"), *items[6:]]


def sized(size: int) -> bytes:
    """A header whose size is written as the base-256 number that it is."""
    header = info("b").tobuf(tarfile.GNU_FORMAT)
    field = (size if size >= 0 else 256**12 + size).to_bytes(12, "big")
    if size >= 0:
        field = b"\x80" + field[1:]
    header = header[:124] + field + header[136:]
    total = sum(header[:148]) + 8 * 32 + sum(header[156:])
    return header[:148] + b"%06o\0 " % total + header[156:]


@pytest.mark.parametrize(("size", "reason"), [(-512, "malformed"), (-1, "malformed"), (2**60, "truncated")])
def test_absurd_sizes(tell, size: int, reason: str) -> None:
    one, other = tar({"a": b"a"})[:1024], bytes(512) + tar({"c": b"c"})
    found = tell(one + sized(size) + other)
    assert found[:2] == [("a", b"a"), ("" if size < 0 else "b", reason)]
    assert found[2:] == ([("c", b"c")] if size < 0 else [])


def test_a_cut_archive_in_a_member_and_a_cut_around_it(tell) -> None:
    data = tar({"i.tar": tar({"b": b"b"}) + bytes(9000)})
    assert tell(data[:-11_000]) == [("i.tar:b", b"b"), ("i.tar", "truncated")]


def test_a_name_of_a_gigabyte_is_not_read(tell) -> None:
    header = info("x", 2**30, type=tarfile.GNUTYPE_LONGNAME).tobuf(tarfile.GNU_FORMAT)
    assert tell(header + tar({"a": b"a"})) == [("", "malformed"), ("a", b"a")]


def test_holes(tell) -> None:
    members = [(info("holes", 1, pax_headers={"GNU.sparse.major": "1"}), b"x"), (info("a", 1), b"a")]
    assert tell(tar(members)) == [("holes", "not-a-file"), ("a", b"a")]


def test_size_of_a_member_in_a_pax_header(tell) -> None:
    data = tar([(info("a", 0, pax_headers={"size": "3"}), b"")])[:1536]
    assert tell(data + b"abc".ljust(512, b"\0") + bytes(1024)) == [("a", b"abc")]


def test_a_member_of_one_byte_too_many(tell) -> None:
    data = tar({"a": b"12345" * 1000, "b": b"b"})
    assert tell(data, max_input=4999) == [("a", b"12345" * 1000), ("b", b"b")]
    assert [len(found) for _, found in tell(data, max_input=100)] == [101, 1]


def test_members_on_both_sides_of_their_number(tell) -> None:
    assert tell(tar(PAGES), max_members=12) == list(PAGES.items())
    assert tell(tar(PAGES), max_members=11) == [*list(PAGES.items())[:11], ("", "too-large")]


def test_sizes_on_both_sides_of_the_limit_with_archives_inside(tell) -> None:
    inner = tar({"c": b"c" * 5000})
    data, total = tar({"a": b"a" * 100, "i.tar": inner}), 100 + len(inner) + 5000
    assert len(tell(data, max_unpacked=total)) == 2
    assert tell(data, max_unpacked=total - 5001)[-1] == ("", "too-large")


Tell = Callable[..., list[tuple[str, bytes | str]]]


def test_a_bomb_in_a_member_costs_it_alone(tell: Tell) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    assert tell(tar({"bomb": bomb, "a": b"a"}), size=65536) == [("bomb", "bomb"), ("a", b"a")]
