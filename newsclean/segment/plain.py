"""Plain text: lines to blocks, with hard wraps and inline fragments joined.

A dump shows how it was made. Where lines end at one right margin (`lynx -dump`, `w3m -dump`, `pandoc -t plain`) a line
goes on in the next when the next word would not have fitted. On printed pages (`pdftotext`) it goes on by what it says,
and where lines begin with a comma (`get_text("\\n")` breaks at each inline tag) in what cannot begin a paragraph. In
Markdown, known by its links or its headings, blank lines end paragraphs. Everywhere else a line is a block; one into
which a tool ran a page together, with spaces between its elements or without, is cut first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsclean.document import Block
from newsclean.lang import Language
from newsclean.segment.clean import FENCE, is_markdown, is_underline, level_of, one_line, without_markdown
from newsclean.segment.fragments import goes_on, is_fragmented
from newsclean.segment.lines import Lines, lines_of, spans_of
from newsclean.segment.ragged import is_ragged, runs_over
from newsclean.segment.wraps import QUOTE, Margin, glue, is_hyphenated, is_split, is_wrapped, right_margin

MARKDOWN_MARGIN = Margin(78)
"""Where html2text wraps lines, headings too."""
MARKDOWN = frozenset("#>|`:")
"""What begins a block of its own in Markdown, where any other line goes on with the one before it."""
BREAKS = ("  \n", "  \r\n")
"""What ends a line of Markdown that is broken on purpose."""
Joins = Callable[[int, int], bool]
"""Whether the line of this index, its block being so many characters long, goes on in the next."""


def blocks_of(text: str, words: Language) -> tuple[Block, ...]:
    """Cut a text into blocks, by the words of its language; their spans partition it, unless it says nothing.

    >>> from newsclean.lang import load
    >>> [b.text for b in blocks_of("A first line\\n\\nand another", load("en"))]
    ['A first line', 'and another']
    """
    lines = lines_of(text, words.code)
    runs_on = any(block.runs_on for block in lines.blocks)
    if is_markdown(text):
        joined = _joined(lines, lambda i, _: not runs_on and _is_continued(lines, i), words, hyphenated=False)
        told = [(first._replace(level=level_of(row)), one_line(without_markdown(row))) for first, row in joined]
        return _spanning([(first, said) for first, said in told if said], len(text))
    if runs_on:
        return tuple(lines.blocks)
    joins = _broken(lines, words)
    if joins is None:
        return tuple(lines.blocks)
    return _spanning(_joined(lines, joins, words, hyphenated=is_hyphenated(lines)), len(text))


def _broken(lines: Lines, words: Language) -> Joins | None:
    """Where lines go on, by the way in which the dump is broken; None where it is not."""
    margin = right_margin(lines)
    if not margin.at and is_fragmented(lines):
        return lambda i, size: goes_on(lines, i, size, words)
    if is_ragged(lines, margin):
        return lambda i, _: (margin.at > 0 and is_wrapped(lines, i, margin)) or runs_over(lines, i, words)
    return (lambda i, _: is_wrapped(lines, i, margin)) if margin.at else None


def _is_continued(lines: Lines, i: int) -> bool:
    """Whether a line of Markdown goes on in the next."""
    row, following = lines.rows[i], lines.blocks[i + 1]
    text = lines.blocks[i].text
    picture = text.startswith("![") and text.endswith(")")  # a caption stands under it
    ended = picture or row.endswith(BREAKS) or is_underline(text) or text.startswith(FENCE)
    first, opens = row.lstrip()[0], lines.rows[i + 1].lstrip()[0]
    ended = ended or (first == "#" and not is_wrapped(lines, i, MARKDOWN_MARGIN))
    if first == opens == QUOTE:
        return not (row.endswith(BREAKS) or following.gap or QUOTE in (text, following.text))
    return not (ended or following.gap or following.bullet or opens in MARKDOWN)


def _joined(lines: Lines, joins: Joins, words: Language, *, hyphenated: bool) -> list[tuple[Block, str]]:
    """The first line of each block, and its lines as one; `hyphenated` says whether words are split between them."""
    told: list[tuple[Block, list[str]]] = []
    size = 0
    for i, line in enumerate(lines.blocks):
        if told and joins(i - 1, size):
            parts = told[-1][1]
            text = one_line(lines.rows[i]) if line.bullet else line.text
            if text[0] == parts[0][0] == QUOTE != text:
                text = text[1:].lstrip()
            if hyphenated and is_split(parts[-1], text, words):
                parts[-1] = parts[-1][:-1]
                parts.append(text)
            else:
                parts.append(glue(parts[-1], text, words) + text)
        else:
            told.append((line, [line.text]))
            size = 0
        size += len(line.text) + 1
    return [(first, "".join(parts)) for first, parts in told]


def _spanning(told: Sequence[tuple[Block, str]], size: int) -> tuple[Block, ...]:
    """Blocks of these texts, each from its first line up to that of the next."""
    spans = spans_of([first.start for first, _ in told], size)
    return tuple(
        first._replace(start=start, end=end, text=words)
        for (first, words), (start, end) in zip(told, spans, strict=False)
    )
