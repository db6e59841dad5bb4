"""The name of the paper or site: what its metadata says, or two signs on the page that agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.author_line import read_line
from newsclean.fields.beside_body import beside_body
from newsclean.fields.byline_text import opening
from newsclean.fields.names import bare, is_person, name_words
from newsclean.fields.patterns import either
from newsclean.lang import stopwords, with_english

NAME = 60
"""Characters of a publisher's name, at most."""
WORDS = 8
"""Words of it, at most."""
TITLE_BLOCKS = 3
"""Blocks at the top among which a dump may hold the page's `<title>`."""
LINE = 400
"""Characters of a block that is searched for a notice of copyright or a name."""
ENOUGH = 2.0
"""Weight from which a name is given: one strong sign, or two weak ones of different kinds."""
HOUSES = 50
"""Names that are weighed, at most: each is looked for on the whole page."""
_SUFFIX = re.compile(r"\s[|–—·-]\s|\s::?\s|\s?\|\s?")
_COPYRIGHT = re.compile(
    r"(?:(?:©|\(c\))\s?(?:copyright\s?)?|copyright\s?(?:©|\(c\))?\s?(?=\d{4}))"
    r"[\s,.:–-]{0,3}(\d{4}(?:\s?[-–]\s?\d{2,4})?)?"
    r"[\s,.:–-]{0,3}([^\W\d_](?:[^.|©•·,()]|\.(?=\w)|(?<=[\s.][A-Z])\.){1,58})",
    re.IGNORECASE,
)
"""The sign, or the word with a year: "Copyright policy" is a link. Then the year, and who holds it."""
_YEARS = re.compile(r"\s\d{4}(?:\s?[-–]\s?\d{2,4})?\s?$")
_DOMAIN = re.compile(r"(?<=\w\w)\.[a-z]{2,5}$")
STRONG = {"jsonld": 2.5, "opengraph": 2.2, "microdata": 2.0}
WEIGHTS = {**STRONG, "title": 1.0, "byline": 1.0, "copyright": 1.0, "meta": 0.9}
"""How much each kind of sign is worth; a name in the running text adds `MENTION`."""
MENTION = 1.0
PICTURED = frozenset({Role.BODY, Role.CAPTION, Role.CREDIT})
"""Where a sign of copyright is a photographer's."""
SURE = {1: 0.8, 2: 0.9, 3: 0.95}
"""Confidence by the number of kinds of signs that agree."""


class Sign(NamedTuple):
    """A name, and what kind of thing said it."""

    name: str
    kind: str
    blocks: tuple[int, ...] = ()


@lru_cache(maxsize=1)  # headline and authors ask for the same page in turn
def find(page: LabelledPage) -> Found[str] | None:
    """The publisher; None where the signs are too few."""
    signs = [sign for sign in _signs(page) if _is_plausible(sign.name, page.page.language)]
    groups: dict[str, list[Sign]] = {}
    for sign in signs:
        groups.setdefault(_key(sign.name), []).append(sign)
    weighed = [(_weight(group, page), group) for group in islice(groups.values(), HOUSES)]
    weight, best = max(weighed, key=lambda pair: pair[0], default=(0.0, []))
    if weight < ENOUGH:
        return None
    chosen = max(best, key=lambda sign: (WEIGHTS[sign.kind], len(sign.name)))
    kinds = len({sign.kind for sign in best}) + (weight - _kinds(best) > 0)
    return Found(chosen.name, SURE[min(kinds, 3)], tuple(i for sign in best for i in sign.blocks))


def same_house(one: str, other: str) -> bool:
    """Whether two names are of one house, an article before one of them aside.

    >>> same_house("The Daily Pier", "Daily Pier"), same_house("Daily Pier", "Daily Quay")
    (True, False)
    """
    return _stem(one) == _stem(other) != ""


def names_house(name: str, page: LabelledPage) -> bool:
    """Whether a name is the page's publisher, or what stands in a name that the page states of it ("Pier Ltd")."""
    found = find(page)
    stated = [hint.value for hint in page.page.hints if hint.name == "publisher"]
    return any(_holds(bare(house), bare(name)) for house in (*stated, *([found.value] if found else [])))


def without_house(title: str, house: str | None) -> str:
    """A title without the house's name behind it, or before it.

    >>> without_house("Bridge open again - The Daily Pier", "Daily Pier")
    'Bridge open again'
    >>> without_house("Bridge open - again", "Daily Pier")
    'Bridge open - again'
    """
    if house is None:
        return title
    for found in reversed(list(_SUFFIX.finditer(title))):
        before, after = title[: found.start()].strip(), title[found.end() :].strip()
        if before and same_house(after, house):
            return without_house(before, house)
        if after and same_house(before, house):
            return after
    return title


def desk_house(author: str, language: str) -> str | None:
    """The house whose desk this is: the name before the words for a desk.

    >>> desk_house("The Old Pier news desk", "en"), desk_house("The news desk", "en")
    ('The Old Pier', None)
    """
    found = _desk_end(language).search(author)
    name = author[: found.start()].strip() if found else ""
    words = [word for word in name.split() if word.casefold() not in name_words(language).stop]
    return name if words and all(word[0].isupper() for word in words) else None


@cache
def _desk_end(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{either(set(name_words(language).desks))})$", re.IGNORECASE)


