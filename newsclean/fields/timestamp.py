"""When the article was published and when it was changed.

The printed dates near the headline vote with what the page states about itself (JSON-LD, Open Graph, microdata, meta).
A date of change is never taken for the date of publication: where a page prints no other, `published` is null.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsclean.document import Found, Hint, LabelledPage
from newsclean.fields.date_machine import machine_date
from newsclean.fields.date_match import DateMatch, Kind
from newsclean.fields.date_places import Candidate, candidates, rank, same_day
from newsclean.record import Timestamp

SOURCES = ("jsonld", "opengraph", "microdata", "meta")
"""Hints in the order of trust."""
NAMES: dict[Kind, str] = {"published": "published", "updated": "modified"}
OFFSET = re.compile(r"([+-])(\d{2}):(\d{2})")

PRINTED = ((6.5, 0.98), (1.0, 0.93), (0.0, 0.7))
"""Least score of a printed date, and the share of such dates that were right on dev's dumps."""
AGREED, EARLIER, HINTED, LATER = 0.96, 0.9, 0.77, 0.5
"""Confidence where print and hint agree; where print is earlier; where a hint alone speaks; where print is later. The
share of right ones on dev's HTML, whose gold now and then holds the date of change."""
TRUSTED = 3.5
"""Least score of a printed date that may overrule a hint; on dev those under it are of offers and tables."""


def find_published(page: LabelledPage, *, assume_tz: str | None = None) -> Found[Timestamp] | None:
    """When the article was first published.

    `assume_tz`, an IANA name or "+HH:MM", gives an offset to a time that states none.
    """
    return find_both(page, assume_tz=assume_tz)[0]


def find_modified(page: LabelledPage, *, assume_tz: str | None = None) -> Found[Timestamp] | None:
    """When the article was last changed, where the page says so."""
    return find_both(page, assume_tz=assume_tz)[1]


@lru_cache(maxsize=1)  # both fields ask for the same page in turn
def find_both(
    page: LabelledPage, *, assume_tz: str | None = None
) -> tuple[Found[Timestamp] | None, Found[Timestamp] | None]:
    """Publication and change, for the price of one."""
    printed = candidates(page)
    hinted = {kind: _hinted(page.page.hints, name) for kind, name in NAMES.items()}
    changed = [found for found in printed if found.date.kind == "updated"]
    first = [found for found in printed if found.date.kind != "updated"]
    published, modified = hinted["published"], hinted["updated"]
    if published and modified and not same_day(published, modified):
        first = [found for found in first if found.date.kind or not same_day(found.date, modified)]
    return (
        _settle(_first_of_its_block(_best(first), first), published, assume_tz),
        _settle(_best(changed), modified, assume_tz),
    )


def _best(found: Iterable[Candidate]) -> Candidate | None:
    return max(found, key=lambda one: one.score, default=None)


def _first_of_its_block(best: Candidate | None, found: Iterable[Candidate]) -> Candidate | None:
    """Of two dates side by side without a word ("May 21, 2025April 24, 2025") the earlier is the publication."""
    if best is None or best.date.kind is not None:
        return best
    beside = [one for one in found if one.block == best.block and one.date.kind is None]
    return min(beside, key=lambda one: _day(one.date))


def _hinted(hints: tuple[Hint, ...], name: str) -> DateMatch | None:
    stated = [hint for hint in hints if hint.name == name and hint.source in SOURCES]
    dates = (machine_date(hint.value) for hint in sorted(stated, key=lambda hint: SOURCES.index(hint.source)))
    return next((date for date in dates if date is not None), None)


def _settle(printed: Candidate | None, hinted: DateMatch | None, assume_tz: str | None) -> Found[Timestamp] | None:
    if printed is None or (hinted is not None and printed.date.relative):
        return _found(hinted, HINTED, (), assume_tz) if hinted else None
    blocks = (printed.block,)
    if hinted is None:
        return _found(printed.date, confidence(printed), blocks, assume_tz)
    if agrees(printed.date, hinted):
        return _found(_preciser(printed.date, hinted), AGREED, blocks, assume_tz)
    if printed.score >= TRUSTED and _day(printed.date) < _day(hinted):  # a hint may be of a later edition
        return _found(printed.date, EARLIER, blocks, assume_tz)
    return _found(hinted, LATER, (), assume_tz)


def agrees(printed: DateMatch, hinted: DateMatch) -> bool:
    """Whether a printed date is of the day of a hint, in either of its readings."""
    return same_day(printed, hinted) or (hinted.value or "")[:10] in {one[:10] for one in printed.alternatives}


def _preciser(printed: DateMatch, hinted: DateMatch) -> DateMatch:
    """The one that states more; the printed one where the other's zone makes it another day."""
    if printed.ambiguous or rank(hinted) >= rank(printed):
        return hinted if printed.ambiguous or _day(printed) == _day(hinted) else printed
    return printed


def _day(date: DateMatch) -> tuple[int, int, int]:
    return (date.year or 0, date.month or 0, date.day or 0)


def confidence(printed: Candidate) -> float:
    """How sure a printed date is by itself."""
    return next(sure for least, sure in PRINTED if printed.score >= least)


def _found(date: DateMatch, sure: float, blocks: tuple[int, ...], assume_tz: str | None) -> Found[Timestamp]:
    if assume_tz and date.hour is not None and date.offset is None and not date.ambiguous and not date.zone:
        date = replace(date, offset=offset_in(assume_tz, date))
    value = None if date.ambiguous else date.value
    stamp = Timestamp(
        value=value,
        raw=" ".join(date.raw.replace(" | ", " ").split()),
        precision=date.precision if value else None,
        zone=date.zone,
        ambiguous=date.ambiguous,
        alternatives=date.alternatives,
    )
    return Found(stamp, sure, blocks)


def offset_in(zone: str, date: DateMatch) -> int:
    """Minutes east of UTC that a zone keeps at a time; ValueError where there is no such zone.

    >>> offset_in("+05:30", DateMatch(0, 0, "", 2024, 9, 21, 17, 59))
    330
    """
    numeric = OFFSET.fullmatch(zone)
    if numeric:
        minutes = int(numeric[2]) * 60 + int(numeric[3])
        return -minutes if numeric[1] == "-" else minutes
    try:
        rules = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"no time zone is called {zone!r}; give an IANA name such as Europe/Kyiv or +HH:MM"
        raise ValueError(message) from error
    at = datetime(date.year or 1, date.month or 1, date.day or 1, date.hour or 0, date.minute or 0, tzinfo=rules)
    offset = at.utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0
