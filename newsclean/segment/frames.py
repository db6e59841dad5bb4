"""The elements that stand open while a document is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsclean.segment.tags import LEVELS

WORDS_LIMIT = 24
"""Words of class and id that an element is known by; framework classes can be hundreds."""
CHAIN_LIMIT = 64
"""Ancestors that a block knows; real pages nest about 20 deep, so the limit only bounds hostile ones."""
PATH_WORDS_LIMIT = 400
"""Words that the ancestors of a block are known by, all together."""
NAMES_LIMIT = 500
"""Characters of class and id that are looked at, and kept with what is known of an element."""
STYLE_LIMIT = 2_000
"""Characters of a style attribute that is looked at."""
PROPERTY_LIMIT = 200
"""Characters of an itemprop."""
NEAR = 3
"""Ancestors among which a heading makes a block one."""
TELLING = frozenset(("hidden", "aria-hidden", "style", "itemprop", "itemscope"))
"""Attributes by which an element may be hidden or hold a value."""
HEADINGS = frozenset(LEVELS)
NO_WORDS: frozenset[str] = frozenset()

_WORD = re.compile(r"[A-Z]{2,20}(?![a-z])|[A-Z]?[a-z]{2,30}")
_LOWER_WORD = re.compile(r"[a-z]{2,30}")


@lru_cache(maxsize=4096)
def words_of(names: str) -> frozenset[str]:
    """The words of a class or id attribute, in lower case.

    >>> sorted(words_of("ArticleBody main-text__p2"))
    ['article', 'body', 'main', 'text']
    """
    if names.islower():
        return frozenset(_LOWER_WORD.findall(names)[:WORDS_LIMIT])
    return frozenset(map(str.lower, _WORD.findall(names)[:WORDS_LIMIT]))


@dataclass(slots=True, eq=False)
class Around:
    """What the elements that one element holds have around them: told once for all of them.

    Elements of one kind in one place share it, so that it is compared by identity.
    """

    path: tuple[str, ...] = ()
    """Tags, nearest first, without html and body."""
    tokens: frozenset[str] = NO_WORDS
    """Words of classes and ids."""
    level: int = 0
    """That of a heading close by."""


BODY = Around()


@dataclass(slots=True, eq=False)
class Frame:
    """An open element."""

    tag: str
    number: int
    """Its place among the elements of the document."""
    parent: Frame | None
    """None for body."""
    attrib: Mapping[str, str]
    hidden: bool
    """It or an ancestor says that it is not shown."""
    itemprop: str | None = None
    """Its own or the nearest ancestor's, up to `PROPERTY_LIMIT` characters."""
    began: int | None = None
    """For an inline element the characters that its block had when it began; None for a block."""
    watched: bool = False
    """Its text is wanted as a value."""
    inner: Around | None = None
    """What its children have around them; None until one of them asks."""
    chain: tuple[int, ...] = ()
    """With `inner`: its number, then those of the elements around it, nearest first, without html and body."""

    @property
    def tokens(self) -> frozenset[str]:
        """Words of its class and id."""
        return words_of(names_of(self.attrib))

    def around(self) -> Around:
        """What stands around it."""
        parent = self.parent
        return (parent.inner or parent.inside()) if parent else BODY

    def container(self) -> tuple[int, ...]:
        """Its chain, where what is around it was asked for."""
        return (self.number, *self.parent.chain[: CHAIN_LIMIT - 1]) if self.parent else ()

    def inside(self) -> Around:
        """What stands around its children; each element is worked out once, and only those that come to hold text."""
        line: list[Frame] = []
        frame: Frame | None = self
        while frame and frame.inner is None:
            line.append(frame)
            frame = frame.parent
        around = (frame and frame.inner) or BODY
        for frame in reversed(line):
            if frame.parent:
                around = _within(around, frame.tag, names_of(frame.attrib))
            frame.inner, frame.chain = around, frame.container()
        return around


@lru_cache(maxsize=1024)
def _within(outer: Around, tag: str, names: str) -> Around:
    """What is around the children of such an element, where `outer` is around itself: pages are full of the same."""
    path = (tag, *outer.path[: CHAIN_LIMIT - 1])
    tokens, own = outer.tokens, words_of(names)
    if not own <= tokens and len(tokens) <= PATH_WORDS_LIMIT:
        tokens = tokens | own
    near = path[:NEAR]
    level = 0 if HEADINGS.isdisjoint(near) else next(LEVELS[tag] for tag in near if tag in LEVELS)
    return Around(path, tokens, level)


def names_of(attrib: Mapping[str, str]) -> str:
    """Class and id, up to `NAMES_LIMIT` characters."""
    if not attrib:
        return ""
    names, name = attrib.get("class"), attrib.get("id")
    return (f"{names} {name}" if names and name else names or name or "")[:NAMES_LIMIT]


def is_hidden(attrib: Mapping[str, str]) -> bool:
    """Whether an element says of itself that it is not shown.

    >>> is_hidden({"style": "color: red; display: none"}), is_hidden({"style": "display: block"})
    (True, False)
    """
    if "hidden" in attrib or attrib.get("aria-hidden") == "true":
        return True
    return "style" in attrib and _hides(attrib["style"][:STYLE_LIMIT])


@lru_cache(maxsize=1024)
def _hides(style: str) -> bool:
    style = style.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
