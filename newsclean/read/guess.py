"""Telling an encoding that nothing names, from the bytes alone."""

from __future__ import annotations

import re
from functools import cache

from charset_normalizer import from_bytes

from newsclean.lang import codes, load
from newsclean.read.encodings import ENCODINGS, codec, named

WESTERN = "windows-1252"
LATIN = (WESTERN, "windows-1250", "iso-8859-2", "windows-1254", "windows-1257")
"""Encodings of Latin letters, the commonest first. They differ in a few letters only, which charset-normalizer often
takes for each other ("a" with grave for "r" with acute) and words do not."""
HIGH_SHARE = 0.3
"""Share of bytes over 127 up to which bytes that nothing explains are taken for western text; French has 0.05."""
_OF_CODEC = {python: name for name, (python, _) in reversed(ENCODINGS.items())} | {
    "euc_jis_2004": "euc-jp",
    "euc_jisx0213": "euc-jp",
    "shift_jis_2004": "shift_jis",
    "shift_jisx0213": "shift_jis",
    "latin_1": WESTERN,
}
_LATIN_LETTER = re.compile("[\u00c0-\u024f]")
_OTHER_LETTER = re.compile("[\u0370-\u1fff\u3040-\ud7ff]")
_WORD = re.compile(r"[^\W\d_]+")


def guess(sample: bytes) -> str | None:
    """WHATWG name of the encoding; None where the bytes make no text in any."""
    best = next(filter(None, (_standard(match.encoding) for match in from_bytes(sample))), None)
    if best is None:
        high = sum(byte > 127 for byte in sample)
        return WESTERN if high <= HIGH_SHARE * len(sample) else None
    text = sample.decode(codec(best), "ignore")
    if len(_OTHER_LETTER.findall(text)) > len(_LATIN_LETTER.findall(text)):
        return best
    return max((*LATIN, best), key=lambda name: _known_words(sample.decode(codec(name), "replace")))


def _standard(python: str) -> str | None:
    """WHATWG name of the encoding that charset-normalizer calls by Python's name."""
    return _OF_CODEC.get(python) or named(python) or named(python.replace("_", "-"))


def _known_words(text: str) -> int:
    """Frequent words of any language with a letter that is not ASCII, less the letters that were lost."""
    words = _WORD.findall(text.lower())
    return sum(word in _frequent() for word in words) - text.count("\ufffd")


@cache
def _frequent() -> frozenset[str]:
    return frozenset(word for code in codes() for word in load(code).stopwords if not word.isascii())
