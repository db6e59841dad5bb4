"""What markup says about a block, as numbers; for plain text there are none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.document import Block, Markup
from newsclean.label.features import Numbers

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
    "own_title",
    "own_byline",
    "own_caption",
)
"""Names of the columns of `marked`, in order."""
PLACE = {name: i for i, name in enumerate(MARKUP)}


def marked(blocks: Sequence[Block]) -> Numbers | None:
    """One row a block; None where the page has no markup."""
    if not blocks or blocks[0].markup is None:
        return None
    out = np.zeros((len(blocks), len(MARKUP)))
    for row, block in zip(out, blocks, strict=True):
        if block.markup is not None:
            row[_columns(block.markup)] = 1.0
            row[PLACE["link_share"]] = block.markup.link_share
            row[PLACE["depth"]] = min(len(block.markup.path), 30) / 30
    return out


def _columns(m: Markup) -> list[int]:
    """The columns that are 1."""
    names = ["markup", f"tag_{m.tag}", *(f"in_{tag}" for tag in m.path)]
    names += [f"token_{word}" for word in WORDS & (m.tokens | m.path_tokens)]
    names += [name for name, holds in _flags(m) if holds]
    return [PLACE[name] for name in names if name in PLACE]


def _flags(m: Markup) -> tuple[tuple[str, bool], ...]:
    return (
        ("links_mostly", m.link_share > 0.5),
        ("hidden", m.hidden),
        ("article_body", m.itemprop == "articleBody"),
        ("own_title", not m.tokens.isdisjoint(("title", "headline", "heading"))),
        ("own_byline", not m.tokens.isdisjoint(("author", "byline", "date", "time"))),
        ("own_caption", not m.tokens.isdisjoint(("caption", "credit", "copyright"))),
    )
