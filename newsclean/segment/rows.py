"""Rows of tables: one block a row, where the table holds data and not the layout of a page."""

from __future__ import annotations

from newsclean.segment.frames import Frame
from newsclean.segment.inline import Draft

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
        """A block element begins."""
        if frame.tag == "tr":
            self._simple = len(self._open) < NESTED
            if self._simple:
                self._open.append((frame, len(self._drafts)))
        elif frame.tag in ("td", "th"):
            self._cell = len(self._drafts)

    def end(self, frame: Frame) -> None:
        """A block element ends."""
        if frame.tag in ("td", "th"):
            self._simple = self._simple and len(self._drafts) - self._cell <= 1
        elif self._open and self._open[-1][0] is frame:
            _, first = self._open.pop()
            cells = self._drafts[first:]
            if self._simple and len(cells) > 1 and all(len(cell.text) <= CELL for cell in cells):
                self._drafts[first:] = [_joined(cells, frame)]
            self._simple = not self._open  # a row that holds a table is layout


def _joined(cells: list[Draft], frame: Frame) -> Draft:
    first = cells[0]
    size = sum(len(cell.text) for cell in cells)
    return Draft(
        text=" | ".join(cell.text for cell in cells),
        frame=frame.settle(),
        first=first.first,
        tokens=frame.tokens,
        itemprop=frame.itemprop,
        link_share=round(sum(cell.link_share * len(cell.text) for cell in cells) / size, 3),
        datetime=next((cell.datetime for cell in cells if cell.datetime), None),
        author_links=tuple(link for cell in cells for link in cell.author_links),
        hidden=all(cell.hidden for cell in cells),
        gap=first.gap,
        place=first.place,
    )
