"""Elements of HTML in what is none: in Markdown, as `pandoc -t gfm` writes what that has no marks for, and line by line
in plain text, as comment forms and old exports leave "<br>"."""

from __future__ import annotations

import re

from newsclean.segment.clean import blanked, counts, is_markdown

TAGS = 5
"""Tags from which a text is read without them; some stand in samples of code."""
A_LINE = (0.3, 4.0)
"""Tags for each line, from which to which plain text has them line by line. With more, its lines are those of markup,
not of the text."""
_NAMES = (
    *("a", "abbr", "article", "aside", "audio", "b", "blockquote", "br", "button", "cite", "code", "dd", "del", "div"),
    *("dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h[1-6]", "header", "hr", "i", "iframe"),
    *("img", "input", "ins", "kbd", "label", "li", "main", "mark", "nav", "ol", "p", "picture", "pre", "q", "s"),
    *("section", "small", "source", "span", "strong", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead"),
    *("time", "tr", "u", "ul", "video", "wbr"),
)
"""Elements that stand in Markdown; what else stands between angles may be meant to be read: "<file>"."""
_TAG = re.compile(rf"</?(?:{'|'.join(_NAMES)})(?:\s[^<>]{{0,20000}})?/?>|<!--.{{0,200}}?-->", re.DOTALL | re.IGNORECASE)


def without_tags(text: str) -> str:
    """The text with blanks in place of tags, so that all else keeps its place; as it is where they may be meant.

    >>> without_tags("<div\\nid=a>\\n\\n<b>A [pier](/p), a [quay](/q)</b> and a [ferry](/f).</div><p></p>").split()
    ['A', '[pier](/p),', 'a', '[quay](/q)', 'and', 'a', '[ferry](/f).']
    """
    if text.count("<") < TAGS or not counts(_TAG, text, TAGS) or not (is_markdown(text) or _is_line_by_line(text)):
        return text
    return _TAG.sub(lambda tag: blanked(tag[0]), text)


def _is_line_by_line(text: str) -> bool:
    lines = sum(not line.isspace() for line in text.splitlines())
    tags = sum(1 for _ in _TAG.finditer(text))
    return A_LINE[0] * lines <= tags <= A_LINE[1] * lines
