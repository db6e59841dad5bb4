"""The byline as printed, without the date and the reading time that are glued to it."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage
from newsclean.fields.byline_places import best_place
from newsclean.fields.byline_text import byline_of


def find(page: LabelledPage) -> Found[str] | None:
    """The byline; the lines of one that was broken apart are joined by a space."""
    place = best_place(page)
    if place is None:
        return None
    parts = [byline_of(page.page.blocks[i].text, page.page.language) for i in place.blocks]
    text = " ".join(part for part in parts if part)
    return Found(text, round(place.likely, 3), place.blocks) if text else None
