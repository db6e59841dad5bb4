"""Text for formats that cannot escape by themselves."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")
"""And the two signs that turn the direction of what follows whatever it is, by which a terminal shows other words."""


def visible(text: str) -> str:
    r"""The text with controls other than tab and newline, and bidi overrides, as escapes: terminals obey them.

    >>> visible("a\x1b[31m\tb")
    'a\\x1b[31m\tb'
    """
    return _CONTROLS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    point = ord(found[0])
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}"
