"""Rows of tables: one block a row, where the table holds data and not the layout of a page."""

from __future__ import annotations

from newsclean.segment.draft import Draft
from newsclean.segment.frames import Frame

CELL = 200
"""Characters of a cell with data; longer ones are columns of a layout."""
NESTED = 64
"""Rows inside one another that are kept track of."""


class Rows:
    """Watches the rows that stand open and joins the drafts of their cells."""

    def __init__(self, drafts: list[Draft]) -> None:
        """`drafts` is the list that the cells go to, and that rows are joined in."""
        self._drafts = drafts
        self._open: list[tuple[Frame, int]] = []
        self._cell = 0
        self._simple = True

    def start(self, frame: Frame) -> None:
        """A row or cell begins."""
        if frame.tag == "tr":
            self._simple = len(self._open) < NESTED
            if self._simple:
                self._open.append((frame, len(self._drafts)))
        else:
            self._cell = len(self._drafts)

    def end(self, frame: Frame) -> None:
        """A row or cell ends."""
        if frame.tag != "tr":
            self._simple = self._simple and len(self._drafts) - self._cell <= 1
        elif self._open and self._open[-1][0] is frame:
            _, first = self._open.pop()
            cells = self._drafts[first:]
            if self._simple and len(cells) > 1 and all(len(cell.text) <= CELL for cell in cells):
                self._drafts[first:] = [_joined(cells, frame)]
            self._simple = not self._open  # a row that holds a table is layout


def _joined(cells: list[Draft], frame: Frame) -> Draft:
    row = Draft()
    row.frame = frame
    row.text = " | ".join(cell.text for cell in cells)
    row.size = sum(cell.size for cell in cells)
    row.linked = sum(cell.linked for cell in cells)
    row.datetime = next((cell.datetime for cell in cells if cell.datetime), None)
    row.author_links = tuple(link for cell in cells for link in cell.author_links)
    row.hidden = all(cell.hidden for cell in cells)
    row.gap = cells[0].gap
    row.place = cells[0].place
    return row
