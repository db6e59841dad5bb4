"""The short line above the headline: a topic, a series, "Opinion"."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields import publisher
from newsclean.fields.names import bare, name_words
from newsclean.fields.publisher import same_house
from newsclean.lang import with_english

HINTED = 0.7
"""Confidence of a kicker that only the page's metadata states."""
LONGEST = 100
"""Characters of a kicker; more is a title or a sentence."""
LETTERS = 3
"""Letters of one, at least: fewer are mostly a switch of languages, "EN"; an ideograph is a word and counts so."""
WIDE = "\u2e80"
"""First character of the scripts that write a word in one or two."""


def find(page: LabelledPage) -> Found[str] | None:
    """The kicker as printed; the paper's own name is none."""
    house = publisher.find(page)
    printed = ((page.page.blocks[i].text, page.labels[i].confidence, (i,)) for i in page.indexes(Role.KICKER))
    stated = ((hint.value, HINTED, ()) for hint in page.page.hints if hint.name == "kicker")
    for said, sure, blocks in (*printed, *stated):
        text = kicker_of(said)
        if text and not is_button(text, page.page.language) and not (house and same_house(text, house.value)):
            return Found(text, sure, blocks)
    return None


def kicker_of(text: str) -> str | None:
    """The line without the marks that set it apart; None for a sentence or next to nothing.

    >>> kicker_of("OPINION |"), kicker_of("---"), kicker_of("EN")
    ('OPINION', None, None)
    """
    short = " ".join(text.split()).strip(" |/:•·>»–—-")
    letters = [c for c in short if c.isalpha()]
    long_enough = len(letters) >= LETTERS or any(c >= WIDE for c in letters)
    return short if len(short) <= LONGEST and long_enough else None


def is_button(text: str, language: str) -> bool:
    """Whether furniture says just this; what a language lists as a kicker ("Live", "Comment") is one all the same.

    >>> is_button("LOG IN", "en"), is_button("LIVE", "en"), is_button("HARBOURS", "en")
    (True, False, False)
    """
    listed = (word for row in with_english(language) for word in row.kicker)
    return bare(text) in name_words(language).furniture and bare(text) not in listed
