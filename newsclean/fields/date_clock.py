"""The time of day beside a date, with its zone. To read a new form, add a row to TIMES."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.fields.date_tokens import Tokens, fold
from newsclean.fields.date_zones import LARGEST, offset_of

N = "[12]"
TIMES = (
    rf"(?P<a>[aq])?(?P<h>{N})[:](?P<mi>2)(?:[:](?P<s>2)(?:[.,][12049])?)?(?P<p>[aq])?h?",  # 5:59 PM, 17:59:03.123
    rf"(?P<a>[aq])?(?P<h>{N})h(?:(?P<mi>{N})n?(?:(?P<s>{N})s)?)?",  # 17h59, 17h, 오후 5시 59분
    rf"(?P<h>{N})(?P<dot>[.])(?P<mi>2)(?P<p>[aq])?(?![x0-9]|[-/.]{N})",  # 17.59; but not "3.25 million"
    rf"(?P<h>{N})(?P<p>[aq])",  # 5 PM
)
GLUE = r"[-,|.()/jqtwbMD]{0,5}"
"""Between date and time: "at", a weekday in brackets, a dash; M and D since 月 and 日 are short for weekdays too."""
AFTER = tuple(re.compile(GLUE + form) for form in TIMES)
ALONE = tuple(map(re.compile, TIMES))
GLUED = re.compile(GLUE)
ZONE = re.compile(
    r"[(,|jh]{0,2}(?P<zone>z(?:(?P<s1>[-+])(?P<h1>[12])(?::(?P<m1>2))?|(?P<s2>[-+])(?P<w2>[04]))?"
    r"|(?P<s3>[-+])(?P<h3>2)(?::(?P<m3>2))?|(?P<s4>[-+])(?P<w4>[04]))\)?"
)
"""A word, a word with an offset (GMT+7, UTC+02:00, GMT +0530), or an offset alone."""


class Clock(NamedTuple):
    """A time of day; None for what is not stated."""

    hour: int
    minute: int | None
    second: int | None
    zone: str | None
    """As printed, without brackets."""
    offset: int | None
    """Minutes east of UTC."""
    first: int
    last: int
    """Half-open span in tokens."""


def clock_after(tokens: Tokens, end: int, language: str) -> Clock | None:
    """The time that follows the token before `end`."""
    for form in AFTER:
        found = form.match(tokens.kinds, end)
        clock = _read(tokens, found, language) if found else None
        if clock:
            return clock
    return None


def clock_before(tokens: Tokens, lower: int, start: int, language: str) -> Clock | None:
    """The time that leads to token `start`, of the tokens from `lower` on."""
    for form in ALONE:
        for found in form.finditer(tokens.kinds, max(lower, start - 14), start):
            clock = _read(tokens, found, language)
            if clock and clock.last <= start and GLUED.fullmatch(tokens.kinds, clock.last, start):
                return clock
    return None


def _read(tokens: Tokens, found: re.Match[str], language: str) -> Clock | None:
    groups = found.groupdict()
    part = {name: found.start(name) for name, said in groups.items() if said is not None}
    if "dot" in part and not (tokens.adjacent(part["dot"]) and tokens.adjacent(part["mi"])):
        return None
    number = {name: tokens.values[part[name]] for name in ("h", "mi", "s") if name in part}
    half = part.get("p", part.get("a"))
    hour = number["h"] if half is None else _hour_of_day(number["h"], tokens.values[half])
    if hour is None or hour > 23 or number.get("mi", 0) > 59 or number.get("s", 0) > 59:
        return None
    first = part.get("a", part["h"])
    zone, offset, last = _zone(tokens, found.end(), language)
    return Clock(hour, number.get("mi"), number.get("s"), zone, offset, first, last)


def _hour_of_day(hour: int, half: int) -> int | None:
    """ "12 AM" is midnight; "17:59 PM" is often printed and clear, "17:59 AM" is neither."""
    if hour > 12:
        return hour if half else None
    return hour % 12 + 12 * half


def _zone(tokens: Tokens, i: int, language: str) -> tuple[str | None, int | None, int]:
    """Zone as printed, its offset and the token after it; `i` where there is none."""
    found = ZONE.match(tokens.kinds, i)
    if not found:
        return None, None, i
    first, last = found.span("zone")
    printed = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
    minutes = _numeric_offset(tokens, found)
    if found["zone"] == "z":
        if printed == "Z" and not tokens.adjacent(first):
            return None, None, i
        return printed, offset_of(fold(printed), language), found.end()
    if minutes is None or (found["zone"][0] != "z" and not _is_offset(tokens, first, last)):
        return None, None, i
    return printed, minutes, found.end()


def _numeric_offset(tokens: Tokens, found: re.Match[str]) -> int | None:
    for n in "1234":
        sign = found.groupdict().get(f"s{n}")
        if sign is None:
            continue
        parts = {
            name: tokens.values[found.start(name)]
            for name, said in found.groupdict().items()
            if said and name[1] == n and name[0] in "hmw"
        }
        wide = parts.get(f"w{n}", 0)
        minutes = (parts.get(f"h{n}", wide // 100)) * 60 + parts.get(f"m{n}", wide % 100)
        return (-minutes if sign == "-" else minutes) if minutes <= LARGEST else None
    return None


def _is_offset(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sign and numbers are an offset and not a second time: "17:59-18:30", "17:59 - 21.09.2024"."""
    if not tokens.adjacent(first + 1):
        return False
    if tokens.kinds[first] == "+" or tokens.kinds[last - 1] == "0":
        return True
    return tokens.adjacent(first) and "t" in tokens.kinds[max(0, first - 8) : first]
