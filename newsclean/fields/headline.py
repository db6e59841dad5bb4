"""The headline: the block that was labelled so, checked against what the page states about itself."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields import publisher
from newsclean.fields.publisher import same_house, without_house

LONGEST = 1000
"""Characters of a headline that are read."""
ALIKE = 0.6
"""Likeness from which a visible headline and a stated one are of one article; papers shorten for search engines."""
SOURCES = ("jsonld", "opengraph", "microdata", "title", "meta")
"""Hints in the order of trust."""
LEAST = 12
"""Characters of a stated title that may overrule what is shown; shorter ones are the site's name or a stub."""
ARTICLE = 4
"""Characters before a stated title, with the space, up to which they are an article rather than a kicker."""
_SEPARATOR = re.compile(r"\s?[|•·]\s|\s[–—-]\s")
"""What stands between a headline and the name of a site or of a series in a stated title."""
AGREED, HINTED, DISPUTED = 0.98, 0.85, 0.7
"""Confidence where block and hint agree, where only a hint speaks, and where they differ."""


def find(page: LabelledPage) -> Found[str] | None:
    """The headline as printed, without the site's name."""
    house = publisher.find(page)
    name = house.value if house else None
    stated = stated_titles(page, name)
    printed = _printed(page, name)
    if printed is None:
        return Found(stated[0], HINTED) if stated else None
    i, text = printed
    if not stated:
        return Found(text, page.labels[i].confidence, (i,))
    twice = _stated_twice(page, name)
    if twice and alike(text, twice) >= ALIKE and not _is_stem(text, twice):
        return Found(twice, AGREED, (i,))
    if any(alike(text, title) >= ALIKE for title in stated):
        return Found(without_kicker(text, stated), AGREED, (i,))
    markup = page.page.blocks[i].markup
    if markup and markup.level == 1:  # papers often write another title for search engines
        return Found(text, DISPUTED, (i,))
    shown = _shown(page, stated, name)
    return Found(shown[1], HINTED, (shown[0],)) if shown else Found(stated[0], DISPUTED)


def _printed(page: LabelledPage, house: str | None) -> tuple[int, str] | None:
    """The labelled headline; the site's own name is none."""
    for i in page.indexes(Role.HEADLINE):
        text = clean(page.page.blocks[i].text, house)
        if i == 0 and page.page.blocks[i].markup is None:
            text = _before_bar(text)
        if text and not (house and page.page.hints and same_house(text, house)):
            return i, text
    return None


def _before_bar(text: str) -> str:
    """The page's title, which dumps print first, without what stands behind its last bar: a site or a section.

    On held-out sites of dev that is right of 3 titles with a bar in 5, and leaves none worse.
    """
    stem, bar, _ = text.rpartition(" | ")
    return stem if bar and len(stem) >= LEAST else text


def stated_titles(page: LabelledPage, house: str | None) -> list[str]:
    """What the page states as its headline, the most trusted first, each once."""
    hints = [hint for hint in page.page.hints if hint.name == "headline" and hint.source in SOURCES]
    hints.sort(key=lambda hint: SOURCES.index(hint.source))
    return list(dict.fromkeys(title for hint in hints if (title := clean(hint.value, house))))


def _stated_twice(page: LabelledPage, house: str | None) -> str | None:
    """What both JSON-LD and Open Graph state as the headline, if they agree.

    On dev such a title, where it is like the one shown, is the gold one more often than that: 8 of 11 times.
    """
    said = {h.source: clean(h.value, house) for h in reversed(page.page.hints) if h.name == "headline"}
    title = said.get("jsonld")
    return title if title and _folded(title) == _folded(said.get("opengraph", "")) else None


def clean(text: str, house: str | None) -> str:
    """A headline on one line, without the house's name.

    >>> clean("Bridge open\\nagain | The Daily Pier", "The Daily Pier")
    'Bridge open again'
    """
    return without_house(" ".join(html.unescape(text[:LONGEST]).split()), house)


def alike(one: str, other: str) -> float:
    """Likeness of two titles, 0..1; 1 where one begins with the other.

    >>> alike("Bridge open again", "Bridge open again – live"), alike("Bridge open", "Rates fall") < 0.6
    (1.0, True)
    """
    a, b = _folded(one), _folded(other)
    short, long = sorted((a, b), key=len)
    if short and long.startswith(short) and len(short) >= 12:
        return 1.0
    return SequenceMatcher(None, a, b).ratio()


def without_kicker(text: str, stated: Sequence[str]) -> str:
    """A headline without what stands in one element before it: what the page states as its headline ends it.

    >>> without_kicker("Opinion Why the bridge must open", ["Why the bridge must open"])
    'Why the bridge must open'
    >>> without_kicker("The bridge of Port Elra", ["Bridge of Port Elra"])
    'The bridge of Port Elra'
    """
    for title in stated:
        before = text[: -len(title)]
        if (
            len(title) >= LEAST
            and len(before) > ARTICLE
            and not before[-1].isalnum()
            and text[len(before) :].lower() == title.lower()
        ):
            return text[len(before) :]
    return text


def _is_stem(text: str, title: str) -> bool:
    """Whether a stated title is this one with a name behind it that the page does not print there."""
    return title.casefold().startswith(text.casefold()) and _SEPARATOR.match(title, len(text)) is not None


def _folded(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFKC", text).casefold()).split())


def _shown(page: LabelledPage, stated: list[str], house: str | None) -> tuple[int, str] | None:
    """The first block that says what the page states, nearly word for word, or without the name behind it."""
    stems = [title[: found.start()] for title in stated for found in _SEPARATOR.finditer(title, LEAST)]
    wanted = {_folded(title) for title in (*stated, *stems)}
    for i, block in enumerate(page.page.blocks):
        if len(block.text) <= LONGEST and _folded(clean(block.text, house)) in wanted:
            return i, clean(block.text, house)
    return None
