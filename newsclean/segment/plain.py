"""Plain text: lines to blocks, with hard wraps and inline fragments joined.

A dump shows how it was made. Where lines end at one right margin (`lynx -dump`, `w3m -dump`, `pandoc -t plain`) a line
goes on in the next when the next word would not have fitted. Where lines begin with a comma (`get_text("\\n")` breaks
at each inline tag) a line goes on in what cannot begin a paragraph. In Markdown, known by its links or its headings,
blank lines end paragraphs. Everywhere else a line is a block; one into which a tool ran a page together is cut first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, count, pairwise, repeat
from typing import NamedTuple

from newsclean.document import Block
from newsclean.lang import Language
from newsclean.segment.clean import (
    is_markdown,
    is_underline,
    level_of,
    marks_of,
    one_line,
    without_bullet,
    without_markdown,
    without_marks,
)
from newsclean.segment.glued import apart, is_glued

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
TITLE = 20
"""Characters of a headline that the page's title begins with."""
PLACE = 40
"""Characters of a dateline's place in capitals, at most."""
DASHES = frozenset("-–—")
NAME = 4
"""Words of a name under a by-word that stands alone, at most."""
LONG = 40
"""Characters from which an unfinished line is taken for prose rather than for a label."""

MARKDOWN_WIDTH = 78
"""Columns at which html2text wraps lines, headings too."""
MARKDOWN = frozenset("#>|`")
"""What begins a block of its own in Markdown, where any other line goes on with the one before it."""
BREAKS = ("  \n", "  \r\n")
"""What ends a line of Markdown that is broken on purpose."""
CLOSERS = frozenset(".,;:!?)]}%…’”»、。，」』）")
ENDERS = frozenset(".!?…。！？؟।:")
OPENERS = frozenset("([{“‘«„「『（")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
"""Quotes of a headline as tools print them in a title."""
QUOTES = frozenset("”\"»’')")


class Lines(NamedTuple):
    """The lines of a text that say something."""

    blocks: list[Block]
    """Each as a block of its own; their spans partition the text."""
    rows: list[str]
    """Each as it stands, with its end."""


Joins = Callable[[int, int], bool]
"""Whether the line of this index, its block being so many characters long, goes on in the next."""


def blocks_of(text: str, words: Language) -> tuple[Block, ...]:
    """Cut a text into blocks, by the words of its language; their spans partition it, unless it says nothing.

    >>> from newsclean.lang import load
    >>> [b.text for b in blocks_of("A first line\\n\\nand another", load("en"))]
    ['A first line', 'and another']
    """
    lines = lines_of(text)
    if is_markdown(text):
        joined = _joined(lines, lambda i, _: _is_continued(lines, i))
        told = [(first._replace(level=level_of(row)), one_line(without_markdown(row))) for first, row in joined]
        return _spanning([(first, said) for first, said in told if said], len(text))
    if margin := right_margin(lines):
        return _spanning(_joined(lines, lambda i, _: _wraps(lines, i, margin)), len(text))
    if is_fragmented(lines):
        return _spanning(_joined(lines, lambda i, size: _goes_on(lines, i, size, words)), len(text))
    return tuple(lines.blocks)


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
    spans = _spans([line[0] for line in found], position)
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


def _spans(starts: list[int], size: int) -> Iterator[tuple[int, int]]:
    """Spans from each start to the next that partition so many characters."""
    return pairwise([0, *starts[1:], size])


