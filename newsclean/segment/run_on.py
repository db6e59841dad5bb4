"""Dumps of which a tool put a whole page on one line, as `" ".join(text.split())` and `get_text(" ")` do.

Prose is cut behind its sentences, and around what the dump begins with, its page's title, where that is repeated. What
stands between two sentences may hold a menu, a byline and the beginning of the next: `turns` tells those apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.segment.glued import LOWER, UPPER
from newsclean.segment.separated import LONG_LINE, long_lines
from newsclean.segment.turns import landmarks_of, turns

WHOLE = 0.8
"""Share of a dump's characters that such lines hold, from which it is one of whole pages on a line."""
ENDS = 3
"""Sentences that end inside such lines, at least."""
MET = 0.1
"""Sentences that meet without a space, for each of these, from which elements ran together."""
SHORT = 25
"""Characters of a sentence up to which it goes with the next: an abbreviation may have ended it."""
TITLE = (15, 200)
"""Characters of a page's title that is looked for behind the beginning."""

_END = re.compile(
    r"(?:[^\W\d_]{2}|\d{3}|[)\]%”\"’'»])[.!?…][\"”’»)\]]{0,2}\s"
    rf"(?=\s{{0,20}}[\"“‘«„(\[¿¡]{{0,2}}[^\W_{LOWER}])"
    r"|[。！？][」』”）]?(?=\S)"
)
_MET = re.compile(rf"[^\W\d_]{{2}}[.!?…][\"”’)\]]?(?=[{UPPER}])")
_WORD = re.compile(r"\S+\s*")


def is_run_on(lines: Sequence[str]) -> bool:
    """Whether most of a dump stands on long lines that hold some sentences, with a space between them."""
    long = long_lines(lines)
    if not long or sum(map(len, long)) < WHOLE * sum(len(line) for line in lines if not line.isspace()):
        return False
    ended, met = (sum(len(sign.findall(line)) for line in long) for sign in (_END, _MET))
    return ended >= ENDS and met <= MET * ended


def sentences(lines: Sequence[str], code: str) -> Iterator[list[str]]:
    """The pieces of each line of a dump in a language, which joined are the line again."""
    title, signs = _title(lines[0]), landmarks_of(code)
    for line in lines:
        yield [piece for piece, whole in _around(line, title) for piece in ([piece] if whole else _cut(piece, signs))]


def _title(line: str) -> str:
    """The most words of the beginning of a line that are repeated in it, "" where they are too few or are no whole."""
    least, most = TITLE
    found, behind = "", ""
    for word in _WORD.finditer(line, 0, most):
        begin = line[: word.end()].rstrip()
        if len(begin) >= least:
            if line.find(begin, word.end()) < 0:
                behind = word[0]
                break
            found = begin
    return "" if not behind or behind[0].islower() else found  # the rest of a sentence


def _around(line: str, title: str) -> Iterator[tuple[str, bool]]:
    """The line, cut before and behind each place of a title, and whether a part is that or too short to be cut."""
    if len(line) <= LONG_LINE:
        yield line, True
        return
    place = 0
    for found in re.finditer(rf"{re.escape(title)}\s+", line) if title else ():
        if not line[found.end() : found.end() + 1].islower():
            if place < found.start():
                yield line[place : found.start()], False
            yield found[0], True
            place = found.end()
    if place < len(line):
        yield line[place:], False


def _cut(part: str, signs: re.Pattern[str]) -> Iterator[str]:
    """A part of a line, cut behind its sentences and in them."""
    start = 0
    for found in _END.finditer(part):
        if found.end() - start > SHORT:
            yield from turns(part[start : found.end()], signs)
            start = found.end()
    if start < len(part):
        yield from turns(part[start:], signs)
