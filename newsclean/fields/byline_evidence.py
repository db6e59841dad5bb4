"""How likely a block is the byline: the signs that speak for it and against it, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from math import exp

from newsclean.document import Role
from newsclean.fields.byline_result import Line
from newsclean.fields.byline_view import STAMP, View, first_words
from newsclean.fields.names import bare, has_unspaced, name_words, unglued_words
from newsclean.lang import prose, with_english

AUTHOR_TOKENS = frozenset({"author", "authors", "byline", "auteur", "autor", "writer", "contributor"})
_JOINED = re.compile(r"[A-Z](?<=[^\W\d_A-Z].)")
"""A capital inside a word. It begins with a set of signs, which lets the search for it run fast."""

PICTURED = 30
"""Characters around the name in what stands for the author's picture: "photo of", "headshot"."""
MANY = 200
"""Names that a page tells about, from which each is not looked for: any may be meant."""
TEASED = frozenset({Role.RELATED, Role.LIVE_FEED, Role.COMMENT})

BIAS = -51
WEIGHTS = {
    # Tenths of a logit, so that no order changes a sum; fitted on the dumps of dev by logistic regression over blocks
    # near the headline and the body.
    "by-word": 18,
    "date-inside": 10,
    "date-beside": 10,
    "date-near": 6,
    "reading-beside": 7,
    "role-inside": 13,
    "role-beside": 22,
    "labelled": 7,
    "linked": -7,
    "marked": -12,
    "hinted": 45,
    "told": 18,
    "under-title": 20,
    "near-title": 15,
    "over-body": 5,
    "between": 5,
    "at-end": 20,
    "listed": 7,
    "pictured": 15,
    "under-by-word": 20,
    "far": -6,
    "teased": -7,
    "uncommon": 25,
    "unread": -17,
    "one-word": -21,
    "in-body": 4,
    "organization": 17,
}


def probability(worth: int) -> float:
    """How likely a block is the byline, 0..1, whose signs are worth so many tenths of a logit.

    >>> probability(worth_of(("by-word", "date-beside", "under-title"))) > probability(worth_of(("teased",)))
    True
    """
    return 1 / (1 + exp(-(BIAS + worth) / 10))


def worth_of(signs: Iterable[str]) -> int:
    """What different signs, names of `WEIGHTS`, say together, in tenths of a logit."""
    return sum(map(WEIGHTS.__getitem__, signs))


DATED, TIMED = "date-inside", "reading-beside"
"""The most that dates and reading times can say in favour of a block."""


def signs_placed(view: View, i: int) -> tuple[str, ...]:
    """The signs of a block that its place, its label and its markup show, and a role under it."""
    return (*_placed(view, i), *_neighbours(view, i), *_marked(view, i))


def signs_timed(view: View, i: int) -> tuple[str, ...]:
    """The signs that reading times in it and beside it show."""
    return (TIMED,) if view.timed[i] or view.timed[i + 1] or view.timed[i + 2] else ()


def signs_dated(view: View, i: int) -> tuple[str, ...]:
    """The signs that dates in it and beside it show."""
    if view.dated[i]:
        return (DATED,)
    if view.dated[i + 1] or view.dated[i - 1]:
        return ("date-beside",)
    return ("date-near",) if view.dated[i + 2] or view.dated[i - 2] else ()


def signs_within(view: View, line: Line, hinted: frozenset[str]) -> tuple[str, ...]:
    """The signs of what was read of a block; `hinted` are the names of the metadata, bare."""
    return tuple(_said(view, line, hinted))


def signs_hoped(view: View, i: int, hinted: frozenset[str]) -> tuple[str, ...]:
    """Every sign in its favour that a block may show when it is read, by a quick look at its words."""
    text, words = view.texts[i], view.words(i)
    by_words, roles = _first_words(view.language)
    joined = _JOINED.search(text) is not None or has_unspaced(text)  # any word may hide in it
    hoped = ["uncommon" if joined or " " in text else "organization"]  # a name of one word is worth less than a desk
    if joined or view.by_words[i - 1] or not by_words.isdisjoint(words):
        hoped.append("by-word")
    if joined or not roles.isdisjoint(words):
        hoped.append("role-inside")
    if joined or (not view.told_first.isdisjoint(words) and (len(view.told) > MANY or _holds_any(text, view.told))):
        hoped.append("told")
    if hinted and (joined or _holds_any(text, hinted)):
        hoped.append("hinted")
    return tuple(hoped)


