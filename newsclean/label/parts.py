"""Several articles in one dump: where each opens, and the page of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from newsclean.document import Page
from newsclean.label.characters import Flags
from newsclean.label.features import LONG, Facts
from newsclean.label.model import Judged
from newsclean.lang.tell import tell

OPENS = 1.0
"""Logit from which a block is the headline of another article."""
LINE = 50
"""Characters of a line of prose: hard wraps leave 60 and more."""
LEAST = 300
"""Characters of such lines in each part, at least: a subhead opens no article, nor does a teaser."""


def openings(judged: Judged) -> list[int]:
    """The blocks that open another article."""
    found: list[int] = np.flatnonzero(judged.opens > OPENS).tolist()
    return found


def parts_of(page: Page, facts: Facts, judged: Judged) -> tuple[Page, ...]:
    """The pages of the articles in a dump without markup, in order; as a rule the page alone.

    The blocks of the parts are those of the page; spans and lines are still those of the whole dump. An export says
    where they open. What an HTML page states about itself tells of one article, so that such a page is left whole.
    """
    starts = sorted({0, *page.openings}) if page.openings else _starts(page, facts, judged)
    return _cut(page, starts) if len(starts) > 1 else (page,)


def _starts(page: Page, facts: Facts, judged: Judged) -> list[int]:
    """The first block of each article, by what the model says."""
    found, starts = openings(judged), [0]
    if not found or page.blocks[0].markup is not None:
        return starts
    sizes = np.array(facts.size)
    said, prose = np.where(sizes >= LINE, sizes, 0.0), (sizes >= LONG) & facts.ended
    for opening in found:
        start = _beginning(judged, starts[-1], opening, prose)
        if said[starts[-1] : start].sum() >= LEAST and said[opening:].sum() >= LEAST:
            starts.append(start)
    return starts


def _beginning(judged: Judged, last: int, opening: int, prose: Flags) -> int:
    """Where the page of an article begins that opens here: the likeliest block behind the prose before it."""
    before = np.flatnonzero(prose[last:opening])
    start = last + int(before[-1]) + 1 if len(before) else opening
    return start + int(np.argmax(judged.begins[start : opening + 1]))


def _cut(page: Page, starts: Sequence[int]) -> tuple[Page, ...]:
    """The blocks from each of `starts` to the next; what the page states of itself tells of the first article."""
    groups = [page.blocks[start:stop] for start, stop in pairwise([*starts, len(page.blocks)])]
    return tuple(
        page._replace(
            blocks=blocks,
            hints=() if number else page.hints,
            language=tell(page.text[blocks[0].start : blocks[-1].end]),
            openings=(),
        )
        for number, blocks in enumerate(groups)
    )
