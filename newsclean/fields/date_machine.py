"""Dates meant for machines: `<time datetime>`, JSON-LD, meta.

Most are ISO 8601 or RFC 2822, which the grammar of printed dates reads; python-dateutil reads the rest
("20240921T175903Z", "Sat Sep 21 17:59:03 2024"), never with fuzzy=True.
"""

from __future__ import annotations

import re
from datetime import datetime

from newsclean.fields.date_match import DateMatch
from newsclean.fields.dates import find_dates
from newsclean.lang import load

LONGEST = 64
"""Characters of a value that dateutil is given."""
DEFAULTS = (datetime(2001, 1, 1, 0, 0, 0), datetime(2004, 2, 2, 1, 1, 1))
"""dateutil fills in what is missing from its default: what differs between the two was not stated."""
UNITS = ("year", "month", "day", "hour", "minute", "second")
STATED_ZONE = re.compile(r"\d(?:Z|\s?(?:UTC|GMT)|\s?[+-]\d\d:?\d\d)\Z")
SHAPE = re.compile(r"\d{8}(?:T?\d{4}(?:\d\d)?)?(?:Z|[+-]\d{4})?|[A-Za-z]{3,9},? [A-Za-z0-9 :.,+-]{8,50}")
"""What dateutil is asked about: compact ISO 8601, and what opens with the name of a day or month."""


def machine_date(value: str) -> DateMatch | None:
    """The date of a machine's value, to the day at least; None where it is none or can be read in two ways.

    >>> [machine_date(v).value for v in ("2024-09-21T17:59:03Z", "20240921T1759Z", "2024-09-21T00:00:00Z")]
    ['2024-09-21T17:59:03+00:00', '2024-09-21T17:59+00:00', '2024-09-21']
    """
    for match in find_dates(value, load("en")):
        if match.value is not None and match.day is not None:
            return None if match.ambiguous else shorn(match)
    return _by_dateutil(value.strip())


def shorn(match: DateMatch) -> DateMatch:
    """A date without a midnight, which fills in for a time that is not known."""
    if match.hour or match.minute or match.second or match.hour is None:
        return match
    return match._replace(hour=None, minute=None, second=None, zone=None, offset=None)


def _by_dateutil(value: str) -> DateMatch | None:
    if len(value) > LONGEST or not SHAPE.fullmatch(value):
        return None
    from dateutil import parser  # here, since it takes 15 ms, and few pages need it

    zone = STATED_ZONE.search(value)
    try:
        one, other = (parser.parse(value, default=default, ignoretz=zone is None) for default in DEFAULTS)
    except (ValueError, OverflowError):
        return None
    stated = [unit for unit in UNITS if getattr(one, unit) == getattr(other, unit)]
    if stated[:3] != ["year", "month", "day"]:
        return None
    parts = {unit: getattr(one, unit) for unit in stated}
    shift = one.utcoffset()
    offset = round(shift.total_seconds() / 60) if shift is not None else None
    printed = value[zone.start() + 1 :].strip() if zone else None
    return shorn(DateMatch(0, len(value), value, **parts, zone=printed, offset=offset))
