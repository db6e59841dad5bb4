"""The place and agency that open a story: "KYIV, Sept 21 (Reuters) -"."""

from __future__ import annotations

import re

from newsclean.document import Found, LabelledPage, Role
from newsclean.lang import Language, load
from newsclean.record import Dateline

HEAD = 200
"""Characters of the first paragraph in which a dateline stands; the longest seen has 60."""
PLACE = 40
"""Characters of a place."""
DASH = re.compile(r"\s?(?:--|[–—―]|(?<=[\s)])-|-(?=\s))\s?")
AGENCY = re.compile(r"\(([^()]{2,40})\)\s*$")


def find(page: LabelledPage) -> Found[Dateline] | None:
    """The dateline of the first paragraph."""
    for i in page.indexes(Role.BODY):
        found = dateline_of(page.page.blocks[i].text, load(page.page.language))
        return Found(found, 0.9, (i,)) if found else None
    return None


def dateline_of(text: str, language: Language) -> Dateline | None:
    """The dateline that a paragraph opens with: before a dash, with a place in capitals or an agency in brackets.

    >>> from newsclean.lang import load
    >>> dateline_of("PORT ELRA, Sept 21 (Reuters) - The bridge opened.", load("en")).place
    'PORT ELRA'
    >>> dateline_of("The bridge - built in 1911 - opened.", load("en")) is None
    True
    """
    dash = DASH.search(text[:HEAD])
    if dash is None or not text[dash.end() :].strip():
        return None
    raw = text[: dash.start()].strip()
    bracketed = AGENCY.search(raw)
    agency = bracketed[1].strip() if bracketed else None
    if agency and not _is_agency(agency, language):
        return None
    place = raw[: bracketed.start()].strip() if bracketed else raw
    place = place.split(",")[0].strip() if agency or "," in place else place
    if not 1 < len(place) <= PLACE or any(map(str.isdigit, place)) or not place[0].isalpha():
        return None
    return Dateline(place=place, agency=agency, raw=raw) if agency or place.isupper() else None


def _is_agency(name: str, language: Language) -> bool:
    return name.casefold() in language.desk or name.casefold() in language.houses
