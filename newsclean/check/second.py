"""Where another article seems to open on a page that was not parted."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.check.case import Case
from newsclean.check.kinds import INSIDE
from newsclean.document import Role
from newsclean.fields.byline_text import opening

TITLE = range(10, 201)
"""Characters of a headline."""
BYLINE = 120
"""Characters of a byline, at most."""
FIRST = 100
"""Characters of a first paragraph, at least."""
NEXT, LEAST = 6, 600
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
    body = case.page.indexes(*INSIDE)
    apart = (i for i in case.page.indexes(Role.OTHER) if labels[i].reason == APART)
    prose = {i: len(blocks[i].text) for i in sorted((*body, *apart))}
    for i, size in prose.items():
        if i < 2 or size < FIRST or labels[i - 2].role is Role.RELATED or not _is_headed(case, i - 2):
            continue
        before = sum(prose[k] for k in body if k < i - 2)
        if before >= BEFORE and sum(prose.get(k, 0) for k in range(i, i + NEXT)) >= LEAST:
            yield i - 2


def _is_headed(case: Case, i: int) -> bool:
    """Whether a block may be a headline, and the next one its byline."""
    page = case.page.page
    title, byline = page.blocks[i].text, page.blocks[i + 1].text
    if len(title) not in TITLE or len(byline) > BYLINE or {title[-1:], byline[-1:]} & PROSE_ENDS:
        return False
    if " " not in title or opening(byline, page.language) is None:
        return False
    return sum(block.text == title for block in page.blocks) == 1
