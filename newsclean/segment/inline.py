"""The text of one block while its inline elements are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsclean.segment.clean import one_line
from newsclean.segment.frames import Frame

SEAM = "\0"
"""Stands where one inline element ends and the next begins with nothing between; the parser passes no NUL on."""
_WORDS_MEET = re.compile(r"(?<=[^\s\0(\[“‘«/-])\0(?=[\w(“‘«])")


@dataclass(slots=True)
class Draft:
    """A block to be; its frame knows the rest."""

    text: str
    frame: Frame
    first: str
    """Its first piece of text as the parser gave it."""
    tokens: frozenset[str] = frozenset()
    """Words of the block's element and of inline elements that hold all of its text."""
    itemprop: str | None = None
    link_share: float = 0.0
    datetime: str | None = None
    author_links: tuple[str, ...] = ()
    hidden: bool = False
    gap: int = 0
    bullet: bool = False
    place: tuple[int, int] = (1, 1)


@dataclass(slots=True)
class Inline:
    """What a block holds so far."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    """Characters that are not white space around a piece."""
    linked: int = 0
    """Those of them that stand in links."""
    first: str = ""
    datetime: str | None = None
    author_links: list[str] = field(default_factory=list)
    breaks: int = 0
    """Line breaks since the last text."""
    sealed: bool = False
    """An inline element has just ended."""
    seamed: bool = False
    covered: int = 0
    """Size when the last element that began before all text ended."""
    cover: frozenset[str] = frozenset()
    """Words of the elements that hold the first `covered` characters."""
    itemprop: str | None = None

    def add(self, text: str, linked: bool) -> None:
        """Take a piece of text."""
        shown = len(text.strip())
        if shown:
            self.parts.append(text)
            self.first = self.first or text
            self.size += shown
            self.breaks = 0
            if linked:
                self.linked += shown
        elif self.size:
            self.parts.append(" ")
        self.sealed = False

    def seam(self) -> None:
        """An inline element begins; two words that only its tags part must not become one."""
        if self.sealed and self.size:
            self.parts.append(SEAM)
            self.sealed = False
            self.seamed = True

    def close(self, frame: Frame) -> None:
        """An inline element ends."""
        self.sealed = True
        if frame.began == 0 and self.size:
            self.cover = frame.tokens | self.cover if self.size == self.covered else frame.tokens
            self.itemprop = (self.itemprop if self.size == self.covered else None) or frame.itemprop
            self.covered = self.size

    def draft(self, frame: Frame, hidden: bool, gap: int, bullet: bool) -> Draft | None:
        """The block; None where nothing was said."""
        text = "".join(self.parts)
        if self.seamed:
            text = _WORDS_MEET.sub(" ", text).replace(SEAM, "")
        text = one_line(text)
        if not text:
            return None
        whole = self.covered == self.size
        return Draft(
            text=text,
            frame=frame.settle(),
            first=self.first,
            tokens=frame.tokens | self.cover if whole and self.cover else frame.tokens,
            itemprop=(self.itemprop if whole else None) or frame.itemprop,
            link_share=round(self.linked / self.size, 3),
            datetime=self.datetime,
            author_links=tuple(self.author_links),
            hidden=hidden,
            gap=gap,
            bullet=bullet,
        )
