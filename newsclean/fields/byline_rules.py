"""What a piece of a byline is: the rules that read a name, a role, a desk or a house.

A rule says whether it knew what the piece is; `RULES` are tried in their order until one does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from newsclean.fields.byline_result import Line
from newsclean.fields.byline_roles import ROLE_WORDS, is_initial, role_span
from newsclean.fields.byline_text import CUT
from newsclean.fields.name_case import natural_case
from newsclean.fields.names import (
    SPOKEN,
    WORDS,
    NameWords,
    bare,
    is_person,
    names_desk,
    names_outlet,
    names_place,
    trim,
)
from newsclean.lang import load

HOUSE_WORDS = 6
"""Words of an affiliation, at most."""
LOOSE_WORDS = 4
"""Words of a name that nothing but a by-word marks."""
SURNAME = 4
"""Letters of a second name in capitals, at least."""
DEGREE = 6
"""Letters of a degree or a membership in capitals: "FACLM"."""
PLACED = frozenset(",/|(–—-·•")
"""What stands between a name and the place it was written at."""
FILE = re.compile(r"_|\d{4}|\.(?:jpe?g|png|gif|webp|svg)$", re.IGNORECASE)
"""What stands in the names of files, which lynx prints in brackets for pictures, and in no name of a house."""
Rule = Callable[[Line, str, str, str, NameWords], bool]
"""Takes what was read so far, the mark before the piece, the piece, the language and its words."""


def _read_role(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "Chief Political Correspondent", "Contributing Editor Ada Pole", "Ada Pole Senior Reporter"."""
    parts = piece.split()
    marks = role_span(parts, words)
    if not marks or len(parts) > ROLE_WORDS + WORDS:
        return False
    first, end = marks
    name = " ".join(parts[end:])
    of = first >= 2 and name.partition(" ")[0] in words.particles  # "Ana Polo Redactora de Cultura"
    if not of and is_person(name, language):
        line.add(natural_case(name, words.particles), "person", " ".join(parts[:end]))
        return True
    for size in (2, 3) if mark != "," or not line.authors else ():
        name = " ".join(parts[:size])
        whole = size <= first and not (size == 2 and is_initial(parts[1], words))
        if whole and is_person(name, language):
            younger = bare(parts[size]) in words.generations  # "Ada Pole Jr. Senior Reporter"
            line.add(natural_case(name, words.particles), "person", " ".join(parts[size + younger :]))
            if younger:
                line.call(parts[size])
            return True
    line.wary = True
    if len(parts) <= ROLE_WORDS and not line.last(role=piece) and not line.authors:
        line.role = piece
    return len(parts) <= ROLE_WORDS


