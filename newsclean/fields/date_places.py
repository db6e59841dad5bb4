"""The dates that stand where an article's date stands, and how much speaks for each.

A block is judged alone first (its words), then by its place among headline and body. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from newsclean.document import Block, LabelledPage, Page, Role
from newsclean.fields.date_machine import machine_date
from newsclean.fields.date_match import DateMatch
from newsclean.fields.dates import find_dates
from newsclean.lang import Language, load

ABOVE, BELOW = 8, 30
"""Blocks before and after the headline where the article's date may stand unlabelled."""
BEFORE_BODY = 10
"""Blocks before the body: long standfirsts and share buttons can push the date away from the headline."""
PAST_BODY = 10
"""Blocks after the body, where a date counts only if a word says that it is the article's."""
LONG = 160
"""Characters from which a block without a label is prose."""
WORDS = 40
"""Longest block, in characters, that is taken for the word before a date: "Published on"."""
CLOCK = 30
"""Longest block, in characters, that is taken for the time after a date: "17:59 Uhr"."""
TIMELY = frozenset({Role.TIMESTAMP, Role.BYLINE})
DOUBTED = frozenset({Role.BODY, Role.CAPTION})
"""A date in these counts only where it is most of the block; in a caption also where it has a time of day."""
MOSTLY = 0.5
"""Share of a block from which a date is most of it."""
FOREIGN = frozenset({Role.LIVE_FEED, Role.RELATED, Role.COMMENT, Role.PROMO, Role.LEGAL})
"""Dates in these are of something else: a picture, another story, a comment, a copyright."""

DIGIT = re.compile(r"\d")
DATED = re.compile(r"\d{4}|\d[./]\d{1,2}[./]\d\d|[-'’]\d\d")
"""What every date with a year has: its four digits, or two in one of the short forms."""
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/.-])")
HOST = re.compile(r"\w{1,20}://[^/?#]{0,253}?\.([a-zA-Z]{2,10})(?=[:/?#]|\Z)")
"""An address, with the last part of its domain."""
DAY_FIRST_DOMAINS = frozenset(
    ("au", "bd", "bw", "eu", "gh", "hk", "ie", "in", "ke", "lk", "ls", "mt", "my", "na", "ng", "nz", "pk", "sg")
) | frozenset(("tz", "ug", "uk", "za", "zm", "zw"))
"""Country domains of places that write English and put the day first."""
MONTH_FIRST_DOMAINS = frozenset({"us", "gov", "mil"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date of the page, and how much speaks for its being the article's."""

    date: DateMatch
    block: int
    score: float
    """Comparable within a page; 3 and more is a date beside the headline with a word or a label that says so."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the places of dates are measured from, as indexes of blocks; None where the page has none."""

    headline: int
    """Guessed from the body where none was found."""
    body: int | None
    last: int | None


def candidates(page: LabelledPage) -> list[Candidate]:
    """The candidates of a page, in page order; relative times only where no date is found."""
    anchors = _anchors(page)
    language = load(page.page.language)
    places = _places(page, anchors)
    dated = [found for i in places for found in _read(page, i, anchors, language)]
    return dated or [found for i in places for found in _read_relative(page, i, anchors, language)]


def _anchors(page: LabelledPage) -> Anchors:
    heads = page.indexes(Role.HEADLINE)
    bodies = page.indexes(Role.BODY)
    first = bodies[0] if bodies else None
    head = heads[0] if heads else max(0, (first or 0) - BELOW)
    return Anchors(head, first, bodies[-1] if bodies else None)


def _places(page: LabelledPage, anchors: Anchors) -> list[int]:
    wanted = set(range(anchors.headline - ABOVE, anchors.headline + BELOW + 1))
    if anchors.body is not None and anchors.last is not None:
        wanted |= set(range(anchors.body - BEFORE_BODY, anchors.body))
        wanted |= set(range(anchors.last + 1, anchors.last + 1 + PAST_BODY))
    near = {i for i in wanted if 0 <= i < len(page.labels) and page.labels[i].role not in FOREIGN}
    return sorted(near | set(page.indexes(*TIMELY)))


def _read(page: LabelledPage, i: int, anchors: Anchors, language: Language) -> Iterator[Candidate]:
    role = page.labels[i].role
    labelled = role in TIMELY
    own = said(page.page, i)
    if len(own) > LONG and not labelled:
        return
    dates = _dates(page.page, i, own, language)
    covered = min(1.0, sum(len(match.raw) for match in dates) / max(1, len(own)))
    for match in dates:
        place = _place(i, anchors, match.kind is not None or labelled)
        bare = covered > MOSTLY
        if role in DOUBTED and not (bare or (role is Role.CAPTION and (match.kind or match.hour is not None))):
            continue
        if place is not None and (match.day is not None or (labelled and bare)):
            yield Candidate(match, i, place + _words(match) + 2 * labelled + covered)


def _read_relative(page: LabelledPage, i: int, anchors: Anchors, language: Language) -> Iterator[Candidate]:
    """Relative times that are most of their block, or stand in one that is labelled."""
    text = said(page.page, i)
    labelled = page.labels[i].role in TIMELY
    if len(text) > (LONG if labelled else WORDS):
        return
    for match in find_dates(text, language):
        place = _place(i, anchors, labelled or match.kind is not None)
        if match.relative and place is not None and (labelled or match.kind or 2 * len(match.raw) >= len(text)):
            yield Candidate(match, i, place + _words(match) + 2 * labelled)


def said(page: Page, i: int) -> str:
    """What a block says; with what was taken for a list marker, as that may be the "5." of "5. Juni 2024"."""
    block = page.blocks[i]
    return " ".join(page.text[block.start : block.end].split()) if block.bullet else block.text


def _dates(page: Page, i: int, own: str, language: Language) -> list[DateMatch]:
    """The dates that begin in a block, read with the word before it and the time after it."""
    machine = _machine(page.blocks[i])
    if not machine and not DATED.search(own):
        return []
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
    orders = {int(m[1]) > 12 for m in NUMERIC.finditer(page.text) if (int(m[1]) > 12) != (int(m[3]) > 12)}
    if len(orders) == 1:
        return orders.pop()
    addresses = (page.dump.url, *(hint.value for hint in page.hints if hint.name == "url"))
    host = next((found for url in addresses if url and (found := HOST.match(url))), None)
    domain = host[1].lower() if host else ""
    return True if domain in DAY_FIRST_DOMAINS else False if domain in MONTH_FIRST_DOMAINS else None


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
        return [replace(machine, kind=found[0].kind if found else None)]
    exact = [m for m in dated if (m.year, m.month, m.day) == (machine.year, machine.month, machine.day)]
    meant = exact or [m for m in dated if same_day(m, machine)]
    return [replace(machine, kind=m.kind) if m in meant and rank(machine) >= rank(m) else m for m in dated]


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


def _words(match: DateMatch) -> float:
    return 2.0 * (match.kind is not None) + 0.5 * (match.hour is not None)


def _place(i: int, anchors: Anchors, said_so: bool) -> float | None:
    """What the place of a block is worth; None where a date needs a word or a label to count."""
    if anchors.last is not None and i > anchors.last:
        return 0.5 if said_so else None
    gap = i - anchors.headline
    if gap < 0:
        return max(0.0, 1.2 + 0.15 * gap)
    inside = anchors.body is not None and i > anchors.body
    return max(0.0, 2 - 0.1 * gap - 0.7 * inside)
