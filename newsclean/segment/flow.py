"""The text of a document as it flows into blocks."""

from __future__ import annotations

from newsclean.segment.draft import Draft
from newsclean.segment.frames import Frame
from newsclean.segment.places import Places
from newsclean.segment.tags import PARAGRAPHS

HEADLINE = "h1"
"""The heading whose kicker becomes a block of its own."""


class Flow:
    """Gathers text into drafts of blocks; who knows the elements tells where a block begins and ends."""

    def __init__(self, source: str, outermost: Frame) -> None:
        """`source` is the document, and the outermost block holds what no other does."""
        self.drafts: list[Draft] = []
        self.blocks = [outermost]
        """Blocks that stand open."""
        self.draft = Draft()
        """The one that text goes to."""
        self.gap = 0
        """Blank lines before the next block."""
        self.bullet = False
        """A list marker stands before the next block."""
        self.interrupted: list[tuple[Frame, Draft]] = []
        """Hidden parts of a paragraph that stand open, and what the paragraph had before each."""
        self.waiting: list[Draft] = []
        """Hidden parts that follow the paragraph."""
        self._places = Places(source)

    def flush(self) -> None:
        """The text so far becomes a block."""
        draft = self.draft
        if draft.size:
            frame = self.blocks[-1]
            over = draft.cut() if frame.tag == HEADLINE else None
            if over:
                self._take(*over)
            self._take(draft, frame)
            self.draft = Draft()
        if self.waiting:
            self.drafts += self.waiting
            self.waiting = []

    def _take(self, draft: Draft, frame: Frame) -> None:
        if draft.finish(frame):
            draft.hidden = frame.hidden or bool(self.interrupted)
            draft.gap, draft.bullet = self.gap, self.bullet
            draft.place = self._places.find(draft.first)
            self.drafts.append(draft)
            self.gap = 0
            self.bullet = False

    def interrupt(self, part: Frame) -> None:
        """A hidden part of a paragraph begins."""
        self.interrupted.append((part, self.draft))
        self.draft = Draft()

    def resume(self) -> None:
        """A hidden part of a paragraph ends: it becomes a block of its own behind the paragraph."""
        part, outer = self.interrupted.pop()
        draft = self.draft
        if draft.size and draft.finish(part):
            draft.hidden = True
            draft.place = self._places.find(draft.first)
            self.waiting.append(draft)
        self.draft = outer

    def line_break(self) -> None:
        """One line break is a space in a paragraph, else the end of a line; two are the end of a paragraph."""
        draft = self.draft
        draft.breaks += 1
        if draft.breaks > 1 or self.blocks[-1].tag not in PARAGRAPHS:
            self.flush()
            self.gap = max(self.gap, int(draft.breaks > 1))
            self.draft.breaks = draft.breaks
        else:
            draft.add(" ")

    def paragraphs(self, data: str, links: int) -> str:
        """Blank lines in preformatted text end paragraphs; what follows the last is left to the caller."""
        *closed, data = data.split("\n\n")
        for piece in closed:
            self.draft.add(piece, links)
            self.flush()
            self.gap = 1
        return data

    def credit(self, author: str) -> None:
        """A link to an author ends: it belongs to the open block, or to the last one where it held that."""
        draft = self.draft if self.draft.size or not self.drafts else self.drafts[-1]
        draft.author_links += (author,)
