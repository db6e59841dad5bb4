"""The table of rules: a stable code, a name, how grave it is, the field it is about, and its test.

How to add a rule: write a test that gives the message where the rule is broken and None where it holds, and add a row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from newsclean.document import Dump
from newsclean.record import Article

Test = Callable[[Dump, Article], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    field: str | None
    test: Test


def _lost(dump: Dump, _: Article) -> str | None:
    count = len(dump.undecodable)
    return f"{count} characters were lost in decoding as {dump.source.encoding}" if count else None


def _no_headline(_: Dump, article: Article) -> str | None:
    return None if article.headline else "no headline was found"


def _no_byline(_: Dump, article: Article) -> str | None:
    return None if article.byline or article.authors else "no byline was found"


def _no_timestamp(_: Dump, article: Article) -> str | None:
    return None if article.published else "no time of publication was found"


def _ambiguous(_: Dump, article: Article) -> str | None:
    stamp = article.published
    return f'"{stamp.raw}" may be {" or ".join(stamp.alternatives)}' if stamp and stamp.ambiguous else None


def _modified_first(_: Dump, article: Article) -> str | None:
    first = article.published.value if article.published else None
    last = article.modified.value if article.modified else None
    if first and last and last[:10] < first[:10]:
        return f"modified on {last[:10]}, before it was published on {first[:10]}"
    return None


RULES = (
    Rule("NC105", "undecodable-characters", "warning", None, _lost),
    Rule("NC201", "no-headline", "warning", "headline", _no_headline),
    Rule("NC301", "no-byline", "info", "byline", _no_byline),
    Rule("NC302", "no-timestamp", "info", "published", _no_timestamp),
    Rule("NC303", "ambiguous-timestamp", "warning", "published", _ambiguous),
    Rule("NC305", "modified-before-published", "warning", "modified", _modified_first),
)
"""Ordered by code."""
