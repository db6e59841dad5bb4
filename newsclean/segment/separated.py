"""Dumps of which a tool put all elements on one line with something between: a sign, as `get_text("|")` does, or the
line breaks of a JSON string as they are escaped there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

LONG_LINE = 1_000
"""Characters of a line that may hold a whole page; a paragraph of prose that is so long holds no place where two
elements meet."""
SIGNS = ("\t", "|", "¦", "‖", "│", "¶", "•", "·")
LEAST = 20
"""Such signs on long lines at least, which must be more than the lines: menus on one line have some."""
SHORT = 0.8
"""Share of the characters of long lines that stand in pieces shorter than such a line."""
ESCAPED = (r"\r\n", r"\n")
BREAKS = 3
"""Escaped line breaks at least, which must be more than the lines."""
_ESCAPE = re.compile(r"(?:\\u[\da-fA-F]{4}){1,200}|\\[\\/\"'tr]")


def long_lines(lines: Sequence[str]) -> list[str]:
    """Those that may hold a whole page."""
    return [line for line in lines if len(line) > LONG_LINE and not line.isspace()]


def separator_of(lines: Sequence[str]) -> str:
    """What stands between the elements on a line; "" where nothing does.

    >>> separator_of(["Home|News|" * 200]), separator_of(["Home|News"]), separator_of([r"Home\\n\\nNews\\n"])
    ('|', '', '\\\\n')
    """
    rows = sum(not line.isspace() for line in lines)
    for each in ESCAPED:
        if sum(line.count(each) for line in lines) >= max(BREAKS, rows):
            return each
    long = long_lines(lines)
    counted = {sign: sum(line.count(sign) for line in long) for sign in SIGNS} if long else {}
    sign = max(counted, key=counted.__getitem__, default="")
    if not sign or counted[sign] < max(LEAST, rows):
        return ""
    short = sum(len(piece) for line in long for piece in line.split(sign) if len(piece) < LONG_LINE)
    return sign if short >= SHORT * sum(map(len, long)) else ""


def separate(lines: Sequence[str], separator: str) -> Iterator[list[str]]:
    """The pieces of each line, which joined are the line again."""
    piece = re.compile(rf".*?{re.escape(separator)}|.+", re.DOTALL)
    return (piece.findall(line) for line in lines)


def without_separator(piece: str, separator: str) -> str:
    """What a piece says."""
    piece = piece.removesuffix(separator).rstrip()
    return _ESCAPE.sub(_unescaped, piece) if separator in ESCAPED else piece


def _unescaped(found: re.Match[str]) -> str:
    said = found[0]
    if said[1] != "u":
        return " " if said[1] in "tr" else said[1]
    read: str = json.loads(f'"{said}"')
    return read.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
