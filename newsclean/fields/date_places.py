"""The dates that may be the article's, and the signs that speak for or against each. Nothing is decided here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean.document import LabelledPage, Role
from newsclean.fields.date_block import WORDS, addresses, agrees, dates_of, may_begin, said
from newsclean.fields.date_look import may_be_updated
from newsclean.fields.date_match import DateMatch, Kind
from newsclean.fields.date_tokens import fold
from newsclean.fields.date_votes import Candidate
from newsclean.fields.dates import find_dates
from newsclean.fields.patterns import either
from newsclean.lang import Language, load

ABOVE, BELOW = 40, 60
"""Blocks before and after the headline where the article's date may stand unlabelled."""
BEFORE_BODY, PAST_BODY = 20, 40
"""Blocks before and after the body where it may: long standfirsts and share buttons can push it away."""
LONG = 160
"""Characters from which a block without a label is prose."""
TIMELY = frozenset({Role.TIMESTAMP, Role.BYLINE})
DOUBTED = frozenset({Role.BODY, Role.CAPTION})
"""A date in these counts only where it is most of the block; in a caption also where it has a word or a time of day."""
FOREIGN = frozenset({Role.LIVE_FEED, Role.RELATED, Role.COMMENT, Role.PROMO, Role.LEGAL})
"""Dates in these are of something else: a picture, another story, a comment, a copyright."""
LABELS = {Role.TIMESTAMP: "timestamp", Role.BYLINE: "byline", Role.BODY: "prose", Role.CAPTION: "prose"}
"""Signs of roles; all others are "unlabelled"."""
LITTLE, MOSTLY = 0.25, 0.5
"""Shares of a block up to which dates are little of it, and from which they are most of it."""
CROWD = 5
"""Blocks on either side in which other days are counted: lists of stories have a date each."""
ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)[-_/]?(?P<m>0?[1-9]|1[0-2])(?:[-_/]?(?P<d>0[1-9]|[12]\d|3[01]))?(?=[-_/])")
"""A date in the path of an address: /2024/09/21/, /2024/09/, /20240921-."""

PLACES: dict[str, tuple[tuple[int, str], ...]] = {
    # To add a row: the greatest distance in blocks, and its sign; the last row has no limit.
    "above": ((2, "above-2"), (5, "above-5"), (ABOVE, "above-far")),
    "under": ((2, "under-2"), (4, "under-4"), (BELOW, "under-far")),
    "inside": ((3, "body-3"), (BELOW, "body-far")),
    "past": ((6, "past-6"), (15, "past-15"), (PAST_BODY, "past-far")),
}
"""Where a block stands: above or under the headline, inside the body, past the body."""


Day = tuple[int, int, int]
"""Year, month and day; 0 for what is not known."""


class Anchors(NamedTuple):
    """What the places of dates are measured from, as indexes of blocks; None where the page has none."""

    headline: int
    """Guessed from the body where none was found."""
    body: int | None
    last: int | None


class Printed(NamedTuple):
    """A date as it stands in its block."""

    date: DateMatch
    block: int
    text: str
    covered: float
    """Share of the block that is dates, 0..1."""


def candidates(page: LabelledPage) -> list[Candidate]:
    """The printed dates of a page, in page order."""
    language = load(page.page.language)
    anchors, places = _places(page)
    blocks = page.page.blocks
    dated = [(i, text) for i in places if may_begin(blocks[i], text := said(page.page, i))]
    printed = [found for i, text in dated for found in _read(page, i, text, language)]
    address = address_date(page)
    days = _Days(printed)
    found = []
    for one in printed:
        own, among = _own_signs(page, one, anchors, language), _signs_among(one, days)
        found.append(Candidate(one.date, one.block, (*own, *among, *address_signs(one.date, address))))
    return found


def relatives(page: LabelledPage, *kinds: Kind | None) -> list[Candidate]:
    """Relative times of these kinds that are most of their block, or stand in one that is labelled."""
    language = load(page.page.language)
    blocks, labels = page.page.blocks, page.labels
    anchors, places = _places(page)
    sizes = [(i, len(blocks[i].text)) for i in places]
    near = [i for i, size in sizes if size <= WORDS or (size <= LONG and labels[i].role in TIMELY)]
    if None not in kinds and not may_be_updated("\n".join([fold(blocks[i].text) for i in near]), language.code):
        return []
    found = []
    for i in near:
        text = said(page.page, i)
        for match in find_dates(text, language):
            stated = labels[i].role in TIMELY or match.kind is not None
            alone = 2 * len(match.raw) >= len(text) and _is_near(i, anchors)
            if match.kind in kinds and match.relative and (stated or alone):
                one = Printed(match, i, text, len(match.raw) / len(text))
                found.append(Candidate(match, i, _own_signs(page, one, anchors, language)))
    return found


def day_of(date: DateMatch) -> Day:
    """Its parts, to be compared."""
    return (date.year or 0, date.month or 0, date.day or 0)


def _anchors(page: LabelledPage) -> Anchors:
    heads = page.indexes(Role.HEADLINE)
    bodies = page.indexes(Role.BODY)
    first = bodies[0] if bodies else None
    head = heads[0] if heads else max(0, (first or 0) - 3)
    return Anchors(head, first, bodies[-1] if bodies else None)


