"""The names that a byline holds, with the roles and the houses printed beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from newsclean.fields.byline_text import CUT, either, masked, opening
from newsclean.fields.names import (
    UNSPACED,
    WORDS,
    NameWords,
    bare,
    is_cjk_name,
    is_person,
    name_words,
    names_desk,
    names_outlet,
    natural_case,
    trim,
)
from newsclean.lang import load
from newsclean.record import Author

ROLE_WORDS = 9
"""Words of a role, at most: "Senior Correspondent for Foreign Policy and National Security"."""
HOUSE_WORDS = 6
"""Words of an affiliation, at most."""
MOST = 30
"""Authors of one byline, at most; more is a list of something else."""
LOOSE_WORDS = 4
"""Words of a name that nothing but a by-word marks."""
DEGREE = 6
"""Letters of a degree or a membership in capitals: "FACLM"."""
_SEPARATOR = re.compile(r"\s?([|¦•·;\n／])\s?|\s([–—-]|/)\s|(?<=\S\S)(/)(?=[^\W\d_]{2})|\s?([,，、])\s?")
_BRACKETS = re.compile(r"[(\[（【]([^()\[\]（）【】]{1,60})[)\]）】](?=\s?(?:$|[|,;·•&/–—-]|[^\W\d_]{1,5}\s))")


@dataclass
class Line:
    """What was read of a byline so far."""

    authors: list[Author] = field(default_factory=list)
    opened: bool = False
    """Whether a by-word stood before the names."""
    unread: int = 0
    """Pieces that are neither a name nor anything that stands in bylines."""
    role: str | None = None
    """A role before its name."""
    wary: bool = False
    """Whether more than a name was just read, so that what is joined to it may not be one."""
    common: frozenset[str] = frozenset()

    def last(self, *, role: str | None = None, affiliation: str | None = None) -> bool:
        """Add to the author before; whether there is one that lacks it."""
        if not self.authors:
            return False
        before = self.authors[-1]
        if (role and before.role) or (affiliation and before.affiliation):
            return False
        update = {"role": role} if role else {"affiliation": affiliation}
        self.authors[-1] = before.model_copy(update=update)
        return True

    def add(self, name: str, kind: str, role: str | None = None) -> None:
        """One more author, once."""
        if len(self.authors) < MOST and bare(name) not in {bare(author.name) for author in self.authors}:
            given = role or (self.role if kind == "person" else None)
            self.authors.append(Author.model_validate({"name": name, "type": kind, "role": given}))
            self.role = None


def names_of(
    byline: str, language: str, *, opened: bool = False, common: frozenset[str] = frozenset()
) -> tuple[Author, ...]:
    """The authors that a byline names.

    `opened` says that a by-word stood before it; `common` are the words that the page prints in lower case, which
    names after the first one do not consist of.

    >>> [a.name for a in names_of("By ADA POLE and Bo Reed, Chief Pier Correspondent", "en")]
    ['Ada Pole', 'Bo Reed']
    >>> names_of("Ada Pole | Example News", "en")[0].affiliation
    'Example News'
    """
    return tuple(read_line(byline, language, opened=opened, common=common).authors)


def read_line(byline: str, language: str, *, opened: bool = False, common: frozenset[str] = frozenset()) -> Line:
    """All that a byline says; arguments as in `names_of`."""
    words = name_words(language)
    line = Line(opened=opened, common=common)
    text = masked(byline, language)
    foreign = False
    for mark, piece in _pieces(text, language):
        others = _others(language).match(piece)
        ended = foreign or (mark == CUT and bool(line.authors))
        foreign = others is not None or (ended and opening(piece, language) is None)
        if not foreign and any(c.isalpha() for c in piece):
            _read(line, mark, piece, language, words)
    return line


def _pieces(text: str, language: str) -> list[tuple[str, str]]:
    """The parts of a byline, each with the mark before it: "," "|" "(" or a joining word as "&"."""
    text = _BRACKETS.sub(lambda found: f" | \x01{found[1]} | ", text)
    pieces: list[tuple[str, str]] = []
    mark, start = "", 0
    for found in _SEPARATOR.finditer(text):
        pieces.append((mark, text[start : found.start()]))
        mark, start = next(group for group in found.groups() if group), found.end()
    pieces.append((mark, text[start:]))
    parts: list[tuple[str, str]] = []
    for before, piece in pieces:
        if piece.strip().startswith("\x01"):
            before, piece = "(", piece.replace("\x01", "")
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
        if found[0].strip() in particles and min(len(before.split()), len(after.split())) < 2:
            continue
        if names_desk(piece[start:], name_words(language)) and not is_person(trim(before), language):
            inner = opening(before, language)
            if not inner or not is_person(trim(before[len(inner) :]), language):
                continue
        parts.append(before)
        start = found.end()
    return [*parts, piece[start:]]


def _read(line: Line, mark: str, piece: str, language: str, words: NameWords) -> None:
    piece = trim(piece)
    while (word := opening(piece, language)) and bare(piece) not in words.roles:
        line.opened = True
        piece = trim(piece[len(word) :])
    piece = _without_titles(piece, words)
    if not piece or _is_noise(piece, words):
        return
    if UNSPACED.search(piece):
        _read_cjk(line, piece, language, words)
    elif not any(reader(line, mark, piece, language, words) for reader in READERS):
        line.unread += 1


def _is_noise(piece: str, words: NameWords) -> bool:
    return bare(piece) in words.noise


def _without_titles(piece: str, words: NameWords) -> str:
    parts = piece.split()
    half = len(parts) // 2
    if half > 1 and parts[:half] == parts[half:]:  # a name printed twice, once for its picture
        parts = parts[:half]
    while len(parts) > 1 and bare(parts[0]) in words.titles:
        parts = parts[1:]
    shouted = piece.isupper()
    while len(parts) > 2 and (bare(parts[-1]) in words.suffixes or (not shouted and _is_degree(parts[-1]))):
        parts = parts[:-1]
    return " ".join(parts).rstrip(",")


def _is_degree(part: str) -> bool:
    return part.isupper() and part.isalpha() and 1 < len(part) <= DEGREE


def _read_role(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "Chief Political Correspondent", "Contributing Editor Ada Pole", "Ada Pole Senior Reporter"."""
    parts = piece.split()
    marks = _role_places(parts, words)
    if not marks or len(parts) > ROLE_WORDS + WORDS:
        return False
    first, end = marks
    name = " ".join(parts[end:])
    if is_person(name, language):
        line.add(natural_case(name, words.particles), "person", " ".join(parts[:end]))
        return True
    for size in (2, 3) if mark != "," or not line.authors else ():
        name = " ".join(parts[:size])
        whole = size <= first and not (size == 2 and _is_initial(parts[1], words))
        if whole and is_person(name, language):
            line.add(natural_case(name, words.particles), "person", " ".join(parts[size:]))
            return True
    line.wary = True
    if len(parts) <= ROLE_WORDS and not line.last(role=piece) and not line.authors:
        line.role = piece
    return len(parts) <= ROLE_WORDS


