"""What stands beside the article, told by the markup of a page and carried over to its dumps line by line.

The gold knows the article alone. What class words and elements say of the other blocks is silver: right as a rule. The
same lines stand in the dumps of the page, where nothing but their words and places can tell what they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from newsclean.document import Block, Page, Role
from newsclean.label.certain import certain
from newsclean.label.characters import Flags
from newsclean.label.matrices import Rows
from newsclean.label.model import BESIDE, LATER
from newsclean.measure.words import folded
from newsclean.segment.tags import KICKERS

LINKS = 0.5
"""Share of links in a block of a footer, over which it is a menu and no notice."""
FORM = 0.5
"""Share of a page's characters in forms, over which a form is how the page is built."""
WORDS = {
    Role.BIOGRAPHY: frozenset(("bio", "biography")),
    Role.LIVE_FEED: frozenset(("liveticker", "newsticker", "newsfeed")),
}
"""Class and id words besides those of `label.certain`."""
KICKER = KICKERS | {"category", "rubric", "topic"}
CREDIT = frozenset(("credit", "credits", "photographer"))
TIMESTAMP = frozenset(("date", "datetime", "published", "pubdate", "timestamp"))
"""Class and id words of a block itself that stands above the headline, beside the article, or anywhere."""
TEASERS = frozenset(("related", "recommended", "teaser", "popular", "trending", "card", "sidebar"))
"""Words of an element around it, of which the dates and credits are those of other stories."""
OVER = 3
"""Blocks above the headline among which a kicker stands."""
SHORT = 120
"""Characters of a kicker, a date or a credit, at most."""
SUBHEADS = range(2, 5)
"""Levels of headings that are subheads where they stand in the body."""
WEIGHT = 5.0
"""How much the roles of a page weigh against where an article opens in it."""

_DIGIT = re.compile(r"\d")

Silver = Mapping[str, Role]
"""By the folded text of a block."""


def silver_of(page: Page) -> Silver:
    """What the blocks of an HTML page are; texts that are of two kinds are left out."""
    in_forms = sum(len(b.text) for b in page.blocks if b.markup and "form" in b.markup.path)
    built = in_forms > FORM * len(page.text)
    found: defaultdict[str, set[Role | None]] = defaultdict(set)
    over = _over_headline(page)
    for i, block in enumerate(page.blocks):
        role = _role(block) or _of_article(block, i in over)
        found[folded(block.text)].add(None if built and role is Role.FORM else role)
    one = ((text, roles.pop()) for text, roles in found.items() if text and len(roles) == 1)
    return {text: role for text, role in one if role is not None}


def _over_headline(page: Page) -> range:
    """Indexes of the blocks among which a kicker stands; none where the page has several headlines, or none."""
    places = [i for i, block in enumerate(page.blocks) if block.markup and block.markup.level == 1]
    return range(places[0] - OVER, places[0]) if len(places) == 1 else range(0)


def _role(block: Block) -> Role | None:
    m = block.markup
    if m is None or m.hidden:
        return None
    for role, words in WORDS.items():
        if not words.isdisjoint(m.tokens | m.path_tokens):
            return role
    row = certain(m, len(block.text))
    if row is None or row.role is Role.TIMESTAMP:
        return Role.SUBHEAD if m.level in SUBHEADS else None
    return Role.NAVIGATION if row.reason == "footer" and m.link_share > LINKS else row.role


def _of_article(block: Block, over_headline: bool) -> Role | None:
    """What class words say of a short block that no row of `certain` knows."""
    m, is_short = block.markup, len(block.text) <= SHORT
    if m is None or m.hidden or not is_short or not TEASERS.isdisjoint(m.path_tokens | m.tokens):
        return None
    if over_headline and (m.kicker or not KICKER.isdisjoint(m.tokens)):
        return Role.KICKER
    if _DIGIT.search(block.text) and (m.tag == "time" or m.datetime or not TIMESTAMP.isdisjoint(m.tokens)):
        return Role.TIMESTAMP
    return None if CREDIT.isdisjoint(m.tokens) else Role.CREDIT


def later_truth(texts: Sequence[str], body: Flags, claimed: Flags, silver: Silver) -> tuple[Rows, Rows]:
    """What each block is by the order of `LATER`, and how much that weighs: 0 for blocks of which nothing is known.

    Blocks of the article, `claimed`, are none of the roles beside it; only in its body a heading is a subhead.
    """
    truth, trust = np.zeros((2, len(texts), len(LATER)), np.float32)
    known = claimed.copy()
    for i, text in enumerate(texts):
        role = silver.get(folded(text))
        if role in BESIDE and (body[i] if role is Role.SUBHEAD else not claimed[i]):
            truth[i, LATER.index(role)] = 1
            known[i] = True
    trust[known, -len(BESIDE) :] = WEIGHT / max(1, int(known.sum()))
    return truth, trust