@lru_cache(maxsize=1)  # absolute and relative times are looked for in turn
def _places(page: LabelledPage) -> tuple[Anchors, tuple[int, ...]]:
    """Blocks near the headline and the body where dates may stand, without prose; and all that are labelled so."""
    anchors = _anchors(page)
    blocks, labels = page.page.blocks, page.labels
    wanted = set(range(anchors.headline - ABOVE, anchors.headline + BELOW + 1))
    if anchors.body is not None and anchors.last is not None:
        wanted.update(range(anchors.body - BEFORE_BODY, anchors.body))
        wanted.update(range(anchors.last + 1, anchors.last + 1 + PAST_BODY))
    inside = wanted.intersection(range(len(blocks)))
    near = [i for i in inside if len(blocks[i].text) <= LONG and labels[i].role not in FOREIGN]
    return anchors, tuple(sorted({*near, *page.indexes(*TIMELY)}))


def _is_near(i: int, anchors: Anchors) -> bool:
    return -8 <= i - anchors.headline <= 30


def _read(page: LabelledPage, i: int, own: str, language: Language) -> Iterator[Printed]:
    role = page.labels[i].role
    labelled = role in TIMELY
    dates = dates_of(page.page, i, own, language)
    covered = min(1.0, sum(len(match.raw) for match in dates) / max(1, len(own)))
    bare = covered > MOSTLY
    for match in dates:
        if role in DOUBTED and not (bare or (role is Role.CAPTION and (match.kind or match.hour is not None))):
            continue
        if match.day is not None or (labelled and bare):
            yield Printed(match, i, own, covered)


def _own_signs(page: LabelledPage, one: Printed, anchors: Anchors, language: Language) -> tuple[str, ...]:
    """What the block says by itself, and where it stands."""
    place = _place(one.block, anchors)
    signs = (
        (LABELS.get(page.labels[one.block].role, "unlabelled"), True),
        (place, True),
        ("word", one.date.kind is not None),
        ("bare-past", one.date.kind is None and place.startswith("past")),
        ("by", _by(language.code).search(one.text[:LONG]) is not None),
        ("clock", one.date.hour is not None),
        ("little", one.covered <= LITTLE),
        ("mostly", one.covered > MOSTLY),
    )
    return tuple(name for name, holds in signs if holds)


def _place(i: int, anchors: Anchors) -> str:
    if anchors.last is not None and i > anchors.last:
        return _sign("past", i - anchors.last)
    if i < anchors.headline:
        return _sign("above", anchors.headline - i)
    if anchors.body is not None and i > anchors.body:
        return _sign("inside", i - anchors.body)
    return _sign("under", i - anchors.headline)


def _sign(side: str, gap: int) -> str:
    rows = PLACES[side]
    return next((name for most, name in rows if gap <= most), rows[-1][1])


class _Days:
    """What the dates of a page say together: told once, since a page may print thousands."""

    def __init__(self, printed: Sequence[Printed]) -> None:
        """All dates that are printed."""
        said = [(one.block, day_of(one.date), one.date.kind) for one in printed]
        self.all = {day for _, day, _ in said}
        self.oldest = min(self.all, default=None)
        changes = {day for _, day, kind in said if kind == "updated"}
        self.changed = min(changes, default=None)
        """The first day of a change."""
        self.first: dict[int, Day] = {}
        """The first day without a word, by block."""
        inside: defaultdict[int, set[Day]] = defaultdict(set)
        for block, day, kind in said:
            inside[block].add(day)
            if kind is None:
                self.first[block] = min(day, self.first.get(block, day))
        beside = {block: [inside[i] for i in _beside(block) if i in inside] for block in inside}
        self.near = {block: set[Day]().union(*days) - changes for block, days in beside.items()}
        """Days in the blocks near each block, but those of changes."""


def _beside(block: int) -> Iterator[int]:
    return (i for i in range(block - CROWD, block + CROWD + 1) if i != block)


def _signs_among(one: Printed, days: _Days) -> tuple[str, ...]:
    """What the other dates of the page say of this one."""
    day, near, changed = day_of(one.date), days.near[one.block], days.changed
    others = len(near) - (day in near)
    signs = (
        ("only", len(days.all) == 1),
        ("oldest", len(days.all) > 1 and day == days.oldest),
        ("alone", others == 0),
        ("crowded", others > 1),
        ("later-of-two", one.date.kind is None and days.first[one.block] < day),
        ("after-change", changed is not None and changed < day),
        ("day-of-change", changed == day),
        ("before-change", changed is not None and day < changed),
    )
    return tuple(name for name, holds in signs if holds)


def address_signs(date: DateMatch, stated: DateMatch | None) -> tuple[str, ...]:
    """What the date in the page's address says of another."""
    if stated is None:
        return ()
    return ("address",) if agrees(date, stated) else ("other-address",)


def address_date(page: LabelledPage) -> DateMatch | None:
    """The day or month that the page's address states."""
    found = next((found for url in addresses(page.page) if (found := ADDRESS.search(url[:2000]))), None)
    if found is None:
        return None
    return DateMatch(*found.span(), found[0], int(found["y"]), int(found["m"]), int(found["d"]) if found["d"] else None)


@cache
def _by(code: str) -> re.Pattern[str]:
    """The words that lead to a name: a date beside one is a story's."""
    return re.compile(rf"(?<!\w)(?:{either(set(load(code).by))})(?![a-z])", re.IGNORECASE)
