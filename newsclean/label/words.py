"""Finding the words and phrases of a language in a line, in one pass over its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsclean.lang import load

EDGES = " \t.,;:!?…\"'“”‘’«»()[]{}<>|/\\*•·–—-‹›#"
"""What is taken off both ends of a word before it is compared."""
UNSPACED = frozenset({"ja", "zh"})
"""Languages that put no spaces between words: their phrases are looked for as they stand."""
SHORT = 24
"""Words of a line that phrases are looked for in: furniture comes early or in short lines."""

NUMERIC_DATE = re.compile(r"\b\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\b|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]")
CLOCK = re.compile(r"\b\d{1,2}(?::|\.|h)[0-5]\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)

CREDIT_TAIL = 6
"""Words at the end of a caption among which its credit begins."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, ready for look-ups; phrases of English are in it, since they stand everywhere."""

    stopwords: frozenset[str]
    months: frozenset[str]
    credit: dict[str, tuple[Phrase, ...]]
    """What opens a picture credit, and picture agencies, by their first word, longest first."""
    by: dict[str, tuple[Phrase, ...]]
    """What opens a byline, by its first word, longest first."""
    furniture: dict[str, tuple[tuple[Phrase, str], ...]]
    """Phrases and their kind by their first word, longest first."""
    whole: tuple[tuple[str, str], ...]
    """Phrases of a language without spaces, and their kind."""


def tokens(text: str) -> list[str]:
    """Words of a line in lower case, without the marks around them.

    >>> tokens("Read more: “The plan”")
    ['read', 'more', 'the', 'plan']
    """
    return [word for word in [raw.strip(EDGES) for raw in text.lower().split()] if word]


@cache
def vocabulary_of(code: str) -> Vocabulary:
    """The words that a page in this language may hold."""
    own = load(code)
    furniture: dict[str, list[tuple[Phrase, str]]] = {}
    whole: list[tuple[str, str]] = []
    for row in dict.fromkeys((code, "en")):
        for name, entries in load(row).furniture.items():
            for entry in entries:
                phrase = tuple(tokens(entry))
                if row in UNSPACED and not entry.isascii():
                    whole.append((entry, name))
                elif phrase:
                    furniture.setdefault(phrase[0], []).append((phrase, name))
    return Vocabulary(
        stopwords=own.stopwords,
        months=frozenset(form.rstrip(".") for forms in own.date.months for form in forms if " " not in form),
        credit=_by_first_word((*own.credit, *own.houses, *own.caption)),
        by=_by_first_word(own.by),
        furniture={k: tuple(sorted(set(v), key=lambda p: (-len(p[0]), p))) for k, v in furniture.items()},
        whole=tuple(whole),
    )


def _by_first_word(entries: tuple[str, ...]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, set[Phrase]] = {}
    for entry in entries:
        phrase = tuple(tokens(entry))
        if phrase:
            found.setdefault(phrase[0], set()).add(phrase)
    return {first: tuple(sorted(them, key=lambda p: (-len(p), p))) for first, them in found.items()}


def cover(words: list[str], text: str, vocabulary: Vocabulary) -> dict[str, float]:
    """Share of the line's words that phrases of each kind cover, 0..1; kinds that cover none are left out.

    >>> cover(["read", "more"], "Read more", vocabulary_of("en"))["related"]
    1.0
    """
    found: dict[str, float] = {}
    for entry, name in vocabulary.whole:
        if entry in text:
            found[name] = max(found.get(name, 0.0), len(entry) / len(text))
    taken: dict[str, int] = {}
    for i, word in enumerate(words[:SHORT]):
        for phrase, name in vocabulary.furniture.get(word, ()):
            if i >= taken.get(name, 0) and (len(phrase) == 1 or tuple(words[i : i + len(phrase)]) == phrase):
                found[name] = found.get(name, 0.0) + len(phrase) / len(words)
                taken[name] = i + len(phrase)
    return found


def names_day(words: list[str], text: str, vocabulary: Vocabulary) -> bool:
    """Whether the line names a day: a month's word beside a number, or a numeric date.

    >>> names_day(["sept", "21"], "Sept. 21", vocabulary_of("en"))
    True
    """
    for i, word in enumerate(words):
        if word in vocabulary.months and any(w[0].isdigit() for w in words[max(0, i - 1) : i + 2]):
            return True
    return NUMERIC_DATE.search(text) is not None


def names_time(text: str) -> bool:
    """Whether a line names a time of day."""
    return CLOCK.search(text) is not None


def names_credit(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the line opens or closes with the words of a picture credit.

    >>> names_credit(tokens("A bridge. Photo: Ann Lee"), vocabulary_of("en"))
    True
    """
    ends = (*words[:2], *words[-CREDIT_TAIL:]) if len(words) > CREDIT_TAIL + 2 else tuple(words)
    for i, word in enumerate(ends):
        for phrase in vocabulary.credit.get(word, ()):
            if tuple(ends[i : i + len(phrase)]) == phrase:
                return True
    return False


def opens_byline(words: list[str], raw: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the line begins with a word that opens bylines, and a capital or nothing after it."""
    for phrase in vocabulary.by.get(words[0], ()) if words else ():
        if tuple(words[: len(phrase)]) == phrase:
            rest = raw[len(phrase) : len(phrase) + 1]
            return not rest or not rest[0][0].islower()
    return False
