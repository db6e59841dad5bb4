"""The headline: the visible line, or what the metadata states, without the name of the site."""

from __future__ import annotations

import re

from newsclean.document import Found, Hint, LabelledPage, Role
from newsclean.fields import hinted, publisher

SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+")
AGREED = 0.97
"""Confidence where the page's metadata says the same as the visible line."""
LONGEST = 1000
"""Characters of a headline; a longer value is no headline."""


def find(page: LabelledPage) -> Found[str] | None:
    """The headline as printed."""
    named = publisher.find(page)
    site = named.value if named else None
    stated = [h for h in page.page.hints if h.name == "headline"]
    for i in page.indexes(Role.HEADLINE):
        text = without_site(page.page.blocks[i].text[:LONGEST], site)
        agreed = any(_folded(text) in _folded(h.value) for h in stated)
        return Found(text, AGREED if agreed else page.labels[i].confidence, (i,))
    best: Hint | None = max(stated, key=lambda h: hinted.TRUST[h.source], default=None)
    return Found(without_site(best.value[:LONGEST], site), hinted.TRUST[best.source]) if best else None


def without_site(text: str, site: str | None) -> str:
    """The headline without a site's name at its end; other endings stay.

    >>> without_site("Bridge to open - The Harbour Post", "The Harbour Post")
    'Bridge to open'
    >>> without_site("Bridge to open - at last", "The Harbour Post")
    'Bridge to open - at last'
    """
    last = max(SEPARATOR.finditer(text), key=re.Match.start, default=None) if site else None
    if last is None or _folded(text[last.end() :]) != _folded(site or ""):
        return text
    return text[: last.start()] or text


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
