"""ZIP: members in their order, names that lead nowhere, and damage that stays where it is."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.read.containers import documents
from newsclean.read.items import Context
from newsclean.read.limits import RATIO_FROM
from newsclean.read.streams import Stream

PAGES = {f"d/page {n}.txt": b"Page %d. %s" % (n, bytes(33 + i * i % 90 for i in range(n * 29 + 1))) for n in range(12)}
METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


class Pipe(io.RawIOBase):
    """A file that cannot be sought, so that sizes are written behind the data."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.data += bytes(data)
        return len(data)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, *, pipe: bool = False) -> bytes:
    output = Pipe() if pipe else io.BytesIO()
    with zipfile.ZipFile(output, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return output.data if isinstance(output, Pipe) else output.getvalue()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("size", [1, 1000, 10**6])
def test_members_in_their_order(tell, method: int, size: int) -> None:
    assert tell(zipped(PAGES, method), size=size) == list(PAGES.items())


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_sizes_behind_the_data(tell, method: int) -> None:
    assert tell(zipped(PAGES, method, pipe=True)) == list(PAGES.items())


def test_stored_without_a_size_cannot_be_read(tell) -> None:
    found = tell(zipped({"a": b"a", "b": b"b"}, zipfile.ZIP_STORED, pipe=True))
    assert found == [("a", "unreadable"), ("b", "unreadable")]


def test_sizes_of_64_bits(tell) -> None:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file, file.open("a", "w", force_zip64=True) as member:
        member.write(b"abc")
    assert tell(output.getvalue()) == [("a", b"abc")]


@settings(max_examples=50)
@given(
    st.dictionaries(
        st.text("abcdé/", min_size=1).map("n".__add__), st.binary(max_size=500).map(b".".__add__), min_size=1
    )
)
def test_any_members_come_back(members: dict[str, bytes]) -> None:
    found = list(documents(Stream(iter([zipped(members)])), Source("x"), Context()))
    files = {name: data for name, data in members.items() if not name.endswith("/")}
    assert {each.source.member: each.data for each in found if each.source.member} == files


def test_names_are_labels(tell) -> None:
    names = ["/etc/passwd", "../../up", "a/../b", "./c", "line\nbreak", "é.txt"]
    assert tell(zipped(dict.fromkeys(names, b"x"))) == [(name, b"x") for name in names]


def test_folders_and_hidden_members_are_passed_over(tell) -> None:
    assert tell(zipped({"d/": b"", ".x": b"x", "__MACOSX/._a": b"x", "a": b"a"})) == [("a", b"a")]
    assert tell(zipped({"d/": b""})) == [("", "empty")]
    assert tell(zipped({})) == [("", "empty")]


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype", "word/document.xml", "META-INF/MANIFEST.MF"])
def test_office_documents_are_no_archives(tell, name: str) -> None:
    assert tell(zipped({name: b"<xml/>", "a": b"a"})) == [("", "binary")]
    assert tell(zipped({f"{name}.txt": b"<xml/>", "a": b"a"})) == [(f"{name}.txt", b"<xml/>"), ("a", b"a")]


def test_nested(tell) -> None:
    inner = zipped({"b": gzip.compress(b"b"), "c.jsonl": b'{"text": "c"}\n'})
    data = zipped({"i.zip": inner, "a": b"a"})
    assert tell(data) == [("i.zip:b", b"b"), ("i.zip:c.jsonl (line 1)", b"c"), ("a", b"a")]
    assert tell(zipped({"o.zip": data}))[0] == ("o.zip:i.zip:b", "too-deep")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("pipe", [False, True])
def test_cut_anywhere_whole_members_are_kept_and_one_refusal_says_so(tell, method: int, pipe: bool) -> None:
    if pipe and method == zipfile.ZIP_STORED:
        method = zipfile.ZIP_DEFLATED
    data = zipped(PAGES, method, pipe=pipe)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        infos = file.infolist()
    ends = [each.header_offset + 30 + len(each.filename) + each.compress_size + 16 * pipe for each in infos]
    items = list(PAGES.items())
    for cut in range(5, ends[-1], 37):
        whole = sum(end <= cut for end in ends)
        found = tell(data[:cut])
        assert found[:whole] == items[:whole]
        assert found[whole:] in (
            [("", "truncated")],
            [(items[whole][0], "truncated")],
            [(items[whole][0], "malformed")],
        )


@pytest.mark.parametrize("method", METHODS[1:])
@pytest.mark.parametrize("pipe", [False, True])
def test_a_damaged_member_costs_itself_alone(tell, method: int, pipe: bool) -> None:
    data = bytearray(zipped(PAGES, method, pipe=pipe))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as file:
        start = file.getinfo("d/page 9.txt").header_offset
    data[start + 80] ^= 0xFF
    items = list(PAGES.items())
    found = tell(bytes(data))
    assert found == [*items[:9], ("d/page 9.txt", found[9][1]), *items[10:]]
    assert found[9][1] in ("malformed", "truncated")


def test_a_damaged_header_costs_its_member_alone(tell) -> None:
    data = zipped(PAGES)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        start = file.getinfo("d/page 5.txt").header_offset
    items = list(PAGES.items())
    assert tell(data[:start] + b"junk" + data[start + 4 :]) == [*items[:5], ("", "malformed"), *items[6:]]


def test_a_wrong_checksum(tell) -> None:
    data = zipped({"a": b"abc", "b": b"b"}, zipfile.ZIP_STORED)
    assert tell(data.replace(b"abc", b"abd")) == [("a", "malformed"), ("b", b"b")]


def encrypted(data: bytes) -> bytes:
    """The first member said to be encrypted."""
    return data[:6] + b"\x01" + data[7:]


def test_encrypted_members_are_refused_alone(tell) -> None:
    assert tell(encrypted(zipped(PAGES)))[:2] == [("d/page 0.txt", "encrypted"), list(PAGES.items())[1]]
    piped = encrypted(zipped(PAGES, pipe=True))
    piped = piped[:6] + b"\x09" + piped[7:]
    assert tell(piped) == [("d/page 0.txt", "encrypted"), *list(PAGES.items())[1:]]


def test_a_method_that_is_not_known(tell) -> None:
    data = zipped({"a": b"abc", "b": b"b"})
    assert tell(data[:8] + b"\x09" + data[9:]) == [("a", "unreadable"), ("b", b"b")]


def test_a_bomb_costs_its_member_and_what_is_large_the_rest(tell) -> None:
    data = zipped({"a": b"a", "bomb": bytes(3 * RATIO_FROM), "b": b"b"})
    assert tell(data, size=65536) == [("a", b"a"), ("bomb", "bomb"), ("b", b"b")]
    assert tell(data, size=65536, max_unpacked=RATIO_FROM) == [("a", b"a"), ("", "too-large")]


def test_members_on_both_sides_of_their_number(tell) -> None:
    many = dict.fromkeys(map(str, range(101)), b"x")
    assert len(tell(zipped(many), max_members=101)) == 101
    assert tell(zipped(many), max_members=100) == [
        *list(dict.fromkeys(map(str, range(100)), b"x").items()),
        ("", "too-large"),
    ]


def test_the_number_of_members_that_is_allowed_by_default(find) -> None:
    # made by hand, since the library takes seconds: a member is a header, a name and nothing
    member = b"PK\x03\x04" + b"\x14\0\0\0\0\0\0\0\x21\0" + bytes(12) + b"\x01\0\0\0" + b"n"
    found = find(member * 100_001 + b"PK\x05\x06" + bytes(18), size=65536)
    assert len(found) == 100_001
    assert (str(found[-1].reason), found[-2].data) == ("too-large", b"")


def test_a_directory_that_leads_to_one_member_many_times_is_not_followed(tell) -> None:
    data = zipped({"a": b"a" * 1000})
    start = data.index(b"PK\x01\x02")
    assert tell(data[:start] + data[start:-22] * 1000 + data[-22:]) == [("a", b"a" * 1000)]


def test_layers_of_archives_are_bounded_together(tell) -> None:
    layer = zipped({str(n): b"x" * 1000 for n in range(20)})
    layer = zipped({str(n): layer for n in range(20)})
    layer = zipped({str(n): layer for n in range(20)})
    found = tell(layer, max_unpacked=300_000, size=65536)
    assert found[-1] == ("", "too-large")
    assert sum(len(data) for _, data in found[:-1]) < 300_000
