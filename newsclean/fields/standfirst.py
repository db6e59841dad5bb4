"""The summary under the headline."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.byline_text import opening
from newsclean.fields.dates import find_dates
from newsclean.fields.headline import alike
from newsclean.lang import with_english

CONFIRMED = 0.95
"""Confidence where the page's description says the same."""
UNCONFIRMED = 0.8
"""Factor on the label's confidence where the page has a description that says something else."""
ALIKE = 0.75
"""Likeness to the description from which it confirms; descriptions are cut and lose their links."""
SHORTEST = 30
"""Characters of a description that can name a block as the standfirst."""
LONGEST = 600
STAMP = 120
"""Characters of a line that a by-word opens or a date stands in, at most: a byline that was taken for a summary."""


def find(page: LabelledPage) -> Found[str] | None:
    """The standfirst as printed; a description that is not shown on the page is none."""
    stated = [h.value[:LONGEST] for h in page.page.hints if h.name == "standfirst" and len(h.value) >= SHORTEST]
    labelled = [(i, page.page.blocks[i].text) for i in page.indexes(Role.STANDFIRST)]
    for i, text in labelled:
        if any(alike(text, one) >= ALIKE for one in stated):
            return Found(text, CONFIRMED, (i,))
    shown = _shown(page, stated) if stated else None
    if shown is not None:
        return Found(page.page.blocks[shown].text, CONFIRMED, (shown,))
    for i, text in labelled:
        if is_summary(text, page.page.language):
            sure = page.labels[i].confidence
            return Found(text, round(sure * UNCONFIRMED, 3) if stated else sure, (i,))
    return None


def is_summary(text: str, language: str) -> bool:
    """Whether a line can sum up a story; who wrote, checked or dated it does not.

    >>> is_summary("The pier is open again", "en"), is_summary("Reviewed by Ada Pole, engineer", "en")
    (True, False)
    >>> is_summary("Ada Pole, 3 May 2024 09:56", "en")
    False
    """
    if not any(c.isalpha() for c in text):
        return False
    rows = with_english(language)
    folded = text.casefold()
    signed = opening(text, language) is not None or any(folded.startswith(word) for row in rows for word in row.others)
    dated = any(date.day for date in find_dates(text, rows[0]))
    return len(text) > STAMP or not (signed or dated)


def _shown(page: LabelledPage, stated: list[str]) -> int | None:
    """A block before the body that says just what the description does, and was given no other use."""
    body = page.indexes(Role.BODY)
    open_roles = {Role.OTHER, Role.SUBHEAD, Role.NAVIGATION, Role.PROMO}
    wanted = {" ".join(one.split()).casefold() for one in stated}
    for i in range(body[0] if body else 0):
        if page.labels[i].role in open_roles and page.page.blocks[i].text.casefold() in wanted:
            return i
    return None
