"""A block to be: its text while its inline elements are joined, and what is known of it then."""

from __future__ import annotations

import re

from newsclean.segment.clean import one_line
from newsclean.segment.frames import Frame
from newsclean.segment.tags import KICKERS

SEAM = "\0"
"""Stands where one inline element ends and the next begins with nothing between; the parser passes no NUL on."""
_WORDS_MEET = re.compile(r"(?<=[^\s\0(\[“‘«/-])\0(?=[\w(“‘«])")


class Draft:
    """A block to be. What most blocks leave as it is stands with the class, since there are many."""

    frame: Frame
    """Its element."""
    text: str
    linked: int = 0
    """Characters that stand in links, counted as `size` is."""
    first: str = ""
    """The first piece of text as the parser gave it."""
    datetime: str | None = None
    author_links: tuple[str, ...] = ()
    breaks: int = 0
    """Line breaks since the last text."""
    seamed: bool = False
    covered: int = 0
    """Size when the last element that began before all text ended."""
    cover: tuple[Frame, ...] = ()
    """The elements that hold the first `covered` characters, inner ones first."""
    over: tuple[Frame, int, int, int] | None = None
    """The kicker that opened it, and how many of its parts, its characters and those in links that has."""
    kicker: bool = False
    """It opened a heading and was cut off."""
    hidden: bool = False
    gap: int = 0
    bullet: bool = False
    place: tuple[int, int] = (1, 1)

    def __init__(self) -> None:
        """Nothing yet."""
        self.parts: list[str] = []
        self.size = 0
        """Characters that are not white space around a piece."""
        self.sealed = False
        """An inline element has just ended."""

    def add(self, text: str, links: int = 0) -> None:
        """Take a piece of text that stands in so many links."""
        shown = len(text.strip())
        if shown:
            if not self.size:
                self.first = text
            self.parts.append(text)
            self.size += shown
            self.breaks = 0
            if links:
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

    def end_part(self, part: Frame) -> None:
        """An inline element ends."""
        self.sealed = True
        if part.began == 0 and self.size:
            self.cover = (*self.cover, part) if self.covered == self.size else (part,)
            self.covered = self.size

    def end_opening(self, part: Frame) -> None:
        """An inline element of a headline ends, which is its kicker if it opened it and says so."""
        if self.over is None and part.began == 0 and self.size and not part.tokens.isdisjoint(KICKERS):
            self.over = part, len(self.parts), self.size, self.linked

    def cut(self) -> tuple[Draft, Frame] | None:
        """Its kicker, cut off, and the element of that; one that goes on after a colon is a part of the headline."""
        if self.over is None:
            return None
        part, count, size, linked = self.over
        rest = [piece for piece in self.parts[count:] if piece != SEAM and piece.strip()]
        if not rest or rest[0].lstrip().startswith(":"):
            return None
        before = Draft()
        before.kicker, before.first, before.seamed = True, self.first, self.seamed
        before.parts, before.size, before.linked = self.parts[:count], size, linked
        self.parts, self.first = self.parts[count:], rest[0]
        self.size, self.covered, self.linked = self.size - size, self.covered - size, self.linked - linked
        return before, part

    def finish(self, frame: Frame) -> bool:
        """All text is there; False where it says nothing."""
        text = "".join(self.parts)
        if self.seamed:
            text = _WORDS_MEET.sub(" ", text).replace(SEAM, "")
        self.text = one_line(text)
        self.frame = frame
        if self.covered != self.size:
            self.cover = ()
        return bool(self.text)

    @property
    def tokens(self) -> frozenset[str]:
        """Words of its element and of inline elements that hold all of its text."""
        own = self.frame.tokens
        for part in self.cover:
            if tokens := part.tokens:
                own |= tokens
        return own

    @property
    def itemprop(self) -> str | None:
        """The nearest of all that hold its text."""
        return (self.cover[0] if self.cover else self.frame).itemprop

    @property
    def link_share(self) -> float:
        """Share of its characters that stand in links, 0..1."""
        return round(self.linked / self.size, 3) if self.linked else 0.0
