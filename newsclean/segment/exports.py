"""Exports of press databases: many articles in one text, with labelled lines over and behind each of them.

Nexis, Factiva and ProQuest write so. Which lines part the articles and which labels stand there is known; what is left
is read as any other dump.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from newsclean.document import Block
from newsclean.lang import codes, load
from newsclean.segment.clean import blanked

COUNTED, NUMBERED, CLOSED = "counted", "numbered", "closed"
"""Lines that part articles: under "3 of 12 DOCUMENTS" stands the name of the paper, under "Document 3 of 12" the title,
and so it does under the end of the article before."""
TITLE, KEPT, DROPPED = "title", "kept", "dropped"
"""Labels of titles, labels that go, and those that go with all up to the next blank line."""
LEAST = 2
"""Different labels that stand in an export, at least: any page may say "Document 2 of 3"."""
RULE = " \t\r\n\f_*=-"
"""What stands around lines that part articles."""
_MARK = re.compile("o[ck]ument", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,5} \w{1,4} \d{1,5} do[ck]ument\w{0,3}|(do[ck]ument) \d{1,5} \w{1,4} \d{1,5}", re.IGNORECASE)
_NUMBER = re.compile(r"[Dd]o[ck]ument\w? [A-Z]{2,10}0{0,6}(?:19|20)\d{6}[a-z0-9]{8,14}")
"""That of Factiva, which holds the day: nothing else looks like it."""
_LABEL = re.compile(
    r"\s*(?:([A-Z]{2,3})(?:\t| {2,}|\s*$)|([^\W\d_][^:\n]{0,40}?)\s?:(?=\s)|([^\W\d_][\w -]{0,40})\s*$)\s*"
)
"""A code in a column of its own, words before a colon, or a line of words."""


class Export(NamedTuple):
    """A text without the lines that a database puts around its articles."""

    text: str
    """With blanks where those were, so that all else keeps its place."""
    openings: tuple[int, ...] = ()
    """1-based lines from which articles open; empty where the text is no export."""
    titles: frozenset[int] = frozenset()
    """Lines of titles."""

    def marked(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks of the text; titles are headings of the first level."""
        if not self.titles:
            return tuple(blocks)
        return tuple(block._replace(level=1) if block.line in self.titles else block for block in blocks)

    def opened(self, blocks: Sequence[Block]) -> tuple[int, ...]:
        """The blocks with which articles open."""
        if not self.openings:
            return ()
        begun = [block.line for block in blocks]
        found = {bisect_left(begun, line) for line in self.openings}
        return tuple(sorted(found - {len(blocks)}))


def without_labels(text: str) -> Export:
    """The text without the labels of an export, and where its articles open.

    >>> one = "BYLINE: Jo Lee\\n\\nLENGTH: 9 words\\n\\nThe ferry sails.\\n"
    >>> text, openings, _ = without_labels(f"1 of 2 DOCUMENTS\\n{one}2 of 2 DOCUMENTS\\n{one}")
    >>> " ".join(text.split()), openings
    ('Jo Lee The ferry sails. Jo Lee The ferry sails.', (1, 7))
    """
    rows = text.splitlines(keepends=True) if _MARK.search(text) else []
    marks = [_mark(row) for row in rows]
    if not any(marks):
        return Export(text)
    labels = [_label(row) for row in rows]
    said = {label for label, _ in labels}
    known = max(map(_labels, codes()), key=lambda known: len(said & known.keys()))
    if len(said & known.keys()) < LEAST and not any(_is_number(row) for row in compress(rows, marks)):
        return Export(text)
    opened = (number + (mark == CLOSED) for number, mark in enumerate(marks, 1) if mark)
    kinds = (mark or known.get(label) for mark, (label, _) in zip(marks, labels, strict=True))
    pieces, titles = list[str](), set[int]()
    under, awaited = False, next(filter(None, marks)) == CLOSED
    for number, (row, kind, (_, at)) in enumerate(zip(rows, kinds, labels, strict=True), 1):
        under = kind == DROPPED or (under and kind is None and not row.isspace())
        awaited = kind in (TITLE, NUMBERED, CLOSED) or (awaited and kind != COUNTED)
        gone = len(row) if under else {None: 0, TITLE: at, KEPT: at}.get(kind, len(row))
        pieces += blanked(row[:gone]), row[gone:]
        if awaited and row[gone:].strip(RULE):
            titles.add(number)
            awaited = False
    return Export("".join(pieces), tuple(opened), frozenset(titles))


def _mark(row: str) -> str | None:
    """What a line does that parts articles."""
    said = row.strip(RULE)
    if count := _COUNT.fullmatch(said):
        return NUMBERED if count[1] else COUNTED
    return CLOSED if said.lower() in load("und").export["ends"] or _is_number(row) else None


def _is_number(row: str) -> bool:
    return _NUMBER.fullmatch(row.strip(RULE)) is not None


def _label(row: str) -> tuple[str, int]:
    """The label of a line in lower case, and where its value begins; "" where it has none."""
    found = _LABEL.match(row)
    return ((found[1] or found[2] or found[3]).lower(), found.end()) if found else ("", 0)


@cache
def _labels(code: str) -> Mapping[str, str]:
    """What to do with the labels of a language."""
    return {label: kind for kind in (DROPPED, KEPT, TITLE) for label in load(code).export[kind]}
