"""The lines of a plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, count, pairwise, repeat
from typing import NamedTuple

from newsclean.document import Block
from newsclean.segment.clean import marks_of, one_line, without_bullet, without_marks
from newsclean.segment.glued import apart, is_glued


class Lines(NamedTuple):
    """The lines of a text that say something."""

    blocks: list[Block]
    """Each as a block of its own; their spans partition the text."""
    rows: list[str]
    """Each as it stands, with its end."""


def lines_of(text: str) -> Lines:
    """The lines that say something, cleaned, with the number of empty ones before each."""
    rows: list[str] = []
    found: list[tuple[int, str, int, int, int, bool]] = []
    marks = marks_of(text)
    position = gap = 0
    for number, before, row in _rows(text):
        said, bullet = row.strip(), False
        if said:
            bullet, said = without_bullet(without_marks(said, marks) if marks else said)
            said = one_line(said)
        if said:
            rows.append(row)
            found.append((position, said, number, 1 + before + len(row) - len(row.lstrip()), gap, bullet))
            gap = 0
        else:
            gap += 1
        position += len(row)
    spans = spans_of([line[0] for line in found], position)
    blocks = [
        Block(start, end, said, number, column, gap, bullet)
        for (_, said, number, column, gap, bullet), (start, end) in zip(found, spans, strict=False)
    ]
    return Lines(blocks, rows)


def _rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Number of each line, characters of it that stand before, and its text; where elements ran together, each."""
    lines = text.splitlines(keepends=True)
    if not is_glued(lines):
        return zip(count(1), repeat(0), lines, strict=False)
    found = ((n, accumulate(map(len, pieces), initial=0), pieces) for n, pieces in enumerate(apart(lines), 1))
    return ((n, before, piece) for n, starts, pieces in found for before, piece in zip(starts, pieces, strict=False))


def spans_of(starts: list[int], size: int) -> Iterator[tuple[int, int]]:
    """Spans from each start to the next that partition so many characters."""
    return pairwise([0, *starts[1:], size])
