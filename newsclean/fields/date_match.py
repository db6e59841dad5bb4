"""A date found in a text, and a date of the calendar."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

Kind = Literal["published", "updated"]

LEAP = 2000
"""Stands for a year that is not stated, so that 29 February is possible."""


class DateMatch(NamedTuple):
    """A date found in a text; None stands for what the text does not state."""

    start: int
    end: int
    """Half-open span in the text, weekday, time and zone included."""
    raw: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    """As printed: "EST", "+02:00", "GMT+7"."""
    offset: int | None = None
    """Minutes east of UTC, where the zone settles them."""
    kind: Kind | None = None
    """What the word beside it says it is."""
    ambiguous: bool = False
    """Day and month could be exchanged, and nothing here settles it."""
    alternatives: tuple[str, ...] = ()
    """Its readings as ISO 8601, where it is ambiguous."""
    relative: bool = False
    """Counts from a now that no text states: "2 hours ago"."""

    @property
    def value(self) -> str | None:
        """ISO 8601 at the precision found; None for a relative date and one without a year."""
        if self.year is None or self.month is None:
            return None
        out = f"{self.year:04}-{self.month:02}"
        if self.day is None:
            return out
        out += f"-{self.day:02}"
        if self.hour is None:
            return out
        out += f"T{self.hour:02}"
        out += "" if self.minute is None else f":{self.minute:02}"
        out += "" if self.second is None else f":{self.second:02}"
        return out if self.offset is None else out + iso_offset(self.offset)

    @property
    def precision(self) -> Literal["month", "day", "hour", "minute", "second"] | None:
        """Smallest unit stated; None where there is no value."""
        if self.value is None:
            return None
        units: tuple[Literal["second", "minute", "hour", "day"], ...] = ("second", "minute", "hour", "day")
        return next((unit for unit in units if getattr(self, unit) is not None), "month")


class Day(NamedTuple):
    """A date of the calendar, or a part of one."""

    year: int | None
    month: int
    day: int | None
    other: Day | None = None
    """The second reading, where nothing settles which number is the day."""

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has it."""
        try:
            dt.date(LEAP if self.year is None else self.year, self.month, 1 if self.day is None else self.day)
        except ValueError:
            return False
        return True


def iso_offset(minutes: int) -> str:
    """An offset as ISO 8601 writes it.

    >>> iso_offset(-210), iso_offset(0)
    ('-03:30', '+00:00')
    """
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
