"""Telling an encoding that nothing names, from the bytes alone."""

from __future__ import annotations

import re
from functools import cache

from charset_normalizer import from_bytes

from newsclean.lang import codes, stopwords
from newsclean.read.encodings import ENCODINGS, codec, named

WESTERN = "windows-1252"
USUAL = (WESTERN, "windows-1250", "iso-8859-2", "windows-1251", "koi8-r", *(f"windows-125{n}" for n in (3, 4, 5, 6, 7)))
"""Encodings of one byte that the web knows well, the commonest first. charset-normalizer takes them for each other ("a"
with grave for "r" with acute, Hebrew for Cyrillic), which frequent words do not."""
WIDE = ("gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr")
"""Encodings of several bytes: texts without spaces, where words cannot be looked up, and hard to mistake."""
HIGH_SHARE = 0.3
"""Share of bytes over 127 up to which bytes that nothing explains are taken for western text; French has 0.05."""

_WORD = re.compile(r"[^\W\d_]+")
_OF_CODEC = {python: name for name, (python, _) in reversed(ENCODINGS.items())} | {
    "euc_jis_2004": "euc-jp",
    "euc_jisx0213": "euc-jp",
    "shift_jis_2004": "shift_jis",
    "shift_jisx0213": "shift_jis",
    "latin_1": WESTERN,
}
"""charset-normalizer's names, which are Python's."""


def guess(sample: bytes) -> str | None:
    """WHATWG name of the encoding; None where the bytes make no text in any."""
    found = (_standard(match.encoding) for match in from_bytes(sample))
    best = next(filter(None, found), None)
    if best is None:
        high = sum(byte > 127 for byte in sample)
        return WESTERN if high <= HIGH_SHARE * len(sample) else None
    if best in WIDE:
        return best
    texts = {name: sample.decode(codec(name), "replace") for name in (best, *USUAL)}
    known = max(texts, key=lambda name: _known_words(texts[name]))
    return next((name for name in USUAL if texts[name] == texts[known]), known)


def _standard(python: str) -> str | None:
    return _OF_CODEC.get(python) or named(python) or named(python.replace("_", "-"))


def _known_words(text: str) -> int:
    """Frequent words of any language with a letter that is not ASCII, less the letters that were lost."""
    frequent = _frequent()
    return sum(word in frequent for word in _WORD.findall(text.lower())) - text.count("\ufffd")


@cache
def _frequent() -> frozenset[str]:
    return frozenset(word for code in codes() for word in stopwords(code) if not word.isascii())
