"""Mending what is sure to be wrong with the characters of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from newsclean.check.characters import CONTROLS, is_suspect

_NEWLINES = re.compile(r"\r\n?")


def mended(text: str, codes: Collection[str]) -> str:
    """The text without what these rules find of what is sure.

    >>> mended("caf\\u00c3\\u00a9\\r\\nna\\x1b[31mive\\n", FIXES)
    'café\\nnaive\\n'
    """
    for code, fix in FIXES.items():
        if code in codes:
            text = fix(text)
    return text


def _decoded(line: str) -> str:
    if not is_suspect(line):
        return line
    from ftfy import fix_encoding

    return fix_encoding(line)


FIXES: Mapping[str, Callable[[str], str]] = {
    "NC108": lambda text: _NEWLINES.sub("\n", text),
    "NC106": lambda text: "\n".join(map(_decoded, text.split("\n"))),
    "NC107": lambda text: CONTROLS.sub("", text),
}
"""What takes away the findings of a rule, in the order in which it is done."""
