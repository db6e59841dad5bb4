"""The elements that stand open while a document is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

WORDS_LIMIT = 24
"""Words of class and id that an element is known by; framework classes can be hundreds."""
CHAIN_LIMIT = 64
"""Ancestors that a block knows; real pages nest about 20 deep, so the limit only bounds hostile ones."""
PATH_WORDS_LIMIT = 400
"""Words that the ancestors of a block are known by, all together."""
STYLE_LIMIT = 2_000
"""Characters of a style attribute that is looked at."""
PROPERTY_LIMIT = 200
"""Characters of an itemprop."""
NO_WORDS: frozenset[str] = frozenset()

_WORD = re.compile(r"[A-Z]{2,20}(?![a-z])|[A-Z]?[a-z]{2,30}")


@lru_cache(maxsize=4096)
def words_of(names: str) -> frozenset[str]:
    """The words of a class or id attribute, in lower case.

    >>> sorted(words_of("ArticleBody main-text__p2"))
    ['article', 'body', 'main', 'text']
    """
    return frozenset(word.lower() for word in _WORD.findall(names[:500])[:WORDS_LIMIT])


class Frame:
    """An open element. What its ancestors say is worked out by `settle`, for those that come to hold a block."""

    __slots__ = (
        "began",
        "block",
        "chain",
        "hidden",
        "itemprop",
        "number",
        "parent",
        "path",
        "path_tokens",
        "settled",
        "tag",
        "tokens",
    )

    tag: str
    number: int
    """Its place among the elements of the document."""
    parent: Frame | None
    """None for body."""
    tokens: frozenset[str]
    """Words of its class and id."""
    block: bool
    """It is a block, or else a part of one."""
    began: int
    """Characters that the block had when this inline element began."""
    hidden: bool
    """It or an ancestor says that it is not shown."""
    itemprop: str | None
    """Its own or the nearest ancestor's."""
    path: tuple[str, ...]
    """Tags of its ancestors, nearest first, without html and body."""
    chain: tuple[int, ...]
    """Its number, then those of its ancestors in the order of `path`."""
    path_tokens: frozenset[str]
    """Words of its ancestors' classes and ids."""

    def __init__(
        self, tag: str, number: int, parent: Frame | None, attrib: Mapping[str, str], block: bool = True, began: int = 0
    ) -> None:
        """What the element says of itself; `attrib` are its attributes."""
        self.tag = tag
        self.number = number
        self.parent = parent
        self.block = block
        self.began = began
        self.settled = parent is None
        self.path, self.chain, self.path_tokens = (), (), NO_WORDS
        self.hidden, self.itemprop = (parent.hidden, parent.itemprop) if parent else (False, None)
        self.tokens = NO_WORDS
        if attrib:
            names = f"{attrib.get('class', '')} {attrib.get('id', '')}"
            if len(names) > 1:
                self.tokens = words_of(names)
            self.hidden = self.hidden or is_hidden(attrib)
            self.itemprop = attrib.get("itemprop", "")[:PROPERTY_LIMIT] or self.itemprop

    def settle(self) -> Frame:
        """Itself, with path, chain and path_tokens known; each element is worked out once."""
        line: list[Frame] = []
        frame = self
        while not frame.settled and frame.parent:
            line.append(frame)
            frame = frame.parent
        for frame in reversed(line):
            frame._inherit()
        return self

    def _inherit(self) -> None:
        up = self.parent
        self.settled = True
        self.chain = (self.number,)
        if up is None or up.parent is None:
            return
        self.chain = (self.number, *up.chain[: CHAIN_LIMIT - 1])
        self.path = (up.tag, *up.path[: CHAIN_LIMIT - 1])
        crowded = len(up.path_tokens) > PATH_WORDS_LIMIT
        self.path_tokens = up.path_tokens if crowded or not up.tokens else up.path_tokens | up.tokens


def is_hidden(attrib: Mapping[str, str]) -> bool:
    """Whether an element says of itself that it is not shown.

    >>> is_hidden({"style": "color: red; display: none"}), is_hidden({"style": "display: block"})
    (True, False)
    """
    if "hidden" in attrib or attrib.get("aria-hidden") == "true":
        return True
    style = attrib.get("style", "")[:STYLE_LIMIT].replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
