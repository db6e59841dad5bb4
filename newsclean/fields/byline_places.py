"""Where a page prints its byline: every block that could be it, and the one that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from newsclean.document import LabelledPage, Role
from newsclean.fields.author_line import read_line
from newsclean.fields.byline_evidence import View, is_by_word, is_common, is_told, probability, signs_of, view_of
from newsclean.fields.byline_result import Line
from newsclean.fields.byline_text import CUT, masked, opening
from newsclean.fields.names import UNSPACED, bare, may_name, name_words
from newsclean.lang import load
from newsclean.record import Author

LONGEST = 300
"""Characters of a block that is a byline with all that is glued to it."""
OVER, UNDER = 6, 25
"""Blocks above and below a headline in which its byline is looked for."""
BEFORE, AFTER = 14, 6
"""The same around the first of the body."""
TAIL = 8
"""Blocks after the last of the body in which a byline at the end is looked for."""
TOGETHER = 12
"""Blocks of one byline that was broken into lines, at most."""
MOST_WORDS = 20
"""Words of a byline that no by-word opens, at most."""
PIECE = 90
"""Characters of a line that goes on with a byline."""
LEAST = 0.35
"""Probability from which a block is taken for the byline; on dev nine in ten of the names so given are right."""
FOREIGN = frozenset({Role.HEADLINE, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Place:
    """A block, or some in a row, that reads as a byline."""

    blocks: tuple[int, ...]
    authors: tuple[Author, ...]
    signs: frozenset[str]
    likely: float
    """0..1."""

    @property
    def first(self) -> int:
        """Its first block."""
        return self.blocks[0]


@lru_cache(maxsize=1)  # byline and authors ask for the same page in turn
def best_place(page: LabelledPage, hinted: frozenset[str] = frozenset()) -> Place | None:
    """The byline with all of its lines; None where no block is likely enough.

    `hinted` are the names of the metadata, bare.
    """
    view = view_of(page, hinted)
    found = places(view)
    return _whole(view, found[0]) if found and found[0].likely >= LEAST else None


def places(view: View) -> list[Place]:
    """What could be the byline, the likeliest first."""
    found = []
    for i in _near(view):
        line = _line(view, i)
        if line and line.authors:
            signs = signs_of(view, i, line)
            found.append(Place((i,), tuple(line.authors), signs, probability(signs)))
    return sorted(found, key=lambda place: (-place.likely, place.first))


def _near(view: View) -> list[int]:
    """Blocks around the headline, its repetitions and the body, in page order, and those that markup points out."""
    size = len(view.page.labels)
    spans = [(i - OVER, i + UNDER) for i in view.titles]
    spans += [(view.first - BEFORE, view.first + AFTER), (view.last, view.last + TAIL)]
    wanted = {i for start, end in spans for i in range(max(0, start), min(size, end + 1))}
    wanted |= set(view.page.indexes(Role.BYLINE))
    upper = range(min(size, view.first + AFTER))
    wanted |= {i for i in upper if len(view.text(i)) <= LONGEST and opening(view.text(i), view.language)}
    markups = ((i, block.markup) for i, block in enumerate(view.page.page.blocks) if block.markup)
    wanted |= {i for i in range(size) if is_told(view, i)}
    return sorted(wanted | {i for i, markup in markups if markup.author_links or markup.itemprop == "author"})


def _line(view: View, i: int) -> Line | None:
    """What a block says as a byline; None where it cannot be one."""
    text = view.text(i)
    if not 2 <= len(text) <= LONGEST or view.role(i) in FOREIGN or i in view.titles:
        return None
    opened = is_by_word(view.text(i - 1), view.language)
    if not opened and not _may_be(view, i, text):
        return None
    first = masked(text, view.language).split(CUT)[0].strip() if view.is_dated(i) else text
    single = not opened and first != "" and " " not in first and not UNSPACED.search(first)
    line = read_line(text, view.language, opened=opened or single, common=view.common)
    line.opened = line.opened and not single
    return line


def _may_be(view: View, i: int, text: str) -> bool:
    """A quick look: no prose, and not only words that the page prints in lower case."""
    words = text.split()
    if len(words) == 1:
        known = bare(text) in view.common or bare(text) in name_words(view.language).stop
        placed = bool({i - 1, i - 2} & view.titles) or view.is_dated(i + 1) or view.is_dated(i - 1)
        return UNSPACED.search(text) is not None or (text[0].isupper() and placed and not known)
    labelled = view.role(i) in {Role.BYLINE, Role.TIMESTAMP}
    if len(words) > MOST_WORDS and not labelled and opening(text, view.language) is None:
        return False
    if all(bare(word) in view.common for word in words):
        return False
    return opening(text, view.language) is not None or may_name(text, words, name_words(view.language))


def _whole(view: View, place: Place) -> Place:
    """The lines of a byline that a dump broke apart, put together again."""
    first = place.first
    start = first - 1 if is_by_word(view.text(first - 1), view.language) else first
    last, text, authors = first, view.text(first), place.authors
    for i in range(first + 1, first + TOGETHER):
        more = _continued(view, i, text, authors)
        if more is None:
            break
        last, text, authors = i, view.text(i), more
    kept = tuple(range(start, last + 1))
    return replace(place, blocks=kept, authors=authors)


def _continued(view: View, i: int, before: str, authors: tuple[Author, ...]) -> tuple[Author, ...] | None:
    """The authors with what the next block adds; None where the byline does not go on in it."""
    text, language = view.text(i).strip(), view.language
    if not text or len(text) > PIECE or view.role(i) in FOREIGN | {Role.BODY, Role.STANDFIRST}:
        return None
    if _joins(text, language):
        return authors
    if view.is_dated(i):
        return None
    line = read_line(f"{authors[-1].name}, {text}", language, opened=True, common=view.common)
    if line.unread or not line.authors:
        return None
    said, *added = line.authors
    if not added and (said.role or said.affiliation):
        update = {key: value for key in ("role", "affiliation") if (value := getattr(said, key))}
        return (*authors[:-1], authors[-1].model_copy(update={**update, **_given(authors[-1])}))
    known = {bare(author.name) for author in authors}
    fresh = [a for a in added if bare(a.name) not in known and not is_common(a.name, view.common)]
    joined = _joins(before.split()[-1], language) or before.endswith(",") or _joins(text.split()[0], language)
    return (*authors, *fresh) if fresh and (joined or text.startswith(",")) else None


def _given(author: Author) -> dict[str, str]:
    return {key: value for key in ("role", "affiliation") if (value := getattr(author, key))}


def _joins(word: str, language: str) -> bool:
    """Whether this is "and", a comma or a bar."""
    said = {entry for row in (language, "en") for entry in load(row).joining}
    return bare(word) in said or word in {",", "&", "|", "/", "·", "•"}
