"""Teasers of other stories: a headline and perhaps the first words of the story."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.short import PROSE, breaks_off, is_furniture, is_title, time_ahead, without_lead
from newsclean.record import Teaser

NEAR = 2
"""Blocks from a headline to its excerpt, at most: a date or a name may stand between."""


def find(page: LabelledPage) -> Found[tuple[Teaser, ...]]:
    """The teasers in page order, each headline once; empty where there are none."""
    lines = [(i, page.page.blocks[i].text) for i in page.indexes(Role.RELATED)]
    teasers = teasers_of(lines, page.page.language)
    blocks = tuple(i for i, _ in lines) if teasers else ()
    return Found(teasers, page.confidence(blocks, 1.0), blocks)


def teasers_of(lines: Iterable[tuple[int, str]], language: str) -> tuple[Teaser, ...]:
    """The teasers that lines make, given with their place in the page; headings, dates and numbers are none.

    >>> teasers_of([(7, "Related articles"), (8, "The old pier is sold")], "en")
    (Teaser(headline='The old pier is sold', excerpt=None),)
    """
    found: dict[str, Teaser] = {}
    headline, place = "", -NEAR
    for i, printed in lines:
        text = without_lead(printed, language)
        if is_furniture(text, language) or _is_time(text, language):
            continue
        if headline and i - place <= NEAR and not found[headline].excerpt and _is_excerpt(text, headline):
            found[headline] = Teaser(headline=headline, excerpt=text)
        elif is_title(text):
            headline, place = text, i
            found.setdefault(headline, Teaser(headline=headline, excerpt=None))
    return tuple(found.values())


def _is_excerpt(text: str, headline: str) -> bool:
    return breaks_off(text) or (len(text) >= PROSE and len(text) > len(headline))


def _is_time(text: str, language: str) -> bool:
    ahead = time_ahead(text, language)
    return ahead is not None and not ahead[1]
