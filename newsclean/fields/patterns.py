"""Regular expressions made of the words of a language."""

from __future__ import annotations

import re
from collections.abc import Set


def either(words: Set[str]) -> str:
    """A pattern of the words, longest first; one that never matches where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"
