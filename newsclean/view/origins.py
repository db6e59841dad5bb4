"""Which lines of a dump a field came from, and which words of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from newsclean.document import Found, LabelledPage
from newsclean.record import Author, Dateline, Image, Timestamp

WORDS: dict[type, tuple[str, ...]] = {
    Author: ("name", "role", "affiliation"),
    Timestamp: ("raw",),
    Dateline: ("raw",),
    Image: ("caption", "credit"),
}
"""The parts of a value that stand in the dump as printed."""
WHOLE = frozenset(("body", "live_feed", "related"))
"""Fields that are made of whole lines."""


class Span(NamedTuple):
    """A stretch of a line."""

    block: int
    """Index into `Page.blocks`."""
    start: int
    end: int
    """Half-open, in code points of the block's text."""


def origins(page: LabelledPage, found: Mapping[str, Found[Any] | None]) -> dict[str, tuple[Span, ...]]:
    """The stretches that became each field's value, in page order, by key; whole lines where its words are not in them.

    A field that only metadata states came from no line.
    """
    given = ((key, field) for key, field in found.items() if field and field.blocks)
    return {key: tuple(_spans(page, field, whole=key in WHOLE)) for key, field in given}


def _spans(page: LabelledPage, field: Found[Any], *, whole: bool) -> Iterator[Span]:
    words = () if whole else tuple(_words(field.value))
    for i in sorted(set(field.blocks)):
        text = page.page.blocks[i].text
        stretches = [place for word in words for place in _places(text, word)]
        yield from (Span(i, start, end) for start, end in merged(stretches or [(0, len(text))]))


def _places(text: str, word: str | int) -> Iterator[tuple[int, int]]:
    """Where a word stands first; of a number where it stands last, by itself: times and dates are before it."""
    if isinstance(word, int):
        yield from [found.span() for found in re.finditer(rf"(?<!\w){word}(?!\w)", text)][-1:]
    elif (at := text.find(word)) >= 0:
        yield at, at + len(word)


def _words(value: Any) -> Iterator[str | int]:
    if isinstance(value, str | int):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    else:
        yield from (said for name in WORDS.get(type(value), ()) if (said := getattr(value, name)))


def merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same characters in order, each once.

    >>> merged([(4, 9), (0, 5), (12, 13)])
    [(0, 9), (12, 13)]
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
