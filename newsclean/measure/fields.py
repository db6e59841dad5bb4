"""One case, one field: what of it is right.

How to add a field: a row in `FIELDS` with the function that compares it, which gives None where the gold is silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from newsclean.measure.gold import Gold, Json
from newsclean.measure.words import folded, shingles, western, word_f1

ALIKE = 0.95
"""Share of characters that two headlines have in common, over which they are the same."""
SAME_CAPTION = 0.8
"""Word F1 from which two captions are the same."""
NEAR = 30
"""Characters between a day's number and its year, at most, where a dump shows it."""
ZONES = timedelta(hours=12), timedelta(hours=14)
"""How far clocks are behind UTC and before it."""


class Hits(NamedTuple):
    """How much is right, how much is said besides, and how much is missing."""

    right: float
    extra: float
    missing: float

    @property
    def f1(self) -> float:
        """0..1; 1 where there is nothing to say and nothing is said."""
        wrong = self.extra + self.missing
        return 2 * self.right / (2 * self.right + wrong) if self.right or wrong else 1.0


class Dump:
    """What a dump shows; without a text all is taken to be shown."""

    def __init__(self, text: str | None) -> None:
        """The text of the dump."""
        self._text = None if text is None else western(text)
        self._folded = None if text is None else folded(text)

    def shows(self, text: str) -> bool:
        """Whether it has these words, letter case and marks aside."""
        return self._folded is None or folded(text) in self._folded

    def shows_day(self, day: str) -> bool:
        """Whether a day, or one beside it where the gold is a time, stands in it with its year."""
        if self._text is None or len(day) < len("2025-01-01"):
            return True
        first = date.fromisoformat(day[:10])
        days = (first + timedelta(n) for n in ((-1, 0, 1) if len(day) > len("2025-01-01") else (0,)))
        return any(re.search(_shown(each), self._text) for each in days)


def _shown(day: date) -> str:
    number, year = (rf"(?<!\d){each}(?!\d)" for each in (f"0?{day.day}", day.year))
    return f"{number}.{{0,{NEAR}}}{year}|{year}.{{0,{NEAR}}}{number}"


def hits_of(gold: Gold, record: Json, dump: Dump) -> dict[str, Hits]:
    """What of each field is right, of those that the gold speaks of. An empty record says nothing."""
    found = {"record": _one(gold.refused, not record)}
    if not gold.refused:
        found |= {name: hits for name, compare in FIELDS.items() if (hits := compare(gold, record, dump)) is not None}
        found |= {name: _one(True, agrees(value, record.get(name))) for name, value in gold.exact.items()}
    return found


def _one(wanted: bool, given: bool) -> Hits:
    """Of a single value, right where both are the same."""
    return Hits(1, 0, 0) if wanted == given else Hits(0, 1, 1)


def _body(gold: Gold, record: Json, dump: Dump) -> Hits | None:
    if gold.body is None:
        return None
    right, said = shingles(gold.body), shingles(record.get("body") or "")
    both = (right & said).total()
    hits = Hits(both, said.total() - both, right.total() - both)
    return Hits(*(part / max(1, sum(hits)) for part in hits))  # each case weighs the same


def _phrases(gold: Gold, record: Json, dump: Dump) -> Hits | None:
    body = record.get("body") or ""
    right = [text in body for text in gold.has] + [text not in body for text in gold.lacks]
    return Hits(right.count(True), 0, right.count(False)) if right else None


def _headline(gold: Gold, record: Json, dump: Dump) -> Hits | None:
    if gold.headline is None or not dump.shows(gold.headline):
        return None
    return _value(same_headline(gold.headline, record.get("headline") or ""), record.get("headline"))


def same_headline(gold: str, said: str) -> bool:
    """Whether two headlines are the same but for letter case, marks, and a twentieth of their characters."""
    a, b = folded(gold), folded(said)
    return a == b or (bool(b) and SequenceMatcher(None, a, b).ratio() > ALIKE)


def _value(right: bool, said: Any) -> Hits:
    """Of a value that is wanted: a wrong one is both missing and said besides."""
    return Hits(right, bool(said) and not right, not right)


def _authors(gold: Gold, record: Json, dump: Dump) -> Hits | None:
    said = [author["name"] for author in record.get("authors") or ()]
    return _list(gold.authors, said, dump, lambda a, b: folded(a) == folded(b))


def _captions(gold: Gold, record: Json, dump: Dump) -> Hits | None:
    said = [image["caption"] for image in record.get("images") or () if image.get("caption")]
    return _list(gold.captions, said, dump, lambda a, b: word_f1(a, b) >= SAME_CAPTION)


def _list(gold: Sequence[str] | None, said: list[str], dump: Dump, same: Callable[[str, str], bool]) -> Hits | None:
    if gold is None:
        return None
    shown = [text for text in gold if dump.shows(text)]
    if gold and not shown:
        return None
    left = list(said)
    for text in shown:
        if (found := next((other for other in left if same(text, other)), None)) is not None:
            left.remove(found)
    right = len(said) - len(left)
    return Hits(right, len(left), len(shown) - right)


def _day(gold: Gold, record: Json, dump: Dump) -> Hits | None:
    if gold.day is None or not dump.shows_day(gold.day):
        return None
    said = _published(record)
    return _value(said is not None and same_day(gold.day, said), said)


def _day_given(gold: Gold, record: Json, dump: Dump) -> Hits | None:
    """Among the answers alone, also where the dump shows no day."""
    said = _published(record)
    return None if gold.day is None or said is None else _value(same_day(gold.day, said), said)


def _published(record: Json) -> str | None:
    value: str | None = (record.get("published") or {}).get("value")
    return value


def same_day(gold: str, said: str) -> bool:
    """Whether a time falls on the gold day in some zone; where the gold is a midnight, on it or a day beside it."""
    try:
        value, right = datetime.fromisoformat(said), datetime.fromisoformat(gold)
    except ValueError:  # less than a day is known
        return gold == said
    if len(gold) == len("2025-01-01"):
        return value.date() == right.date()
    if gold[11:19] == "00:00:00":
        return abs(value.date() - right.date()) <= timedelta(days=1)
    right = right if right.tzinfo else right.replace(tzinfo=UTC)
    if value.tzinfo:
        return abs(value - right) < timedelta(days=1)
    return (right - ZONES[0]).date() <= value.date() <= (right + ZONES[1]).date()


FIELDS: dict[str, Callable[[Gold, Json, Dump], Hits | None]] = {
    "body": _body,
    "headline": _headline,
    "authors": _authors,
    "day": _day,
    "day_p": _day_given,
    "captions": _captions,
    "phrases": _phrases,
}


def agrees(gold: Any, said: Any) -> bool:
    """Whether a value is what the gold gives; of objects only keys that it gives are compared, lists are as long.

    >>> agrees({"value": "2025"}, {"value": "2025", "zone": None})
    True
    """
    if isinstance(gold, dict) and isinstance(said, dict):
        return all(agrees(value, said.get(key)) for key, value in gold.items())
    if isinstance(gold, list) and isinstance(said, list):
        return len(gold) == len(said) and all(map(agrees, gold, said))
    return bool(gold == said)
