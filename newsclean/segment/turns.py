"""Where furniture gives way to prose, or prose to furniture, inside a text on one line.

Prose has most of its words in lower case, menus and names have not. By-words, phrases of furniture, credits and dates
stand apart in what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from newsclean.lang import with_english
from newsclean.segment.glued import LOWER
from newsclean.segment.states import NEVER, states

SMALL, CAPITAL, OTHER, MARK = 1.0, -1.0, -0.1, -2.0
"""What speaks for prose: a word in lower case, one with a capital, a number or a word of a script without case, and one
without letter or digit."""
CHANGE = 2.0
"""What speaks against a change; 1 to 5 were tried on dev."""
LEAST = 4
"""Characters of a phrase or a picture agency that is looked for."""

_WORD = re.compile(r"(?:\A\s++)?+\S+\s*+")
_OPENED = "\"“‘«„(['"
_DAY = (
    r"(?:(?:\d{1,2}\D{1,20}|[^\W\d_]{3,12}\.?\s\d{1,2},?\s)(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)"
)
_TIME = r"(?:\W{0,3}\w{0,4}\W{0,3}\d{1,2}[:.h]\d\d(?:\s?[AaPp]\.?[Mm]\b\.?)?+(?:\s(?:[A-Z]{2,4}|Uhr)\b)?+\)?)?+"


def turns(sentence: str, signs: re.Pattern[str]) -> Iterator[str]:
    """The pieces of what ends where a sentence does; `signs` are those of `landmarks_of`.

    >>> list(turns("Home News Sport By Ann Lee The river ferry will run again in May.", landmarks_of("en")))
    ['Home ', 'News Sport ', 'By Ann Lee ', 'The river ferry will run again in May.']
    """
    for piece in _changes(sentence):
        start = 0
        for found in signs.finditer(piece):
            sign = found.lastgroup
            for end in (found.start() if sign != "closes" else start, found.end() if sign != "opens" else start):
                if end > start:
                    yield piece[start:end]
                    start = end
        if start < len(piece):
            yield piece[start:]


def _changes(sentence: str) -> Iterator[str]:
    """The sentence, cut where prose begins or ends: always before a word that is not in lower case."""
    words = _WORD.findall(sentence) or list(filter(None, [sentence]))
    prose = states(map(_weighed, words))
    cuts = [i for i in range(1, len(words)) if prose[i] != prose[i - 1]]
    return ("".join(words[first:last]) for first, last in pairwise([0, *cuts, len(words)]))


def _weighed(word: str) -> tuple[float, float]:
    first = word.strip().lstrip(_OPENED)[:1]
    weight = SMALL if first.islower() else CAPITAL if first.isupper() else OTHER if first.isalnum() else MARK
    return weight, NEVER if word[0].islower() else CHANGE


@cache
def landmarks_of(code: str) -> re.Pattern[str]:
    """What opens or closes a piece in a language or in English, or stands apart: its groups are named so."""
    own = with_english(code)
    by = _either(form for row in own for word in row.by for form in (word.capitalize(), word.upper()))
    phrases = (phrase for row in own for them in row.furniture.values() for phrase in them)
    said = _either(phrase[0].upper() + phrase[1:] for phrase in phrases if len(phrase) >= LEAST)
    credit = _either(form for row in own for w in row.credit for form in (w, w[0].upper() + w[1:], w.upper()))
    houses = _either(form for row in own for w in row.houses if len(w) >= LEAST for form in (w.title(), w.upper()))
    credited = rf"(?:\((?:{credit})[^()]{{1,80}}|(?:{houses})\)?)"
    return re.compile(
        rf"(?<!\S)(?:(?P<apart>(?:{said})\s(?![{LOWER}\d]))|(?P<opens>(?:{by}|{said})(?!\S)))"
        rf"|(?P<closes>(?:{credited}|{_DAY}{_TIME})\)?\s(?=\S)(?![{LOWER}]))"
    )


def _either(forms: Iterable[str]) -> str:
    """Any of these, the longest that fits."""
    return "|".join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form))))
