"""Dates and times in a text, as printed and as understood.

The grammar is patterns over the kinds of tokens that date_tokens.py tells apart. To read a new form, add a row to DATES
or TIMES; the first that fits and is possible wins. Nothing here guesses: what a text does not state stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclean.fields.date_clock import clock_after, clock_before
from newsclean.fields.date_look import may_be_date, may_be_relative
from newsclean.fields.date_match import DateMatch, Day, Kind
from newsclean.fields.date_tokens import Tokens, date_vocabulary, fold, read_tokens, relative_vocabulary
from newsclean.lang import UNKNOWN, Language, load

LONGEST = 300
"""Characters of a text that are read; a dateline is shorter, and prose is no place for one."""
CENTURY = 2000
"""What a year of two digits is counted from."""
REACH = 4
"""Tokens of punctuation that may stand between a date and the word for published or updated."""

N = "[12]"
DATES = tuple(
    map(
        re.compile,
        (
            rf"(?P<y>4)(?P<s>[-/.])(?P<m>{N})(?P=s)(?P<d>{N})",  # 2024-09-21, 2024. 9. 21.
            rf"(?P<y>4)Y(?P<m>[12mb])M?(?P<d>{N})D?",  # 2024年9月21日
            rf"(?P<y>4)[-/.,]?(?P<m>[mb])[-/.]?(?P<d>{N})(?![:h])",  # 2024 Sep 21
            rf"(?P<a>{N})(?P<s>[-/.])(?P<b>{N})(?P=s)(?P<y>[24])",  # 21.9.2024, 9/21/24
            rf"(?P<d>{N})[.jq]{{0,3}}[-/]?(?P<m>[mb])[-/.,j]{{0,3}}(?P<y>4)",  # 21. September 2024, 21 de mayo de 2024
            rf"(?P<d>{N})[.]?(?:-(?P<m>[mb])-|[-]?(?P<n>[mb])[.,]?')(?P<y>2)",  # 21-Sep-24, 21 Sept '24
            rf"(?P<m>[mb])[.]?j?(?P<d>{N})[.,j]{{0,3}}(?P<y>4)",  # Sept. 21st, 2024
            rf"(?P<m>[mb])[.]?(?P<d>{N}),?'(?P<y>2)",  # Sept 21, '24
            rf"(?P<m>{N})M(?P<d>{N})D",  # 9月21日
            rf"(?P<d>{N})[.jq]{{0,3}}(?P<m>[mb])(?![.]?{N}[.,j]{{0,3}}4)",  # 21 September
            rf"(?P<m>[mb])[.]?j?(?P<d>{N})(?![:h]|[.]{N}|[.jq]{{0,3}}[mb])",  # September 21
            rf"(?<!-{N})(?P<m>[mb])[.,]?j?(?P<y>4)",  # September 2024
        ),
    )
)
BEFORE = re.compile(r"[bw][.]?[-,|j)]{0,3}\Z")
RELATIVE = re.compile(r"r|<[129]u|[129]u>")
STATED_BEFORE = re.compile(rf"(?P<k>[PU])[^PU0-9mbx]{{0,{REACH}}}\Z")
STATED_AFTER = re.compile(rf"[^PU0-9mbx]{{0,{REACH}}}(?P<k>[PU])(?![^PU0-9mbx]{{0,{REACH}}}[0-9mb])")
KINDS: dict[str, Kind] = {"P": "published", "U": "updated"}


@lru_cache(maxsize=256)  # byline and timestamp look at the same lines, each more than once
def find_dates(text: str, language: Language, *, day_first: bool | None = None) -> tuple[DateMatch, ...]:
    """The dates in the first 300 characters of a text, in order; one that cannot be is none.

    `day_first` settles 01/02/2024 where the page has shown its habit.

    >>> from newsclean.lang import load
    >>> [(m.raw, m.value) for m in find_dates("Sept. 21, 2024 5:59 PM 2 min read", load("en"))]
    [('Sept. 21, 2024 5:59 PM', '2024-09-21T17:59')]
    """
    language = load("en") if language.code == UNKNOWN else language  # what systems of editors print unless told
    text = _beginning(text)
    folded = fold(text)
    code = language.code
    if may_be_date(folded, code):
        found = tuple(_absolute(read_tokens(text, folded, date_vocabulary(code)), language, day_first))
        if found:
            return found
    return tuple(_relative(text, folded, language)) if may_be_relative(folded, code) else ()


def _beginning(text: str) -> str:
    """What is read of a text: no word or number that the limit cuts in two."""
    if len(text) <= LONGEST:
        return text
    end = LONGEST
    while end and text[end].isalnum() and text[end - 1].isalnum():
        end -= 1
    return text[:end]


def _absolute(tokens: Tokens, language: Language, day_first: bool | None) -> Iterator[DateMatch]:
    position = i = 0
    while i < len(tokens.kinds):
        read = _day_at(tokens, i, language, day_first) if tokens.kinds[i] in "124mb" else None
        if read is None:
            i += 1
            continue
        day, end = read
        yield (match := _with_clock(tokens, day, position, i, end, language.code))
        while end < len(tokens.kinds) and tokens.starts[end] < match.end:
            end += 1
        position = i = end


def _day_at(tokens: Tokens, i: int, language: Language, day_first: bool | None) -> tuple[Day, int] | None:
    """The date that begins at token i, and the token after it."""
    if not _may_begin(tokens, i):
        return None
    for form in DATES:
        found = form.match(tokens.kinds, i)
        day = _day(tokens, found, language, day_first) if found else None
        if found and day:
            return day, found.end()
    return None


def _may_begin(tokens: Tokens, i: int) -> bool:
    """Whether the number at i is no part of a clock, an address, a version or a longer number."""
    if tokens.kinds[i] in "mb" or not tokens.adjacent(i) or not (i > 1 and tokens.adjacent(i - 1)):
        return True
    counted = tokens.kinds[i - 2] in "01249"
    return tokens.kinds[i - 1] != "/" and not (tokens.kinds[i - 1] in ":.h-" and counted)


def _is_inside(tokens: Tokens, found: re.Match[str]) -> bool:
    """Whether numbers go on before or after without a space: "21.9.2024.5", "file-2024-09-21", "2024-09-21-title"."""
    first, last = found.span()
    if found["s"] == "-" and first > 1 and tokens.adjacent(first) and tokens.kinds[first - 1] == "-":
        return tokens.adjacent(first - 1)
    if last + 1 >= len(tokens.kinds) or not (tokens.adjacent(last) and tokens.adjacent(last + 1)):
        return False
    return tokens.kinds[last] in "-/" or (tokens.kinds[last] == "." and tokens.kinds[last + 1] in "01249")


def _day(tokens: Tokens, found: re.Match[str], language: Language, day_first: bool | None) -> Day | None:
    part = {name: tokens.values[found.start(name)] for name, said in found.groupdict().items() if said is not None}
    if "s" in part and _is_inside(tokens, found):
        return None
    year = part.get("y")
    short = year is not None and found["y"] == "2"
    year = CENTURY + year if short and year is not None else year
    if "a" not in part:
        day = Day(year, part.get("m", part.get("n", 0)), part.get("d"))
        return day if day.is_possible else None
    if short and (found["s"] == "-" or not (language.day_first or language.code == "en")):
        return None  # scores are printed with dashes; where the month may lead, a short year may as well
    return _ordered(year, part["a"], part["b"], language, day_first)


def _ordered(year: int | None, a: int, b: int, language: Language, day_first: bool | None) -> Day | None:
    """Settle which of two numbers is the day: by the page, by what is possible, by the language."""
    habit = language.day_first if day_first is None else day_first
    readings = [Day(year, b, a), Day(year, a, b)] if habit else [Day(year, a, b), Day(year, b, a)]
    possible = [day for day in readings if day.is_possible]
    if not possible:
        return None
    if len(possible) == 1 or a == b or day_first is not None or language.code != "en":
        return possible[0]
    return possible[0]._replace(other=possible[1])


def _with_clock(tokens: Tokens, day: Day, lower: int, i: int, end: int, language: str) -> DateMatch:
    clock = clock_after(tokens, end, language)
    first, last = i, clock.last if clock else end
    if clock is None:
        clock = clock_before(tokens, lower, i, language)
        first = clock.first if clock else i
    weekday = BEFORE.search(tokens.kinds, lower, first)
    first = weekday.start() if weekday else first
    start, stop = tokens.starts[first], tokens.ends[last - 1]
    match = DateMatch(
        start,
        stop,
        tokens.text[start:stop],
        day.year,
        day.month,
        day.day,
        kind=_kind(tokens, lower, first, last, language),
    )
    if clock and day.day is not None:
        match = match._replace(
            hour=clock.hour,
            minute=clock.minute,
            second=clock.second,
            zone=clock.zone,
            offset=clock.offset,
        )
    if day.other is None:
        return match
    readings = (match.value, match._replace(month=day.other.month, day=day.other.day).value)
    return match._replace(ambiguous=True, alternatives=tuple(sorted(value for value in readings if value)))


def _kind(tokens: Tokens, lower: int, first: int, last: int, language: str) -> Kind | None:
    found = STATED_BEFORE.search(tokens.kinds, lower, first)
    if found is None:
        found = STATED_AFTER.match(tokens.kinds, last)
        if found and _is_relative(tokens.text[tokens.ends[found.end() - 1] :], language):
            return None  # "Sept. 21, 2024 · Updated a day ago"
    return KINDS[found["k"]] if found else None


def _is_relative(text: str, language: str) -> bool:
    """Whether a text begins with a relative time."""
    folded = fold(text)
    if not may_be_relative(folded, language):
        return False
    return RELATIVE.match(read_tokens(text, folded, relative_vocabulary(language)).kinds) is not None


def _relative(text: str, folded: str, language: Language) -> Iterator[DateMatch]:
    tokens = read_tokens(text, folded, relative_vocabulary(language.code))
    lower = 0
    for found in RELATIVE.finditer(tokens.kinds):
        first, last = found.span()
        start, end = tokens.starts[first], tokens.ends[last - 1]
        yield DateMatch(
            start, end, text[start:end], kind=_kind(tokens, lower, first, last, language.code), relative=True
        )
        lower = last
