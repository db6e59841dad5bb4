"""The short line above the headline: a topic, a series, "Opinion"."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage, Role

HINTED = 0.7
"""Confidence of a kicker that only the page's metadata states."""
LONGEST = 100
"""Characters of a kicker; more is a title or a sentence."""


def find(page: LabelledPage) -> Found[str] | None:
    """The kicker as printed."""
    for i in page.indexes(Role.KICKER):
        text = kicker_of(page.page.blocks[i].text)
        if text:
            return Found(text, page.labels[i].confidence, (i,))
    stated = next((h.value for h in page.page.hints if h.name == "kicker" and kicker_of(h.value)), None)
    return Found(kicker_of(stated) or stated, HINTED) if stated else None


def kicker_of(text: str) -> str | None:
    """The line without the marks that set it apart; None where it is too long or has no letters.

    >>> kicker_of("OPINION |"), kicker_of("---")
    ('OPINION', None)
    """
    short = " ".join(text.split()).strip(" |/:•·>»–—-")
    return short if len(short) <= LONGEST and any(c.isalpha() for c in short) else None
