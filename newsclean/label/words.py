"""Finding the words and phrases of a language in a line, in one pass over its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsclean.lang import Language, load

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

LEAST_CREDIT = 4
"""Characters of a credit: a copyright sign alone is none."""
CREDIT_SIZE = 90
"""Characters of a credit, at most."""
RIGHTS = re.compile(r"©\s?(?:\w{1,20}\s)?(?:19|20)\d{2}\b")
"""A year after the sign: "© 2024" is a notice of rights, not a credit."""
GLUED = re.compile(r"[.!?]([A-Z][\w'’./ -]{2,80})$")
"""A credit glued to the sentence before it: "to open.Getty Images"."""
IN_BRACKETS = 5
"""Words of a credit in brackets that names no agency we know."""
CLOCK_WORDS = 3
"""Words of a time that stands alone: "11:54 p.m. CET"."""
NAME_WORDS = 5
NAME_SIZE = 45
"""Characters of a person's name, at most."""

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
    ago: frozenset[str]
    """Words of relative times: "vor", "min", "ago"."""
    kicker: frozenset[str]
    """What stands over a headline: "opinion"."""
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
        ago=frozenset(word for entry in _relative(own) for word in tokens(entry)),
        kicker=frozenset(own.kicker),
        furniture={k: tuple(sorted(set(v), key=lambda p: (-len(p[0]), p))) for k, v in furniture.items()},
        whole=tuple(whole),
    )


def _relative(own: Language) -> tuple[str, ...]:
    return (*own.date.relative_units, *own.date.relative_before, *own.date.relative_after)


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


def opens_byline(words: list[str], text: str, vocabulary: Vocabulary) -> bool:
    """Whether the line begins with a word that opens bylines, and a capital or nothing after it."""
    for phrase in vocabulary.by.get(words[0], ()) if words else ():
        if tuple(words[: len(phrase)]) == phrase:
            rest = text.split(maxsplit=len(phrase) + 1)[len(phrase) : len(phrase) + 1]
            return not rest or not rest[0][0].islower()
    return False


def is_clock(text: str, words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a line is a time and nothing else, as the items of a ticker open: a time of day or "5 minutes ago".

    >>> en = vocabulary_of("en")
    >>> is_clock("3:44 PM", ["3:44", "pm"], en), is_clock("5 min ago", ["5", "min", "ago"], en)
    (True, True)
    >>> is_clock("At 3:44 PM he left", ["at", "3:44", "pm", "he", "left"], en)
    False
    """
    if not 0 < len(words) <= CLOCK_WORDS:
        return False
    spoken = [word for word in words if not word[0].isdigit()]
    counted = len(spoken) < len(words) and bool(spoken) and all(word in vocabulary.ago for word in spoken)
    return counted or (words[0][0].isdigit() and CLOCK.match(text) is not None)


def shows_credit(text: str, words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a line shows a picture's credit where captions have it: in brackets at its end, or after its word.

    >>> shows_credit("A bridge (Ann Lee/Example Wire)", tokens("A bridge (Ann Lee/Example Wire)"), vocabulary_of("en"))
    True
    """
    if len(text) < LEAST_CREDIT:
        return False
    if text[-1:] in ")]" and _is_credit(text, max(text.rfind("("), text.rfind("[")), vocabulary):
        return True
    if "©" in text[-CREDIT_SIZE:] or "©" in text[:2]:
        return RIGHTS.search(text) is None
    glued = GLUED.search(text[-CREDIT_SIZE:])
    if glued and ("/" in glued[1] or names_credit(tokens(glued[1]), vocabulary)):
        return True
    raw = text.split()
    for i, word in enumerate(raw if ":" in text else ()):
        if word[-1] == ":" and (i < 3 or i >= len(raw) - 2 * CREDIT_TAIL) and word[:-1].lower() in vocabulary.credit:
            return True
    agency = text[-1:] not in ".!?" and len(raw) > CREDIT_TAIL and names_credit(words[-2:], vocabulary)
    return agency and any(mark in text for mark in ("/", "|", " via ", "–", "-"))


def _is_credit(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether brackets that end a line hold a credit: an agency, a slash, or names after the end of a sentence."""
    inner = text[start + 1 : -1]
    if start < 1 or len(inner) > CREDIT_SIZE:
        return False
    if "/" in inner or names_credit(tokens(inner), vocabulary):
        return True
    words = inner.split()
    names = 0 < len(words) <= IN_BRACKETS and all(w[0].isupper() for w in words) and not any(map(str.isdigit, inner))
    return names and text[:start].rstrip()[-1:] in (".", "!", "?", "”", '"')


def names_person(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line may be one person's name: two to five words that begin with a capital.

    >>> names_person("Naomi van Dijk", vocabulary_of("en")), names_person("What we know", vocabulary_of("en"))
    (True, False)
    """
    words = text.split()
    if not 2 <= len(words) <= NAME_WORDS or len(text) > NAME_SIZE or any(c.isdigit() or c in "?!:|/" for c in text):
        return False
    capitals = sum(1 for word in words if word[0].isupper())
    known = sum(1 for word in words if word.lower().strip(EDGES) in vocabulary.stopwords and word[0].isupper())
    return capitals >= 2 and capitals >= len(words) - 1 and not known and not vocabulary.furniture.get(words[0].lower())
