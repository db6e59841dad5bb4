"""The words of a language, ready for look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from newsclean.label.characters import EDGES
from newsclean.label.hashes import Table, table_of
from newsclean.lang import LABEL_ENDS, Language, load, month_names, with_english

UNSPACED = frozenset({"ja", "th", "zh"})
"""Languages that put no spaces between words: their phrases are looked for as they stand."""
Phrase = tuple[str, ...]

BITS = ("stopword", "month", "by", "credit", "credit_alone", "furniture", "furniture_alone")
"""What a word may be: a function word, a month, the first of a by-word, the first of a longer phrase of credits or one
by itself, the first of a longer phrase of furniture or furniture by itself. Two words that begin a longer phrase are
marked as its first one is."""
BIT = {name: 1 << i for i, name in enumerate(BITS)}


class Vocabulary(NamedTuple):
    """The words of a language, ready for look-ups; phrases of English are in it, since they stand everywhere."""

    stopwords: frozenset[str]
    months: frozenset[str]
    credit: dict[str, tuple[Phrase, ...]]
    """What opens a picture credit, and picture agencies, by their first word, longest first."""
    credit_after: tuple[str, ...]
    """What ends a picture credit, in scripts without spaces."""
    caption_label: tuple[str, ...]
    """What opens a caption, with the comma or the colon behind it."""
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
    bits: Table
    """Where each word may stand, by the names of `BIT`."""


def tokens(text: str) -> Phrase:
    """Words of a line in lower case, without the marks around them.

    >>> tokens("Read more: “The plan”")
    ('read', 'more', 'the', 'plan')
    """
    return tuple([word for word in [raw.strip(EDGES) for raw in text.lower().split()] if word])


@cache
def vocabulary_of(code: str) -> Vocabulary:
    """The words that a page in this language may hold."""
    own = load(code)
    furniture: dict[str, list[tuple[Phrase, str]]] = {}
    whole: list[tuple[str, str]] = []
    for row in with_english(code):
        for name, entries in row.furniture.items():
            for entry in entries:
                phrase = tokens(entry)
                if row.code in UNSPACED and not entry.isascii():
                    whole.append((entry, name))
                elif phrase:
                    furniture.setdefault(phrase[0], []).append((phrase, name))
    months = month_names(code)
    credit, by = _by_first_word((*own.credit, *own.houses, *own.caption)), _by_first_word(own.by)
    return Vocabulary(
        stopwords=own.stopwords,
        months=months,
        credit=credit,
        credit_after=own.credit_after,
        caption_label=tuple(f"{label}{mark}" for label in own.caption_label for mark in LABEL_ENDS),
        by=by,
        ago=frozenset(word for entry in _relative(own) for word in tokens(entry)),
        kicker=frozenset(own.kicker),
        furniture={k: tuple(sorted(set(v), key=lambda p: (-len(p[0]), p))) for k, v in furniture.items()},
        whole=tuple(whole),
        bits=_bits(own.stopwords, months, by, credit, [phrase for them in furniture.values() for phrase, _ in them]),
    )


def _bits(
    stopwords: frozenset[str],
    months: frozenset[str],
    by: Iterable[str],
    credit: Mapping[str, Sequence[Phrase]],
    furniture: Sequence[Phrase],
) -> Table:
    """Bits of each word, and of each two words that begin a phrase."""
    bits: dict[Phrase, int] = {}
    for name, words in {"stopword": stopwords, "month": months, "by": by}.items():
        for word in words:
            if tokens(word) == (word,):  # others are never met
                bits[(word,)] = bits.get((word,), 0) | BIT[name]
    for name, phrases in {"credit": chain(*credit.values()), "furniture": furniture}.items():
        for phrase in phrases:
            for begin in (phrase[:1], phrase[:2]) if len(phrase) > 1 else (phrase,):
                bits[begin] = bits.get(begin, 0) | BIT[name if len(phrase) > 1 else f"{name}_alone"]
    return table_of(bits)


def _relative(own: Language) -> tuple[str, ...]:
    return (*own.date.relative_units, *own.date.relative_before, *own.date.relative_after)


def _by_first_word(entries: tuple[str, ...]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, set[Phrase]] = {}
    for entry in entries:
        phrase = tokens(entry)
        if phrase:
            found.setdefault(phrase[0], set()).add(phrase)
    return {first: tuple(sorted(them, key=lambda p: (-len(p), p))) for first, them in found.items()}