def _holds_any(text: str, names: Iterable[str]) -> bool:
    """Whether one of the names, folded, stands in a text."""
    folded = text.casefold()
    return any(name in folded for name in names)


@cache
def _first_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The first words of by-words and of roles."""
    rows = with_english(language)
    return first_words(word for row in rows for word in row.by), first_words(word for row in rows for word in row.role)


def _said(view: View, line: Line, hinted: frozenset[str]) -> Iterator[str]:
    """What the names that were read say, and the words beside them."""
    names = {bare(author.name) for author in line.authors}
    people = [author.name for author in line.authors if author.type != "organization"]
    particles = name_words(view.language).particles
    if line.opened:
        yield "by-word"
    said = (word for name in people for word in bare(name).split() if word not in particles)
    if not all(is_common(name, view.common) for name in people) and not any(word in view.common for word in said):
        yield "uncommon"
    if any(author.role for author in line.authors):
        yield "role-inside"
    if line.unread:
        yield "unread"
    if not people:
        yield "organization"
    if people and all(" " not in name for name in people):
        yield "one-word"
    if names & hinted:
        yield "hinted"
    if names & view.told:
        yield "told"


def is_common(name: str, common: Container[str]) -> bool:
    """Whether the last word of a name, and half of all, are words of the page's prose, or all are words of any.

    >>> is_common("Climate Smith", frozenset({"smith"})), is_common("Rose Smith", frozenset({"rose"}))
    (True, False)
    >>> is_common("Article Content", frozenset()), is_common("Ada Pole", frozenset())
    (True, False)
    """
    parts = [part for part in bare(unglued_words(name)).split() if len(part) > 2]
    here = bool(parts) and parts[-1] in common and 2 * sum(part in common for part in parts) >= len(parts)
    return here or is_prose(parts)


def is_prose(words: Sequence[str]) -> bool:
    """Whether words, folded, are such that prose prints in lower case: two at least, as a name may be one."""
    return len(words) > 1 and prose().issuperset(words)


def _placed(view: View, i: int) -> list[str]:
    """What its place between headline and body says."""
    signs = []
    if i - 1 in view.titles:
        signs.append("under-title")
    elif i - 2 in view.titles or i - 3 in view.titles:
        signs.append("near-title")
    elif i not in view.beside_titles:
        signs.append("far")
    if view.first - 2 <= i < view.first:
        signs.append("over-body")
    if view.top < i < view.first:
        signs.append("between")
    if view.first < i <= view.last:
        signs.append("in-body")
    if view.last < i:
        signs.append("at-end" if i <= view.last + 2 else "listed")
    return signs


def _neighbours(view: View, i: int) -> list[str]:
    """What the blocks over and under it say."""
    signs = []
    if view.by_words[i - 1]:
        signs.append("under-by-word")
    if _is_pictured(view.texts[i], view.text(i - 1)):
        signs.append("pictured")
    under = view.text(i + 1)
    if len(under) <= STAMP and not _first_words(view.language)[1].isdisjoint(view.words(i + 1)) and view.ranked[i + 1]:
        signs.append("role-beside")
    return signs


def _is_pictured(text: str, before: str) -> bool:
    """Whether the block before it says the same with a few words at most: the text of the author's picture."""
    return " " in text and len(before) <= len(text) + PICTURED and text in before


def _marked(view: View, i: int) -> list[str]:
    """What the label and the markup say."""
    role, markup = view.page.labels[i].role, view.page.page.blocks[i].markup
    signs = []
    if role in TEASED:
        signs.append("teased")
    if role is Role.BYLINE:
        signs.append("labelled")
    if markup and (markup.author_links or markup.itemprop == "author"):
        signs.append("linked")
    if markup and AUTHOR_TOKENS & (markup.tokens | markup.path_tokens):
        signs.append("marked")
    return signs
