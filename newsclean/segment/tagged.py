"""Markdown with elements of HTML in it, as `pandoc -t gfm` writes what Markdown has no marks for."""

from __future__ import annotations

import re

from newsclean.segment.clean import counts, is_markdown

TAGS = 5
"""Tags from which Markdown is read without them; some stand in samples of code."""
_NAMES = (
    *("a", "abbr", "article", "aside", "audio", "b", "blockquote", "br", "button", "cite", "code", "dd", "del", "div"),
    *("dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h[1-6]", "header", "hr", "i", "iframe"),
    *("img", "input", "ins", "kbd", "label", "li", "main", "mark", "nav", "ol", "p", "picture", "pre", "q", "s"),
    *("section", "small", "source", "span", "strong", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead"),
    *("time", "tr", "u", "ul", "video", "wbr"),
)
"""Elements that stand in Markdown; what else stands between angles may be meant to be read: "<file>"."""
_TAG = re.compile(rf"</?(?:{'|'.join(_NAMES)})(?:\s[^<>]{{0,20000}})?/?>|<!--.{{0,200}}?-->", re.DOTALL | re.IGNORECASE)
_NO_BREAK = re.compile(r"[^\r\n]")


def without_tags(text: str) -> str:
    """The text with blanks in place of tags, so that all else keeps its place; where it is no Markdown, as it is.

    >>> without_tags("<div\\nid=a>\\n\\n<b>A [pier](/p), a [quay](/q)</b> and a [ferry](/f).</div><p></p>").split()
    ['A', '[pier](/p),', 'a', '[quay](/q)', 'and', 'a', '[ferry](/f).']
    """
    if text.count("<") < TAGS or not is_markdown(text) or not counts(_TAG, text, TAGS):
        return text
    return _TAG.sub(lambda tag: _NO_BREAK.sub(" ", tag[0]), text)
