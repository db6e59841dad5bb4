"""Where another article seems to open on a page that was not parted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from newsclean.check.case import Case
from newsclean.check.kinds import INSIDE
from newsclean.document import Role
from newsclean.fields.byline_text import opening

TITLE = range(10, 201)
"""Characters of a headline."""
BYLINE = 120
"""Characters of a byline, at most."""
FIRST = 60
"""Characters of a first paragraph, at least."""
NEXT, LEAST = 8, 500
"""Blocks under a byline, and the characters of their prose, at least: teasers have fewer."""
BEFORE = 300
"""Characters of body before another article opens, at least."""
APART = "apart-from-the-body"
"""Reason of the label of prose that stands apart from the one body that a page is thought to have."""
PROSE_ENDS = frozenset(".,;:…")
"""What neither a headline nor a byline ends with."""


def openings(case: Case) -> Iterator[int]:
    """The blocks that read as the headline of another article: behind a body, over a byline with a by-word, over prose.

    What is a teaser by its words, or stands twice on the page, is a teaser inside the article.
    """
    blocks, labels = case.page.page.blocks, case.page.labels
    apart = (i for i in case.page.indexes(Role.OTHER) if labels[i].reason == APART)
    prose = {i: len(blocks[i].text) for i in sorted((*case.page.indexes(*INSIDE), *apart))}
    headed = [i - 2 for i, size in prose.items() if i >= 2 and size >= FIRST and _is_headed(case, i - 2)]
    if not headed:
        return
    before = [0, *accumulate(prose.get(i, 0) if label.role in INSIDE else 0 for i, label in enumerate(labels))]
    times = Counter(block.text for block in blocks)
    for i in headed:
        behind = sum(prose.get(k, 0) for k in range(i + 2, i + 2 + NEXT))
        if before[i] >= BEFORE and behind >= LEAST and times[blocks[i].text] == 1:
            yield i


def _is_headed(case: Case, i: int) -> bool:
    """Whether a block may be a headline, and the next one its byline."""
    page, label = case.page.page, case.page.labels[i]
    title, byline = page.blocks[i].text, page.blocks[i + 1].text
    if len(title) not in TITLE or len(byline) > BYLINE or {title[-1:], byline[-1:]} & PROSE_ENDS:
        return False
    return label.role is not Role.RELATED and " " in title and opening(byline, page.language) is not None
