"""How likely a block is the byline: the signs that speak for it and against it, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from math import exp, fsum

from newsclean.document import Role
from newsclean.fields.byline_result import Line
from newsclean.fields.byline_view import WORD, View, first_words
from newsclean.fields.names import UNSPACED_SIGNS, bare, unglued_words
from newsclean.lang import load

AUTHOR_TOKENS = frozenset({"author", "authors", "byline", "auteur", "autor", "writer", "contributor"})
_JOINED = re.compile(rf"[A-Z{UNSPACED_SIGNS}](?:(?<![A-Z])|(?<=[^\W\d_A-Z].))")
"""Words without a space between them. It begins with a set of signs, which lets the search for it run fast."""

TEASED = frozenset({Role.RELATED, Role.LIVE_FEED, Role.COMMENT})

BIAS = -5.1
WEIGHTS: dict[str, float] = {
    # Logits, fitted on the dumps of dev by logistic regression over the blocks near headline and body, and rounded.
    "by-word": 1.8,
    "date-inside": 1.0,
    "date-beside": 1.0,
    "date-near": 0.6,
    "reading-beside": 0.7,
    "role-inside": 1.3,
    "role-beside": 2.2,
    "labelled": 0.7,
    "linked": -0.7,
    "marked": -1.2,
    "hinted": 4.5,
    "told": 1.8,
    "under-title": 2.0,
    "near-title": 1.5,
    "over-body": 0.5,
    "between": 0.5,
    "at-end": 2.0,
    "listed": 0.7,
    "far": -0.6,
    "teased": -0.7,
    "common": 0.0,
    "uncommon": 2.5,
    "unread": -1.7,
    "one-word": -2.1,
    "in-body": 0.4,
    "organization": 1.7,
}


def probability(signs: frozenset[str]) -> float:
    """How likely a block with these signs is the byline, 0..1; a sum that no order of the signs changes.

    >>> probability(frozenset({"by-word", "date-beside", "under-title"})) > probability(frozenset({"common"}))
    True
    """
    return 1 / (1 + exp(-BIAS - fsum(WEIGHTS[sign] for sign in signs)))


BESIDE = frozenset({"date-inside", "reading-beside"})
"""The most that dates and reading times can say in favour of a block."""


def signs_placed(view: View, i: int) -> frozenset[str]:
    """The signs of a block, names of `WEIGHTS`, that its place, its label and its markup show, and a role under it."""
    return frozenset((*_placed(view, i), *_marked(view, i)))


def signs_beside(view: View, i: int) -> frozenset[str]:
    """The signs that dates and reading times in it and beside it show."""
    return frozenset(_beside(view, i))


def signs_within(view: View, line: Line, hinted: frozenset[str]) -> frozenset[str]:
    """The signs of what was read of a block; `hinted` are the names of the metadata, bare."""
    return frozenset(_said(view, line, hinted))


def signs_hoped(view: View, i: int, hinted: frozenset[str]) -> frozenset[str]:
    """Every sign in its favour that a block may show when it is read, by a quick look at its words."""
    text = view.text(i)
    folded = text.casefold()
    words = WORD.findall(folded)
    by_words, roles = _first_words(view.language)
    joined = _JOINED.search(text) is not None  # any word may hide in it
    hoped = ["uncommon"]
    if joined or view.by_words[i - 1] or not by_words.isdisjoint(words):
        hoped.append("by-word")
    if joined or not roles.isdisjoint(words):
        hoped.append("role-inside")
    if joined or not view.told_first.isdisjoint(words):
        hoped.append("told")
    if hinted and (joined or any(name in folded for name in hinted)):
        hoped.append("hinted")
    return frozenset(hoped)


@cache
def _first_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The first words of by-words and of roles."""
    rows = [load(row) for row in dict.fromkeys((language, "en"))]
    return first_words(word for row in rows for word in row.by), first_words(word for row in rows for word in row.role)


def _said(view: View, line: Line, hinted: frozenset[str]) -> Iterator[str]:
    """What the names that were read say, and the words beside them."""
    names = {bare(author.name) for author in line.authors}
    people = [author.name for author in line.authors if author.type != "organization"]
    if line.opened:
        yield "by-word"
    if people and all(is_common(name, view.common) for name in people):
        yield "common"
    elif people and not any(word in view.common for name in people for word in bare(name).split()):
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
    """Whether the last word of a name, and half of all, are words of the page's prose.

    >>> is_common("Climate Change", frozenset({"climate", "change"})), is_common("Rose Pole", frozenset({"rose"}))
    (True, False)
    """
    parts = [part for part in bare(unglued_words(name)).split() if len(part) > 2]
    return bool(parts) and parts[-1] in common and 2 * sum(part in common for part in parts) >= len(parts)


def _beside(view: View, i: int) -> Iterator[str]:
    """What dates and reading times say, in the block and in its neighbours."""
    if view.dated[i]:
        yield "date-inside"
    elif view.dated[i + 1] or view.dated[i - 1]:
        yield "date-beside"
    elif view.dated[i + 2] or view.dated[i - 2]:
        yield "date-near"
    if view.timed[i] or view.timed[i + 1] or view.timed[i + 2]:
        yield "reading-beside"


def _placed(view: View, i: int) -> Iterator[str]:
    """What its place between headline and body says, and the block under it."""
    if i - 1 in view.titles:
        yield "under-title"
    elif i - 2 in view.titles or i - 3 in view.titles:
        yield "near-title"
    elif i not in view.beside_titles:
        yield "far"
    if view.first - 2 <= i < view.first:
        yield "over-body"
    if min(view.titles, default=i) < i < view.first:
        yield "between"
    if view.first < i <= view.last:
        yield "in-body"
    if view.last < i:
        yield "at-end" if i <= view.last + 2 else "listed"
    if view.role(i) in TEASED:
        yield "teased"
    if view.ranked[i + 1]:
        yield "role-beside"


def _marked(view: View, i: int) -> Iterator[str]:
    """What the label and the markup say."""
    if view.role(i) is Role.BYLINE:
        yield "labelled"
    markup = view.page.page.blocks[i].markup
    if markup is None:
        return
    if markup.author_links or markup.itemprop == "author":
        yield "linked"
    if AUTHOR_TOKENS & (markup.tokens | markup.path_tokens):
        yield "marked"
