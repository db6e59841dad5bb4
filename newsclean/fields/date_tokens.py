"""Text to kinds of tokens, for the grammar of dates.

A text becomes a string with one letter a token, so that a date is a pattern over kinds, whatever its language:
"Sat 21 Sept. 2024" is "w2m.4". The letters:

    1 2     numbers of one and of two digits; 4 a number that can be a year; 0 another of four digits; 9 any other
    m w b   a month; a weekday; what can be either (Spanish "mar")
    a q     a word for the half of the day; the same where it may also join (German "am")
    Y M D h n s   what stands behind the number of a year, month, day, hour, minute, second
    P U     words for published and for updated
    z       a time zone; t the "T" of ISO 8601; j a joiner
    r u < >  a relative time without a number; a unit of one, what stands before it and what after it
    x       any other word; punctuation stands for itself, in a few classes
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsclean.fields.date_zones import ZONES
from newsclean.lang import load

YEARS = range(1900, 2100)
"""Numbers of four digits that are read as years."""
PRIORITY = "MDYhnsmwaUPzjt"
"""Where a word has two senses that no letter joins, the first of these counts: "月" is also short for Monday."""
BOTH = {frozenset("mw"): "b", frozenset("aj"): "q"}

TOKEN = re.compile(
    r"(?:19|20)[0-9]{2}(?=[0-9]{1,2}[:h][0-9]{2})"  # a year or a day that a clock is glued to: "20253:11 PM"
    r"|(?<=[0-9]-)[0-3][0-9](?=[0-9]{2}:[0-9]{2})"
    r"|[0-9]+"
    r"|[\u3040-\u30ff\u3400-\u9fff]"  # kana and Chinese signs are written without spaces: each is a word
    r"|[^\s0-9!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u200b\u200e-\u206f\u2190-\u2bff\u3000-\u30ff\u3400-\u9fff\u060c\u0964\U0001f000-\U0001faff]+"
    r"|\S"
)
GLUED = 4
"""Letters from which a word may be two glued together: "AMMay" has five, "iPad" is no matter."""
PUNCTUATION = {
    **dict.fromkeys("-‐‑‒–—―−", "-"),
    **dict.fromkeys("|·•●∙»›@*~", "|"),
    **dict.fromkeys(",،、", ","),
    **dict.fromkeys("'’‘`´", "'"),
    **{c: c for c in "./:()+"},
    "[": "(",
    "]": ")",
    "【": "(",
    "】": ")",
    "⁄": "/",
}


class Tokens(NamedTuple):
    """The tokens of a text, as parallel sequences; spans count characters of the text."""

    kinds: str
    values: Sequence[int]
    """Number, month 1..12, half of the day 0 or 1; else 0."""
    starts: Sequence[int]
    ends: Sequence[int]
    text: str

    def adjacent(self, i: int) -> bool:
        """Whether no white space stands between token i and the one before it."""
        return i > 0 and self.starts[i] == self.ends[i - 1]


class Word(NamedTuple):
    """An entry of the vocabulary, which may be several tokens long."""

    rest: tuple[str, ...]
    """Its tokens after the first."""
    kind: str
    value: int
    joins: bool
    """Whether it may also be a joiner, as French "et", which in capitals is a zone."""


Vocabulary = dict[str, tuple[Word, ...]]


def fold(text: str) -> str:
    """Lower case without accents, with ASCII digits and punctuation, character for character.

    >>> fold("SÁB. ٢١ août")
    'sab. 21 aout'
    """
    return text.lower() if text.isascii() else "".join(map(_FOLDED.__getitem__, text))


class _Folded(dict[str, str]):
    """What each sign is folded to, worked out when it is first met."""

    def __missing__(self, sign: str) -> str:
        self[sign] = _fold_sign(sign)
        return self[sign]


_FOLDED = _Folded()


def _fold_sign(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if sign in PUNCTUATION:
        return PUNCTUATION[sign]
    if sign >= "\u2000" and not "\uff00" <= sign <= "\uff5e":
        return sign
    base = unicodedata.normalize("NFKD", sign)[0].lower()[0]
    if base.isdigit():  # "²" and "½" are no numbers of a date
        return sign
    return {"ı": "i", "ς": "σ"}.get(base, base)


def split(text: str, folded: str) -> list[tuple[str, int, int]]:
    """Tokens of a text with their spans; numbers without leading zeros, and words that were glued apart.

    >>> [token for token, _, _ in split("ByAnn LeeMay 05", "byann leemay 05")]
    ['by', 'ann', 'lee', 'may', '5']
    """
    out: list[tuple[str, int, int]] = []
    for found in TOKEN.finditer(folded):
        start, end = found.span()
        token = folded[start:end]
        if end - start < GLUED or not token[0].isalpha():
            out.append((_bare(token), start, end))
        elif seams := _seams(text[start:end], start):
            out += [(folded[a:b], a, b) for a, b in pairwise((start, *seams, end))]
        else:
            out.append((token, start, end))
    return out


def _seams(printed: str, start: int) -> list[int]:
    """Where a word seems glued of several: before the capitals of "ScullyDecember" and "AMNov"."""
    if printed[1:].islower() or printed.isupper():
        return []
    upper = [c.isupper() for c in printed] + [True]
    return [
        start + i
        for i in range(1, len(printed))
        if upper[i] and (not upper[i - 1] or (printed[i + 1 : i + 2].islower()))
    ]


def _bare(token: str) -> str:
    return token.lstrip("0") or "0" if token[0] == "0" else token


@cache
def date_vocabulary(code: str) -> Vocabulary:
    """What the words of a language mean in an absolute date."""
    words = load(code).date
    entries: list[tuple[str, str, int]] = [("t", "t", 0), *((zone, "z", 0) for zone in ZONES)]
    entries += [(form, "m", i) for i, forms in enumerate(words.months, 1) for form in forms]
    entries += [(form, "w", i) for i, forms in enumerate(words.weekdays) for form in forms]
    entries += [(form, "a", 0) for form in words.am] + [(form, "a", 1) for form in words.pm]
    entries += [(form, kind, 0) for kind, forms in zip("YMDhns", words.marks, strict=True) for form in forms]
    entries += [(form, "P", 0) for form in words.published] + [(form, "U", 0) for form in words.updated]
    entries += [(str(year + words.era), "4", year) for year in YEARS if words.era]
    entries += [(form, "j", 0) for form in words.joiners if not any(c.isdigit() for c in form)]
    return _vocabulary(entries)


@cache
def relative_vocabulary(code: str) -> Vocabulary:
    """What the words of a language mean in a relative time."""
    words = load(code).date
    groups = zip(
        "ru<>", (words.relative_words, words.relative_units, words.relative_before, words.relative_after), strict=True
    )
    entries = [(form, kind, 0) for kind, forms in groups for form in forms]
    entries += [(form, kind, 0) for kind, forms in (("P", words.published), ("U", words.updated)) for form in forms]
    return _vocabulary(entries)


def _vocabulary(entries: Iterable[tuple[str, str, int]]) -> Vocabulary:
    senses: dict[tuple[str, ...], dict[str, int]] = {}
    for form, kind, value in entries:
        key = tuple(token for token, _, _ in split(form.lower(), fold(form.lower())))
        if key:
            senses.setdefault(key, {}).setdefault(kind, value)
    out: dict[str, list[Word]] = {}
    for key, kinds in senses.items():
        letter = _letter(kinds)
        value = next((kinds[kind] for kind in "ma4" if kind in kinds), 0)
        out.setdefault(key[0], []).append(Word(key[1:], letter, value, "j" in kinds))
    return {first: tuple(sorted(found, key=lambda w: -len(w.rest))) for first, found in out.items()}


def _letter(kinds: Iterable[str]) -> str:
    found = frozenset(kinds)
    ranked = [kind for kind in PRIORITY if kind in found]
    return BOTH.get(frozenset(ranked[:2])) or BOTH.get(found) or (ranked[0] if ranked else min(found))


def read_tokens(text: str, folded: str, vocabulary: Vocabulary) -> Tokens:
    """Classify the tokens of a text; the longest entry of the vocabulary wins."""
    raw = split(text, folded)
    kinds: list[str] = []
    values: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    i = 0
    while i < len(raw):
        token, start, end = raw[i]
        word = _entry(raw, i, vocabulary) if token in vocabulary else None
        size = 1 + len(word.rest) if word else 1
        if word:
            kinds.append(_word_kind(word, text[start:end]))
            values.append(word.value)
        elif token[0] in "0123456789":
            values.append(int(token[:9]))
            kinds.append(_number_kind(values[-1], end - start))
        else:
            kinds.append(PUNCTUATION.get(token, "x"))
            values.append(0)
        starts.append(start)
        ends.append(raw[i + size - 1][2])
        i += size
    return Tokens("".join(kinds), values, starts, ends, text)


def _entry(raw: list[tuple[str, int, int]], i: int, vocabulary: Vocabulary) -> Word | None:
    for word in vocabulary[raw[i][0]]:
        size = len(word.rest)
        if not size or tuple(token for token, _, _ in raw[i + 1 : i + 1 + size]) == word.rest:
            return word
    return None


def _word_kind(word: Word, printed: str) -> str:
    if word.kind == "z" and not word.rest and printed.isascii() and not printed.isupper():
        return "j" if word.joins else "x"
    return word.kind


def _number_kind(value: int, width: int) -> str:
    if width == 4:
        return "4" if value in YEARS else "0"
    return str(width) if width < 3 else "9"
