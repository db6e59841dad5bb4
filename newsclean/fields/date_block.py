"""The dates of one block, read with the word in the block before it and the time in the block after it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from newsclean.document import Block, Page
from newsclean.fields.date_machine import machine_date
from newsclean.fields.date_match import DateMatch
from newsclean.fields.dates import find_dates
from newsclean.lang import Language, load

WORDS = 40
"""Longest block, in characters, that is taken for the word before a date: "Published on"."""
CLOCK = 30
"""Longest block, in characters, that is taken for the time after a date: "17:59 Uhr"."""

DIGIT = re.compile(r"\d")
DATED = re.compile(r"[\d'’-](?:(?<=\d)(?:\d{3}|[./]\d{1,2}[./]\d\d)|(?<=\D)\d\d)")
"""What every date with a year has: its four digits, or two in one of the short forms. It begins with a set of signs,
which lets the search for it run fast over letters."""
NUMERIC = re.compile(r"(\d(?<![\d/.-]\d)\d?)([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/.-])")
"""Day and month, in either order, and year. It begins with a digit for the same reason."""
HOST = re.compile(r"\w{1,20}://[^/?#]{0,253}?\.([a-zA-Z]{2,10})(?=[:/?#]|\Z)")
"""An address, with the last part of its domain."""
DAY_FIRST_DOMAINS = frozenset(
    ("au", "bd", "bw", "eu", "gh", "hk", "ie", "in", "ke", "lk", "ls", "mt", "my", "na", "ng", "nz", "pk", "sg")
) | frozenset(("tz", "ug", "uk", "za", "zm", "zw"))
"""Country domains of places that write English and put the day first."""
MONTH_FIRST_DOMAINS = frozenset({"us", "gov", "mil"})


def said(page: Page, i: int) -> str:
    """What a block says; with what was taken for a list marker, as that may be the "5." of "5. Juni 2024"."""
    block = page.blocks[i]
    return " ".join(page.text[block.start : block.end].split()) if block.bullet else block.text


def may_begin(block: Block, own: str) -> bool:
    """A quick look: whether a date with a year may begin in a block, which says `own`."""
    return DATED.search(own) is not None or bool(block.markup and block.markup.datetime)


def dates_of(page: Page, i: int, own: str, language: Language) -> list[DateMatch]:
    """The dates that begin in block `i`, which says `own`."""
    machine = _machine(page.blocks[i])
    before = said(page, i - 1) if i else ""
    after = said(page, i + 1) if i + 1 < len(page.blocks) else ""
    lead = before + " | " if len(before) <= WORDS and not DIGIT.search(before) else ""
    text = lead + own + (" | " + after if len(after) <= CLOCK and DIGIT.search(after) else "")
    span = (len(lead), len(lead) + len(own))
    found = _within(text, span, page, language)
    if not any(match.year for match in found) and language.code != "en":
        found = _within(text, span, page, load("en")) or found
    return _stated(found, machine)


def _within(text: str, span: tuple[int, int], page: Page, language: Language) -> list[DateMatch]:
    found = find_dates(text, language)
    if any(match.ambiguous for match in found):
        found = find_dates(text, language, day_first=_day_first(page))
    return [match for match in found if span[0] <= match.start < span[1] or match.start <= span[0] < match.end]


def _day_first(page: Page) -> bool | None:
    """The habit of a page, where its numeric dates or its address prove one."""
    orders = _orders(page.text)
    if len(orders) == 1:
        return next(iter(orders))
    host = next((found for url in addresses(page) if (found := HOST.match(url))), None)
    domain = host[1].lower() if host else ""
    return True if domain in DAY_FIRST_DOMAINS else False if domain in MONTH_FIRST_DOMAINS else None


@lru_cache(maxsize=1)  # every block of a page with a date in numbers asks
def _orders(text: str) -> frozenset[bool]:
    """Whether the day stands first, of each date in numbers that shows it."""
    return frozenset(int(m[1]) > 12 for m in NUMERIC.finditer(text) if (int(m[1]) > 12) != (int(m[3]) > 12))


def addresses(page: Page) -> list[str]:
    """Where the page came from and what it says its address is."""
    stated = (page.dump.url, *(hint.value for hint in page.hints if hint.name == "url"))
    return [url for url in stated if url]


def _machine(block: Block) -> DateMatch | None:
    """What `<time datetime>` says."""
    stated = block.markup.datetime if block.markup else None
    return machine_date(stated) if stated else None


def _stated(found: list[DateMatch], machine: DateMatch | None) -> list[DateMatch]:
    """Printed dates, made more precise by the machine's statement where that is of the same day."""
    dated = [match for match in found if match.value]
    if machine is None:
        return dated
    if not dated:
        return [machine._replace(kind=found[0].kind if found else None)]
    exact = [m for m in dated if (m.year, m.month, m.day) == (machine.year, machine.month, machine.day)]
    meant = exact or [m for m in dated if same_day(m, machine)]
    return [machine._replace(kind=m.kind) if m in meant and rank(machine) >= rank(m) else m for m in dated]


def rank(match: DateMatch) -> int:
    """How much a date states."""
    parts = (match.day, match.hour, match.minute, match.second, match.offset)
    return sum(part is not None for part in parts)


def same_day(a: DateMatch, b: DateMatch) -> bool:
    """Whether two dates can be of one day, given that either may be told in another zone."""
    if None in (a.year, a.month, a.day, b.year, b.month, b.day):
        return (a.year, a.month) == (b.year, b.month)
    days = (date(m.year or 1, m.month or 1, m.day or 1) for m in (a, b))
    gap = abs((next(days) - next(days)).days)
    return gap == 0 or (gap == 1 and (a.offset is not None or b.offset is not None))


def agrees(a: DateMatch, b: DateMatch) -> bool:
    """Whether two dates are of one day, in any reading of an ambiguous one."""
    if same_day(a, b):
        return True
    return any((y.value or "")[:10] in {one[:10] for one in x.alternatives} for x, y in ((a, b), (b, a)))
