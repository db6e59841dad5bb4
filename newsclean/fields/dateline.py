"""The place and the agency that open a story: "KYIV (Reuters) -"."""

from __future__ import annotations

import re

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.dates import find_dates
from newsclean.fields.names import NameWords, bare, name_words, names_desk, names_outlet
from newsclean.lang import load
from newsclean.record import Dateline

LONGEST = 200
"""Characters in which a dateline and its dash stand."""
HEAD = 90
"""Characters before the dash."""
PLACE_WORDS = 5
"""Words of each part of a place: "RIO DE JANEIRO", "UNITED NATIONS"."""
FIRST_BODY = 3
"""Blocks of the body that are looked at: a note of the editors may stand before the dateline."""
AGENCY_WORDS = 4
"""Words of an agency or a paper, at most: "The Old Pier Gazette"."""
SURE = 0.9
_DASH = re.compile(r"\s?(?:--|[—–―])\s?|\s-\s|(?<=\))\s?[-:]\s")
_BRACKETS = re.compile(r"\(([^()]{2,40})\)")


def find(page: LabelledPage) -> Found[Dateline] | None:
    """The dateline of the first paragraphs; None where none opens with one."""
    for i in page.indexes(Role.BODY)[:FIRST_BODY]:
        read = dateline_of(page.page.blocks[i].text, page.page.language)
        if read is not None:
            return Found(read, SURE, (i,))
    return None


def dateline_of(text: str, language: str) -> Dateline | None:
    """The dateline that a paragraph opens with; None where capitals or an agency do not mark one.

    >>> dateline_of("KYIV, Sept 21 (Reuters) - The pier is open.", "en")
    Dateline(place='KYIV', agency='Reuters', raw='KYIV, Sept 21 (Reuters)')
    >>> dateline_of("Kyiv - the pier - is open.", "en") is None
    True
    """
    found = _DASH.search(text[:LONGEST])
    if found is None or not 0 < found.start() <= HEAD:
        return None
    raw = text[: found.start()].strip()
    words = name_words(language)
    bracket = _BRACKETS.search(raw)
    agency = bracket[1].strip() if bracket and not find_dates(bracket[1], load(language)) else None
    outside = _BRACKETS.sub(" ", raw)
    parts = [part for part in _without_dates(outside, language).split(",") if part.strip(" .:")]
    parts = [" ".join(part.split()).strip(" .:") if part.endswith(":") else " ".join(part.split()) for part in parts]
    if agency is None and len(parts) > 1 and _is_agency(parts[-1], words, spelled="--" in found[0]):
        agency = parts.pop()
    if not all(_is_place(part, words) for part in parts) or (
        bracket and _without_dates(raw[bracket.end() :], language).strip(" ,.")
    ):
        return None
    known = agency is not None and (bracket is None or _is_agency(agency, words, spelled=False))
    shouted = bool(parts) and _is_shouted(parts[0], words) and not _goes_on(text[found.end() : LONGEST])
    if not (known or shouted) or (not parts and not known):
        return None
    return Dateline(place=", ".join(parts) or None, agency=agency, raw=raw)


def _without_dates(text: str, language: str) -> str:
    for date in reversed(find_dates(text, load(language))):
        text = f"{text[: date.start]},{text[date.end :]}"
    return text


def _is_agency(text: str, words: NameWords, *, spelled: bool) -> bool:
    """Whether this names an agency or a paper; `spelled` lets any name with an abbreviation pass."""
    parts = text.split()
    if len(parts) > AGENCY_WORDS:
        return False
    if any(names_desk(part.strip(), words) for part in text.split("/")) or names_outlet(text, words):
        return True
    return spelled and all(p[0].isupper() for p in parts) and any(len(p) > 2 and p.isupper() for p in parts)


def _is_place(text: str, words: NameWords) -> bool:
    parts = text.split()
    named = all(part[0].isupper() or part.casefold() in words.particles | words.stop for part in parts)
    return 0 < len(parts) <= PLACE_WORDS and named and not set("0123456789&") & set(text) and text[0].isupper()


def _goes_on(text: str) -> bool:
    """Whether a sentence goes on behind the dash, as in "NATO — which met on Monday — agreed"."""
    first = next((c for c in text if c.isalpha()), "")
    return first.islower()


def _is_shouted(text: str, words: NameWords) -> bool:
    """Whether a place is printed in capitals, and is no word such as "UPDATE"."""
    letters = [c for c in text if c.isalpha()]
    folded = bare(text)
    furniture = folded in words.furniture or folded in words.calendar | words.stated or folded in load("en").kicker
    stopped = {bare(part) for part in text.split()} & (words.stop - words.particles)
    return len(letters) > 2 and text.isupper() and not furniture and not stopped
