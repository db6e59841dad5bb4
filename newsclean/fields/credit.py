"""The credit of a picture, split off its caption.

Each reader of `READERS` knows one way in which papers print a credit; the first that finds one decides. A reader says
where the caption ends and what the credit is, or None where it is not sure: then all of it stays caption.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclean.fields.credit_words import (
    CREDIT,
    ENDS,
    LOOSE,
    SHORT_HOUSE,
    Marks,
    is_agency,
    is_chain,
    is_name,
    is_plausible,
    marks_of,
    named_by,
    names_house,
)

LONGEST = 3000
"""Characters of a caption in which a credit is looked for; longer ones are prose that nobody should cut."""
NAME = 4
"""Words of a name, and of the least caption that a credit without a mark may follow."""

_SEPARATOR = re.compile(r"\s[|/]\s|\s?[–—]\s?|\s-\s|[＝=]")
_EDGE = " \t|/,;:–—-＝="
_OPENING = {")": "(", "]": "[", "）": "（"}


def split_credit(text: str, language: str) -> tuple[str | None, str | None]:
    """Caption and credit of what is printed under a picture; both are None where it says nothing but "Photo:".

    >>> split_credit("The old pier at dusk. (Ada Pole/Getty Images)", "en")
    ('The old pier at dusk.', 'Ada Pole/Getty Images')
    >>> split_credit("Der alte Steg. Foto: Ada Pole/dpa", "de")
    ('Der alte Steg.', 'Ada Pole/dpa')
    >>> split_credit("(From left) Ada Pole and Bo Reed on the old pier", "en")
    ('(From left) Ada Pole and Bo Reed on the old pier', None)
    """
    text = _paired(text.strip())
    if len(text) <= LONGEST:
        marks = marks_of(language)
        if marks.word.fullmatch(text):
            return None, None
        label = marks.label.match(text)
        text = text[label.end() :] if label else text
        for reader in READERS:
            found = reader(text, marks)
            if found is not None:
                caption, credit = found
                return _caption(caption), bare_credit(credit, language)
    return _caption(text), None


def opens_credit(text: str, language: str) -> bool:
    """Whether a word of a credit stands at its beginning: "Photo: Ada Pole"."""
    return marks_of(language).word.match(text) is not None


def is_house(text: str, language: str) -> bool:
    """Whether a credit is a picture agency and nothing else."""
    return is_agency(text, marks_of(language))


def bare_credit(text: str, language: str) -> str | None:
    """A credit without brackets and "Photo:"; None where nothing is left.

    >>> bare_credit("(Photo: Ada Pole)", "en")
    'Ada Pole'
    """
    marks = marks_of(language)
    while True:
        shorter = _unbracketed(text.lstrip(_EDGE).rstrip(_EDGE.replace(":", "")))
        opened = marks.word.match(shorter)
        shorter = shorter[opened.end() :] if opened else shorter
        if shorter == text:
            break
        text = shorter
    if text.endswith(".") and not re.search(r"(?:\b\w|\.\w)\.$", text):  # "Ada P." keeps its point
        text = text[:-1]
    return text or None


def _enclosed(text: str, marks: Marks) -> tuple[str, str] | None:
    """What stands before the brackets that end a text, and in them; None where they hold no credit for certain."""
    whole = text.rstrip(" .")
    opening = _OPENING.get(whole[-1:])
    start = whole.rfind(opening) if opening else -1
    if start < 0 or len(whole) - start > CREDIT:
        return None
    before, inner = whole[:start].rstrip(), whole[start + 1 : -1].strip()
    return (before, inner) if inner and inner.lower() not in marks.not_credit else None


def _marked_in_brackets(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier. (Example photo by Ada Pole)", "(Photo Ada Pole)", "（野添航撮影）"."""
    enclosed = _enclosed(text, marks)
    if enclosed is None:
        return None
    before, inner = enclosed
    opened = marks.word.search(inner)
    if opened and is_plausible(inner[opened.end() :], marks) and is_name(inner[: opened.start()] or "X", marks):
        return before, inner[opened.end() :]
    first, _, rest = inner.partition(" ")
    if first.lower() in marks.words and rest not in marks.words and is_name(rest, marks):
        return before, rest
    behind = marks.after.search(inner) if marks.after else None
    return (before, inner[: behind.start()] + named_by(behind)) if behind else None


