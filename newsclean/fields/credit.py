"""The credit of a picture, split off its caption.

Each reader of `READERS` knows one way in which papers print a credit; the first that finds one decides. A reader says
where the caption ends and what the credit is, or None where it is not sure: then all of it stays caption.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from newsclean.lang import load

LONGEST = 3000
"""Characters of a caption in which a credit is looked for; longer ones are prose that nobody should cut."""
CREDIT = 160
"""Characters of a credit; the longest of dev have about 120."""
WORDS = 18
"""Words of a credit, for chains such as "Handout/A School Board/A High School/AFP via Getty Images"."""
LOOSE = 8
"""Words of a credit that nothing but its place marks: after "Photo:", or capitalized after the last sentence."""
NAME = 4
"""Words of a name, and of the least caption that a credit without a mark may follow."""
SMALL = 4
"""Letters of a word that may be lower case inside a name or a credit: "via", "van", "dpa", "for"."""
SHORT_HOUSE = 4
"""Letters of an agency up to which its case counts: "AP" and "dpa" are agencies, "Pa" is a place."""

_ENDS = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[가-힣\d)\]\"'”’»]))[.!?…][\"'”’»)]{0,2}(?:\s+|(?=[^\W\d_a-zà-ÿ]))|[\"”»。]\s+|。"
)
"""Ends of sentences; initials and short abbreviations ("J.", "U.S.") end none."""
_SEPARATOR = re.compile(r"\s[|/]\s|\s?[–—]\s?|\s-\s|[＝=]")
_EDGE = " \t|/,;:–—-＝="
_OPENING = {")": "(", "]": "[", "）": "（"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What marks a credit in one language, English added, since its agencies print everywhere."""

    word: re.Pattern[str]
    """A word such as "Photo:", "Photo by" or "©" that a credit follows."""
    after: re.Pattern[str] | None
    """A word that follows a name, in scripts without spaces."""
    house: re.Pattern[str]
    not_credit: frozenset[str]
    """What stands in brackets and is part of the caption: "from left"."""


def split_credit(text: str, language: str) -> tuple[str | None, str | None]:
    """Caption and credit of what is printed under a picture; both are None where it says nothing but "Photo:".

    >>> split_credit("The old pier at dusk. (Ada Pole/Getty Images)", "en")
    ('The old pier at dusk.', 'Ada Pole/Getty Images')
    >>> split_credit("Der alte Steg. Foto: Ada Pole/dpa", "de")
    ('Der alte Steg.', 'Ada Pole/dpa')
    >>> split_credit("(From left) Ada Pole and Bo Reed on the old pier", "en")
    ('(From left) Ada Pole and Bo Reed on the old pier', None)
    """
    text = _paired(text.strip())
    if len(text) <= LONGEST:
        marks = marks_of(language)
        if marks.word.fullmatch(text):
            return None, None
        for reader in READERS:
            found = reader(text, marks)
            if found is not None:
                caption, credit = found
                return _caption(caption), bare_credit(credit, language)
    return _caption(text), None


def bare_credit(text: str, language: str) -> str | None:
    """A credit without brackets and "Photo:"; None where nothing is left.

    >>> bare_credit("(Photo: Ada Pole)", "en")
    'Ada Pole'
    """
    marks = marks_of(language)
    while True:
        shorter = _unbracketed(text.lstrip(_EDGE).rstrip(_EDGE.replace(":", "")))
        opened = marks.word.match(shorter)
        shorter = shorter[opened.end() :] if opened else shorter
        if shorter == text:
            break
        text = shorter
    if text.endswith(".") and not re.search(r"(?:\b\w|\.\w)\.$", text):  # "Ada P." keeps its point
        text = text[:-1]
    return text or None


@cache
def marks_of(code: str) -> Marks:
    """What marks a credit on a page of this language."""
    rows = [load(row) for row in dict.fromkeys((code, "en"))]
    entries = {entry.rstrip(" :：") for row in rows for entry in row.credit}
    houses = {house for row in rows for house in row.houses}
    closing = sorted((e for e in entries if ord(e[-1]) >= 0x2E80), key=len, reverse=True)
    return Marks(
        word=_word_pattern(entries),
        after=re.compile(rf"(?:^|[、，。＝=(（\s])([^、，。.＝=(（)）\s]{{1,20}}?)\s?(?:{_either(closing)})[)）]?$")
        if closing
        else None,
        house=re.compile(rf"(?<![^\W_])(?:{_either(houses)})(?![^\W_])", re.IGNORECASE),
        not_credit=frozenset(entry.strip("()") for row in rows for entry in row.caption),
    )


def _word_pattern(entries: set[str]) -> re.Pattern[str]:
    """A word and a colon; the colon may be missing after a sign, a point or a phrase of several words."""
    free = [e for e in entries if " " in e or e.endswith(".") or not e.strip("()").isalpha() or e == "(c)"]
    start = r"(?:^|(?<=[\s.,;!?…|/(\[\"”»–—-]))"
    colon = rf"(?:{_either(entries)})\s?[:：]\s?"
    return re.compile(rf"{start}(?:{colon}|(?:{_either(free)})(?:\s|(?<=©)))", re.IGNORECASE)


