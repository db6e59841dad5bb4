"""The summary under the headline."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.headline import alike

CONFIRMED = 0.95
"""Confidence where the page's description says the same."""
UNCONFIRMED = 0.8
"""Factor on the label's confidence where the page has a description that says something else."""
ALIKE = 0.75
"""Likeness to the description from which it confirms; descriptions are cut and lose their links."""
SHORTEST = 30
"""Characters of a description that can name a block as the standfirst."""
LONGEST = 600


def find(page: LabelledPage) -> Found[str] | None:
    """The standfirst as printed; a description that is not shown on the page is none."""
    stated = [h.value[:LONGEST] for h in page.page.hints if h.name == "standfirst" and len(h.value) >= SHORTEST]
    for i in page.indexes(Role.STANDFIRST):
        text = page.page.blocks[i].text
        if any(alike(text, one) >= ALIKE for one in stated):
            return Found(text, CONFIRMED, (i,))
    shown = _shown(page, stated)
    if shown is not None:
        return Found(page.page.blocks[shown].text, CONFIRMED, (shown,))
    for i in page.indexes(Role.STANDFIRST):
        text, sure = page.page.blocks[i].text, page.labels[i].confidence
        if text:
            return Found(text, round(sure * UNCONFIRMED, 3) if stated else sure, (i,))
    return None


def _shown(page: LabelledPage, stated: list[str]) -> int | None:
    """A block before the body that says just what the description does, and was given no other use."""
    body = page.indexes(Role.BODY)
    open_roles = {Role.OTHER, Role.SUBHEAD, Role.NAVIGATION, Role.PROMO}
    wanted = {" ".join(one.split()).casefold() for one in stated}
    for i in range(body[0] if body else 0):
        if page.labels[i].role in open_roles and page.page.blocks[i].text.casefold() in wanted:
            return i
    return None
