"""Regular expressions and quick looks made of the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set


def either(words: Set[str]) -> str:
    """A pattern of the words, longest first; one that never matches where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words that hold no other one: a text with none of these in it has none of all.

    >>> shortest(["last updated", "updated", "last updated on"])
    ('updated',)
    """
    said = dict.fromkeys(words)
    return tuple(word for word in said if not any(other != word and other in word for other in said))
