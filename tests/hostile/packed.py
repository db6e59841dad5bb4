"""Compressed bytes, ZIP and tar: damaged, growing, nested, and with members that lead elsewhere."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Callable
from struct import pack

from backports import zstd

from hostile.markup import page
from hostile.text import GOOD

ZEROS = 20 * 1024**2
"""Bytes that unpack from some thousands, and pass the point from which a ratio is looked at."""


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED, mode: int = 0o644) -> bytes:
    """A ZIP archive; the kind of file is part of the mode."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.external_attr, info.compress_type, info.create_system = mode << 16, method, 3
            file.writestr(info, data)
    return output.getvalue()


def tarred(*members: tuple[str, bytes], **fields: object) -> bytes:
    """A tar archive, each member with these fields of its header."""
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w") as file:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            for field, value in fields.items():
                setattr(info, field, value)
            file.addfile(info, io.BytesIO(data))
    return output.getvalue()


def nested(data: bytes, pack: Callable[[bytes], bytes], times: int) -> bytes:
    """Packed again and again."""
    for _ in range(times):
        data = pack(data)
    return data


def raw_zip(name: bytes, data: bytes = GOOD, flags: int = 0, method: int = 0, size: int | None = None) -> bytes:
    """One stored member with a header that says what it likes, and no directory."""
    size = len(data) if size is None else size
    header = pack("<4s5H3L2H", b"PK\x03\x04", 20, flags, method, 0, 33, 0, size, size, len(name), 0)
    return header + name + data + b"PK\x05\x06" + bytes(18)


def negative_tar() -> bytes:
    """A member of which the header says that it has -512 bytes."""
    block = bytearray(tarfile.TarInfo("x").tobuf(tarfile.GNU_FORMAT))
    block[124:136] = b"\xff" * 10 + b"\xfe\x00"
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + GOOD + bytes(1024)


