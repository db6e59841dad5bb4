"""What stands before an item of a list."""

from __future__ import annotations

import re
from collections.abc import Container

_BULLET = re.compile(r"\s*(?:[•◦▪▫‣⁃●○■□∙·*+]|(\d{1,3})\.|-|–|o(?=\s))\s+(?=\S)")
_COUNTED = re.compile(r"^[^\S\n]{0,20}(\d{1,3})\.\s", re.MULTILINE)


def listed(text: str) -> frozenset[int]:
    """The numbers that lists of a text count by: those at the beginning of a line of which the next stands there too.

    >>> sorted(listed("1. Bread\\n2. Milk\\n7. October came")), listed("1. FC Elra won")
    ([1, 2], frozenset())
    """
    said = set(map(int, _COUNTED.findall(text)))
    return frozenset(n for n in said if n - 1 in said or n + 1 in said)


def without_bullet(line: str, numbers: Container[int], months: Container[str] = ()) -> tuple[bool, str]:
    """Whether a list marker stands before the line, and the line without it. A number is one if it is of the `numbers`
    that lists of the text count by; before one of the `months` of its language, in lower case, it is a day.

    >>> without_bullet("  * Politics", ())
    (True, 'Politics')
    >>> without_bullet("1.5 million people", ())
    (False, '1.5 million people')
    >>> without_bullet("7. Oktober 2023", {7}, {"oktober"}), without_bullet("7. Bread", {7})
    ((False, '7. Oktober 2023'), (True, 'Bread'))
    """
    if line[:1].isalpha() and line[0] != "o":  # most lines; `o` is the one letter that is a marker
        return False, line
    found = _BULLET.match(line)
    if found is None:
        return False, line
    said = line[found.end() :]
    number = found[1]
    if number and (int(number) not in numbers or said.split(maxsplit=1)[0].lower().rstrip(".,") in months):
        return False, line
    return True, said
