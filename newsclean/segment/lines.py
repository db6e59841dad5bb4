"""The lines of a plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, count, pairwise, repeat
from typing import NamedTuple

from newsclean.document import Block
from newsclean.lang import month_names
from newsclean.segment.bullets import listed, without_bullet
from newsclean.segment.clean import is_link, marks_of, one_line, without_marks
from newsclean.segment.separated import long_lines, separate, separator_of, without_separator


class Lines(NamedTuple):
    """The lines of a text that say something."""

    blocks: list[Block]
    """Each as a block of its own; their spans partition the text."""
    rows: list[str]
    """Each as it stands, with its end, under those which are but the address of a link that began above it."""


def lines_of(text: str, code: str) -> Lines:
    """The lines that say something, cleaned, with the number of empty ones before each; a line that holds a
    page is cut first, by the words of the language of this code."""
    rows: list[str] = []
    found: list[tuple[int, str, int, int, int, bool, bool]] = []
    marks = marks_of(text)
    lines = text.splitlines(keepends=True)
    separator = separator_of(lines)
    pieces, runs_on = (separate(lines, separator), False) if separator else _cut(lines, code)
    numbers, months = listed(text), month_names(code)
    position, gap, above = 0, 0, ""
    for number, before, row in _rows(lines, pieces):
        said, bullet = row.strip(), False
        if separator:
            said = without_separator(said, separator)
        if said:
            bullet, said = without_bullet(without_marks(said, marks) if marks else said, numbers, months)
            said = one_line(said)
        if said:
            rows.append(above + row)
            above = ""
            column = 1 + before + len(row) - len(row.lstrip())
            found.append((position, said, number, column, gap, bullet, runs_on and before > 0))
            gap = 0
        elif marks and is_link(row.strip()):
            above += row
        else:
            gap += 1
        position += len(row)
    spans = spans_of([line[0] for line in found], position)
    blocks = [
        Block(start, end, said, number, column, gap, bullet, runs_on=behind)
        for (_, said, number, column, gap, bullet, behind), (start, end) in zip(found, spans, strict=False)
    ]
    return Lines(blocks, rows)


def _cut(lines: list[str], code: str) -> tuple[Iterator[list[str]] | None, bool]:
    """The elements that a tool ran together on a line, and whether with spaces; None where it did not."""
    if not long_lines(lines):
        return None, False
    from newsclean.segment.glued import apart, is_glued  # few texts hold such a line, and to compile what
    from newsclean.segment.run_on import is_run_on, sentences  # they look for takes milliseconds

    if is_run_on(lines):
        return sentences(lines, code), True
    return apart(lines) if is_glued(lines) else None, False


def _rows(lines: list[str], pieces: Iterator[list[str]] | None) -> Iterator[tuple[int, int, str]]:
    """Number of each line, characters of it that stand before, and its text; of a line in pieces, each."""
    if pieces is None:
        return zip(count(1), repeat(0), lines, strict=False)
    found = ((n, accumulate(map(len, row), initial=0), row) for n, row in enumerate(pieces, 1))
    return ((n, before, piece) for n, starts, row in found for before, piece in zip(starts, row, strict=False))


def spans_of(starts: list[int], size: int) -> Iterator[tuple[int, int]]:
    """Spans from each start to the next that partition so many characters."""
    return pairwise([0, *starts[1:], size])
