"""Elements of HTML by how they are read."""

from __future__ import annotations

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "button", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre", "search"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
        *("abstract", "block", "byline", "dateline", "distributor", "hedline", "hl1", "hl2"),
    )
)
"""Elements that end the line before them; the last row are those of NITF, in which agencies and archives keep news."""
PARAGRAPHS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt", "figcaption", "caption", "summary", "td", "th", "pre")
)
"""Elements that hold one paragraph: a line break in them is a space."""
SMALL = frozenset(("button", "details", "dialog"))
"""Blocks that are inline where they stand in a paragraph, as are elements with a name of their own."""
MARGINS = frozenset(
    (
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
        "pre",
        "ul",
        "ol",
        "dl",
        "table",
        "hr",
        "fieldset",
    )
)
"""Elements that browsers put a margin around."""
CELLS = frozenset(("tr", "td", "th"))
"""Rows of tables and what they hold."""
STATEFUL = CELLS | {"li", "pre"}
"""Blocks that change how what is in them is read."""
LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "hl1": 1, "hl2": 2}
"""Headings and their level."""
KICKERS = frozenset(
    (
        *("antetitulo", "dachzeile", "eyebrow", "kicker", "occhiello", "overline", "overtitle", "pretitle", "roofline"),
        *("spitzmarke", "supertitle", "surtitle", "surtitre", "topline", "volanta"),
    )
)
"""Class and id words of the line over a headline."""
DROPPED = frozenset(
    (
        *("script", "style", "template", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas"),
        *("select", "textarea", "datalist", "map", "noframes", "noembed", "applet", "frameset", "title"),
    )
)
"""Elements whose text no reader sees as text of the page."""
VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
"""Elements without content."""
OUTER = frozenset(("html", "head", "body"))
PLAIN = frozenset(
    ("b", "i", "em", "strong", "u", "small", "s", "mark", "span", "font", "big", "tt", "code", "sub", "sup")
)
"""Inline elements that say nothing where they have no attributes."""
TOUCHING = frozenset(("sub", "sup"))
"""Inline elements that belong to the word before them."""
IMAGES = frozenset(("amp-img", "amp-anim"))
"""Elements besides img that show an image."""
