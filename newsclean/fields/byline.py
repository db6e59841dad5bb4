"""The byline as printed, without the date and the reading time that are glued to it."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage
from newsclean.fields.byline_places import LEAST, Place, best_place
from newsclean.fields.byline_text import byline_of

SURE = 8.0
"""Points from which a byline is as sure as one can be."""


def find(page: LabelledPage) -> Found[str] | None:
    """The byline; the lines of one that was broken apart are joined by a space."""
    place = best_place(page)
    if place is None:
        return None
    parts = [byline_of(page.page.blocks[i].text, page.page.language) for i in place.blocks]
    text = " ".join(part for part in parts if part)
    return Found(text, confidence(place), place.blocks) if text else None


def confidence(place: Place) -> float:
    """How sure a place is, 0.6 at the least score and 0.95 from `SURE` on."""
    share = (min(place.score, SURE) - LEAST) / (SURE - LEAST)
    return round(0.6 + 0.35 * share, 3)
