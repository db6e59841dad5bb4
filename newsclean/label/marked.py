"""What markup says about a block, as numbers; for plain text there are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from functools import lru_cache
from itertools import count

import numpy as np

from newsclean.document import Block, Markup
from newsclean.label.characters import Numbers

TAGS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "div",
    "span",
    "td",
    "tr",
    "figcaption",
    "time",
    "a",
    "button",
    "label",
    "blockquote",
)
"""Elements of a block that say what it is."""
INSIDE = (
    "article",
    "main",
    "nav",
    "aside",
    "header",
    "footer",
    "form",
    "figure",
    "ul",
    "ol",
    "table",
    "section",
    "dl",
    "blockquote",
)
"""Elements around a block that say where it stands."""
TOKENS = (
    *("ad", "ads", "article", "aside", "author", "banner", "bio", "body", "bottom", "box", "breadcrumb", "breadcrumbs"),
    *("byline", "caption", "card", "carousel", "comment", "comments", "content", "cookie", "copyright", "credit"),
    *("cta", "date", "description", "disclaimer", "entry", "excerpt", "feed", "figure", "footer", "form", "gallery"),
    *("grid", "header", "headline", "image", "info", "intro", "item", "kicker", "latest", "lead", "link", "links"),
    *("list", "login", "main", "media", "menu", "meta", "modal", "more", "nav", "navbar", "navigation", "newsletter"),
    *("next", "overlay", "page", "paragraph", "paywall", "popular", "popup", "post", "posts", "promo", "rail"),
    *("recommended", "related", "right", "search", "share", "sharing", "sidebar", "signup", "single", "social"),
    *("sponsored", "story", "subhead", "subscribe", "subtitle", "summary", "tag", "tags", "teaser", "text", "time"),
    *("title", "toc", "toolbar", "top", "trending", "video", "widget", "wp", "wysiwyg"),
)
"""Class and id words, of the block or around it, that page makers of many sites use in the same sense."""
WORDS = frozenset(TOKENS)
NO_MARKUP = Markup("")
OWN = {
    "own_title": ("title", "headline", "heading"),
    "own_byline": ("author", "byline", "date", "time"),
    "own_caption": ("caption", "credit", "copyright"),
}
"""Class and id words of the block itself that say what it is."""
COMPANY = ("beside_prose", "near_prose", "prose_beyond", "like_prose")
"""How much of the page's prose stands in the element of a block, in the one around it, and in the one around that, each
against the element of that step which holds most; and how much stands in elements of the same tags and class words."""
STEPS_OUT = 3
"""Elements around a block, its own with them, in which prose is looked for."""
MARKUP = (
    "markup",
    "link_share",
    "links_mostly",
    "hidden",
    "article_body",
    "depth",
    *(f"tag_{name}" for name in TAGS),
    *(f"in_{name}" for name in INSIDE),
    *(f"token_{name}" for name in TOKENS),
    *OWN,
    *COMPANY,
)
"""Names of the columns of `marked`, in order."""
PLACE = {name: i for i, name in enumerate(MARKUP)}
SHARE, DEPTH = PLACE["link_share"], PLACE["depth"]


def marked(blocks: Sequence[Block], prose: Numbers) -> Numbers | None:
    """One row a block; None where the page has no markup. `prose` holds the characters of what looks like prose at
    first sight, and 0 for other blocks."""
    if not blocks or blocks[0].markup is None:
        return None
    out = np.zeros((len(blocks), len(MARKUP)))
    held: list[int] = []
    counts: list[int] = []
    for row, block in zip(out, blocks, strict=True):
        before = len(held)
        if block.markup is not None:
            held += _columns(block.markup)
            row[SHARE] = block.markup.link_share
            row[DEPTH] = min(len(block.markup.path), 30) / 30
        counts.append(len(held) - before)
    out[np.repeat(np.arange(len(blocks)), counts), held] = 1.0
    out[:, -len(COMPANY) :] = _company(blocks, prose)
    return out


def _company(blocks: Sequence[Block], prose: Numbers) -> Numbers:
    """The columns of `COMPANY`; a block's own prose does not count for it."""
    marks = [block.markup or NO_MARKUP for block in blocks]
    groups: list[list[Hashable]] = [
        [m.container[step] if step < len(m.container) else (step, i) for i, m in enumerate(marks)]
        for step in range(STEPS_OUT)
    ]
    groups.append([(m.tag, m.path, m.tokens) for m in marks])
    return np.column_stack([_shared(group, prose) for group in groups])


def _shared(group: Sequence[Hashable], prose: Numbers) -> Numbers:
    """What the others of a block's group hold of prose, as a share of what the fullest group holds, 0..1."""
    numbers: defaultdict[Hashable, int] = defaultdict(count().__next__)
    at = np.fromiter(map(numbers.__getitem__, group), np.int64, len(group))
    held = np.bincount(at, prose)
    shares: Numbers = (held[at] - prose) / max(1.0, held.max())
    return shares


def _columns(m: Markup) -> list[int]:
    """The columns that are 1."""
    held = [*_own(m.tag, m.tokens), *_around(m.path, m.path_tokens)]
    if m.link_share > 0.5:
        held.append(PLACE["links_mostly"])
    if m.hidden:
        held.append(PLACE["hidden"])
    if m.itemprop == "articleBody":
        held.append(PLACE["article_body"])
    return held


@lru_cache(maxsize=2048)
def _own(tag: str, tokens: frozenset[str]) -> tuple[int, ...]:
    """Columns of an element."""
    own = (name for name, words in OWN.items() if not tokens.isdisjoint(words))
    return _places("markup", f"tag_{tag}", *_told(tokens), *own)


@lru_cache(maxsize=2048)
def _around(path: tuple[str, ...], tokens: frozenset[str]) -> tuple[int, ...]:
    """Columns of what is around an element, which many have in common."""
    return _places(*(f"in_{tag}" for tag in path), *_told(tokens))


def _told(tokens: frozenset[str]) -> list[str]:
    return [f"token_{word}" for word in WORDS & tokens]


def _places(*names: str) -> tuple[int, ...]:
    return tuple({PLACE[name] for name in names if name in PLACE})
