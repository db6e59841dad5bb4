"""What a name looks like: the words that make one a person's, a desk's or nobody's, and the case it is printed in."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean.fields.patterns import either
from newsclean.lang import Language, with_english

LONGEST = 45
"""Characters of a person's name, at most; the longest of dev's gold has 36."""
WORDS = 5
"""Words of a person's name, at most: "Maria de la Cruz Santos"."""
SPOKEN = 3
"""Letters of a word in capitals, from which it is an abbreviation and no name: "NATO", but "JR Raphael"."""
DESK_WORDS = 8
"""Words of the name of a desk: "The Kyiv Independent news desk"."""
SHORT_AGENCY = 3
"""Letters up to which an agency's name counts only where it stands alone: "Sid" is a name too."""

_KANA = "\u3040"
"""The first of the signs without spaces. Texts below it are not searched for them, so that the patterns, whose wide
ranges take milliseconds to compile, are compiled only where they are needed."""
_UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_CJK_NAME = r"[\u3005\u3400-\u9fff]{2,5}|[\uac00-\ud7af]{2,4}|[\u3005\u3040-\u30ff\u3400-\u9fff・ー]{2,8}"
_LETTERS = r"(?:[^\W\d_]|(?=\W)[\u0900-\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u0e31-\u0e3a\u0e47-\u0e4e\u200c])++"
"""Letters, and the signs of vowels that Hindi, Bengali and Thai write around them, which are none."""
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ`.\-‐‑]{_LETTERS}){{0,4}}[.'’]?")
_INITIAL = re.compile(r"[^\W\d_]\.")
"""It may be a word of the language as well: Spanish "a"."""
_NICK = re.compile(r"[\"“”„'‘’(][^\W\d_]{1,15}[\"“”'’)]")
_TRIM = ' \t\n.,;:|/\\-–—·•*>»«<()[]{}"“”„!?…=＝：，、。／＿_~'


class NameWords(NamedTuple):
    """The words that decide about names on a page of one language; English is in it, since it stands everywhere."""

    stop: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    """Whole phrases of roles; those of several words as one string."""
    titles: frozenset[str]
    suffixes: frozenset[str]
    generations: frozenset[str]
    desks: tuple[str, ...]
    """What makes an organization wherever it stands, longest first."""
    desk: re.Pattern[str]
    """The same, to be searched for in lower case."""
    agencies: frozenset[str]
    """What is an organization where it stands alone."""
    outlets: frozenset[str]
    towns: frozenset[str]
    places: frozenset[str]
    nobody: frozenset[str]
    calendar: frozenset[str]
    """Months and weekdays: May and April are names too."""
    stated: frozenset[str]
    """The words beside a date: "published"."""
    furniture: frozenset[str]
    known: frozenset[str]
    """Furniture, roles and nobody's names: what is no person."""
    noise: frozenset[str]
    """What stands in bylines and says nothing: the calendar, "published", furniture, degrees."""
    unfit: frozenset[str]
    """What no word of a name is."""
    role_words: frozenset[str]
    """The words of all roles."""


@cache
def name_words(code: str) -> NameWords:
    """The words of a language and of English."""
    rows = with_english(code)
    desks = {word for row in rows for word in row.desk}
    long = tuple(sorted((word for word in desks if len(word) > SHORT_AGENCY), key=lambda w: (-len(w), w)))
    roles = frozenset(bare(word) for row in rows for word in row.role)
    stop = frozenset(word for row in rows for word in row.stopwords)
    outlets = frozenset(word for row in rows for word in row.outlets)
    nobody = frozenset(word for row in rows for word in row.nobody)
    suffixes = frozenset(bare(word) for row in rows for word in row.suffixes)
    calendar = frozenset(bare(form) for row in rows for form in _calendar(row))
    stated = frozenset(bare(word) for row in rows for word in (*row.date.published, *row.date.updated))
    furniture = frozenset(bare(word) for row in rows for words in row.furniture.values() for word in words)
    return NameWords(
        stop=stop,
        particles=frozenset(word for row in rows for word in row.particles),
        roles=roles,
        titles=frozenset(bare(word) for row in rows for word in row.titles),
        suffixes=suffixes,
        generations=frozenset(bare(word) for row in rows for word in row.generations),
        desks=long,
        desk=_desk_pattern([word.casefold() for word in long]),
        agencies=frozenset(bare(word) for word in desks),
        outlets=outlets,
        towns=frozenset(word for row in rows for word in row.towns),
        places=frozenset(word for row in rows for word in row.places),
        nobody=nobody,
        calendar=calendar,
        stated=stated,
        furniture=furniture,
        known=furniture | roles | nobody,
        noise=calendar | stated | furniture | nobody | suffixes,
        unfit=stop | stated | outlets | roles | furniture | frozenset(long),
        role_words=frozenset(word for role in roles for word in role.split()),
    )


def _desk_pattern(desks: list[str]) -> re.Pattern[str]:
    """Whole words, but in scripts without spaces the end of any; a hyphen is as good as a space."""
    spaced = "|".join(re.escape(desk).replace(r"\-", "[ -]").replace(r"\ ", "[ -]") for desk in desks)
    joined = either({desk for desk in desks if has_unspaced(desk)})
    return re.compile(rf"(?<![^\W_])(?:{spaced})(?![^\W_])|(?:{joined})$")


def _calendar(row: Language) -> set[str]:
    return {form for forms in (*row.date.months, *row.date.weekdays) for form in forms if len(form) > 2}


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Lower case, without marks around it: what words are compared by.

    >>> bare(" Ph.D., ")
    'ph.d'
    """
    return " ".join(text.casefold().split()).strip(_TRIM)


def trim(text: str) -> str:
    """Without separators, brackets and points around it; the point of an initial or of "Jr." stays.

    >>> trim("| (Ada P. Pole) -"), trim("Ada P.")
    ('Ada P. Pole', 'Ada P.')
    """
    shorter = text.strip(_TRIM)
    end = text.find(shorter) + len(shorter) if shorter else 0
    pointed = text[end : end + 1] == "." and re.search(r"(?:^|[\s.])[^\W\d_]{1,2}$", shorter) is not None
    return f"{shorter}." if pointed else shorter


def is_person(name: str, language: str, *, single: bool = False) -> bool:
    """Whether this can be a person's name; one word is enough only where `single` says so.

    >>> is_person("Ada van der Pole", "en"), is_person("Ada Pole wins", "en"), is_person("Ada", "en")
    (True, False, False)
    """
    words = name_words(language)
    if not name or len(name) > LONGEST or any(map(str.isdigit, name)):
        return False
    if has_unspaced(name):
        return is_cjk_name(name, words)
    parts = _NICK.sub(" ", name).split()
    if not (1 if single else 2) <= len(parts) <= WORDS or bare(name) in words.known:
        return False
    shouted = name.isupper()
    if not (parts[0] in words.particles or _fits(parts[0], words, shouted)):
        return False
    small = [bare(part) in words.particles for part in parts]
    for i, part in enumerate(parts[1:], 1):
        surname = all(small[i - 2 : i]) and i > 2 and part.istitle()  # "Jan van der Meer", which is "more" as well
        if not (small[i] or surname or _fits(part, words, shouted)):
            return False
    return not all(bare(part) in words.calendar for part in parts) and _has_surname(parts, words)


def has_unspaced(text: str) -> bool:
    """Whether a text holds kana, Chinese signs or Hangul, in which names are not told by capitals and spaces.

    >>> has_unspaced("Ada Pole – “reporter”"), has_unspaced("佐藤")
    (False, True)
    """
    return not text.isascii() and max(text) >= _KANA and re.search(_UNSPACED, text) is not None


def is_cjk_name(name: str, words: NameWords) -> bool:
    """Whether a name without spaces, or with one between its parts, has the length and the script of one."""
    joined = name.replace(" ", "").replace("　", "")
    known = joined in words.roles or joined in words.agencies or joined in words.furniture or joined in words.nobody
    return re.fullmatch(_CJK_NAME, joined) is not None and not known and not names_desk(joined, words)


def _fits(part: str, words: NameWords, shouted: bool) -> bool:
    if _INITIAL.fullmatch(part):
        return True
    folded = bare(part)
    if folded in words.unfit or _WORD.fullmatch(part.rstrip(",")) is None:
        return False
    if part[0].islower() and not re.match(r"[a-z]['’][A-Z]", part):
        return False
    if shouted or not part.isupper() or "." in part or "-" in part:
        return True
    return sum(map(str.isalpha, part)) < SPOKEN


def _has_surname(parts: list[str], words: NameWords) -> bool:
    """A word of two letters that is no particle, and the last one is no bare article or connection."""
    full = [p for p in parts if sum(map(str.isalpha, p)) > 1 and p.casefold() not in words.particles]
    return bool(full) and (parts[-1].casefold() not in words.particles or parts[-1][0].isupper())


def unglued_words(text: str) -> str:
    """A text with a space before each capital inside a word: "Saved StoriesSave"."""
    return re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z][a-z])", " ", text)


def names_desk(name: str, words: NameWords) -> bool:
    """Whether this is a desk, a staff or an agency.

    >>> names_desk("The Old Pier news desk", name_words("en")), names_desk("Sid Reed", name_words("en"))
    (True, False)
    """
    folded = bare(name)
    if folded.removeprefix("the ") in words.agencies or folded in words.agencies:
        return True
    return len(folded.split()) <= DESK_WORDS and words.desk.search(folded) is not None


def names_outlet(name: str, words: NameWords) -> bool:
    """Whether this is a house rather than a person: "Example News", "example.com"."""
    folded = bare(name)
    parts = folded.split()
    return any(part in words.outlets for part in parts) or re.fullmatch(r"[\w-]{2,30}\.[a-z]{2,8}", folded) is not None


def names_place(name: str, words: NameWords) -> bool:
    """Whether this is a place of several words.

    >>> names_place("New York", name_words("en")), names_place("Ada Pole", name_words("en"))
    (True, False)
    """
    folded = bare(name)
    first, _, more = folded.partition(" ")
    return bool(more) and (first in words.towns or folded in words.places)