def _in_brackets(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier. (Ada Pole/Getty Images)", "The pier. Ada Pole (EFE)"."""
    enclosed = _enclosed(text, marks)
    if enclosed is None:
        return None
    before, inner = enclosed
    outside = before.endswith(tuple('.!?…"”»'))
    if outside and ("/" in inner or "|" in inner) and not inner[0].islower() and len(inner.split()) <= LOOSE:
        return before, inner
    if not is_name(inner, marks):
        return None
    sure = names_house(inner, marks) or "/" in inner or (len(inner) >= SHORT_HOUSE and is_agency(inner, marks))
    caption, name = _last_apart(before)
    if sure and len(caption.split()) >= NAME and 2 <= len(name.split()) <= NAME and is_name(name, marks):
        return caption, text.rstrip(" .")[len(caption) :]
    return (before, inner) if sure or (outside and len(inner.split()) <= NAME) else None


def _last_apart(text: str) -> tuple[str, str]:
    """A text up to the end of its last sentence, and what stands behind that."""
    ends = [0, *(end.end() for end in ENDS.finditer(text))]
    return text[: ends[-1]], text[ends[-1] :]


def _after_word(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier. Photo: Ada Pole/Getty Images", "The pier © Ada Pole"."""
    for found in marks.word.finditer(text):
        rest = text[found.end() :]
        loose = found.start() > 0 and (":" in found[0] or "：" in found[0] or "©" in found[0])
        if is_plausible(rest, marks, loose=loose):
            return text[: found.start()], rest
    return None


def _after_name(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "桟橋＝9月20日、野添航撮影"."""
    found = marks.after.search(text) if marks.after else None
    return (text[: found.start()], named_by(found)) if found else None


def _after_sentence(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier, June 4, 2025. ADA POLE / AFP", "The pier.Getty Images"."""
    before, tail = _last_apart(text)
    if not is_name(tail, marks):
        return None
    if names_house(tail, marks):
        return (before, tail) if before or is_chain(tail, marks) else None
    loose = len(before.split()) >= NAME and len(tail.split()) <= LOOSE and not tail.endswith(tuple(".!?…:)]"))
    return (before, tail) if loose else None


def _after_house(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier at dusk AP Photo/Ada Pole"."""
    if "/" not in text:
        return None
    for found in marks.house.finditer(text):
        start, end = found.span()
        if start and text[start - 1] == " " and text[end : end + 1] == "/" and is_name(text[start:], marks):
            return text[:start], text[start:]
    return None


def _after_separator(text: str, marks: Marks) -> tuple[str, str] | None:
    """As in "The pier | Ada Pole/dpa", "The pier / Ada Pole", "The pier — © BELGA"."""
    for found in _SEPARATOR.finditer(text):
        before, rest = text[: found.start()], text[found.end() :]
        if not before.strip() or not is_name(rest, marks):
            continue
        name = found[0].strip() in {"|", "/"} and 2 <= len(rest.split()) <= NAME
        if name or names_house(rest, marks):
            shouted = re.search(r"(?:\s[^\W\d_a-zß-ÿ][^\Wa-zß-ÿ]+){2,3}$", before) if found[0].strip() == "/" else None
            return (before[: shouted.start()], text[shouted.start() :]) if shouted else (before, rest)
    return None


READERS: tuple[Callable[[str, Marks], tuple[str, str] | None], ...] = (
    _marked_in_brackets,
    _in_brackets,
    _after_word,
    _after_name,
    _after_sentence,
    _after_house,
    _after_separator,
)


def _unbracketed(text: str) -> str:
    """Without the brackets around it."""
    if text[:1] in _OPENING.values() and text[-1:] in _OPENING:
        return text[1:-1].strip()
    return _paired(text)


def _paired(text: str) -> str:
    """Without a bracket at an end whose partner was cut off."""
    for closing, opening in _OPENING.items():
        if text.endswith(closing) and opening not in text:
            return text[:-1].rstrip()
        if text.startswith(opening) and closing not in text:
            return text[1:].lstrip()
    return text


def _caption(text: str) -> str | None:
    """Without the separator that stood before the credit."""
    text = text.strip()
    while text and (text[-1] in "|/–—＝=-" or text.endswith((" (", " [", ","))):
        text = text[:-1].rstrip()
    return text or None
