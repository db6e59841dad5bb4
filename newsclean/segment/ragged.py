"""Lines that were broken where the page ended, in letters that are not all as wide: `pdftotext` of a printed page.

No margin tells where such a line goes on, and headlines, in larger letters, end far from it. Its last word does, or the
first of the next.
"""

from __future__ import annotations

from newsclean.lang import Language
from newsclean.segment.fragments import CLAUSE, ENDERS, FRAGMENT_LINES
from newsclean.segment.lines import Lines
from newsclean.segment.wraps import Margin, is_wrapped

RAGGED = 0.08
"""Share of lines that may be a clause, which go on in lower case and do not reach the margin."""
SHEET, OVER = 200, 0.03
"""Characters that a printed line has at most, and share of such lines that may have more: by this and by the share
of broken lines five of six PDFs of dev's pages are known, and two of a hundred other dumps are taken for one."""


def is_ragged(lines: Lines, margin: Margin) -> bool:
    """Whether no line is longer than a sheet is wide, and many go on in the next without reaching a margin."""
    clauses = [i for i, line in enumerate(lines.blocks[:-1]) if len(line.text) >= CLAUSE]
    if sum(1 for i in clauses if len(lines.blocks[i].text) > SHEET) > OVER * len(clauses):
        return False
    broken = sum(1 for i in clauses if _is_broken(lines, i) and not (margin.at and is_wrapped(lines, i, margin)))
    return broken >= max(FRAGMENT_LINES, RAGGED * len(clauses))


def runs_over(lines: Lines, i: int, words: Language) -> bool:
    """Whether a line of such a dump goes on in the next."""
    line, following = lines.blocks[i], lines.blocks[i + 1]
    if len(line.text) < CLAUSE or not _may_go_on(lines, i):
        return False
    last = line.text.rsplit(None, 1)[-1]
    unfinished = following.text[0].islower() or (last.islower() and last in words.stopwords)
    return unfinished and not _is_byline(following.text, words)


def _is_byline(text: str, words: Language) -> bool:
    return text.lower().startswith(tuple(f"{by} " for by in words.by))


def _is_broken(lines: Lines, i: int) -> bool:
    return lines.blocks[i + 1].text[0].islower() and _may_go_on(lines, i)


def _may_go_on(lines: Lines, i: int) -> bool:
    following = lines.blocks[i + 1]
    return not following.gap and not following.bullet and lines.blocks[i].text[-1] not in ENDERS