def _key(name: str) -> str:
    folded = bare(name)
    first, _, rest = folded.partition(" ")
    return rest if rest and len(first) <= 3 and first in stopwords("en") else folded


def _stem(name: str) -> str:
    """What a name and its domain share: papers call themselves both ways in running text."""
    return _DOMAIN.sub("", _key(name))


def _is_plausible(name: str, language: str) -> bool:
    """Whether this can be a house's name: not a scrap of two letters, nor the words of a link."""
    sized = (len(name) > 2 or (len(name) == 2 and name.isupper())) and len(name) <= NAME and len(name.split()) <= WORDS
    return sized and any(c.isalpha() for c in name) and bare(name) not in name_words(language).furniture


def _kinds(group: list[Sign]) -> float:
    return sum(WEIGHTS[kind] for kind in {sign.kind for sign in group})


def _weight(group: list[Sign], page: LabelledPage) -> float:
    weight = _kinds(group)
    if weight >= ENOUGH:
        return weight
    used = {i for sign in group for i in sign.blocks}
    return weight + (MENTION if _is_mentioned(_stem(group[0].name), page, used) else 0.0)


def _is_mentioned(key: str, page: LabelledPage, used: set[int]) -> bool:
    """Whether furniture elsewhere on the page has the name in it."""
    furniture = (Role.PROMO, Role.LEGAL, Role.FORM, Role.NAVIGATION, Role.OTHER, Role.SOCIAL, Role.BIOGRAPHY)
    folded = beside_body(page)
    return _holds("\n".join([folded[i] for i in page.indexes(*furniture) if i not in used]), key)


def _holds(text: str, key: str) -> bool:
    """Whether a text has the key in it, as words of their own."""
    start = text.find(key)
    while start >= 0 and (text[start - 1 : start].isalnum() or text[start + len(key) : start + len(key) + 1].isalnum()):
        start = text.find(key, start + 1)
    return start >= 0


def _signs(page: LabelledPage) -> Iterator[Sign]:
    for hint in page.page.hints:
        if hint.name == "publisher" and hint.source in WEIGHTS and "://" not in hint.value:
            yield Sign(hint.value, hint.source)
    yield from _titled(page)
    blocks, labels, language = page.page.blocks, page.labels, page.page.language
    for i in sorted({*page.indexes(Role.BYLINE), *_notices(page)}):
        text, role = blocks[i].text, labels[i].role
        if role is Role.BYLINE:
            yield from _bylined(text[:LINE], i, language)
        elif role not in PICTURED and len(text) <= LINE and (name := holder(text, language)):
            yield Sign(name, "copyright", (i,))


def _notices(page: LabelledPage) -> list[int]:
    """Blocks that may hold a notice of copyright: its pattern is slow to find nothing."""
    return [i for i, text in beside_body(page).items() if "©" in text or "(c)" in text or "copyright" in text]


def holder(text: str, language: str) -> str | None:
    """Who a notice of copyright names; None where it names nobody, or a person without a year, as credits do.

    >>> holder("© 2024 The Daily Pier. All rights reserved", "en"), holder("Copyright policy", "en")
    ('The Daily Pier', None)
    >>> holder("© Ada Pole", "en"), holder("Copyright 2024 by pier.example", "en")
    (None, 'pier.example')
    """
    found = _COPYRIGHT.search(text[:LINE])
    if found is None:
        return None
    name = _rights(language).split(found[2])[0]
    name = _YEARS.sub("", name[len(opening(name, language) or "") :].strip(" ,;:-–"))
    sentence = name[:1].islower() and " " in name
    return None if not name or sentence or (found[1] is None and is_person(name, language)) else name


@cache
def _rights(language: str) -> re.Pattern[str]:
    legal = {phrase for row in with_english(language) for phrase in row.furniture["legal"]}
    return re.compile(rf"(?<![^\W_])(?:{either(legal)})(?![^\W_])", re.IGNORECASE)


def _titled(page: LabelledPage) -> Iterator[Sign]:
    """The suffix of a title whose rest recurs as the headline."""
    blocks = page.page.blocks
    titles: list[tuple[str, tuple[int, ...]]] = [(hint.value, ()) for hint in page.page.hints if hint.source == "title"]
    titles += [(blocks[i].text, (i,)) for i in range(min(TITLE_BLOCKS, len(blocks))) if len(blocks[i].text) <= LINE]
    parts = [
        (bare(title[: found.start()]), found.end(), title, at)
        for title, at in titles
        for found in _SUFFIX.finditer(title)
    ]
    if not parts:
        return
    sizes = {near for stem, *_ in parts for near in range(len(stem), len(stem) + 4)}  # marks around it may differ
    shown = {bare(block.text) for block in blocks if len(block.text) in sizes}
    for stem, end, title, where in parts:
        if stem in shown:
            yield Sign(title[end:].strip(), "title", where)


def _bylined(text: str, i: int, language: str) -> Iterator[Sign]:
    if name_words(language).desk.search(text.casefold()) is None:
        return
    for author in read_line(text, language).authors:
        if author.type == "organization" and (house := desk_house(author.name, language)):
            word = opening(house, language)
            yield Sign(house[len(word) :].strip() if word else house, "byline", (i,))
