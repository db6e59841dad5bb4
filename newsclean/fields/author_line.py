"""The names that a byline holds, with the roles and the houses printed beside them."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from newsclean.fields.byline_cjk import read_cjk, with_roles
from newsclean.fields.byline_result import Line
from newsclean.fields.byline_rules import DEGREE, RULES
from newsclean.fields.byline_split import pieces_of, uninverted
from newsclean.fields.byline_text import CUT, masked, opening
from newsclean.fields.names import NameWords, bare, has_unspaced, name_words, trim
from newsclean.fields.patterns import either
from newsclean.lang import with_english

_TWICE = re.compile(r"^(\S{1,30} \S.{1,40}?)(?:(?: \S{1,20})? ?\1){1,9}$")
"""A name that is printed for a picture and for a link, without a space between or with a word: "Ada Pole Headshot Ada
Pole"."""


def read_line(byline: str, language: str, *, opened: bool = False, common: Container[str] = frozenset()) -> Line:
    """All that a byline says.

    `opened` says that a by-word stood before it; `common` are the words that the page prints in lower case, which
    names after the first one do not consist of.

    >>> [a.name for a in read_line("By ADA POLE and Bo Reed, Chief Pier Correspondent", "en").authors]
    ['Ada Pole', 'Bo Reed']
    >>> read_line("Ada Pole | Example News", "en").authors[0].affiliation
    'Example News'
    """
    words = name_words(language)
    line = Line(opened=opened, common=common)
    text = _said(" ".join(_once(masked(byline, language).split())), language)
    label = opening(text, language) or ""
    if " " in label:  # "Text and photos:", which is no list
        line.opened, text = True, text[len(label) :]
    text, foreign = with_roles(text, language), False
    for mark, piece in pieces_of(text, language):
        others = _others(language).search(piece)
        if others and mark == "(" and line.authors:  # "Ada Pole (text) and Bo Reed (photos)"
            line.authors.pop()
        ended = foreign or (mark == CUT and bool(line.authors))
        own = piece[: others.start()] if others else piece
        if any(c.isalpha() for c in own) and not (ended and opening(piece, language) is None):
            _read(line, mark, own, language, words)
            ended = False
        foreign = others is not None or ended
    return line


def _said(text: str, language: str) -> str:
    """A byline with its names as they are said, where a label with a colon stands before a list of them."""
    label = opening(text, language) or ""
    return f"{label} {uninverted(text[len(label) :], language)}" if label.endswith((":", "：")) else text


def _read(line: Line, mark: str, piece: str, language: str, words: NameWords) -> None:
    piece = trim(piece)
    while (word := opening(piece, language)) and not _is_whole(piece, words):
        line.opened = True
        piece = trim(piece[len(word) :])
    piece, generation = _without_titles(piece, words)
    if generation and not piece:
        line.call(generation)
    if not piece or _is_noise(piece, words):
        return
    before = len(line.authors)
    if has_unspaced(piece):
        read_cjk(line, piece, language, words)
    elif not any(rule(line, mark, piece, language, words) for rule in RULES):
        line.unread += 1
    if generation and len(line.authors) > before:
        line.call(generation)


def _is_whole(piece: str, words: NameWords) -> bool:
    """Whether a piece is a role or an agency as it stands, though a by-word may open it: Turkish "Haber Merkezi"."""
    return bare(piece) in words.roles or bare(piece) in words.agencies


def _is_noise(piece: str, words: NameWords) -> bool:
    return bare(piece) in words.noise


def _without_titles(piece: str, words: NameWords) -> tuple[str, str]:
    """Without "Dr." before a name and "MD" behind it; and "Jr." apart from it, "" where there is none."""
    parts = _once(_TWICE.sub(r"\1", piece).split())
    generation = parts.pop() if parts and len(parts) != 2 and bare(parts[-1]) in words.generations else ""
    while len(parts) > 1 and bare(parts[0]) in words.titles:
        parts = parts[1:]
    shouted = piece.isupper()
    while len(parts) > 2 and (bare(parts[-1]) in words.suffixes or (not shouted and _is_degree(parts[-1]))):
        parts = parts[:-1]
    return " ".join(parts).rstrip(","), generation


def _once(parts: list[str]) -> list[str]:
    """What is printed twice or more, for a picture and a link, once: "Ada Pole Ada Pole"."""
    sizes = (size for size in range(2, len(parts) // 2 + 1) if parts[:-size] == parts[size:] and len(parts) % size == 0)
    return parts[: next(sizes, len(parts))]


def _is_degree(part: str) -> bool:
    return part.isupper() and part.isalpha() and 1 < len(part) <= DEGREE


@cache
def _others(language: str) -> re.Pattern[str]:
    said = {word for row in with_english(language) for word in row.others}
    return re.compile(rf"(?<![^\W_])(?:{either(said)})(?![^\W_])", re.IGNORECASE)
