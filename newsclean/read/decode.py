"""From bytes to text as browsers do it: byte order mark, declared encoding, UTF-8, detection."""

from __future__ import annotations

import codecs
import re

from newsclean.read.limits import ReadError
from newsclean.record import Reason

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:-]{1,40})""", re.IGNORECASE)
XML_DECLARED = re.compile(rb"""^\s{0,9}<\?xml[^>]{0,100}?encoding\s?=\s?["']([A-Za-z0-9_:-]{1,40})""")
DECLARED_WITHIN = 4096
"""Bytes in which a declaration is looked for; the HTML standard asks for 1,024, pages put it later."""
ALIASES = {
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-1": "windows-1252",
    "ascii": "windows-1252",
} | {
    "us-ascii": "windows-1252",
    "utf8": "utf-8",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1250": "windows-1250",
    "gb2312": "gbk",
    "gb_2312-80": "gbk",
    "x-gbk": "gbk",
    "shift-jis": "shift_jis",
    "sjis": "shift_jis",
    "x-sjis": "shift_jis",
    "ks_c_5601-1987": "euc-kr",
    "iso-8859-9": "windows-1254",
    "tis-620": "windows-874",
    "utf-16": "utf-8",
    "unicode": "utf-8",
}
"""Labels of the WHATWG Encoding Standard that mean another encoding; a declared UTF-16 is a mistake there too."""
PYTHON = {
    name: name for name in ("utf-8", "gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr", "koi8-r", "koi8-u")
} | {
    **{f"windows-{n}": f"cp{n}" for n in (1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874)},
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "iso-2022-jp": "iso2022_jp",
    "ibm866": "cp866",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
"""The encodings of that standard and Python's names of them; no other codec is ever asked for."""
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BINARY_SHARE = 0.01
"""Share of control bytes from which bytes are no text; dumps hold none, images and archives over 0.05."""
LOST_SHARE = 0.02
"""Share of characters that may be lost in decoding; past it the text cannot be trusted."""
MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"BZh",
    b"7z\xbc\xaf",
)


def decode(data: bytes, *, html: bool) -> tuple[str, str, tuple[int, ...]]:
    """Text, WHATWG name of the encoding, and the offsets of characters that were lost.

    Raises ReadError `binary` or `undecodable`.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], name)
    declared = declared_in(data[:DECLARED_WITHIN]) if html else None
    _refuse_binary(data)
    for name in dict.fromkeys(filter(None, (declared, "utf-8"))):
        try:
            return data.decode(PYTHON[name]), name, ()
        except UnicodeDecodeError:
            continue
    return _lossy(data, _detected(data, declared))


def declared_in(head: bytes) -> str | None:
    """The encoding that a page's markup declares, as a WHATWG name; None where it names none that is known."""
    found = XML_DECLARED.search(head) or DECLARED.search(head)
    if found is None:
        return None
    label = found[1].decode("ascii").lower()
    name = ALIASES.get(label, label)
    return name if name in PYTHON else None


def _refuse_binary(data: bytes) -> None:
    head = data[: 64 * 1024]
    controls = len(BINARY.findall(head))
    if head.startswith(MAGIC) or controls > BINARY_SHARE * len(head):
        message = "is not text: newsclean reads plain text and HTML"
        raise ReadError(Reason.BINARY, message, found.start() if (found := BINARY.search(data)) else 0)


def _detected(data: bytes, declared: str | None) -> str:
    """The encoding that UTF-8 with faults, or the bytes themselves, speak for."""
    multibyte = sum(1 for _ in re.finditer(rb"[\xc2-\xf4][\x80-\xbf]", data))
    high = sum(1 for b in data if b >= 0x80)
    if multibyte * 2 >= 0.9 * high:
        return "utf-8"
    if declared and declared != "utf-8":
        return declared
    from charset_normalizer import from_bytes  # 60 ms, for the few inputs that are not UTF-8

    best = from_bytes(data[: 256 * 1024]).best()
    name = (best.encoding if best else "cp1252").replace("_", "-")
    name = ALIASES.get(name, name)
    whatwg = {python.replace("_", "-"): standard for standard, python in PYTHON.items()}
    return whatwg.get(name, "windows-1252")


def _lossy(data: bytes, name: str) -> tuple[str, str, tuple[int, ...]]:
    text = data.decode(PYTHON[name], "replace")
    before = data.count("\ufffd".encode(PYTHON[name], "ignore")) if name.startswith("utf") else 0
    lost = tuple(i for i, c in enumerate(text) if c == "\ufffd")
    if len(lost) - before > LOST_SHARE * len(text):
        message = f"cannot be decoded as {name}: {len(lost)} characters would be lost; convert it to UTF-8"
        raise ReadError(Reason.UNDECODABLE, message)
    return text, name, lost