def right_margin(lines: Lines) -> int:
    """Column at which the lines are wrapped, or 0 where they are not.

    It is the least width that nearly all lines keep; many of them must nearly reach it.
    """
    lengths = sorted([size for row in lines.rows if (size := len(row.rstrip())) > WRAP_RANGE[0] // 2])
    if len(lengths) < WRAP_LINES:
        return 0
    margin = lengths[min(len(lengths) - 1, int(len(lengths) * (1 - WRAP_OVER)))]
    if not WRAP_RANGE[0] <= margin <= WRAP_RANGE[1]:
        return 0
    long = [n for n in lengths if n > margin // 2]
    full = sum(1 for n in long if margin - 12 <= n <= margin)
    return margin if full >= max(WRAP_LINES, WRAP_FULL * len(long)) else 0


def _wraps(lines: Lines, i: int, margin: int) -> bool:
    following = lines.blocks[i + 1]
    if following.gap or following.bullet:
        return False
    first = lines.rows[i + 1].split(None, 1)[0]
    return len(lines.rows[i].rstrip()) + 1 + len(first) > margin


def _is_continued(lines: Lines, i: int) -> bool:
    """Whether a line of Markdown goes on in the next."""
    row, following = lines.rows[i], lines.blocks[i + 1]
    ended = row.endswith(BREAKS) or is_underline(lines.blocks[i].text)
    ended = ended or (row.lstrip()[0] == "#" and not _wraps(lines, i, MARKDOWN_WIDTH))
    return not (ended or following.gap or following.bullet or lines.rows[i + 1].lstrip()[0] in MARKDOWN)


def is_fragmented(lines: Lines) -> bool:
    """Whether lines break inside sentences, as `get_text("\\n")` leaves them."""
    broken = sum(1 for b in lines.blocks if _is_broken(b.text) and not b.gap)
    return broken >= max(FRAGMENT_LINES, FRAGMENT_SHARE * len(lines.blocks))


def _is_broken(text: str) -> bool:
    return (text[0] in CLOSERS and text[:2] != "..") or text in OPENERS


def _goes_on(lines: Lines, i: int, size: int, words: Language) -> bool:
    line, following, *others = lines.blocks[i : i + 3]
    if following.gap or _is_title(lines, i) or _is_title(lines, i + 1) or _is_teaser(lines, i, words):
        return False
    if following.bullet:  # or a dash behind the place of a dateline
        return line.text.isupper() and len(line.text) <= PLACE and lines.rows[i + 1].lstrip()[0] in DASHES
    last = line.text[-1]
    unclosed = line.text.rfind("(") > line.text.rfind(")")
    if unclosed or last in OPENERS or last == "," or _closes(following.text):
        return True
    if last in ENDERS:
        return False
    if following.text[0].islower():
        return not _opens_byline(lines, i + 1, words)
    rest = any(not b.gap and _is_rest(b.text) for b in others) and not _opens_byline(lines, i + 2, words)
    word = line.text.rsplit(None, 1)[-1]
    if word.lower() in words.stopwords and (rest or (size >= CLAUSE and word.islower())):  # "Sign in" is a button
        return True
    return rest and size >= LONG and last not in QUOTES


def _is_title(lines: Lines, i: int) -> bool:
    """Whether a line is the beginning of the page's title, which is the first line: then it is the whole headline."""
    size = len(lines.blocks[i].text)
    if not i or size < TITLE:
        return False
    text, title = (lines.blocks[n].text[: size + 1].translate(STRAIGHT).casefold() for n in (i, 0))
    return title.startswith(text) and not title[len(text) :].isalnum()


def _is_teaser(lines: Lines, i: int, words: Language) -> bool:
    """Whether a line is the title of another story: "Related:" stands over it."""
    return i > 0 and lines.blocks[i - 1].text.lower().rstrip(" :") in words.furniture.get("related", ())


def _opens_byline(lines: Lines, i: int, words: Language) -> bool:
    """Whether a line is a by-word, over a name of two or more words from which nothing goes on."""
    if i + 1 >= len(lines.blocks) or lines.blocks[i].text.lower() not in words.by:
        return False
    name, *others = lines.blocks[i + 1 : i + 3]
    parts = name.text.split()
    return 1 < len(parts) <= NAME and parts[0][0].isupper() and not any(_is_rest(after.text) for after in others)


def _is_rest(text: str) -> bool:
    return text[0].islower() or _closes(text)


def _closes(text: str) -> bool:
    """Whether a line begins with a closing sign, or closes a bracket that it does not open."""
    return text[0] in CLOSERS or text.find(")") > text.find("(") == -1


def _joined(lines: Lines, joins: Joins) -> list[tuple[Block, str]]:
    """The first line of each block, and its lines as one."""
    told: list[tuple[Block, list[str]]] = []
    size = 0
    for i, line in enumerate(lines.blocks):
        if told and joins(i - 1, size):
            parts = told[-1][1]
            text = one_line(lines.rows[i]) if line.bullet else line.text
            glued = text[0] in CLOSERS or parts[-1][-1] in OPENERS
            parts.append(text if glued else " " + text)
        else:
            told.append((line, [line.text]))
            size = 0
        size += len(line.text) + 1
    return [(first, "".join(parts)) for first, parts in told]


def _spanning(told: Sequence[tuple[Block, str]], size: int) -> tuple[Block, ...]:
    """Blocks of these texts, each from its first line up to that of the next."""
    spans = _spans([first.start for first, _ in told], size)
    return tuple(
        first._replace(start=start, end=end, text=words)
        for (first, words), (start, end) in zip(told, spans, strict=False)
    )
