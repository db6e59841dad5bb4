"""What a line says, without the marks that the tool which printed it left in it."""

from __future__ import annotations

import re
from collections.abc import Callable

_BULLET = re.compile(r"\s*(?:[•◦▪▫‣⁃●○■□∙·*+]|\d{1,3}\.|-|–|o(?=\s))\s+(?=\S)")
_BUTTON = re.compile(r"\(BUTTON\)|\[(?:INS|DEL):|:(?:INS|DEL)\]|_{4,}")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_TARGET = r"\((?:[^()\"]|\([^()\"]{0,200}\)){0,2000}(?:\"[^\"]{0,300}\"\s?)?\)"
"""Where a Markdown link leads; tools that wrap lines break it, so that it may hold spaces."""
_IMAGE = re.compile(rf"!\[([^\]]{{0,500}})\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]]{{0,1000}})\]{_TARGET}")
_HEADING = re.compile(r"\s{0,3}(?:#{1,6}\s+|>\s?){1,3}")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,1000})\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]{0,500}\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>-])")
_RULE = re.compile(r"(?:[-:|*=\s]{3,}|`{3}\w{0,20})")

LINK_NUMBERS = 5
"""Numbered links from which a dump is taken for `lynx -dump` with its list of links; prose has a footnote or two."""
MARKDOWN_LINKS = 3
"""Links from which a dump is taken for Markdown."""
LINE_LIMIT = 100_000
"""Characters of a line that marks are looked for in; longer lines are no print of a tool named here."""

_INVISIBLE = dict.fromkeys((*range(9), *range(14, 28), *range(127, 133), *range(134, 160))) | dict.fromkeys(
    (173, 8203, 8204, 8288, 65279, 65532, *range(55296, 57344))
)
"""Controls, soft hyphens, zero-width characters and lone surrogates; white space is folded by `one_line`."""


def one_line(text: str) -> str:
    """The text on one line: white space folded, controls and zero-width characters left out.

    >>> one_line("  a\\tb\\n c\\x1b ")
    'a b c'
    """
    if not text.isprintable():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def cleaner(text: str) -> Callable[[str], str]:
    """What takes the marks off the lines of this dump; which marks there are is told once for the whole dump."""
    steps: list[Callable[[str], str]] = []
    if "(BUTTON)" in text or "____" in text:
        steps.append(lambda line: _BUTTON.sub(" ", line))
    if _counts(_LINK_NUMBER, text, LINK_NUMBERS):
        steps.append(lambda line: _LINK_NUMBER.sub("", line))

    def clean(line: str) -> str:
        if len(line) <= LINE_LIMIT:
            for step in steps:
                line = step(line)
        return line

    return clean


def is_markdown(text: str) -> bool:
    """Whether a dump is Markdown, by its links."""
    return text.count("](") >= MARKDOWN_LINKS


def without_markdown(text: str) -> str:
    """A paragraph of Markdown as a reader sees it; its lines may be joined already.

    >>> without_markdown("## A [word](https://example.org) **here** and _there_")
    'A word here and there'
    """
    if len(text) > LINE_LIMIT:
        return text
    if _RULE.fullmatch(text):
        return ""
    text = _HEADING.sub("", text, count=1) if _HEADING.match(text) else text
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPE.sub("", text) if "\\" in text else text


def without_bullet(line: str) -> tuple[bool, str]:
    """Whether a list marker stands before the line, and the line without it.

    >>> without_bullet("  * Politics")
    (True, 'Politics')
    >>> without_bullet("1.5 million people")
    (False, '1.5 million people')
    """
    found = _BULLET.match(line)
    return (True, line[found.end() :]) if found else (False, line)


def _counts(pattern: re.Pattern[str], text: str, enough: int) -> bool:
    return sum(1 for _ in zip(range(enough), pattern.finditer(text), strict=False)) == enough
