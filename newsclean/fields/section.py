"""The section of the paper that the article stands in."""

from __future__ import annotations

import re

from newsclean.document import Found, LabelledPage
from newsclean.fields import publisher
from newsclean.fields.publisher import same_house

SOURCES = ("jsonld", "opengraph", "meta", "microdata")
"""Hints in the order of trust."""
SURE = 0.85
LONGEST = 60
"""Characters of a section's name; more is a sentence."""
LIST = 2
"""Commas from which a statement is a list of sections; one stands in names as well: "Helena, MT"."""
_BETWEEN = re.compile(r"\s?[|;]\s?|,(?=\S)")


def find(page: LabelledPage) -> Found[str] | None:
    """The section as the page's metadata names it; the paper's own name is none."""
    house = publisher.find(page)
    hints = [h for h in page.page.hints if h.name == "section" and h.source in SOURCES]
    for hint in sorted(hints, key=lambda h: SOURCES.index(h.source)):
        for name in sections_of(hint.value):
            if is_section(name) and not (house and same_house(name, house.value)):
                return Found(name, SURE)
    return None


def sections_of(text: str) -> list[str]:
    """The sections of a statement, the main one first.

    >>> sections_of("Piers,Quays"), sections_of("Piers, Quays, News"), sections_of("Helena, MT")
    (['Piers', 'Quays'], ['Piers', 'Quays', 'News'], ['Helena, MT'])
    """
    pattern = r"," if text.count(",") >= LIST else _BETWEEN
    return [name for part in re.split(pattern, text) if (name := part.strip())]


def is_section(text: str) -> bool:
    """Whether this is a name, not an address or a number.

    >>> is_section("World"), is_section("/world/europe"), is_section("204")
    (True, False, False)
    """
    return len(text) <= LONGEST and "/" not in text[:1] and "://" not in text and any(c.isalpha() for c in text)
