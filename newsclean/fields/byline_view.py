"""A page as the search for its byline sees it: what is asked of its blocks again and again, worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from newsclean.document import LabelledPage, Role
from newsclean.fields.byline_result import Line
from newsclean.fields.byline_roles import names_role
from newsclean.fields.byline_text import opening, times_reading
from newsclean.fields.dates import find_dates
from newsclean.fields.names import bare, name_words
from newsclean.lang import load

PAGE = 20_000
"""Characters of a page in which its words are looked for."""
LONGEST = 300
"""Characters of a block that is a byline with all that is glued to it."""
STAMP = 100
"""Characters of a line that is a date, a reading time or a role, with words around it."""
OVER, UNDER = 6, 11
"""Blocks above and below a headline that stand near it."""
BY_WORD = 40
"""Characters of a line that is a by-word and nothing else."""
TOLD = 30
"""Characters of a block that tells who somebody is, at least."""
TOLD_WORDS = (2, 3, 4)
"""Words of the name that such a block begins with; single words begin too many others."""
EDGES = ".,;:!?()\"'“”’"
WORD = re.compile(r"[^\W\d_]+")
PLAIN_WORD = re.compile("[a-z]+")
"""The same in a folded text of ASCII, found in two thirds of the time."""


class Answers(dict[int, bool]):
    """Yes or no for blocks by their index, asked when first wanted; no for a block outside of the page."""

    def __init__(self, page: LabelledPage, longest: int, ask: Callable[[str, str], bool]) -> None:
        """`ask` takes text and language of a block; one of more than `longest` characters is a no."""
        super().__init__()
        self._blocks, self._language = page.page.blocks, page.page.language
        self._longest, self._ask = longest, ask

    def __missing__(self, i: int) -> bool:
        """Ask, and keep the answer."""
        text = self._blocks[i].text if 0 <= i < len(self._blocks) else ""
        answer = self[i] = 0 < len(text) <= self._longest and self._ask(text, self._language)
        return answer


class LowerCase(Container[str]):
    """The words that a text prints in lower case, with nothing but `EDGES` behind them.

    Few are asked for, so that each is looked for when it first is: collecting all would take longer.

    >>> "share" in LowerCase("Please share, Ada."), "ada" in LowerCase("Please share, Ada.")
    (True, False)
    """

    def __init__(self, text: str) -> None:
        """`text` of the page."""
        self._text = text
        self._known: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        """Whether a word, folded and without marks around it, is one of them."""
        word = str(word)
        if word not in self._known:
            self._known[word] = word[:1].islower() and word[-1] not in EDGES and self._holds(word)
        return self._known[word]

    def _holds(self, word: str) -> bool:
        text, start = self._text, self._text.find(word)
        while start >= 0:
            end = start + len(word)
            if not text[start - 1 : start].strip():
                while text[end : end + 1] in EDGES and end < len(text):
                    end += 1
                if not text[end : end + 1].strip():
                    return True
            start = text.find(word, start + 1)
        return False


@dataclass(frozen=True, slots=True)
class View:
    """A page with what is asked of it again and again."""

    page: LabelledPage
    language: str
    """The page's language."""
    texts: list[str]
    """What its blocks say."""
    common: LowerCase
    """Words that the page prints in lower case: a title made of them is no name."""
    titles: frozenset[int]
    """Blocks that are the headline or say the same."""
    top: int
    """The first of these; past the end where there is none."""
    beside_titles: frozenset[int]
    """Blocks that stand near one of these."""
    told: frozenset[str]
    """Beginnings of blocks that tell who somebody is: "ada pole" of "Ada Pole is a reporter"."""
    told_first: frozenset[str]
    """The first words of these."""
    first: int
    """First and last block of the body; past the end where there is none."""
    last: int
    dated: Answers
    """Whether a block is a date, with words around it."""
    timed: Answers
    """Whether it states a reading time."""
    ranked: Answers
    """Whether it is a role."""
    by_words: Answers
    """Whether it is a by-word and nothing else."""
    lines: dict[int, Line] = field(default_factory=dict)
    """What was read of blocks so far."""
    said: dict[int, list[str]] = field(default_factory=dict)
    """The words of blocks that were asked for so far."""

    def text(self, i: int) -> str:
        """What a block says; nothing outside of the page."""
        return self.texts[i] if 0 <= i < len(self.texts) else ""

    def words(self, i: int) -> list[str]:
        """The words of a block, folded."""
        if i not in self.said:
            text = self.text(i)[:LONGEST].casefold()
            self.said[i] = (PLAIN_WORD if text.isascii() else WORD).findall(text)
        return self.said[i]

    def role(self, i: int) -> Role | None:
        """The label of a block."""
        return self.page.labels[i].role if 0 <= i < len(self.page.labels) else None


@lru_cache(maxsize=1)  # byline and authors look at the same page in turn
def view_of(page: LabelledPage) -> View:
    """Look over a page once."""
    texts = [block.text for block in page.page.blocks]
    heads = page.indexes(Role.HEADLINE)
    names = {bare(texts[i]) for i in heads} - {""}
    sizes = {near for i in heads for near in range(len(texts[i]) - 3, len(texts[i]) + 4)}  # marks differ
    again = [i for i, text in enumerate(texts) if len(text) in sizes and bare(text) in names]
    body = page.indexes(Role.BODY)
    titles = frozenset((*again, *heads))
    told = frozenset(_told(dict.fromkeys(texts), page.page.language))
    return View(
        page=page,
        language=page.page.language,
        texts=texts,
        common=LowerCase(page.page.text[:PAGE]),
        titles=titles,
        top=min(titles, default=len(texts)),
        beside_titles=frozenset(i + n for i in titles for n in range(-OVER, UNDER + 1)),
        told=told,
        told_first=first_words(told),
        first=body[0] if body else len(texts),
        last=body[-1] if body else len(texts),
        dated=Answers(page, STAMP, lambda text, language: bool(find_dates(text, load(language)))),
        timed=Answers(page, STAMP, times_reading),
        ranked=Answers(page, STAMP, names_role),
        by_words=Answers(page, BY_WORD, is_by_word),
    )


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, as `WORD` cuts them."""
    return frozenset(found[0] for phrase in phrases if (found := WORD.search(phrase)))


def _told(texts: Iterable[str], language: str) -> Iterator[str]:
    """The names, folded, that texts begin with before a function word in small letters."""
    words_of = name_words(language)
    stop, unfit = words_of.stop, words_of.stop - words_of.particles
    for text in texts:
        if len(text) < TOLD:
            continue
        words = text[:80].split(None, TOLD_WORDS[-1] + 1)
        if stop.isdisjoint(words[TOLD_WORDS[0] :]) or words[0].lower() in unfit:
            continue
        for size in TOLD_WORDS:
            if len(words) > size and words[size] in stop and not words[size - 1][0].islower():
                yield " ".join(words[:size]).casefold()


def is_by_word(text: str, language: str) -> bool:
    """Whether a line is a by-word and nothing else.

    >>> is_by_word("Written by:", "en"), is_by_word("By Ada Pole", "en")
    (True, False)
    """
    text = text.strip()
    word = opening(text, language)
    return word is not None and not bare(text[len(word) :])
