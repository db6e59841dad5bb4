"""HTML to drafts of blocks: block elements in document order, the inline elements in them joined."""

from __future__ import annotations

from collections.abc import Mapping

from newsclean.segment.frames import Frame
from newsclean.segment.head import Head
from newsclean.segment.inline import Draft, Inline
from newsclean.segment.limits import MAX_DEPTH, MAX_ELEMENTS, TooDeep
from newsclean.segment.pictures import Shown, shown
from newsclean.segment.places import Places
from newsclean.segment.rows import Rows
from newsclean.segment.tags import BLOCKS, DROPPED, IMAGES, MARGINS, OUTER, PARAGRAPHS, PLAIN, SMALL, TOUCHING, VOID
from newsclean.segment.values import Values

NOTHING: Mapping[str, str] = {}


class Reader:
    """Takes the events of a document; what it read is in `drafts`, `shown` and `head`."""

    def __init__(self, source: str, scripting: bool = True) -> None:
        """`source` is the document; without scripting what noscript holds counts as text."""
        self.drafts: list[Draft] = []
        self.shown: list[Shown] = []
        self.head = Head()
        self._dropped_tags = DROPPED | {"noscript"} if scripting else DROPPED
        self._places = Places(source)
        self._elements = 0
        self._depth = 0
        self._dropped = 0
        self._in_noscript = False
        self._raw: list[str] | None = None
        self._stack = [Frame("body", 0, None, {})]
        self._blocks = self._stack[:]
        self._values = Values(self.head)
        self._links = 0
        self._preformatted = 0
        self._inline = Inline()
        self._interrupted: list[tuple[Frame, Inline]] = []
        self._waiting: list[Draft] = []
        self._rows = Rows(self.drafts)
        self._gap = 0
        self._bullet = False

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element begins."""
        attrib = attrib or NOTHING  # lxml's own empty mapping is slow
        self._elements += 1
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooDeep(f"nests deeper than {MAX_DEPTH:,} elements")
        if self._elements > MAX_ELEMENTS:
            raise TooDeep(f"holds more than {MAX_ELEMENTS:,} elements")
        if self._dropped:
            self._dropped += 1
            if self._in_noscript and tag == "img":
                self._image(attrib)
        elif tag in self._dropped_tags:
            self._drop(tag, attrib)
        elif tag in VOID:
            self._void(tag, attrib)
        elif tag in OUTER:
            self.head.language = self.head.language or attrib.get("lang") or attrib.get("xml:lang")
        elif tag in PLAIN and not attrib:
            if tag not in TOUCHING:
                self._inline.seam()
            self._stack.append(self._stack[-1])
        else:
            self._open(tag, attrib)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._depth -= 1
        if self._dropped:
            self._dropped -= 1
            if not self._dropped:
                self._undrop(tag)
        elif tag in VOID or tag in OUTER:
            return
        elif len(self._stack) > 1:
            frame = self._stack.pop()
            if frame is self._stack[-1]:
                self._inline.sealed = tag not in TOUCHING
            else:
                self._close(frame)

    def data(self, data: str) -> None:
        """Characters."""
        if self._dropped:
            if self._raw is not None:
                self._raw.append(data)
            return
        self._values.data(data)
        if self._preformatted and "\n\n" in data:
            *closed, data = data.split("\n\n")
            for piece in closed:
                self._inline.add(piece, self._links > 0)
                self._flush()
                self._gap = 1
        self._inline.add(data, self._links > 0)

    def close(self) -> None:
        """The document ends."""
        self._flush()

    def _drop(self, tag: str, attrib: Mapping[str, str]) -> None:
        self._dropped = 1
        self._in_noscript = tag == "noscript"
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

    def _void(self, tag: str, attrib: Mapping[str, str]) -> None:
        self._values.void(attrib)
        if tag == "meta":
            self.head.meta(attrib)
        elif tag == "link":
            self.head.link(attrib)
        elif tag == "br":
            self._break()
        elif tag == "hr":
            self._flush()
            self._gap = 1
        elif tag == "img":
            self._image(attrib)

    def _break(self) -> None:
        """One line break is a space in a paragraph, else the end of a line; two are the end of a paragraph."""
        inline = self._inline
        inline.breaks += 1
        if inline.breaks > 1 or self._blocks[-1].tag not in PARAGRAPHS:
            self._flush()
            self._gap = max(self._gap, int(inline.breaks > 1))
            self._inline.breaks = inline.breaks
        else:
            inline.add(" ", False)

    def _image(self, attrib: Mapping[str, str]) -> None:
        place = len(self.drafts) + (self._inline.size > 0)
        found = shown(attrib, self._stack[-1].settle(), place)
        if found:
            self.shown.append(found)

    def _open(self, tag: str, attrib: Mapping[str, str]) -> None:
        holder = self._blocks[-1]
        block = tag in BLOCKS or "-" in tag
        if block and holder.tag in PARAGRAPHS and (tag in SMALL or "-" in tag) and self._inline.size:
            block = False
        if block:
            self._flush()
        elif tag not in TOUCHING:
            self._inline.seam()
        frame = Frame(tag, self._elements, self._stack[-1], attrib, block, self._inline.size)
        if block:
            self._open_block(frame)
        elif frame.hidden and not self._stack[-1].hidden:
            self._interrupted.append((frame, self._inline))
            self._inline = Inline()
        self._stack.append(frame)
        if tag == "a":
            self._links += 1
        elif tag == "time":
            self._inline.datetime = self._inline.datetime or attrib.get("datetime")
        elif tag in IMAGES:
            self._image(attrib)
        if attrib:
            self._values.start(frame, attrib)

    def _open_block(self, frame: Frame) -> None:
        self._blocks.append(frame)
        if frame.tag in MARGINS:
            self._gap = 1
        if frame.tag == "li":
            self._bullet = True
        self._preformatted += frame.tag == "pre"
        self._rows.start(frame)

    def _close(self, frame: Frame) -> None:
        if frame.block:
            self._flush()
            self._blocks.pop()
            if frame.tag in MARGINS:
                self._gap = 1
            if frame.tag == "li":
                self._bullet = False
            self._preformatted -= frame.tag == "pre"
            self._rows.end(frame)
        else:
            self._inline.close(frame)
            if self._interrupted and self._interrupted[-1][0] is frame:
                self._resume()
        if frame.tag == "a":
            self._links -= 1
        link = self._values.end(frame)
        if link:
            self._credit(link)

    def _credit(self, author: str) -> None:
        """A link to an author ends: it belongs to the open block, or to the last one where it held that."""
        if self._inline.size or not self.drafts:
            self._inline.author_links.append(author)
        else:
            self.drafts[-1].author_links += (author,)

    def _resume(self) -> None:
        """A hidden part of a paragraph ends: it becomes a block of its own behind the paragraph."""
        frame, outer = self._interrupted.pop()
        draft = self._inline.draft(frame, True, 0, False) if self._inline.size else None
        if draft:
            draft.place = self._places.find(draft.first)
            self._waiting.append(draft)
        self._inline = outer

    def _flush(self) -> None:
        """The text so far becomes a block."""
        if self._inline.size:
            frame = self._blocks[-1]
            hidden = frame.hidden or bool(self._interrupted)
            draft = self._inline.draft(frame, hidden, self._gap, self._bullet)
            if draft:
                draft.place = self._places.find(draft.first)
                self.drafts.append(draft)
                self._gap = 0
                self._bullet = False
            self._inline = Inline()
        if self._waiting:
            self.drafts += self._waiting
            self._waiting = []
