"""Text for formats that cannot escape by themselves."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def visible(text: str) -> str:
    r"""The text with controls other than tab and newline as escapes, since terminals obey them; a name may hold some.

    >>> visible("a\x1b[31m\tb")
    'a\\x1b[31m\tb'
    """
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
