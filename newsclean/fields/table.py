"""Every field of a record in one table: its key, the function that finds it, and what stands where nothing is found.

How to add a field: write `<field>.py` with a `find`, add its row here and its key in `record.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from newsclean.document import Found, LabelledPage
from newsclean.fields import (
    access,
    authors,
    body,
    byline,
    caption,
    dateline,
    headline,
    kicker,
    live_feed,
    publisher,
    reading_time,
    related,
    section,
    standfirst,
    tags,
    timestamp,
    url,
)
from newsclean.record import Confidence

Find = Callable[[LabelledPage], Found[Any] | None]

TABLE: dict[str, tuple[Find, Any]] = {
    "url": (url.find, None),
    "publisher": (publisher.find, None),
    "section": (section.find, None),
    "kicker": (kicker.find, None),
    "headline": (headline.find, None),
    "standfirst": (standfirst.find, None),
    "byline": (byline.find, None),
    "authors": (authors.find, ()),
    "dateline": (dateline.find, None),
    "images": (caption.find, ()),
    "body": (body.find, None),
    "live_feed": (live_feed.find, ()),
    "related": (related.find, ()),
    "tags": (tags.find, ()),
    "access": (access.find, "unknown"),
    "reading_time_minutes": (reading_time.find, None),
}
"""Key of the record, its finder, and its empty value. `language` and `word_count` come with the page and the body."""
TIMED = {"published": timestamp.find_published, "modified": timestamp.find_modified}
"""Fields that take the zone a caller assumes; null where nothing is found."""
EMPTY = {key: empty for key, (_, empty) in TABLE.items()} | dict.fromkeys(TIMED)
"""What stands in a record where nothing is found, by key."""
CONFIDENT = tuple(key for key in Confidence.model_fields if key in EMPTY)
"""The fields whose confidence stands in a record."""


class Fields(NamedTuple):
    """What was found, by key; None where nothing was."""

    language: str
    found: dict[str, Found[Any] | None]

    @property
    def body(self) -> Found[str] | None:
        """The body, on which it depends whether there is an article."""
        return self.found["body"]

    def values(self) -> dict[str, Any]:
        """Every key of the record that fields give."""
        values = {key: found.value if (found := self.found[key]) else empty for key, empty in EMPTY.items()}
        values["language"] = None if self.language == "und" else self.language
        values["word_count"] = body.word_count(values["body"] or "")
        return values

    def confidences(self) -> dict[str, float]:
        """How sure each field is that has a value and a place in `Confidence`."""
        given = ((key, self.found[key]) for key in CONFIDENT)
        return {key: round(found.confidence, 3) for key, found in given if found and found.value}


def read_fields(page: LabelledPage, assume_tz: str | None = None) -> Fields:
    """Every field of a labelled page."""
    found: dict[str, Found[Any] | None] = {}
    for key, (find, _) in TABLE.items():
        found[key] = find(page)
    for key, timed in TIMED.items():
        found[key] = timed(page, assume_tz=assume_tz)
    return Fields(page.page.language, found)