def _read_desk(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    if not names_desk(piece, words):
        return False
    if mark in {",", "|", "/", "("} and line.authors and line.authors[-1].type == "person":
        return line.last(affiliation=piece) or True
    line.add(piece, "organization")
    return True


def _read_place(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "New York" or "de Vila Areia" behind a name: where it was written; no second name begins with a preposition."""
    said = names_place(piece, words) or (mark == "," and piece.split()[0] in words.particles & words.stop)
    return said and mark in PLACED and bool(line.authors)


def _read_person(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    piece = _with_surname(piece, words) if line.opened else piece
    if mark == "(" or not is_person(piece, language):
        return False
    prosaic = [bare(part) in line.common for part in piece.split() if part not in words.particles]
    if line.authors and (any(prosaic) if line.wary else all(prosaic)):
        return False
    if line.opened or mark == CUT:
        piece = _without_prose(piece, line.common, words)
    line.add(natural_case(piece, words.particles), "person")
    line.wary = False
    return True


def _with_surname(name: str, words: NameWords) -> str:
    """ "Ada POLE" as "Ada Pole": agencies print the second name in capitals; shorter ones may be abbreviations."""
    *first, last = name.split()
    loud = last.isupper() and last.isalpha() and len(last) >= SURNAME and bare(last) not in words.agencies
    if not (loud and first and all(part.istitle() for part in first)):
        return name
    return " ".join([*first, natural_case(last, words.particles)])


def _without_prose(name: str, common: Container[str], words: NameWords) -> str:
    """ "Ada Pole Gardener": a name without the words behind it that the page prints in lower case."""
    parts = name.split()
    while len(parts) > 2 and bare(parts[-1]) in common and not is_initial(parts[1], words):
        parts = parts[:-1]
    return " ".join(parts)


def _read_before_stopword(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "Ada Pole in Kyiv", "Ada Pole for Example News", "By Ada Pole KPIER logo": the name alone."""
    parts = piece.split()
    ends = _ends_opened if line.opened and not piece.isupper() else _ends_name
    cut = next((i for i, part in enumerate(parts) if i and ends(part, words)), 0)
    name = " ".join(parts[:cut])
    known = is_person(name, language) and not names_desk(name, words)
    if mark == "(" or len(parts) > 2 * WORDS or not known or (line.authors and not line.opened):
        return False
    line.unread += not line.opened
    line.wary = True
    line.add(natural_case(name, words.particles), "person")
    while cut < len(parts) and parts[cut].casefold() in words.stop:
        cut += 1
    house = " ".join(parts[cut:])
    if names_desk(house, words) or names_outlet(house, words):
        line.last(affiliation=house)
    return True


def _ends_name(part: str, words: NameWords) -> bool:
    """Whether this word cannot be in a name: "for", "in", "4"."""
    folded = part.casefold()
    return (folded in words.stop and folded not in words.particles) or part[0].isdigit()


def _ends_opened(part: str, words: NameWords) -> bool:
    """The same behind a by-word, where another word in small letters or an abbreviation is of no name either."""
    loud = part.isupper() and part.isalpha() and len(part) > SPOKEN
    return _ends_name(part, words) or loud or (part.islower() and part not in words.particles)


def _read_shouted(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "ADA POLE Pier Tribune": a name in capitals before a house that is not."""
    parts = piece.split()
    cut = next((i for i, p in enumerate(parts) if not p.isupper()), 0)
    name, house = " ".join(parts[:cut]), " ".join(parts[cut:])
    if not house or len(house.split()) > HOUSE_WORDS or not house[0].isupper() or not is_person(name, language):
        return False
    line.add(natural_case(name, words.particles), "person")
    known = names_outlet(house, words) or names_desk(house, words)
    return (known and line.last(affiliation=house)) or True


def _read_credited(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "This post was written by Ada Pole", "Kommentar von Ada Pole"."""
    by = load(language).by[:1] or load("en").by[:1]
    before, found, name = piece.partition(f" {by[0]} ")
    if not found or line.authors or len(before.split()) > WORDS or not is_person(trim(name), language):
        return False
    first, _, more = name.partition(" ")
    noble = not more or first in words.particles  # as "von Pole" and "von der Pole" are, but not "Beitrag von Ada Pole"
    if by[0] in words.particles and noble and bare(before) not in load(language).kicker:
        return False
    line.add(natural_case(trim(name), words.particles), "person")
    return True


def _read_house(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    if len(piece.split()) > HOUSE_WORDS or (piece[0].islower() and "." not in piece):
        return False
    if mark == "(" and FILE.search(piece):
        return True
    outlet = names_outlet(piece, words)
    if mark == "(" or (outlet and line.authors):
        return line.last(affiliation=piece) or True
    if outlet and line.opened:
        line.add(piece, "organization")
    return outlet and line.opened


def _read_single(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """One word after a by-word; letters in capitals after a name are a degree."""
    if mark in {",", "("} and line.authors and piece.isupper() and len(piece) <= DEGREE:
        return True
    if line.authors and mark != "&":
        return False
    if not line.opened or " " in piece or len(piece) < 2 or not is_person(piece.title(), language, single=True):
        return False
    line.add(natural_case(piece, words.particles), "person" if piece[0].isupper() else "unknown")
    return True


def _read_loose(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "By FlowPier EMEA": capitalized words after a by-word that are no person's and no known house's."""
    parts = piece.split()
    parts = parts[: next((i for i, part in enumerate(parts) if i and _ends_name(part, words)), len(parts))]
    fits = all(part[0].isupper() or part[0].isdigit() for part in parts) and not any(p.isdigit() for p in parts)
    if not line.opened or line.authors or mark not in {"", CUT} or not 2 <= len(parts) <= LOOSE_WORDS or not fits:
        return False
    said = {bare(part) for part in parts}
    if not all(map(said.isdisjoint, (words.calendar, words.stated, words.furniture, words.roles))):
        return False
    line.add(" ".join(parts), "unknown")
    return True


RULES: tuple[Rule, ...] = (
    _read_role,
    _read_credited,
    _read_place,
    _read_person,
    _read_before_stopword,
    _read_shouted,
    _read_desk,
    _read_house,
    _read_single,
    _read_loose,
)
"""Tried in this order on each piece; the first that knows what it is takes it."""
