"""A head of labels over a text, "Title: ...", "Author: ...", "Date: ...": what scripts and archives write there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from newsclean.lang import codes
from newsclean.lang.head import ADDRESS, TEXT, URL, labels, meta, says_nothing

LINES, LONGEST = 40, 20_000
"""Lines and characters that a head may have."""
TITLE = "title"
LEAST = 2
"""Different things that a head states at least, one of which is of `MAIN`, but for an address: prose may begin with
"Source: ..."."""
MAIN = frozenset((TITLE, URL, TEXT))
PRINTED = frozenset(("author", "date"))
"""What stands as well where pages print it, and is read as there: by the habits of the text's language."""
_PAIR = re.compile(r"\ufeff?\s*[*_]{0,3}([^\W\d_][^:：*\n]{0,30}?)[*_]{0,3}\s?[:：][*_]{0,3}[ \t]*(.{0,2000}?)\s*")


class Line(NamedTuple):
    """A line of a head."""

    label: str
    """In lower case."""
    value: str
    start: int
    at: int
    """Where the value stands."""
    end: int


class Head(NamedTuple):
    """What a text states over itself."""

    end: int = 0
    """Characters that it takes; 0 where there is none."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Names of metas, and what they state."""
    title: tuple[int, int] = (0, 0)
    """Where the title stands; empty where none does."""
    printed: tuple[tuple[int, int], ...] = ()
    """Spans of the lines that are read as part of the text, too."""


def read_head(text: str) -> Head:
    """The head of labels at the top of a text.

    >>> read_head("Title: Ferry\\nDate: 3 May\\n\\nThe ferry: it sails.")
    Head(end=25, pairs=(('title', 'Ferry'), ('date', '3 May')), title=(7, 12), printed=((13, 25),))
    """
    lines = list(_lines(text))
    if len(lines) < LEAST and not any(_is_address(line) for line in lines):
        return Head()
    tables = [{**labels("en"), **labels(code)} for code in codes()]
    table = max(tables, key=lambda table: len({table[line.label] for line in lines if line.label in table}))
    known = [(table[line.label], line) for line in lines if line.label in table]
    above = list(takewhile(lambda each: each[0] != TEXT, known))
    under = known[len(above) : len(above) + 1]
    stated = [(URL if _is_address(line) else name, line) for name, line in above]
    names = {name for name, _ in stated + under}
    # An address alone is no prose, where it stands at the very top.
    alone = names == {URL} and [line for _, line in stated if _is_address(line)] == lines[: len(stated)]
    if not alone and (len(names) < LEAST or names.isdisjoint(MAIN)):
        return Head()
    return Head(
        under[0][1].at if under else above[-1][1].end,
        tuple((meta(name), line.value) for name, line in stated if not says_nothing(line.value)),
        next(((line.at, line.at + len(line.value)) for name, line in stated if name == TITLE), (0, 0)),
        tuple((line.start, line.end) for name, line in stated if name in PRINTED),
    )


def _is_address(line: Line) -> bool:
    return line.value.startswith(ADDRESS) and " " not in line.value


def _lines(text: str) -> Iterator[Line]:
    """Those with a label, up to the first one without that is not blank."""
    place = 0
    for line in text[:LONGEST].splitlines(keepends=True)[:LINES]:
        pair = _PAIR.fullmatch(line)
        if pair:
            yield Line(pair[1].lower(), pair[2], place, place + pair.start(2), place + len(line))
        elif not line.isspace():
            return
        place += len(line)
