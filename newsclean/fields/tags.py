"""The topics of an article: what the page states, or a line that opens with "Tags:"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.hinted import TRUST
from newsclean.lang import load

LONGEST = 60
"""Characters of a topic; longer values are sentences."""
MOST = 50
"""Topics that are kept; pages that state more state search words."""
SPLIT = re.compile(r"\s*[,;|#•·、，]\s*")


def find(page: LabelledPage) -> Found[tuple[str, ...]] | None:
    """Topics in the page's order, each once; None where the page names none."""
    stated = [h for h in page.page.hints if h.name == "tag"]
    if stated:
        source = max((h.source for h in stated), key=TRUST.__getitem__)
        tags = _once(tag for h in stated if h.source == source for tag in SPLIT.split(h.value))
        return Found(tags, TRUST[source]) if tags else None
    openers = load(page.page.language).tags
    for i in page.indexes(Role.NAVIGATION, Role.OTHER, Role.RELATED):
        tags = tags_of(page.page.blocks[i].text, openers)
        if tags:
            return Found(tags, 0.7, (i,))
    return None


def tags_of(text: str, openers: tuple[str, ...]) -> tuple[str, ...]:
    """The topics of a line that opens with a word for them and a colon.

    >>> tags_of("Tags: bridges, Port Elra", ("tags",))
    ('bridges', 'Port Elra')
    """
    head, colon, rest = text[:1000].partition(":")
    return _once(SPLIT.split(rest)) if colon and head.strip().lower() in openers else ()


def _once(tags: Iterable[str]) -> tuple[str, ...]:
    kept = (" ".join(tag.split()) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in kept if 0 < len(tag) <= LONGEST))[:MOST]
