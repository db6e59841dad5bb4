"""Roles in a byline: "Chief Pier Correspondent"."""

from __future__ import annotations

from newsclean.fields.names import NameWords, bare, name_words

ROLE_WORDS = 9
"""Words of a role, at most: "Senior Correspondent for Foreign Policy and National Security"."""


def names_role(text: str, language: str) -> bool:
    """Whether a line is a role: "Chief Pier Correspondent".

    >>> names_role("Chief Pier Correspondent", "en"), names_role("The pier", "en")
    (True, False)
    """
    parts = text.split()
    return len(parts) <= ROLE_WORDS and role_span(parts, name_words(language)) is not None


def is_initial(part: str, words: NameWords) -> bool:
    """Whether a word is no full name: a letter, or a particle."""
    return len(part.rstrip(".")) == 1 or bare(part) in words.particles


def role_span(parts: list[str], words: NameWords) -> tuple[int, int] | None:
    """Where the first role word begins and the last one ends."""
    folded = [bare(part) for part in parts]
    if words.role_words.isdisjoint(folded):
        return None
    hits = [
        (i, i + size)
        for size in (1, 2, 3)
        for i in range(len(folded) - size + 1)
        if " ".join(folded[i : i + size]) in words.roles
    ]
    return (min(hit[0] for hit in hits), max(hit[1] for hit in hits)) if hits else None
