"""Elements whose text is wanted as a value: microdata properties and links to authors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsclean.segment.clean import one_line
from newsclean.segment.frames import Frame
from newsclean.segment.head import Head, Scope

AUTHOR_PAGE = re.compile(
    r"/(?:aut(?:h?ors?|eurs?|ores?|oren|ori)|by|bylines?|contributors?|columnists?|journalists?|reporters?|redakteure?"
    r"|writers?|profiles?|staff)/",
    re.IGNORECASE,
)
"""Addresses of authors' pages, in the words that publishing systems use."""
ADDRESS = 2_000
"""Characters of an address that is looked at."""
LENGTH = 2_000
"""Characters of an element's text that is kept."""
NESTED = 8
"""Elements inside one another whose text is kept."""
ATTRIBUTES = ("content", "datetime", "href", "src")
"""Attributes that hold the value of a property, the likeliest first."""


@dataclass(slots=True)
class _Capture:
    """An element that is open."""

    frame: Frame
    prop: str | None
    """Its microdata property; None for a link to an author."""
    parts: list[str] = field(default_factory=list)
    size: int = 0


class Values:
    """Watches the elements that stand open; properties go to the head, links to who asks."""

    def __init__(self, head: Head) -> None:
        """`head` takes the properties."""
        self._head = head
        self._scopes: list[Scope] = []
        self.open: list[_Capture] = []
        """Elements whose text is being taken: while there are none, `data` need not be called."""

    def start(self, frame: Frame) -> None:
        """An element begins; where it is watched from now on, its end must be told too."""
        attrib = frame.attrib
        name = attrib.get("itemprop", "")[:LENGTH]
        frame.watched = bool(name) or "itemscope" in attrib
        if "itemscope" in attrib:
            self._scopes.append(Scope(frame.number, name, attrib.get("itemtype", "")[:LENGTH]))
        elif name and ("content" in attrib or (frame.tag != "a" and _stated(attrib))):
            self.void(attrib)
        elif name:
            self._capture(frame, name)

    def link(self, frame: Frame) -> None:
        """A link begins; it is watched where it leads to an author."""
        if _leads_to_author(frame.attrib):
            frame.watched = True
            self._capture(frame, None)

    def void(self, attrib: Mapping[str, str]) -> None:
        """An element without content."""
        value = _stated(attrib) if "itemprop" in attrib else None
        if value:
            self._head.property(attrib["itemprop"][:LENGTH], value, tuple(self._scopes))

    def data(self, text: str) -> None:
        """Characters."""
        for capture in self.open:
            if capture.size < LENGTH:
                capture.parts.append(text)
                capture.size += len(text)

    def end(self, frame: Frame) -> str | None:
        """A watched element ends; the text of a link to an author."""
        link = None
        while self.open and self.open[-1].frame is frame:
            capture = self.open.pop()
            value = one_line("".join(capture.parts))[:LENGTH]
            if capture.prop is None:
                link = value or None
            else:
                self._head.property(capture.prop, value, tuple(self._scopes))
        if self._scopes and self._scopes[-1].number == frame.number:
            self._scopes.pop()
        return link

    def _capture(self, frame: Frame, prop: str | None) -> None:
        if len(self.open) < NESTED:
            self.open.append(_Capture(frame, prop))


def _stated(attrib: Mapping[str, str]) -> str | None:
    return next((attrib[key][:LENGTH] for key in ATTRIBUTES if attrib.get(key)), None)


def _leads_to_author(attrib: Mapping[str, str]) -> bool:
    return "author" in attrib.get("rel", "").split() or AUTHOR_PAGE.search(attrib.get("href", "")[:ADDRESS]) is not None
