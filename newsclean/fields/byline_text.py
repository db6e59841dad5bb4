"""The text of a byline: which words open it, and what else is glued to it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclean.fields.dates import find_dates
from newsclean.fields.names import bare, trim
from newsclean.fields.patterns import either
from newsclean.lang import load, with_english

LONGEST = 2000
"""Characters of a byline that are read; what comes after them is no byline."""
WIDE = "\u2e80"
"""First character of scripts without spaces: a word in them needs no space after it."""
CUT = "¦"
"""Stands where something was cut out or run together; what follows a date is seldom a name."""
GAP = f" {CUT} "

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?(?:\s?[A-Z]{2,4}\b)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"\S{1,64}@\S{1,190}|(?<!\w)@\w{1,30}|\b(?:https?://|www\.)\S{1,300}", re.IGNORECASE)
_GLUED = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z](?:[a-z]{2}|[a-z]-[A-Z]))|(?<=[^\W\d_][a-z])(?=\d)|(?<=\))(?=\d)|(?<=[A-Z]{3})(?=\d{1,2}\s[A-Z])"
)
_NAMES_GLUED = re.compile(r"(\s[A-Z][^\W\d_A-Z]{4,15})(?=[A-Z][^\W\d_A-Z]{2,20}(?:\s|$))")
"""A surname of five letters or more, so that "MacLeod" and "FitzGerald" stay whole, and a role's first word."""
_FIRST = re.compile(r"[^\W\d_][^\W\d_A-Z]*")


def byline_of(text: str, language: str) -> str | None:
    """A byline as printed, without date, reading time and what stands beside them; None where nothing is left.

    >>> byline_of("by Ada Pole and The Pier news desk September 21, 2024 5:59 PM 2 min read", "en")
    'by Ada Pole and The Pier news desk'
    >>> byline_of("May 30, 2023 / Ada Pole", "en")
    'Ada Pole'
    """
    pieces = [piece for piece in masked(text, language).split(GAP) if any(c.isalpha() for c in piece)]
    kept = [shorter for piece in pieces if (shorter := _without_date_words(piece, language))]
    if len(kept) > 1 and not bare(kept[0][len(opening(kept[0], language) or "") :]):
        kept = [f"{kept[0]} {kept[1]}", *kept[2:]]  # "ByAda Pole"
    return trim_end(" | ".join(kept)) or None


@lru_cache(maxsize=64)  # a byline is asked for its first part, read and printed in turn
def masked(text: str, language: str) -> str:
    """The text with a mark in the place of each date, clock, reading time, address and handle."""
    text = unglued(" ".join(text[:LONGEST].split()), language)
    for start, end in reversed([(date.start, date.end) for date in find_dates(text, load(language))]):
        text = text[:start].rstrip() + GAP + text[end:].lstrip()
    text = _ADDRESS.sub(GAP, text) if "@" in text or "www." in text or "://" in text else text
    text = _reading(language).sub(GAP, _CLOCK.sub(GAP, text)) if _DIGIT.search(text) else text
    parts = [_without_end(_without_end(part.strip(), language), language) for part in text.split(CUT)]
    return GAP.join([part.strip() for part in parts])


def unglued(text: str, language: str) -> str:
    """Words that a dump ran together, apart: "Ada PolePublished", "ByAda Pole".

    >>> unglued("ByAda PoleUpdated: today", "en"), unglued("Byron McDonald", "en")
    ('By ¦ Ada Pole ¦ Updated: today', 'Byron McDonald')
    """
    known = _glue_words(language)

    def part(found: re.Match[str]) -> str:
        after = _FIRST.match(text, found.start())
        before = re.search(r"[^\W\d_]{1,20}\Z", text[max(0, found.start() - 20) : found.start()])
        last = before[0].casefold() if before else ""
        if after is None:  # a digit: "Ada Pole3 May", but "Sept21"
            return "" if last in known else GAP
        return GAP if {last, after[0].casefold()} & known else ""

    text = _GLUED.sub(part, text)
    if _NAMES_GLUED.search(text) and _role(language).search(text):
        text = _NAMES_GLUED.sub(rf"\1{GAP}", text)
    return _shouted(language).sub(lambda found: f"{GAP}{found[0]}", text)


