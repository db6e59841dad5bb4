"""Whether the whole article is there for all, as far as the page says."""

from __future__ import annotations

from typing import Literal

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields import hinted
from newsclean.lang import Language, load

Access = Literal["free", "metered", "paywalled", "unknown"]
STATED: dict[str, Access] = {"true": "free", "free": "free", "false": "paywalled", "paywalled": "paywalled"} | {
    "locked": "paywalled",
    "metered": "metered",
}
"""What `isAccessibleForFree` and its like say, in lower case."""
SHORT = 300
"""Characters of a line that may be a notice of a paywall; a longer one is prose about something."""


def find(page: LabelledPage) -> Found[Access] | None:
    """What the metadata states, else what a notice on the page says."""
    stated = hinted.best(page, "access")
    if stated and stated.value.lower() in STATED:
        return Found(STATED[stated.value.lower()], hinted.TRUST[stated.source])
    language = load(page.page.language)
    for i, label in enumerate(page.labels):
        if label.role not in (Role.BODY, Role.HEADLINE, Role.COMMENT):
            said = access_of(page.page.blocks[i].text, language)
            if said:
                return Found(said, 0.7, (i,))
    return None


def access_of(text: str, language: Language) -> Access | None:
    """What a notice says; None where the line is none.

    >>> from newsclean.lang import load
    >>> access_of("Subscribe to continue reading", load("en"))
    'paywalled'
    """
    said = text[: SHORT + 1].lower()
    if len(said) > SHORT:
        return None
    if any(phrase in said for phrase in language.paywalled):
        return "paywalled"
    return "metered" if any(phrase in said for phrase in language.metered) else None
