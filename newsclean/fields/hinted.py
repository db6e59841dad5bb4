"""What a page states about itself, by the trust that its sources have earned."""

from __future__ import annotations

from newsclean.document import Found, Hint, LabelledPage

TRUST = {"jsonld": 0.9, "microdata": 0.85, "opengraph": 0.85, "link": 0.9, "meta": 0.7, "title": 0.5, "address": 0.7}
"""Confidence in a statement by its source; JSON-LD is made for machines, meta tags are often forgotten."""


def best(page: LabelledPage, name: str) -> Hint | None:
    """The most trusted statement of that name, the first one where several are."""
    return max((h for h in page.page.hints if h.name == name), key=lambda h: TRUST[h.source], default=None)


def found(page: LabelledPage, name: str) -> Found[str] | None:
    """The value of the most trusted statement."""
    hint = best(page, name)
    return Found(hint.value, TRUST[hint.source]) if hint else None
