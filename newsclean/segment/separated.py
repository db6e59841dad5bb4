"""Dumps of which a tool put a sign between all elements, on one line: `get_text("|")`, or with a tab."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.segment.glued import LONG_LINE, long_lines

SEPARATORS = "\t|¦‖│¶•·"
LEAST = 20
"""Such signs on long lines at least, which must be more than the lines: menus on one line have some."""
SHORT = 0.8
"""Share of the characters of long lines that stand in pieces shorter than such a line."""


def separator_of(lines: Sequence[str]) -> str:
    """The sign that stands between the elements of long lines; "" where none does.

    >>> separator_of(["Home|News|" * 200]), separator_of(["Home|News"])
    ('|', '')
    """
    long = long_lines(lines)
    counted = {sign: sum(line.count(sign) for line in long) for sign in SEPARATORS} if long else {}
    sign = max(counted, key=counted.__getitem__, default="")
    if not sign or counted[sign] < max(LEAST, sum(not line.isspace() for line in lines)):
        return ""
    short = sum(len(piece) for line in long for piece in line.split(sign) if len(piece) < LONG_LINE)
    return sign if short >= SHORT * sum(map(len, long)) else ""


def separate(lines: Sequence[str], sign: str) -> Iterator[list[str]]:
    """The pieces of each line, which joined are the line again."""
    piece = re.compile(rf"[^{re.escape(sign)}]*{re.escape(sign)}|[^{re.escape(sign)}]+")
    return (piece.findall(line) for line in lines)
