"""The topics that the page names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsclean.document import Found, LabelledPage
from newsclean.fields.beside_body import beside_body
from newsclean.fields.dates import find_dates
from newsclean.fields.patterns import either
from newsclean.lang import load, with_english

PRINTED, HINTED = 0.85, 0.8
MOST = 50
"""Topics of an article, at most."""
LONGEST = 80
"""Characters of a topic."""
LINE = 1000
"""Characters of a line that lists topics."""
ALONE = 3
"""Words of a topic that stands alone on its line; more are several topics whose marks the dump lost."""
SOURCES = ("jsonld", "opengraph", "meta", "microdata")
"""Hints in the order of trust: the first that names any is taken alone."""
_MARK = re.compile(r"[,;|•·#、，]")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")


def find(page: LabelledPage) -> Found[tuple[str, ...]] | None:
    """Topics in the page's order: those it prints, else those of its metadata."""
    for i, folded in beside_body(page).items():
        if ":" not in folded and "：" not in folded:
            continue
        if printed := tags_of(page.page.blocks[i].text, page.page.language):
            return Found(printed, PRINTED, (i,))
    for source in SOURCES:
        stated = _once(h.value for h in page.page.hints if h.name == "tag" and h.source == source)
        if stated:
            return Found(stated, HINTED)
    return None


def tags_of(text: str, language: str) -> tuple[str, ...]:
    """The topics of a line that a word for topics opens; none for any other line, nor where they ran together.

    >>> tags_of("Tags: piers, The Old Quay", "en"), tags_of("Topics we like", "en")
    (('piers', 'The Old Quay'), ())
    >>> tags_of("Tags: piers The Old Quay", "en")
    ()
    """
    opened = _opening(language).match(text) if len(text) <= LINE else None
    if opened is None:
        return ()
    listed = text[opened.end() :]
    topics = _once(_MARK.split(listed))
    return () if _is_run_together(listed, topics) or find_dates(listed, load(language)) else topics


def _is_run_together(listed: str, topics: tuple[str, ...]) -> bool:
    """Whether a line without marks holds more than one topic: by its length, or by its words glued more than once."""
    if _MARK.search(listed.strip(" #")) or not topics:
        return False
    return len(listed.split()) > ALONE or len(_GLUED.findall(listed)) > 1


@cache
def _opening(language: str) -> re.Pattern[str]:
    words = {word.rstrip(":") for row in with_english(language) for word in row.tags}
    return re.compile(rf"\s?(?:{either(words)})\s?[:：]", re.IGNORECASE)


def _once(parts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for part in parts:
        topic = part.strip(" .#\t")
        if topic and len(topic) <= LONGEST and _is_topic(topic):
            found.setdefault(topic.casefold(), topic)
    return tuple(found.values())[:MOST]


def _is_topic(text: str) -> bool:
    """Whether this is for readers: publishing systems keep keys such as "_wide_image" and "type: news" among them."""
    return any(c.isalpha() for c in text) and not text.startswith("@") and not {"_", ":"} & set(text)
