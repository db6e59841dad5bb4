"""When the article was published and when it was changed.

The dates that the page prints vote with what it states about itself (JSON-LD, Open Graph, microdata, meta).
A date of change is never taken for the date of publication: where a page prints no other, `published` is null.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsclean.document import Found, LabelledPage
from newsclean.fields.date_block import agrees, rank
from newsclean.fields.date_machine import machine_date
from newsclean.fields.date_match import DateMatch, Kind
from newsclean.fields.date_places import address_date, address_signs, candidates, day_of, relatives
from newsclean.fields.date_votes import Candidate, compared, vote
from newsclean.record import Timestamp

SOURCES = ("jsonld", "opengraph", "microdata", "meta")
"""Hints in the order of trust."""
OFFSET = re.compile(r"([+-])(\d{2}):([0-5]\d)")
LEAST = 0.55
"""Share of the vote from which a day counts; under it none is likelier to be right."""
SUREST = 0.96
"""Confidence where nothing speaks against a day: the share of right ones among such days of dev."""
RELATIVE = 0.9
"""Confidence of a relative time, which has no value."""


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
    changed = [one for one in printed if one.date.kind == "updated"] + hinted(page, "modified")
    first = [one for one in printed if one.date.kind != "updated"] + hinted(page, "published")
    return (
        _settle(_unchanged(first), assume_tz) or _ago(page, None, "published"),
        _settle(changed, assume_tz) or _ago(page, "updated"),
    )


def hinted(page: LabelledPage, name: str) -> list[Candidate]:
    """What the page states about itself, each source once."""
    address = address_date(page)
    found = []
    for source in SOURCES:
        stated = (machine_date(hint.value) for hint in page.page.hints if (hint.source, hint.name) == (source, name))
        date = next((date for date in stated if date is not None), None)
        if date is not None:
            found.append(Candidate(date, None, (source, *address_signs(date, address))))
    return found


def _unchanged(first: list[Candidate]) -> list[Candidate]:
    """The dates of publication: where the page states one, a later day without a word is that of a change."""
    stated = [one.date for one in first if one.block is None]
    return [one for one in first if one.block is None or one.date.kind or not _is_later(one.date, stated)]


def _is_later(date: DateMatch, stated: list[DateMatch]) -> bool:
    return bool(stated) and all(day_of(date) > day_of(other) and not agrees(date, other) for other in stated)


def _settle(dated: list[Candidate], assume_tz: str | None) -> Found[Timestamp] | None:
    verdict = vote(compared(dated))
    if verdict is None or verdict.share < LEAST:
        return None
    sure = verdict.share * SUREST
    printed, stated = verdict.printed, verdict.stated
    if printed is None or printed.block is None:
        return _found(stated.date, sure, (), assume_tz) if stated else None
    date = _preciser(printed.date, stated.date) if stated else printed.date
    return _found(date, sure, (printed.block,), assume_tz)


def _ago(page: LabelledPage, *kinds: Kind | None) -> Found[Timestamp] | None:
    """The likeliest relative time, which has words and no value."""
    best = max(relatives(page, *kinds), key=lambda one: one.mass, default=None)
    return _found(best.date, RELATIVE, (best.block or 0,), None) if best else None


def _preciser(printed: DateMatch, hinted: DateMatch) -> DateMatch:
    """The one that states more; the printed one where the other's zone makes it another day."""
    if printed.ambiguous or rank(hinted) >= rank(printed):
        return hinted if printed.ambiguous or day_of(printed) == day_of(hinted) else printed
    return printed


def _found(date: DateMatch, sure: float, blocks: tuple[int, ...], assume_tz: str | None) -> Found[Timestamp]:
    if assume_tz and date.hour is not None and date.offset is None and not date.ambiguous and not date.zone:
        date = date._replace(offset=offset_in(assume_tz, date))
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
