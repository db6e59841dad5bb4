"""Scripts, style sheets and data that a tool took for text, as `textContent` and `//text()` do.

What stands between a pair of braces is code, unless a paragraph stands there, and so is a string with an escape in it.
Around such groups words of code and words of prose take turns. On 300 pages of dev 0.99 of the characters of scripts
go, and 0.011 of all others, which are samples of code but for a few.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from newsclean.document import Block
from newsclean.segment.clean import counts, has_attributes
from newsclean.segment.states import states

SIGNS = 2
"""Signs of the code of pages from which a dump is looked at: of 1,177 dumps with scripts 1,144 have so many, of 1,052
without them two to four, which tell of code."""
PARAGRAPH = 100
"""Characters of a line without signs of code, from which it is prose."""
PLAIN, NEUTRAL, KEYWORD, CODE, GROUP = -1.0, 0.0, 1.0, 2.0, 8.0
"""What speaks for code: a word, one that may be either, a keyword, signs of code, and a group."""
CHANGE, NEW_LINE = 2.5, 1.5
"""What speaks against a change, within a line and between two."""

_SIGN = re.compile(
    r"\bwindow\.|\bdocument\.|getElementById|addEventListener|dataLayer|gtag\(|googletag|jQuery|!important|@media"
    r"|\"@context\"|\\\":|\\u[\da-f]{4}|\":\{\""
)
_PARAGRAPH = re.compile(
    r"^[ \t]{0,200}[\"“‘'«„(「]?(?=[^\W\d_])(?![^\n]*(?:\);|\",\"|\":|','|;$))"
    rf"[^\n{{}}<>=\\]{{{PARAGRAPH},}}+$",
    re.MULTILINE,
)
_BRACE = re.compile(r"[{}]")
_STRING = re.compile(r"(?<=[\[(,=:])\"(?:[^\"\\\n]++|\\.)*+\"")
_WORD = re.compile(r"[^\s;]++;?|;")
_PLAIN = re.compile(r"[\"“(‘'«„]?[^\W\d_]+(?:['’.-][^\W\d_]+)*[.,;:!?…)\"”’'»]{0,3}")
_CODE = re.compile(
    r"[={}\\<>]|\|\||&&|\(\)|[)\"'];$|[\"']:|^[.#@][a-z-]|\w[_\[]\w|\w\.\w+\(|^//|\*/|/\*|\$[({a-z_]|\[\]|\[[\"']"
)
_KEYWORDS = frozenset(
    ("const", "else", "false", "function", "if", "let", "new", "null", "return", "this", "true", "typeof", "var")
)
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")  # what str.splitlines goes by

Span = tuple[int, int]


class Unscripted(NamedTuple):
    """A text without scripts."""

    text: str
    """With one blank in place of each, on each of its lines, so that all lines keep their numbers."""
    stated: tuple[str, ...] = ()
    """Those that are JSON-LD."""
    places: tuple[int, ...] = ()
    """Where `text` was cut, in order."""
    cut: tuple[int, ...] = (0,)
    """Characters that were cut up to each of those places, after none."""

    def before(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Blocks of this text as they stand in the text before."""
        if not self.places:
            return tuple(blocks)
        lines = list(accumulate(map(len, self.text.splitlines(keepends=True)), initial=0))
        return tuple(
            b._replace(
                start=b.start + self._cut_up_to(b.start),
                end=b.end + self._cut_up_to(b.end),
                column=b.column + self._cut_up_to(line + b.column - 1) - self._cut_up_to(line),
            )
            for b in blocks
            for line in [lines[b.line - 1]]
        )

    def _cut_up_to(self, place: int) -> int:
        return self.cut[bisect_right(self.places, place)]


def without_scripts(text: str) -> Unscripted:
    """The text, and what the scripts in it state.

    >>> page = "Pier news\\n(function () { window.go({}); document.write(1); })();\\nThe pier is open."
    >>> without_scripts(page).text.split("\\n")
    ['Pier news', ' ', 'The pier is open.']
    """
    if text.count("{") < SIGNS or has_attributes(text) or not counts(_SIGN, text, SIGNS):
        return Unscripted(text)
    groups = _groups(text)
    pieces, places, cut = list[str](), list[int](), [0]
    place = size = 0
    for start, end in _spans(text, groups):
        for line in _LINE.finditer(text, start, end):
            pieces += text[place : line.start()], " "
            size += line.start() - place + 1
            places.append(size)
            cut.append(cut[-1] + line.end() - line.start() - 1)
            place = line.end()
    stated = (text[start:end] for start, end in groups)
    ld = tuple(each for each in stated if '"@type"' in each)
    return Unscripted("".join([*pieces, text[place:]]), ld, tuple(places), tuple(cut))


def _groups(text: str) -> list[Span]:
    """The outermost pairs of braces without a paragraph inside, and strings, in order."""
    prose = [found.start() for found in _PARAGRAPH.finditer(text)]
    opened = list[int]()
    pairs = [found.span() for found in _STRING.finditer(text) if "\\" in found[0]]
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            pairs.append((opened.pop(), brace.end()))
    groups, place = list[Span](), 0
    for start, end in sorted(pairs):
        first = bisect_left(prose, start)
        if start >= place and not (first < len(prose) and prose[first] < end):
            groups.append((start, end))
            place = end
    return groups


def _spans(text: str, groups: list[Span]) -> Iterator[Span]:
    """Where code stands, in order."""
    units, weights = _units(text, groups)
    new = ("\n" in text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *units]))
    code = states((weight, NEW_LINE if first else CHANGE) for weight, first in zip(weights, new, strict=True))
    for is_code, run in groupby(zip(units, code, strict=True), key=itemgetter(1)):
        if is_code:
            spans = [span for span, _ in run]
            yield spans[0][0], spans[-1][1]


def _units(text: str, groups: list[Span]) -> tuple[list[Span], list[float]]:
    """Each word and group, and what it says of code."""
    units, weights = list[Span](), list[float]()
    place = 0
    for start, end in [*groups, (len(text), len(text))]:
        words = list(_WORD.finditer(text, place, start))
        units += [word.span() for word in words]
        weights += [_weight(word[0]) for word in words]
        if end > start:
            units.append((start, end))
            weights.append(GROUP)
        place = end
    return units, weights


def _weight(word: str) -> float:
    if word.lstrip("(!") in _KEYWORDS:
        return KEYWORD
    if _CODE.search(word):
        return CODE
    return PLAIN if _PLAIN.fullmatch(word) else NEUTRAL
