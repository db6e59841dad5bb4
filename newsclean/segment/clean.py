"""What a line says, without the marks that the tool which printed it left in it."""

from __future__ import annotations

import re
from collections.abc import Callable

_BULLET = re.compile(r"\s*(?:[•◦▪▫‣⁃●○■□∙·*+]|\d{1,3}\.|-|–|o(?=\s))\s+(?=\S)")
_BUTTON = re.compile(r"\(BUTTON\)|\[(?:INS|DEL):|:(?:INS|DEL)\]|_{4,}")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,1000})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})\1")

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
    if text.count("](") >= MARKDOWN_LINKS:
        steps.append(without_markdown)

    def clean(line: str) -> str:
        if len(line) <= LINE_LIMIT:
            for step in steps:
                line = step(line)
        return line

    return clean


def without_markdown(line: str) -> str:
    """A line of Markdown as a reader sees it.

    >>> without_markdown("## A [word](https://example.org) **here**")
    'A word here'
    """
    line = _HEADING.sub("", line, count=1)
    if "](" in line:
        line = _LINK.sub(r"\1", _IMAGE.sub(r"\1", line))
    return _STRONG.sub(r"\2", line)


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