def opening(text: str, language: str) -> str | None:
    """The by-word that a text begins with, as printed, its colon included; None where there is none.

    >>> opening("By: Ada Pole", "en"), opening("Byron Pole", "en")
    ('By:', None)
    """
    found = by_word(language).match(text)
    return found[0].rstrip() if found else None


def times_reading(text: str, language: str) -> bool:
    """Whether a line states a reading time.

    >>> times_reading("5 min read", "en"), times_reading("5 minutes later", "en")
    (True, False)
    """
    return _DIGIT.search(text) is not None and _reading(language).search(text) is not None


def trim_end(text: str) -> str:
    """Without the separators that stood around what was cut."""
    text = text.strip(" \t|·•*>»,;:–—-/\\")
    return trim(text) if text.endswith(("(", "[")) else text


def _without_date_words(piece: str, language: str) -> str:
    """Without "Published on" and the like at either end."""
    shorter = piece.strip(" |·•,;–—-/")
    while True:
        cut = _without_end(shorter, language)
        if cut == shorter and opening(shorter, language) is None:
            cut = _words_after_date(language).sub("", shorter, count=1)
        if cut == shorter:
            return shorter
        shorter = cut.strip(" |·•,;–—-/")


def _without_end(text: str, language: str) -> str:
    """Without "Published on" and the like at the end, which is read backwards, so that there is one place to try."""
    found = _words_before_date(language).match(text[::-1])
    return text[: len(text) - found.end()] if found else text


@cache
def by_word(code: str) -> re.Pattern[str]:
    """The words that open a byline, with the colon behind them."""
    entries = {entry.rstrip(" :：=|/") for row in with_english(code) for entry in row.by}
    wide = {entry for entry in entries if entry >= WIDE}
    narrow = entries - wide
    return re.compile(rf"(?:(?:{either(narrow)})(?![^\W_])|(?:{either(wide)}))\s?[:：=＝|/／丨・]?\s?", re.IGNORECASE)


@cache
def _reading(code: str) -> re.Pattern[str]:
    """A number and the words of a reading time, in either order; bare minutes as well."""
    words = {word for row in with_english(code) for word in row.reading}
    phrase = rf"(?:{either(words)})"
    number = r"(?:~\s?)?\d{1,3}(?:\s?[-–]\s?\d{1,3})?"
    return re.compile(
        rf"\b{number}[\s-]?{phrase}|(?<!\w){phrase}\s?[:：]?\s?{number}(?:\s?min\w{{0,5}}\.?)?|\b{number}\s?min\b\.?",
        re.IGNORECASE,
    )


@cache
def _words_before_date(code: str) -> re.Pattern[str]:
    """What may stand at the end before a date, backwards."""
    joiners = (word for row in with_english(code) for word in row.date.joiners)
    words = _stated(code).union(word for word in joiners if word.isalpha() and len(word) > 1)
    return re.compile(rf"[:：.]?(?:{either({word[::-1] for word in words})})(?=[\s|:·•]|$)", re.IGNORECASE)


@cache
def _words_after_date(code: str) -> re.Pattern[str]:
    """What may stand at the start after a date."""
    return re.compile(rf"\A(?:{either(_stated(code))})(?=[:：\s|]|$)[:：]?", re.IGNORECASE)


def _stated(code: str) -> set[str]:
    rows = [row.date for row in with_english(code)]
    return {bare(word) for row in rows for word in (*row.published, *row.updated)}


@cache
def _glue_words(code: str) -> frozenset[str]:
    rows = with_english(code)
    dates = [word for row in rows for word in (*row.date.published, *row.date.updated)]
    months = [form for row in rows for forms in row.date.months for form in forms]
    roles = [word for row in rows for word in row.role]
    others = [word for row in rows for word in row.others]
    first = {bare(word).split()[0] for word in (*dates, *months, *roles, *others) if bare(word)}
    return frozenset(word for word in first if len(word) > 2) | {bare(row.by[0]) for row in rows if row.by}


@cache
def _role(code: str) -> re.Pattern[str]:
    roles = {word for row in with_english(code) for word in row.role}
    return re.compile(rf"(?<![^\W_])(?:{either(roles)})(?![^\W_])", re.IGNORECASE)


@cache
def _shouted(code: str) -> re.Pattern[str]:
    long = {word.upper() for word in _stated(code) if len(word) > 5}
    return re.compile(rf"(?<=[A-Z])(?:{either(long)})(?=[\s:])")