def names_role(text: str, words: NameWords) -> bool:
    """Whether a line is a role: "Chief Pier Correspondent".

    >>> names_role("Chief Pier Correspondent", name_words("en")), names_role("The pier", name_words("en"))
    (True, False)
    """
    parts = text.split()
    return len(parts) <= ROLE_WORDS and _role_places(parts, words) is not None


def _is_initial(part: str, words: NameWords) -> bool:
    return len(part.rstrip(".")) == 1 or bare(part) in words.particles


def _role_places(parts: list[str], words: NameWords) -> tuple[int, int] | None:
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


def _read_desk(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    if not names_desk(piece, words):
        return False
    if mark in {",", "|", "/", "("} and line.authors and line.authors[-1].type == "person":
        return line.last(affiliation=piece) or True
    line.add(piece, "organization")
    return True


def _read_person(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    if mark == "(" or not is_person(piece, language):
        return False
    said = [bare(part) for part in piece.split()]
    if line.authors and (set(said) & line.common if line.wary else set(said) <= line.common):
        return False
    if line.opened or mark == CUT:
        piece = _without_prose(piece, line.common, words)
    line.add(natural_case(piece, words.particles), "person")
    line.wary = False
    return True


def _without_prose(name: str, common: frozenset[str], words: NameWords) -> str:
    """ "Ada Pole Gardener": a name without the words behind it that the page prints in lower case."""
    parts = name.split()
    while len(parts) > 2 and bare(parts[-1]) in common and not _is_initial(parts[1], words):
        parts = parts[:-1]
    return " ".join(parts)


def _read_before_stopword(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    """ "Ada Pole in Kyiv", "Ada Pole for Example News": the name alone."""
    parts = piece.split()
    cut = next((i for i, part in enumerate(parts) if i and _ends_name(part, words)), 0)
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
    if by[0] in words.particles and bare(before) not in load(language).kicker:
        return False  # "Ada von Pole"
    line.add(natural_case(trim(name), words.particles), "person")
    return True


def _read_house(line: Line, mark: str, piece: str, language: str, words: NameWords) -> bool:
    if len(piece.split()) > HOUSE_WORDS or (piece[0].islower() and "." not in piece):
        return False
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
    if {bare(part) for part in parts} & (words.calendar | words.stated | words.furniture | words.roles):
        return False
    line.add(" ".join(parts), "unknown")
    return True


READERS = (
    _read_role,
    _read_credited,
    _read_person,
    _read_before_stopword,
    _read_shouted,
    _read_desk,
    _read_house,
    _read_single,
    _read_loose,
)
"""Tried in this order on each piece; the first that knows what it is takes it."""


def _read_cjk(line: Line, piece: str, language: str, words: NameWords) -> None:
    """ "記者 山田太郎", "山田太郎記者", "홍길동 기자": a role or a by-word beside the name makes it one."""
    named: list[str] = []
    for part in piece.split():
        part = trim(part)
        word = opening(part, language)
        if word and len(word) < len(part):
            line.opened, part = True, trim(part[len(word) :])
        role = next((r for r in _cjk_roles(language) if part.endswith(r)), None)
        if role:
            stem = part.removesuffix(role)
            named += [stem] if stem else []
            _add_cjk(line, named, role, language, words)
            line.opened = True
            named = []
        elif part and part not in words.furniture:
            named.append(part)
    _add_cjk(line, named, None, language, words)


def _add_cjk(line: Line, named: list[str], role: str | None, language: str, words: NameWords) -> None:
    whole = "".join(named)
    if names_desk(" ".join(named), words) and named:
        line.add(" ".join(named), "organization")
        return
    split = len(named) == 2 and all(len(part) <= 3 for part in named) and language == "ja"
    for name in [" ".join(named)] if split and is_cjk_name(whole, words) else named:
        if (line.opened or role) and is_cjk_name(name, words):
            line.add(name, "person", role)
        else:
            line.unread += 1


@cache
def _cjk_roles(language: str) -> tuple[str, ...]:
    roles = {role for role in load(language).role if UNSPACED.search(role)}
    return tuple(sorted(roles, key=lambda r: (-len(r), r)))


@cache
def _joining(language: str) -> re.Pattern[str]:
    """Joining words in the case they are printed: lower, or upper in a byline of capitals."""
    said = {word for row in dict.fromkeys((language, "en")) for word in load(row).joining}
    letters = {word for word in said if word.isalpha() and not UNSPACED.search(word)}
    cased = letters | {word.upper() for word in letters if len(word) > 1}
    signs = {word for word in said if not word.isalpha() or UNSPACED.search(word)} - {",", "/", "·", "、"}
    wide = {word for word in signs if UNSPACED.search(word)}
    return re.compile(rf"\s(?:{either(cased | wide)})\s|\s?(?:{either(signs - wide)})\s?")


@cache
def _leading(language: str) -> re.Pattern[str]:
    """A joining word that a comma stood before: ", and Bo Reed"."""
    said = {word for row in dict.fromkeys((language, "en")) for word in load(row).joining if word.isalpha()}
    return re.compile(rf"^\s?(?:{either(said)})\s(?=[^\W\d_])")


@cache
def _others(language: str) -> re.Pattern[str]:
    said = {word for row in dict.fromkeys((language, "en")) for word in load(row).others}
    return re.compile(rf"\W{{0,3}}(?:{either(said)})(?![^\W_])", re.IGNORECASE)
