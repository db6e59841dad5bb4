"""The items of a ticker that runs beside the article: a time, a headline, a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields.short import is_furniture, is_title, time_ahead
from newsclean.record import FeedItem

APART = 3
"""Blocks between two lines of one item, at most."""

Line = tuple[int, str]
"""Index of a block and what it says."""


@dataclass(slots=True)
class _Item:
    """An item while its lines are read."""

    time: str | None = None
    headline: str | None = None
    texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        if self.headline is None and not self.texts and is_title(text):
            self.headline = text
        else:
            self.texts.append(text)

    def done(self) -> FeedItem:
        return FeedItem(time=self.time, headline=self.headline, text="\n\n".join(self.texts) or None)


def find(page: LabelledPage) -> Found[tuple[FeedItem, ...]]:
    """The ticker items in page order; empty where there are none."""
    lines = [(i, page.page.blocks[i].text) for i in page.indexes(Role.LIVE_FEED)]
    items = items_of(lines, page.page.language)
    blocks = tuple(i for i, _ in lines) if items else ()
    return Found(items, page.confidence(blocks, 1.0), blocks)


def items_of(lines: Iterable[Line], language: str) -> tuple[FeedItem, ...]:
    """The items that the lines of a feed make; headings and buttons among them are left out.

    >>> items_of([(0, "News Feed"), (1, "3:44 PM"), (2, "The old pier is sold.")], "en")
    (FeedItem(time='3:44 PM', headline='The old pier is sold.', text=None),)
    """
    said = [(i, text) for i, text in lines if not is_furniture(text, language)]
    times = [time_ahead(text, language) for _, text in said]
    if said and not times[0] and times[-1] == (said[-1][1], ""):
        return tuple(item.done() for item in _closed_by_times(said, times))
    return tuple(item.done() for item in _opened_by_times(said, times) if item.headline or item.texts)


def _opened_by_times(said: list[Line], times: list[tuple[str, str] | None]) -> Iterator[_Item]:
    """A time begins an item; without times, each headline does."""
    item: _Item | None = None
    timeless = not any(times)
    last = 0
    for (i, text), time in zip(said, times, strict=True):
        begins = time is not None or (timeless and is_title(text)) or i - last > APART
        if begins or item is None:
            if item is not None:
                yield item
            item = _Item(time=time[0] if time else None)
            text = time[1] if time else text
        if text:
            item.add(text)
        last = i
    if item is not None:
        yield item


def _closed_by_times(said: list[Line], times: list[tuple[str, str] | None]) -> Iterator[_Item]:
    """Where the feed prints the time under the headline, it ends an item."""
    item = _Item()
    for (_, text), time in zip(said, times, strict=True):
        if time == (text, ""):
            item.time = text
            if item.headline or item.texts:
                yield item
            item = _Item()
        else:
            item.add(text)
