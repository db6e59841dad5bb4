"""The section of the paper that the article stands in."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage

SOURCES = ("jsonld", "opengraph", "meta", "microdata")
"""Hints in the order of trust."""
SURE = 0.85
LONGEST = 60
"""Characters of a section's name; more is a list or a sentence."""


def find(page: LabelledPage) -> Found[str] | None:
    """The section as the page's metadata names it."""
    hints = [h for h in page.page.hints if h.name == "section" and h.source in SOURCES]
    for hint in sorted(hints, key=lambda h: SOURCES.index(h.source)):
        if is_section(hint.value):
            return Found(hint.value.strip(), SURE)
    return None


def is_section(text: str) -> bool:
    """Whether this is a name, not an address or a number.

    >>> is_section("World"), is_section("/world/europe"), is_section("204")
    (True, False, False)
    """
    return len(text) <= LONGEST and "/" not in text[:1] and "://" not in text and any(c.isalpha() for c in text)
