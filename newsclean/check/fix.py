"""Mending what is sure to be wrong with the characters of a text."""

from __future__ import annotations

import re

from newsclean.check.characters import CONTROLS, is_suspect

FIXABLE = frozenset(("NC106", "NC107", "NC108"))
"""Rules whose findings `mended` takes away."""
_NEWLINES = re.compile(r"\r\n?")


def mended(text: str) -> str:
    """The text with LF at the ends of lines, without controls, and with the lines decoded anew that were decoded wrong.

    >>> mended("caf\\u00c3\\u00a9\\r\\nna\\x1b[31mive\\n")
    'café\\nnaive\\n'
    """
    lines = _NEWLINES.sub("\n", text).split("\n")
    return CONTROLS.sub("", "\n".join([_decoded(line) for line in lines]))


def _decoded(line: str) -> str:
    if not is_suspect(line):
        return line
    from ftfy import fix_encoding

    return fix_encoding(line)