def _either(words: set[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"


def _in_brackets(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier. (Ada Pole/Getty Images)"."""
    whole = text.rstrip(" .")
    opening = _OPENING.get(whole[-1:])
    start = whole.rfind(opening) if opening else -1
    if start < 0 or len(whole) - start > CREDIT:
        return None
    inner, before = whole[start + 1 : -1].strip(), whole[:start].rstrip()
    if not inner or inner.lower() in marks.not_credit:
        return None
    opened = marks.word.match(inner)
    if opened and _plausible(inner[opened.end() :], marks):
        return before, inner
    if marks.after and marks.after.search(inner):
        return before, marks.after.sub(r"\1", inner)
    outside = before.endswith(tuple('.!?…"”»'))
    if outside and "/" in inner and not inner[0].islower() and len(inner.split()) <= LOOSE:
        return before, inner
    if not _is_name(inner, marks):
        return None
    sure = _names_house(inner, marks) or "/" in inner
    return (before, inner) if sure or (outside and len(inner.split()) <= NAME) else None


def _after_word(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier. Photo: Ada Pole/Getty Images", "The pier © Ada Pole"."""
    for found in marks.word.finditer(text):
        rest = text[found.end() :]
        loose = found.start() > 0 and (":" in found[0] or "：" in found[0] or "©" in found[0])
        if _plausible(rest, marks, loose=loose):
            return text[: found.start()], rest
    return None


def _after_name(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "桟橋＝9月20日、野添航撮影"."""
    found = marks.after.search(text) if marks.after else None
    return (text[: found.start()], found[1]) if found else None


def _after_sentence(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier, June 4, 2025. ADA POLE / AFP", "The pier.Getty Images"."""
    ends = [0, *(end.end() for end in _ENDS.finditer(text))]
    before, tail = text[: ends[-1]], text[ends[-1] :]
    if not _is_name(tail, marks):
        return None
    if _names_house(tail, marks):
        return (before, tail) if before or _is_chain(tail, marks) else None
    loose = len(before.split()) >= NAME and len(tail.split()) <= LOOSE and not tail.endswith(tuple(".!?…:)]"))
    return (before, tail) if loose else None


def _after_house(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier at dusk AP Photo/Ada Pole"."""
    for found in marks.house.finditer(text):
        start, end = found.span()
        if start and text[start - 1] == " " and text[end : end + 1] == "/" and _is_name(text[start:], marks):
            return text[:start], text[start:]
    return None


def _after_separator(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier | Ada Pole/dpa", "The pier / Ada Pole", "The pier — © BELGA"."""
    for found in _SEPARATOR.finditer(text):
        before, rest = text[: found.start()], text[found.end() :]
        if not before.strip() or not _is_name(rest, marks):
            continue
        name = found[0].strip() in {"|", "/"} and 2 <= len(rest.split()) <= NAME
        if name or _names_house(rest, marks):
            shouted = re.search(r"(?:\s[^\W\d_a-zß-ÿ][^\Wa-zß-ÿ]+){2,3}$", before) if found[0].strip() == "/" else None
            return (before[: shouted.start()], text[shouted.start() :]) if shouted else (before, rest)
    return None


READERS: tuple[Callable[[str, Marks], tuple[str, str] | None], ...] = (
    _in_brackets,
    _after_word,
    _after_name,
    _after_sentence,
    _after_house,
    _after_separator,
)


def _plausible(rest: str, marks: Marks, *, loose: bool = True) -> bool:
    """Whether what follows "Photo:" can be a credit: names, or where `loose` some words that are no sentence."""
    rest = rest.strip(" .()[]")
    parts = _ENDS.split(rest)
    if not rest or all(_is_name(part, marks) for part in parts if part):
        return bool(rest)
    return loose and len(parts) == 1 and len(rest) <= CREDIT and len(rest.split()) <= LOOSE


def _is_name(text: str, marks: Marks) -> bool:
    """Whether all words are capitalized, short or an agency's, as in names and in no sentence."""
    text = text.strip(" .")
    words = re.split(r"[\s/|,;]+", marks.house.sub("X", text))
    if not text or len(text) > CREDIT or len(words) > WORDS or _ENDS.search(text):
        return False
    first = words[0].lstrip("(\"'“„«©@")
    return (
        not first[:1].islower() and not text[0].isdigit() and all(len(w) <= SMALL or not w[0].islower() for w in words)
    )


def _names_house(text: str, marks: Marks) -> bool:
    """Whether a picture agency is named; a short name counts in the case that agencies use."""
    for found in marks.house.finditer(unicodedata.normalize("NFKC", text)):
        said = found[0]
        if len(said) > SHORT_HOUSE or said.isupper() or (said.islower() and len(said) == 3):
            return True
    return False


def _is_chain(text: str, marks: Marks) -> bool:
    """Whether a text without a caption is a credit: an agency alone, or names joined by a stroke or "via"."""
    return bool(marks.house.fullmatch(text.strip(" ."))) or "/" in text or "|" in text or " via " in text


def _unbracketed(text: str) -> str:
    """Without the brackets around it."""
    if text[:1] in _OPENING.values() and text[-1:] in _OPENING:
        return text[1:-1].strip()
    return _paired(text)


def _paired(text: str) -> str:
    """Without a bracket at an end whose partner was cut off."""
    for closing, opening in _OPENING.items():
        if text.endswith(closing) and opening not in text:
            return text[:-1].rstrip()
        if text.startswith(opening) and closing not in text:
            return text[1:].lstrip()
    return text


def _caption(text: str) -> str | None:
    """Without the separator that stood before the credit."""
    text = text.strip()
    while text and (text[-1] in "|/–—＝=-" or text.endswith((" (", " [", ","))):
        text = text[:-1].rstrip()
    return text or None
