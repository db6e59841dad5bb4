"""Whether the article can be read without paying."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from newsclean.document import Found, LabelledPage
from newsclean.fields.beside_body import beside_body
from newsclean.fields.patterns import either, shortest
from newsclean.lang import with_english

Access = Literal["free", "metered", "paywalled", "unknown"]

STATED: dict[str, Access] = {
    # To add a row: a value of isAccessibleForFree or article:content_tier in lower case, and what it means.
    "true": "free",
    "free": "free",
    "1": "free",
    "yes": "free",
    "false": "paywalled",
    "locked": "paywalled",
    "0": "paywalled",
    "no": "paywalled",
    "metered": "metered",
}
HINTED, PRINTED = 0.9, 0.75
LONGEST = 400
"""Characters of a block that asks for a subscription."""


def find(page: LabelledPage) -> Found[Access] | None:
    """What the metadata states, else what a notice on the page says; None where neither does."""
    for hint in page.page.hints:
        stated = STATED.get(hint.value.strip().rpartition("/")[2].lower()) if hint.name == "access" else None
        if stated:
            return Found(stated, HINTED)
    folded = beside_body(page)
    whole = "\n".join(folded.values())
    if not any(phrase in whole for phrase in _said(page.page.language)):
        return None
    said = ((i, access_of(page.page.blocks[i].text, page.page.language)) for i in folded)
    return next((Found(printed, PRINTED, (i,)) for i, printed in said if printed), None)


def access_of(text: str, language: str) -> Access | None:
    """What a notice says about access; None for any other text.

    >>> access_of("Subscribe to continue reading", "en"), access_of("2 free articles left", "en")
    ('paywalled', 'metered')
    """
    if len(text) > LONGEST:
        return None
    folded = text.casefold()
    metered, paywalled = _phrases(language)
    return "metered" if metered.search(folded) else "paywalled" if paywalled.search(folded) else None


@cache
def _said(language: str) -> tuple[str, ...]:
    """What a page with one of the phrases has in it, for a quick look at the whole of it."""
    rows = with_english(language)
    return shortest(phrase for row in rows for phrase in (*row.metered, *row.paywalled))


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = with_english(language)
    metered = either({phrase for row in rows for phrase in row.metered})
    paywalled = either({phrase for row in rows for phrase in row.paywalled})
    return re.compile(rf"(?<!\w)(?:{metered})"), re.compile(rf"(?<!\w)(?:{paywalled})")
