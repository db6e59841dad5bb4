"""The pieces of a byline: at which marks and joining words it is cut."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest

from newsclean.fields.byline_text import opening
from newsclean.fields.names import bare, has_unspaced, is_person, name_words, names_desk, trim
from newsclean.fields.patterns import either
from newsclean.lang import with_english

_SEPARATOR = re.compile(
    r"(?=[\s|¦•·;／/,，、])"  # nothing else begins one: a quick look
    r"(?:\s?([|¦•·;\n／])\s?|\s([–—-]|/)\s|(?<=\S\S)(/)(?=[^\W\d_]{2})|\s?([,，、])\s?)"
)
_INVERTED = re.compile(
    r"((?:\S{1,5} ){1,3})?([^\W\d_][\w'’-]{1,30}), ?([^\W\d_][\w'’.-]{0,30}(?: [^\W\d_][\w'’.-]{0,30})?)"
)
"""A surname, with what stands before it ("de la"), and one or two first names."""
GLUED = ("\u0590", "\u06ff")
"""The Hebrew and the Arabic script, which write the one letter that is "and" together with the word behind it."""
_BRACKETS = re.compile(r"[(\[（【]([^()\[\]（）【】]{1,60})[)\]）】](?=\s?(?:$|[|,;·•&/–—-]|[^\W\d_]{1,5}\s))")


def uninverted(text: str, language: str) -> str:
    """Names as they are said, where a list gives all of them with the surname first, as libraries do.

    >>> uninverted("Pole, Ada M.; Reed, Bo", "en"), uninverted("Pole, Editor", "en")
    ('Ada M. Pole; Bo Reed', 'Pole, Editor')
    """
    names = [_uninverted(part.strip(), language) for part in text.split(";")]
    return "; ".join(filter(None, names)) if all(names) else text


def _uninverted(name: str, language: str) -> str | None:
    """None for what stands behind a surname without being a name: "Editor", "Jr.", "NJ"."""
    found, words = _INVERTED.fullmatch(name), name_words(language)
    if not found or not words.particles.issuperset(map(bare, (found[1] or "").split())):
        return None
    said, first = f"{found[3]} {found[1] or ''}{found[2]}", found[3]
    title = bare(first) in words.roles | words.suffixes | words.generations or (first.isupper() and first.isalpha())
    return said if not title and is_person(said, language) and not names_desk(said, words) else None


def pieces_of(text: str, language: str) -> list[tuple[str, str]]:
    """The parts of a byline, each with the mark before it: "," "|" "(" or a joining word as "&".

    >>> pieces_of("Ada Pole and Bo Reed, Old Pier", "en")
    [('', 'Ada Pole'), ('&', 'Bo Reed'), (',', 'Old Pier')]
    """
    text = _BRACKETS.sub(lambda found: f" | \x01{found[1]} | ", text)
    cut: list[tuple[str, str]] = []
    mark, start = "", 0
    for found in _SEPARATOR.finditer(text):
        cut.append((mark, text[start : found.start()]))
        mark, start = next(group for group in found.groups() if group), found.end()
    cut.append((mark, text[start:]))
    parts: list[tuple[str, str]] = []
    for before, piece in cut:
        if piece.strip().startswith("\x01"):
            piece = piece.strip().replace("\x01", "")
            before = "&" if _leading(language).match(piece) else "("
        joined = _joined(piece, language)
        parts += [("&" if i else before, part) for i, part in enumerate(joined)]
    return parts


def _joined(piece: str, language: str) -> list[str]:
    """Split at "and"; a joining word that is also a part of names splits only what has two words on each side."""
    piece = _leading(language).sub("", piece)
    joining, particles = _joining(language), name_words(language).particles
    parts, start = [], 0
    places = list(joining.finditer(piece))
    for found, following in zip_longest(places, places[1:]):
        before, after = piece[start : found.start()], piece[found.end() : following.start() if following else None]
        glued = found[0][-1].isalpha()
        if (glued or found[0].strip() in particles) and min(len(before.split()), len(after.split())) < 2:
            continue
        if names_desk(piece[start:], name_words(language)) and not is_person(trim(before), language):
            inner = opening(before, language)
            if not inner or not is_person(trim(before[len(inner) :]), language):
                continue
        parts.append(before)
        start = found.end()
    return [*parts, piece[start:]]


@cache
def joining_words(language: str) -> frozenset[str]:
    """What stands between two names, in a language and in English."""
    return frozenset(word for row in with_english(language) for word in row.joining)


@cache
def _joining(language: str) -> re.Pattern[str]:
    """Joining words in the case they are printed: lower, or upper in a byline of capitals."""
    said = joining_words(language)
    letters = {word for word in said if word.isalpha() and not has_unspaced(word)}
    cased = letters | {word.upper() for word in letters if len(word) > 1}
    signs = {word for word in said if not word.isalpha() or has_unspaced(word)} - {",", "/", "·", "、"}
    wide = {word for word in signs if has_unspaced(word)}
    glued = {word for word in letters if len(word) == 1 and GLUED[0] <= word <= GLUED[1]}
    spaced = rf"\s(?:{either(cased | wide)})\s"
    return re.compile(rf"{spaced}|\s(?:{either(glued)})(?=[^\W\d_]{{2}})|\s?(?:{either(signs - wide)})\s?")


@cache
def _leading(language: str) -> re.Pattern[str]:
    """A joining word that a comma stood before: ", and Bo Reed"."""
    said = {word for word in joining_words(language) if word.isalpha()}
    return re.compile(rf"^\s?(?:{either(said)})\s(?=[^\W\d_])")
