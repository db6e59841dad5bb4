"""Where a tool broke lines at a right margin, and how their parts stand together.

`lynx` counts signs, `w3m` columns, of which a sign of Chinese or Japanese takes two. Scripts that put no space between
words are broken anywhere, and joined without one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from newsclean.lang import Language
from newsclean.segment.fragments import CLOSERS, OPENERS
from newsclean.segment.lines import Lines

WRAP_RANGE = (40, 140)
"""Right margins, in columns, that are taken for hard wrapping; lynx, w3m and pandoc use 72 to 80."""
WRAP_FULL = 0.2
"""Share of the lines over half the margin that end within 12 columns of it, in a wrapped dump."""
WRAP_OVER = 0.03
"""Share of those lines that may stand over the margin: addresses, which no tool breaks."""
WRAP_LINES = 6
"""Lines that end within 12 columns of the margin, at least."""
WIDE = (
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    r"\uffe0-\uffe6\U00020000-\U0003ffff]"
)
"""Signs that take two columns (Unicode Standard Annex 11)."""
UNSPACED = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\uff01-\uff9f"
    r"\U00020000-\U0003ffff]"
)
"""Signs of scripts without spaces: Thai, Lao, Burmese, Khmer, kana, Chinese, and their marks."""
LONG, HYPHENS, HYPHENATED = 30, 4, 0.05
"""Characters of lines that are asked whether words are split at their ends, as in print: so many end in a hyphen, and
such a share. Of 600 dumps by lynx, w3m and pdftotext none has so many: those break at hyphens that are there anyhow."""
QUOTE = ">"
"""What stands before each line of a quote, in Markdown and in mail."""
FORBIDDEN = 2
"""Signs that a line may lack since the next begins with one that must not open a line."""

# The wide ranges of both sets take milliseconds to compile, so that they are compiled only where they may be needed.
_MAY_BE_WIDE = re.compile(r"[^\u0000-\u10ff\u2000-\u2e7f]")
_UNBROKEN = re.compile(r"\W{0,20}[!-~]{40}")
"""An address or the data of a picture, which no tool breaks: such a line says nothing about a margin."""
_LOWEST_UNSPACED = "\u0e00"


class Margin(NamedTuple):
    """Where lines are broken."""

    at: int
    """Column; 0 where lines are not broken."""
    by_columns: bool = False
    """Whether a wide sign takes two."""

    def size(self, text: str) -> int:
        """How far a text reaches."""
        return len(text) + (0 if not self.by_columns or text.isascii() else len(re.findall(WIDE, text)))


NONE = Margin(0)


def right_margin(lines: Lines) -> Margin:
    """Where the lines are broken: the measure by which more of them are full.

    Lines between blank ones are not asked, unless they are very long: pandoc breaks no heading.
    """
    if len(lines.rows) < WRAP_LINES:
        return NONE
    near = pairwise([True, *(line.gap > 0 for line in lines.blocks[1:]), True])
    alone = [all(gaps) for gaps in near]
    measures = [Margin(0)]
    wide = filter(_MAY_BE_WIDE.search, lines.rows)
    if any(re.search(WIDE, row) for row in wide):  # else both measures are one
        measures.append(Margin(0, by_columns=True))
    _, margin = max((_found(measure, lines.rows, alone) for measure in measures), key=itemgetter(0))
    return margin


def _found(measure: Margin, rows: Sequence[str], alone: Sequence[bool]) -> tuple[float, Margin]:
    """Share of long lines that are full, and the least width that nearly all keep; many must nearly reach it."""
    low, high = WRAP_RANGE
    said = map(_last, rows)
    sizes = [0 if len(row) > low and _UNBROKEN.match(row) else measure.size(row) for row in said]
    lengths = sorted(
        [n for n, by_itself in zip(sizes, alone, strict=True) if n > low // 2 and (n > high or not by_itself)]
    )
    if len(lengths) < WRAP_LINES:
        return 0.0, NONE
    margin = lengths[min(len(lengths) - 1, int(len(lengths) * (1 - WRAP_OVER)))]
    if not low <= margin <= high:
        return 0.0, NONE
    long = [n for n in lengths if n > margin // 2]
    full = sum(1 for n in long if margin - 12 <= n <= margin)
    is_enough = full >= max(WRAP_LINES, WRAP_FULL * len(long))
    return (full / len(long), measure._replace(at=margin)) if is_enough else (0.0, NONE)


def is_wrapped(lines: Lines, i: int, margin: Margin) -> bool:
    """Whether a line ends at the margin, so that it goes on in the next."""
    following = lines.blocks[i + 1]
    if following.gap or following.bullet:
        return False
    before, first = _last(lines.rows[i]), _first(lines.rows[i + 1])
    if _opens_unspaced(first):
        return margin.size(before) + margin.size(first[: 1 + FORBIDDEN]) > margin.at
    return margin.size(before) + 1 + margin.size(first) > margin.at


def _first(row: str) -> str:
    """The first word of a row, behind the mark of a quote."""
    first, *rest = row.split(None, 2)
    return rest[0] if first == QUOTE and rest else first


def _last(row: str) -> str:
    """A row without its end and without those above it."""
    return row.rstrip().rpartition("\n")[2]


def is_hyphenated(lines: Lines) -> bool:
    """Whether words are split at the ends of lines."""
    rows = [row for row in map(str.rstrip, lines.rows) if len(row) > LONG]
    split = sum(_ends_in_hyphen(row) for row in rows)
    return split >= max(HYPHENS, HYPHENATED * len(rows))


def is_split(before: str, behind: str, words: Language) -> bool:
    """Whether a hyphen at the end of a line splits a word, in a dump that is hyphenated.

    >>> from newsclean.lang import load
    >>> en = load("en")
    >>> is_split("to re-", "open it", en), is_split("pre-", "and on", en), is_split("mother-in-", "law", en)
    (True, False, False)
    """
    whole = "-" not in before.rsplit(None, 1)[-1][:-1]
    return whole and _ends_in_hyphen(before) and behind[0].islower() and behind.split(None, 1)[0] not in words.joining


def _ends_in_hyphen(text: str) -> bool:
    return text[-1] == "-" and text[-2:-1].isalpha()


def glue(before: str, behind: str, words: Language) -> str:
    """What stands between two parts of a line: a space, but in brackets, at marks, behind a hyphen without an "and"
    behind it, and in scripts without spaces.

    >>> from newsclean.lang import load
    >>> en = load("en")
    >>> [glue(*parts, en) for parts in (("two", "parts"), ("two", ", parts"), ("well-", "known"), ("pre-", "and on"))]
    [' ', '', '', ' ']
    """
    if behind[0] in CLOSERS or before[-1] in OPENERS or _opens_unspaced(before[-1]) or _opens_unspaced(behind):
        return ""
    hyphen = _ends_in_hyphen(before) and behind[0].isalpha()
    return "" if hyphen and behind.split(None, 1)[0] not in words.joining else " "


def _opens_unspaced(text: str) -> bool:
    return text >= _LOWEST_UNSPACED and re.match(UNSPACED, text) is not None
