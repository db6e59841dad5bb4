"""Plain text: lines to blocks, with hard wraps and inline fragments joined.

A dump shows how it was made. Where lines end at one right margin (`lynx -dump`, `w3m -dump`, `pandoc -t plain`) a line
goes on in the next when the next word would not have fitted. Where lines begin with a comma (`get_text("\\n")` breaks
at each inline tag) a line goes on in what cannot begin a paragraph. In Markdown, known by its links, blank lines end
paragraphs. Everywhere else a line is a block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.document import Block
from newsclean.segment.clean import is_markdown, marks_of, one_line, without_bullet, without_markdown, without_marks

WRAP_RANGE = (40, 140)
"""Right margins, in columns, that are taken for hard wrapping; the tools named above use 72 to 80."""
WRAP_FULL = 0.2
"""Share of the lines over half the margin that end within 12 columns of it, in a wrapped dump."""
WRAP_OVER = 0.03
"""Share of those lines that may stand over the margin: addresses, which no tool breaks."""
WRAP_LINES = 6
"""Lines that end within 12 columns of the margin, at least."""
FRAGMENT_LINES = 3
"""Lines that begin with closing punctuation, in a dump of fragments; other dumps of dev have fewer."""
FRAGMENT_SHARE = 0.004
"""And their share of all lines."""
CLAUSE = 25
"""Characters from which a line that ends in a function word is taken for the beginning of a sentence."""
LONG = 40
"""Characters from which an unfinished line is taken for prose rather than for a label."""

MARKDOWN = frozenset("#>|`")
"""What begins a block of its own in Markdown, where any other line goes on with the one before it."""
CLOSERS = frozenset(".,;:!?)]}%…’”»、。，」』）")
ENDERS = frozenset(".!?…。！？؟।:")
OPENERS = frozenset("([{“‘«„「『（")
QUOTES = frozenset("”\"»’')")


class Line(NamedTuple):
    """A line that says something."""

    start: int
    raw: str
    """As it stands, without its end."""
    text: str
    number: int
    column: int
    gap: int
    bullet: bool
    broken: bool = False
    """Two spaces end it: in Markdown a line break that is meant."""


Joins = Callable[[Line, int, Line, Line | None], bool]
"""Whether a line (its block being so many characters long) goes on in the next, given the one after."""


def blocks_of(text: str, stopwords: frozenset[str]) -> tuple[Block, ...]:
    """Cut a text into blocks; their spans partition it, unless it says nothing.

    >>> [b.text for b in blocks_of("A first line\\n\\nand another", frozenset())]
    ['A first line', 'and another']
    """
    lines = lines_of(text)
    margin = right_margin(lines)
    markdown = is_markdown(text)
    if markdown:
        joined = _joined(lines, lambda a, _size, b, _c: _is_continued(a, b))
        joined = [(first, one_line(without_markdown(words))) for first, words in joined]
        told = [(first, words) for first, words in joined if words]
    elif margin:
        told = _joined(lines, lambda a, _size, b, _c: _wraps(a, b, margin))
    elif is_fragmented(lines):
        told = _joined(lines, lambda a, size, b, c: _goes_on(a, size, b, c, stopwords))
    else:
        told = [(line, line.text) for line in lines]
    starts = [0, *(first.start for first, _ in told[1:]), len(text)] if told else []
    return tuple(
        Block(start, end, words, first.number, first.column, first.gap, first.bullet)
        for (first, words), (start, end) in zip(told, pairwise(starts), strict=True)
    )


def lines_of(text: str) -> list[Line]:
    """The lines that say something, cleaned, with the number of empty ones before each."""
    out: list[Line] = []
    marks = marks_of(text)
    position = gap = 0
    for number, row in enumerate(text.splitlines(keepends=True), 1):
        raw = row.rstrip()
        visible = raw.lstrip()
        bullet, said = without_bullet(without_marks(visible, marks) if marks else visible)
        shown = one_line(said) if said else ""
        if shown:
            column = 1 + len(raw) - len(visible)
            broken = len(row) - len(raw) > 2 and row.endswith(("  \n", "  \r\n"))
            out.append(Line(position, raw, shown, number, column, gap, bullet, broken))
            gap = 0
        else:
            gap += 1
        position += len(row)
    return out


def right_margin(lines: Sequence[Line]) -> int:
    """Column at which the lines are wrapped, or 0 where they are not.

    It is the least width that nearly all lines keep; many of them must nearly reach it.
    """
    lengths = sorted(len(line.raw) for line in lines if len(line.raw) > WRAP_RANGE[0] // 2)
    if len(lengths) < WRAP_LINES:
        return 0
    margin = lengths[min(len(lengths) - 1, int(len(lengths) * (1 - WRAP_OVER)))]
    if not WRAP_RANGE[0] <= margin <= WRAP_RANGE[1]:
        return 0
    long = [n for n in lengths if n > margin // 2]
    full = sum(1 for n in long if margin - 12 <= n <= margin)
    return margin if full >= max(WRAP_LINES, WRAP_FULL * len(long)) else 0


def _wraps(line: Line, following: Line, margin: int) -> bool:
    if following.gap or following.bullet:
        return False
    first = following.raw.split(None, 1)[0]
    return len(line.raw) + 1 + len(first) > margin


def _is_continued(line: Line, following: Line) -> bool:
    """Whether a line of Markdown goes on in the next."""
    ended = line.broken or line.raw.lstrip()[0] == "#"
    return not (ended or following.gap or following.bullet or following.raw.lstrip()[0] in MARKDOWN)


def is_fragmented(lines: Sequence[Line]) -> bool:
    """Whether lines break inside sentences, as `get_text("\\n")` leaves them."""
    broken = sum(1 for line in lines if not line.gap and line.text[0] in CLOSERS and line.text[:2] != "..")
    return broken >= max(FRAGMENT_LINES, FRAGMENT_SHARE * len(lines))


def _goes_on(line: Line, size: int, following: Line, third: Line | None, stopwords: frozenset[str]) -> bool:
    if following.gap or following.bullet:
        return False
    last = line.text[-1]
    if following.text[0] in CLOSERS or last in OPENERS or last == ",":
        return True
    if last in ENDERS:
        return False
    if following.text[0].islower():
        return True
    rest = third is not None and not third.gap and _is_rest(third.text)
    word = line.text.rsplit(None, 1)[-1]
    if word.lower() in stopwords and (rest or (size >= CLAUSE and word.islower())):  # "Sign in" is a button
        return True
    return rest and size >= LONG and last not in QUOTES


def _is_rest(text: str) -> bool:
    return text[0] in CLOSERS or text[0].islower()


def _joined(lines: Sequence[Line], joins: Joins) -> list[tuple[Line, str]]:
    """The first line of each block, and its lines as one."""
    blocks: list[tuple[Line, list[str]]] = []
    size = 0
    for i, line in enumerate(lines):
        third = lines[i + 1] if i + 1 < len(lines) else None
        if blocks and joins(lines[i - 1], size, line, third):
            parts = blocks[-1][1]
            glued = line.text[0] in CLOSERS or parts[-1][-1] in OPENERS
            parts.append(line.text if glued else " " + line.text)
        else:
            blocks.append((line, [line.text]))
            size = 0
        size += len(line.text) + 1
    return [(first, "".join(parts)) for first, parts in blocks]
