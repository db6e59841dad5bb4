"""HTML to drafts of blocks: block elements in document order, the inline elements in them joined.

A page of news has about 1,100 elements, so what is done for each is kept to the least: the tag alone tells by one
look-up which method takes it, and what few elements need is asked for where those begin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclean.limits import DEFAULT, Limits
from newsclean.segment import tags
from newsclean.segment.flow import HEADLINE, Flow
from newsclean.segment.frames import PROPERTY_LIMIT, TELLING, Frame, is_hidden
from newsclean.segment.head import Head
from newsclean.segment.limits import TooDeep
from newsclean.segment.pictures import Shown, shown
from newsclean.segment.rows import Rows
from newsclean.segment.tags import CELLS, MARGINS, PARAGRAPHS, STATEFUL, TOUCHING, VOID
from newsclean.segment.values import Values

NOTHING: Mapping[str, str] = {}


class Reader(Flow):
    """Takes the events of a document; what it read is in `drafts`, `shown` and `head`."""

    def __init__(self, source: str, scripting: bool = True, limits: Limits = DEFAULT) -> None:
        """`source` is the document; without scripting what noscript holds counts as text."""
        body = Frame("body", 0, None, NOTHING, False)
        super().__init__(source, body)
        self.shown: list[Shown] = []
        self.head = Head()
        self.noscript = False
        """Whether there is something for those without scripts."""
        self._openers = WITH_SCRIPTS if scripting else OPENERS
        self.attributes = 0
        """Those of the element that has the most."""
        self._limits = limits
        self._elements = 0
        self._dropped = 0
        self._in_noscript = False
        self._raw: list[str] | None = None
        self._stack = [body]
        self._values = Values(self.head)
        self._links = 0
        self._preformatted = 0
        self._rows = Rows(self.drafts)

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element begins."""
        self._elements += 1
        if self._elements > self._limits.max_elements:
            raise TooDeep(f"holds more than {self._limits.max_elements} elements: raise --max-elements")
        if len(self._stack) + self._dropped > self._limits.max_depth:
            raise TooDeep(f"nests deeper than {self._limits.max_depth} elements: raise --max-depth")
        if attrib and len(attrib) > self.attributes:
            self.attributes = len(attrib)
        if self._dropped:
            self._dropped += 1
            if self._in_noscript and tag == "img":
                self._image(tag, attrib)
        else:
            opener = self._openers.get(tag) or (Reader._small if "-" in tag else Reader._part)
            opener(self, tag, attrib or NOTHING)  # lxml's own empty mapping is slow

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._dropped:
            self._dropped -= 1
            if not self._dropped:
                self._undrop(tag)
        elif tag not in VOID and len(self._stack) > 1:
            frame = self._stack.pop()
            if frame is self._stack[-1]:
                self.draft.sealed = tag not in TOUCHING
            elif frame.began is None:
                self._end_block(frame)
            else:
                self._end_part(frame)

    def data(self, data: str) -> None:
        """Characters."""
        if self._dropped:
            if self._raw is not None:
                self._raw.append(data)
            return
        if self._values.open:
            self._values.data(data)
        if self._preformatted and "\n\n" in data:
            data = self.paragraphs(data, self._links)
        if self.draft.size or not data.isspace():  # most is white space between the tags of two blocks
            self.draft.add(data, self._links)

    def close(self) -> None:
        """The document ends."""
        self.flush()

    def _drop(self, tag: str, attrib: Mapping[str, str]) -> None:
        """What no reader sees."""
        self._dropped = 1
        self._in_noscript = tag == "noscript"
        self.noscript = self.noscript or self._in_noscript
        stated = tag == "script" and "ld+json" in attrib.get("type", "").lower()
        if stated or (tag == "title" and self.head.title is None):
            self._raw = []

    def _undrop(self, tag: str) -> None:
        if self._raw is not None:
            text = "".join(self._raw)
            if tag == "title":
                self.head.title = text
            else:
                self.head.scripts.append(text)
            self._raw = None

    def _outer(self, _: str, attrib: Mapping[str, str]) -> None:
        self.head.language = self.head.language or attrib.get("lang") or attrib.get("xml:lang")
        self._stack.append(self._stack[-1])

    def _void(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element without content: it ends at once."""
        self._values.void(attrib)
        if tag == "meta":
            self.head.meta(attrib)
        elif tag == "link":
            self.head.link(attrib)
        elif tag == "br":
            self.line_break()
        elif tag == "hr":
            self.flush()
            self.gap = 1

    def _image(self, _: str, attrib: Mapping[str, str]) -> None:
        self._values.void(attrib)
        self._show(attrib)

    def _show(self, attrib: Mapping[str, str]) -> None:
        found = shown(attrib, self._stack[-1], len(self.drafts) + (self.draft.size > 0))
        if found:
            self.shown.append(found)

    def _plain(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An inline element that is only one more level where it has no attributes."""
        if attrib:
            self._part(tag, attrib)
            return
        if tag not in TOUCHING:
            self.draft.seam()
        self._stack.append(self._stack[-1])

    def _small(self, tag: str, attrib: Mapping[str, str]) -> None:
        """A block that is none in a paragraph."""
        if self.draft.size and self.blocks[-1].tag in PARAGRAPHS:
            self._part(tag, attrib)
        else:
            self._block(tag, attrib)
        if tag in tags.IMAGES:
            self._show(attrib)

    def _part(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An inline element."""
        draft = self.draft
        if draft.sealed and tag not in TOUCHING:
            draft.seam()
        outer = self._stack[-1]
        frame = Frame(tag, self._elements, outer, attrib, outer.hidden, outer.itemprop, draft.size)
        self._stack.append(frame)
        if not TELLING.isdisjoint(attrib):
            self._heed(frame)
            if frame.hidden and not outer.hidden:
                self.interrupt(frame)

    def _link(self, tag: str, attrib: Mapping[str, str]) -> None:
        self._part(tag, attrib)
        self._links += 1
        if attrib:
            self._values.link(self._stack[-1])

    def _time(self, tag: str, attrib: Mapping[str, str]) -> None:
        self._part(tag, attrib)
        self.draft.datetime = self.draft.datetime or attrib.get("datetime")

    def _end_part(self, frame: Frame) -> None:
        self.draft.end_part(frame)
        if self.blocks[-1].tag == HEADLINE:
            self.draft.end_opening(frame)
        if frame.tag == "a":
            self._links -= 1
        if self.interrupted and self.interrupted[-1][0] is frame:
            self.resume()
        if frame.watched:
            self._end_watched(frame)

    def _block(self, tag: str, attrib: Mapping[str, str]) -> None:
        if self.draft.size or self.waiting:
            self.flush()
        outer = self._stack[-1]
        frame = Frame(tag, self._elements, outer, attrib, outer.hidden, outer.itemprop)
        self._stack.append(frame)
        self.blocks.append(frame)
        if tag in MARGINS:
            self.gap = 1
        if tag in STATEFUL:
            self.bullet = self.bullet or tag == "li"
            self._preformatted += tag == "pre"
            if tag in CELLS:
                self._rows.start(frame)
        if not TELLING.isdisjoint(attrib):
            self._heed(frame)

    def _end_block(self, frame: Frame) -> None:
        if self.draft.size or self.waiting:
            self.flush()
        self.blocks.pop()
        tag = frame.tag
        if tag in MARGINS:
            self.gap = 1
        if tag in STATEFUL:
            self.bullet = self.bullet and tag != "li"
            self._preformatted -= tag == "pre"
            if tag in CELLS:
                self._rows.end(frame)
        if frame.watched:
            self._end_watched(frame)

    def _heed(self, frame: Frame) -> None:
        """An element that says of itself more than most."""
        frame.hidden = frame.hidden or is_hidden(frame.attrib)
        frame.itemprop = frame.attrib.get("itemprop", "")[:PROPERTY_LIMIT] or frame.itemprop
        self._values.start(frame)

    def _end_watched(self, frame: Frame) -> None:
        author = self._values.end(frame)
        if author:
            self.credit(author)


Opener = Callable[[Reader, str, Mapping[str, str]], None]
OPENERS: dict[str, Opener] = {
    # What takes an element that begins; one that is not named here is inline.
    **dict.fromkeys(tags.BLOCKS, Reader._block),
    **dict.fromkeys((*tags.SMALL, *tags.IMAGES), Reader._small),
    **dict.fromkeys(tags.PLAIN, Reader._plain),
    **dict.fromkeys(tags.OUTER, Reader._outer),
    **dict.fromkeys(tags.VOID, Reader._void),
    **dict.fromkeys(tags.DROPPED, Reader._drop),
    "a": Reader._link,
    "img": Reader._image,
    "time": Reader._time,
}
WITH_SCRIPTS = {**OPENERS, "noscript": Reader._drop}
"""The same where what noscript holds is not shown."""
