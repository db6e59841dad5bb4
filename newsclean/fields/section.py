"""The section that an article stands in, where the page states it."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage
from newsclean.fields import hinted

LONGEST = 60
"""Characters of a section's name; longer values are descriptions."""


def find(page: LabelledPage) -> Found[str] | None:
    """The section's name as printed."""
    stated = hinted.found(page, "section")
    return stated if stated and len(stated.value) <= LONGEST and "://" not in stated.value else None