PACKED, TWO = gzip.compress(GOOD), ("a.txt", GOOD)
FRAME = zstd.compress(GOOD)
ZIP, TAR = zipped(("a.txt", GOOD), ("b.txt", GOOD)), tarred(("a.txt", GOOD), ("b.txt", GOOD))
TABLE = {
    "gzip": (PACKED, "record"),
    "gzip header": (PACKED[:10], "truncated"),
    "gzip cut": (PACKED[:-200], "truncated"),
    "gzip garbage": (b"\x1f\x8b\x08" + bytes(100), "malformed"),
    "gzip checksum": (PACKED[:-8] + b"abcd" + PACKED[-4:], "malformed"),
    "gzip junk behind": (PACKED + b"junk" * 99, "malformed"),
    "gzip twice": (PACKED + PACKED, "record"),
    "gzip of nothing": (gzip.compress(b""), "empty"),
    "gzip name": (b"\x1f\x8b\x08\x08" + bytes(6) + b"../\x1b[31m\0" + PACKED[10:], "record"),
    "gzip bomb": (lambda: gzip.compress(bytes(ZEROS)), "bomb"),
    "gzip bomb of text": (lambda: gzip.compress(GOOD + b"word " * (ZEROS // 5)), "bomb"),
    "gzip in gzip": (nested(GOOD, gzip.compress, 3), "record"),
    "gzip too deep": (nested(GOOD, gzip.compress, 4), "too-deep"),
    "gzip far too deep": (nested(GOOD, gzip.compress, 200), "too-deep"),
    "gzip of a picture": (gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(99)), "binary"),
    "bzip2": (bz2.compress(GOOD), "record"),
    "bzip2 cut": (bz2.compress(GOOD)[:-50], "truncated"),
    "bzip2 damaged": (b"BZh91AY&SY" + b"\xff" * 300, "malformed"),
    "bzip2 bomb": (lambda: bz2.compress(bytes(ZEROS)), "bomb"),
    "xz": (lzma.compress(GOOD), "record"),
    "xz cut": (lzma.compress(GOOD)[:-50], "truncated"),
    "xz damaged": (b"\xfd7zXZ\x00" + b"\xff" * 300, "malformed"),
    "xz bomb": (lambda: lzma.compress(bytes(ZEROS)), "bomb"),
    "zstandard": (FRAME, "record"),
    "zstandard cut": (FRAME[:-50], "truncated"),
    "zstandard damaged": (b"\x28\xb5\x2f\xfd" + b"\xff" * 300, "malformed"),
    "zstandard bomb": (lambda: zstd.compress(bytes(ZEROS)), "bomb"),
    "zstandard window": (b"\x28\xb5\x2f\xfd\x00\xf8" + b"\x01\0\0" * 30, "malformed"),
    "zstandard skipped": (b"\x50\x2a\x4d\x18\x04\0\0\0abcd", "empty"),
    "zstandard skips lie": (b"\x50\x2a\x4d\x18\xff\xff\xff\xffabcd", "truncated"),
    "zip": (ZIP, "record record"),
    "zip cut": (ZIP[: len(ZIP) // 2 - 100], "truncated"),
    "zip without directory": (ZIP[: ZIP.index(b"PK\x01\x02")], "record record truncated"),
    "zip damaged": (ZIP[:200] + b"\xff" * 9 + ZIP[209:], "malformed record"),
    "zip only the end": (b"PK\x05\x06" + bytes(18), "empty"),
    "zip header cut": (ZIP[:20], "truncated"),
    "zip leads up": (
        zipped(("../../../pwned", GOOD), ("/etc/pwned", GOOD), ("c:\\pwned", GOOD)),
        "record record record",
    ),
    "zip link": (zipped(("link", b"/etc/passwd"), mode=stat.S_IFLNK | 0o777), "not-an-article"),
    "zip names": (zipped(("a\nb", GOOD), ("\x1b[31m", GOOD), ("\u202etxt", GOOD), ("\x9b", GOOD)), "record " * 4),
    "zip same names": (zipped(TWO, TWO), "record record"),
    "zip no name": (raw_zip(b""), "malformed"),
    "zip bytes in name": (zipped(("caf\xe9", GOOD)).replace(b"caf\xc3\xa9", b"caf\xff\xfe"), "record"),
    "zip long name": (zipped(("x" * 60_000, GOOD)), "record"),
    "zip locked": (raw_zip(b"a", flags=1), "encrypted"),
    "zip no such method": (raw_zip(b"a", method=77), "unreadable"),
    "zip without size": (raw_zip(b"a", flags=8, size=0), "unreadable"),
    "zip size lies": (raw_zip(b"a", size=2**31), "truncated"),
    "zip checksum": (raw_zip(b"a"), "malformed"),
    "zip bomb": (lambda: zipped(("a", bytes(ZEROS)), ("b", GOOD)), "bomb record"),
    "zip in zip": (nested(GOOD, lambda data: zipped(("a", data)), 3), "record"),
    "zip too deep": (nested(GOOD, lambda data: zipped(("a", data)), 4), "too-deep"),
    "zip folders": (zipped(("a/", b""), (".hidden", GOOD)), "empty"),
    "zip office": (zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")), "binary"),
    "zip of kinds": (
        zipped(("a", GOOD), ("b", page()), ("c", b""), ("d", b"\x89PNG\r\n\x1a\n")),
        "record record empty binary",
    ),
    "zip lzma": (zipped(TWO, method=zipfile.ZIP_LZMA), "record"),
    "zip many": (lambda: zipped(*((str(n), b"") for n in range(200))), "empty " * 200),
    "tar": (TAR, "record record"),
    "tar cut": (TAR[:2_000], "record truncated"),
    "tar without end": (TAR[: len(TAR) // 512 * 512].rstrip(b"\0"), "record record truncated"),
    "tar symlink": (tarred(("a", b""), type=tarfile.SYMTYPE, linkname="/etc/passwd"), "not-a-file"),
    "tar hard link": (tarred(("a", b""), type=tarfile.LNKTYPE, linkname="../../etc/passwd"), "not-a-file"),
    "tar device": (tarred(("a", b""), type=tarfile.CHRTYPE, devmajor=1, devminor=5), "not-a-file"),
    "tar block device": (tarred(("a", b""), type=tarfile.BLKTYPE), "not-a-file"),
    "tar pipe": (tarred(("a", b""), type=tarfile.FIFOTYPE), "not-a-file"),
    "tar no such type": (tarred(TWO, type=b"Z"), "record"),
    "tar leads up": (tarred(("../../pwned", GOOD), ("/etc/pwned", GOOD)), "record record"),
    "tar names": (tarred(("a\nb", GOOD), ("\x1b[31m\u202e", GOOD), ("caf\udce9", GOOD)), "record record record"),
    "tar long name": (lambda: tarred(("x" * 2_000_000, GOOD)), "malformed record"),
    "tar negative": (negative_tar(), "malformed"),
    "tar pax size": (tarred(TWO, pax_headers={"size": "9" * 18}), "truncated"),
    "tar pax digits": (tarred(TWO, pax_headers={"size": "9" * 5_000}), "record"),
    "tar pax path": (tarred(TWO, pax_headers={"path": "/etc/\x1b[31m"}), "record"),
    "tar header damaged": (TAR[:512] + TAR[512:].replace(b"b.txt", b"c.txt", 1), "record malformed"),
    "tar of nothing": (tarred(("a", b"")), "empty"),
    "tar in gzip in tar": (tarred(("a.tgz", gzip.compress(TAR))), "record record"),
}
