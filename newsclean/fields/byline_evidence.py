"""How likely a block is the byline: the signs that speak for it and against it, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp

from newsclean.document import LabelledPage, Role
from newsclean.fields.byline_result import Line
from newsclean.fields.byline_roles import names_role
from newsclean.fields.byline_text import opening, times_reading
from newsclean.fields.dates import find_dates
from newsclean.fields.names import bare, name_words, unglued_words
from newsclean.lang import load

PAGE = 200_000
"""Characters of a page whose lower-case words are collected."""
STAMP = 100
"""Characters of a line that is a date with words around it."""
TOLD = 30
"""Characters of a block that tells who somebody is, at least."""
AUTHOR_TOKENS = frozenset({"author", "authors", "byline", "auteur", "autor", "writer", "contributor"})

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
    """How likely a block with these signs is the byline, 0..1.

    >>> probability(frozenset({"by-word", "date-beside", "under-title"})) > probability(frozenset({"common"}))
    True
    """
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS[sign] for sign in signs)))


@dataclass
class View:
    """A page with what is asked of it again and again."""

    page: LabelledPage
    hinted: frozenset[str]
    common: frozenset[str] = frozenset()
    """Words that the page prints in lower case: a title made of them is no name."""
    titles: frozenset[int] = frozenset()
    """Blocks that are the headline or say the same."""
    told: frozenset[str] = frozenset()
    """Beginnings of blocks that tell who somebody is: "ada pole" of "Ada Pole is a reporter"."""
    first: int = 0
    """First and last block of the body; past the end where there is none."""
    last: int = 0
    _dated: dict[int, bool] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The page's language."""
        return self.page.page.language

    def text(self, i: int) -> str:
        """What a block says; nothing outside of the page."""
        blocks = self.page.page.blocks
        return blocks[i].text if 0 <= i < len(blocks) else ""

    def role(self, i: int) -> Role | None:
        """The label of a block."""
        return self.page.labels[i].role if 0 <= i < len(self.page.labels) else None

    def is_dated(self, i: int) -> bool:
        """Whether a block is a date, with words around it."""
        if i not in self._dated:
            text = self.text(i)
            self._dated[i] = 0 < len(text) <= STAMP and bool(find_dates(text, load(self.language)))
        return self._dated[i]


def view_of(page: LabelledPage, hinted: frozenset[str]) -> View:
    """Look over a page once."""
    blocks = page.page.blocks
    names = {bare(blocks[i].text) for i in page.indexes(Role.HEADLINE)} - {""}
    sizes = {len(blocks[i].text) for i in page.indexes(Role.HEADLINE)}
    sizes = {near for size in sizes for near in range(size - 3, size + 4)}  # marks around it may differ
    titles = (i for i, b in enumerate(blocks) if len(b.text) in sizes and bare(b.text) in names)
    body = page.indexes(Role.BODY)
    text = page.page.text[:PAGE]
    lower = [word.strip(".,;:!?()\"'“”’") for word in set(text.split()) if word[0].islower()]
    return View(
        page=page,
        hinted=hinted,
        common=frozenset(lower),
        titles=frozenset(titles) | frozenset(page.indexes(Role.HEADLINE)),
        told=frozenset(_told(page)),
        first=body[0] if body else len(blocks),
        last=body[-1] if body else len(blocks),
    )


def _told(page: LabelledPage) -> Iterator[str]:
    stop = name_words(page.page.language).stop
    for block in page.page.blocks:
        if len(block.text) >= TOLD:
            words = block.text[:80].casefold().split()
            for size in (1, 2, 3, 4):
                if len(words) > size and words[size] in stop:
                    yield " ".join(words[:size])


def is_told(view: View, i: int) -> bool:
    """Whether the next block tells who this one names."""
    text = view.text(i)
    return 0 < len(text) <= 40 and " " in text and view.text(i + 1)[: len(text) + 1].casefold() == f"{text.casefold()} "


def signs_of(view: View, i: int, line: Line) -> frozenset[str]:
    """The signs that a block shows, names of `WEIGHTS`."""
    return frozenset((*_printed(view, i, line), *_beside(view, i), *_placed(view, i), *_stated(view, i, line)))


def _printed(view: View, i: int, line: Line) -> Iterator[str]:
    """What the words of the block say."""
    people = [author.name for author in line.authors if author.type != "organization"]
    if line.opened:
        yield "by-word"
    if people and all(is_common(name, view.common) for name in people):
        yield "common"
    elif people and not any(set(bare(name).split()) & view.common for name in people):
        yield "uncommon"
    if any(author.role for author in line.authors):
        yield "role-inside"
    if line.unread:
        yield "unread"
    if not people:
        yield "organization"
    if people and all(" " not in name for name in people):
        yield "one-word"
    if view.is_dated(i):
        yield "date-inside"


def is_common(name: str, common: frozenset[str]) -> bool:
    """Whether the last word of a name, and half of all, are words of the page's prose.

    >>> is_common("Climate Change", frozenset({"climate", "change"})), is_common("Rose Pole", frozenset({"rose"}))
    (True, False)
    """
    parts = [part for part in bare(unglued_words(name)).split() if len(part) > 2]
    return bool(parts) and parts[-1] in common and 2 * sum(part in common for part in parts) >= len(parts)


def _beside(view: View, i: int) -> Iterator[str]:
    """What the neighbours say."""
    if not view.is_dated(i):
        if view.is_dated(i + 1) or view.is_dated(i - 1):
            yield "date-beside"
        elif view.is_dated(i + 2) or view.is_dated(i - 2):
            yield "date-near"
    if any(len(view.text(j)) <= STAMP and times_reading(view.text(j), view.language) for j in (i, i + 1, i + 2)):
        yield "reading-beside"
    following = view.text(i + 1)
    if 0 < len(following) <= STAMP and names_role(following, view.language):
        yield "role-beside"


def _placed(view: View, i: int) -> Iterator[str]:
    """What its place between headline and body says."""
    if i - 1 in view.titles:
        yield "under-title"
    elif any(i - n in view.titles for n in (2, 3)):
        yield "near-title"
    elif not any(i - n in view.titles for n in range(-6, 12)):
        yield "far"
    if view.first - 2 <= i < view.first:
        yield "over-body"
    if any(head < i for head in view.titles) and i < view.first:
        yield "between"
    if view.first < i <= view.last:
        yield "in-body"
    if view.last < i:
        yield "at-end" if i <= view.last + 2 else "listed"
    if view.role(i) in {Role.RELATED, Role.LIVE_FEED, Role.COMMENT}:
        yield "teased"


def _stated(view: View, i: int, line: Line) -> Iterator[str]:
    """What the label, the markup, the metadata and the rest of the page say."""
    names = {bare(author.name) for author in line.authors}
    if view.role(i) is Role.BYLINE:
        yield "labelled"
    if names & view.hinted:
        yield "hinted"
    if names & view.told:
        yield "told"
    markup = view.page.page.blocks[i].markup
    if markup is None:
        return
    if markup.author_links or markup.itemprop == "author":
        yield "linked"
    if AUTHOR_TOKENS & (markup.tokens | markup.path_tokens):
        yield "marked"


def is_by_word(text: str, language: str) -> bool:
    """Whether a line is a by-word and nothing else.

    >>> is_by_word("Written by:", "en"), is_by_word("By Ada Pole", "en")
    (True, False)
    """
    text = text.strip()
    return len(text) <= 40 and (word := opening(text, language)) is not None and not bare(text[len(word) :])
