"""The table of rules: a stable code, a name, how grave it is, the field it is about, and its test.

How to add a rule: write a test that gives the message where the rule is broken and None where it holds, and add a row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from newsclean.document import Dump
from newsclean.record import Article

Test = Callable[[Dump, Article], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    code: str
    """Stable: 1xx is about the bytes, 2xx about headlines and text, 3xx about bylines and times."""
    name: str
    severity: Literal["error", "warning", "info"]
    field: str | None
    """Key of the record that it is about."""
    test: Test
    """The message where the rule is broken, None where it holds; its docstring says why it matters."""


def _lost(dump: Dump, _: Article) -> str | None:
    """Bytes that no character could be made of stand as U+FFFD in the text, and so may stand in any field."""
    count = len(dump.undecodable)
    return f"{count} characters were lost in decoding as {dump.source.encoding}" if count else None


def _no_headline(_: Dump, article: Article) -> str | None:
    """An article has a headline; where none is found the dump is cut off or no article."""
    return None if article.headline else "no headline was found"


def _no_byline(_: Dump, article: Article) -> str | None:
    """Many articles have no byline, but where all of a site have none, something is amiss."""
    return None if article.byline or article.authors else "no byline was found"


def _no_timestamp(_: Dump, article: Article) -> str | None:
    """Nothing sure says when it was published: no date is printed, or it is a relative one."""
    return None if article.published else "no time of publication was found"


def _ambiguous(_: Dump, article: Article) -> str | None:
    """Day and month could be exchanged, and neither the page nor its language settles which is which."""
    stamp = article.published
    return f'"{stamp.raw}" may be {" or ".join(stamp.alternatives)}' if stamp and stamp.ambiguous else None


def _modified_first(_: Dump, article: Article) -> str | None:
    """One of the two times is not the article's."""
    first = article.published.value if article.published else None
    last = article.modified.value if article.modified else None
    if first and last and _is_earlier(last, first):
        return f"modified at {last}, before it was published at {first}"
    return None


def _is_earlier(one: str, other: str) -> bool:
    """Whether an ISO 8601 value is earlier at the precision that both have.

    Times of which one has no offset are told apart by more than a day: nobody knows how far apart their zones are.
    """
    if len(one) > DAY and len(other) > DAY:
        times = [datetime.fromisoformat(value) for value in (one, other)]
        if all(time.tzinfo for time in times):
            return times[0] < times[1]
        first, second = (time.replace(tzinfo=None) for time in times)
        return first < second - timedelta(days=1 if any(time.tzinfo for time in times) else 0)
    shorter = min(len(one), len(other), DAY)
    return one[:shorter] < other[:shorter]


DAY = len("2024-09-21")


RULES = (
    Rule("NC105", "undecodable-characters", "warning", None, _lost),
    Rule("NC201", "no-headline", "warning", "headline", _no_headline),
    Rule("NC301", "no-byline", "info", "byline", _no_byline),
    Rule("NC302", "no-timestamp", "info", "published", _no_timestamp),
    Rule("NC303", "ambiguous-timestamp", "warning", "published", _ambiguous),
    Rule("NC305", "modified-before-published", "warning", "modified", _modified_first),
)
"""Ordered by code."""
