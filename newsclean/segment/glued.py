"""Dumps whose tool ran elements together, as `get_text()` does: told apart where no space stands between two.

A paragraph ends in a sign and the next begins with a capital: "at the quay.The board said". Shorter elements meet
inside a word, "HomeNewsSport", or stand apart by the white space of the source. A name that is written so, "YouTube",
stands in a dump more often than once, or between longer texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclean.segment.clean import counts
from newsclean.segment.separated import long_lines

MEETINGS = 5
"""Such places in a long line, from which the dump is one of elements that ran together."""
NAME = 40
"""Characters of a name on either side of a capital in it."""
PROSE = 80
"""Characters on both sides of a capital inside a word, from which the word is a name."""

LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff\u03ac-\u03ce\u0430-\u045f"
UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0401-\u042f"
"""Ranges of letters in lower and in upper case: Latin, Greek, Cyrillic."""
_MEETING = re.compile(
    rf"[{LOWER}\d)\]”\"’%][.!?…:][”\"’)\]]?(?=[“\"‘(\[]?[{UPPER}])"  # after a sentence
    rf"|[{LOWER}]{{2}}(?=[{UPPER}])|\d(?=[{UPPER}][{LOWER}])|[{UPPER}]{{2}}(?=[{UPPER}][{LOWER}]{{2}})"
    r"|\s{3,20}"
)
_MAY_MEET = re.compile(rf"[{UPPER}\s](?:(?<=\S[{UPPER}])|(?<=\s{{3}}))")
"""What each such place holds: a capital that no space stands before, or wide white space."""
_WORD = re.compile(r"[^\W_]+")


def is_glued(lines: Sequence[str]) -> bool:
    """Whether a long line holds elements that ran together."""
    found = (counts(_MAY_MEET, line, MEETINGS) and counts(_MEETING, line, MEETINGS) for line in long_lines(lines))
    return any(found)


def apart(lines: Sequence[str]) -> Iterator[list[str]]:
    """The elements of each line, which joined are the line again.

    >>> list(apart(["HomeSport   Weather", "On YouTube", "YouTube"]))
    [['Home', 'Sport   ', 'Weather'], ['On YouTube'], ['YouTube']]
    """
    said = Counter(word for line in lines for word in _WORD.findall(line))
    for line in lines:
        yield _pieces(line, said)


def _pieces(line: str, said: Counter[str]) -> list[str]:
    ends = [0, 0]
    inside = False
    for found in _MEETING.finditer(line):
        end, within_word = found.end(), found[0][-1].isalnum()
        if within_word and said[_word_at(line, end)] > 1:
            continue
        before, start = ends[-2:]
        if inside and end - start >= PROSE and start - before >= PROSE:
            ends[-1] = end
        else:
            ends.append(end)
        inside = within_word
    return [line[start:end] for start, end in pairwise([*ends, len(line)]) if start < end]


def _word_at(line: str, place: int) -> str:
    """The word around a place inside it."""
    first = place
    while first and place - first < NAME and line[first - 1].isalnum():
        first -= 1
    found = _WORD.match(line, first, place + NAME)
    return found[0] if found else ""
