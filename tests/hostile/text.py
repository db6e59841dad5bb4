"""Bytes and characters: what is no text, what only looks like it, and what a terminal would obey."""

from __future__ import annotations

import codecs

ARTICLE = """\
The Larkmoor Courier

Council backs plan to reopen the river ferry after nine years

By Maren Ostrick
September 21, 2024, 5:59 PM

The town council of Larkmoor voted on Monday to bring back the river ferry, nine years after the last boat was sold to \
a museum. Eleven of the fifteen members were in favour, and two were absent from the session.

The ferry will link the old harbour with the northern suburbs and carry up to sixty passengers on each crossing. Mayor \
Tilda Venn said that the first boat would sail in the spring, once the landing stages have been repaired.

"People have asked for this in every meeting since the bridge was narrowed," Venn told the council. "We owe them an \
answer, and tonight we are giving one."

Opponents warned that the yearly cost of 400,000 crowns had been worked out before fuel became dearer. The treasurer \
said that the figure includes a reserve, and that fares would cover a third of it.

Copyright 2024 The Larkmoor Courier. All rights reserved.
"""
GOOD = ARTICLE.encode()


def beside(more: str) -> bytes:
    """The article with something in front of a paragraph of it, in the middle of the next, and behind it all."""
    return (ARTICLE.replace("The ferry", f"{more} The ferry").replace("Mayor", f"Mayor{more}") + more).encode(
        "utf-8", "surrogatepass"
    )


def swapped(old: bytes, new: bytes) -> bytes:
    """The article with some bytes for others."""
    assert old in GOOD
    return GOOD.replace(old, new)


PAIR = "Die Fähre über den Fluß fährt wieder. " * 40
TABLE = {
    # nothing, or no text
    "empty": (b"", "empty"),
    "white": (b" \n\t\r\n\x0b\x0c", "empty"),
    "only nul": (bytes(5000), "binary"),
    "only bom": (codecs.BOM_UTF8, "empty"),
    "only bom 16": (codecs.BOM_UTF16_LE, "empty"),
    "only zero width": ("\u200b\ufeff\u2028\u3000".encode() * 99, "empty"),
    "one letter": (b"a", "not-an-article"),
    "random": (bytes(i * i * 7 % 256 for i in range(9000)), "binary"),
    "all bytes": (bytes(range(256)) * 9, "binary"),
    "high bytes": (bytes(128 + (i * i * 7 + i) % 127 for i in range(9000)), "undecodable"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(99), "binary"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(99), "binary"),
    "pdf": (b"%PDF-1.7\n" + GOOD, "binary"),
    "elf": (b"\x7fELF" + GOOD, "binary"),
    "office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + GOOD, "binary"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + GOOD, "binary"),
    "rar": (b"Rar!\x1a\x07" + GOOD, "binary"),
    "webp": (b"RIFF" + GOOD, "binary"),
    "pickle": (b"\x80\x04\x95" + b"cposix\nsystem\n(S'touch pwned'\ntR." * 9, "not-an-article"),
    # what a terminal obeys
    "escape colours": (beside("\x1b[31m\x1b[2J\x1b[H"), "record"),
    "escape title": (beside("\x1b]0;evil\x07"), "record"),
    "escape clipboard": (beside("\x1b]52;c;ZXZpbA==\x07"), "record"),
    "escape link": (beside("\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\"), "record"),
    "escape answerback": (beside('\x1b[c\x1bP$q"p\x1b\\\x1b[6n'), "record"),
    "c1 controls": (beside("\x9b31m\x9d0;evil\x9c\x90\x85"), "record"),
    "bell": (beside("\a"), "record"),
    "many controls": (beside("\a\b\b\b\b"), "binary"),
    "bidi overrides": (beside("\u202eevil\u202c \u202dodd"), "record"),
    "bidi isolates": (beside("\u2066\u2067\u2068open"), "record"),
    "bidi embedded": (beside("\u202a\u202b\u200e\u200f\u061c"), "record"),
    "tags": (beside("".join(map(chr, range(0xE0020, 0xE0080)))), "record"),
    "zalgo": (beside("e" + "\u0301\u0323" * 2000), "record"),
    "noncharacters": (beside("\ufffe\uffff\U0010ffff\ufdd0"), "record"),
    "private use": (beside("\ue000\U000f0000"), "record"),
    "line separators": (beside("\u2028\u2029\x0b\x0c\x1c\x85"), "record"),
    "zero width": (beside("\u200b\u2060\u00ad\ufeff" * 500), "record"),
    "sparse nul": (beside("\0"), "record"),
    # encodings
    "bom": (codecs.BOM_UTF8 + GOOD, "record"),
    "two boms": (codecs.BOM_UTF8 * 2 + GOOD, "record"),
    "utf 16 le": (codecs.BOM_UTF16_LE + ARTICLE.encode("utf-16-le"), "record"),
    "utf 16 be odd": (codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be") + b"\0", "record"),
    "utf 16 lone": (codecs.BOM_UTF16_LE + b"\x00\xd8" + ARTICLE.encode("utf-16-le") + b"\x00\xdc", "record"),
    "utf 16 without mark": (ARTICLE.encode("utf-16-le"), "binary"),
    "utf 32": (ARTICLE.encode("utf-32"), "record"),
    "utf 7": (ARTICLE.replace("o", "+AG8-").encode(), "record"),
    "utf 16 mark over utf 8": (codecs.BOM_UTF16_LE + GOOD, "not-an-article"),
    "surrogates as utf 8": (beside("\ud800\udfff"), "record"),
    "overlong": (swapped(b"Mayor", b"\xc0\xaf\xe0\x80\xafMayor"), "record"),
    "five byte form": (swapped(b"Mayor", b"\xf8\x88\x80\x80\x80Mayor"), "record"),
    "cut in a character": (GOOD + "ä".encode()[:1], "record"),
    "latin 1": (PAIR.encode("latin-1") + GOOD, "record"),
    "undefined in 1252": (swapped(b"Mayor", b"\x81\x8d\x8f\x90\x9dMayor"), "record"),
    "mixed": (PAIR.encode("latin-1") + PAIR.encode() + GOOD, "record"),
    "iso 2022 jp": (GOOD + b"\x1b$B$3$s\x1b(B" * 9, "record"),
    "broken shift jis": (b"\x82\xb1\x82" * 3000, "not-an-article"),
    "ebcdic": (ARTICLE.encode("cp500"), "undecodable"),
    "mojibake": (beside("â€™ Ã¤ Ã¼"), "record"),
    # lines
    "cr only": (GOOD.replace(b"\n", b"\r"), "record"),
    "mixed newlines": (GOOD.replace(b"\n", b"\r\n", 4), "record"),
    "blank lines": (GOOD + b"\n" * 100_000, "record"),
    "short lines": (lambda: b"x\n" * 4_000 + GOOD, "record"),
    "long line": (lambda: GOOD + b"word " * 100_000, "record"),
    "long word": (lambda: GOOD + b"x" * 500_000, "record"),
    "over a line": (lambda: GOOD + b"x" * (2**24 + 1), "too-large"),
    "over lines": (lambda: GOOD + b"\n" * 200_001, "too-large"),
}
