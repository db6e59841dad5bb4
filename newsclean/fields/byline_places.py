"""Where a page prints its byline: every block that could be it, and the one that is."""

from __future__ import annotations

from functools import lru_cache
from operator import eq
from typing import NamedTuple

from newsclean.document import LabelledPage, Role
from newsclean.fields.author_line import read_line
from newsclean.fields.byline_evidence import (
    DATED,
    TIMED,
    WEIGHTS,
    is_common,
    is_prose,
    probability,
    signs_dated,
    signs_hoped,
    signs_placed,
    signs_timed,
    signs_within,
    worth_of,
)
from newsclean.fields.byline_result import Line
from newsclean.fields.byline_split import joining_words
from newsclean.fields.byline_text import CUT, by_word, masked, opening
from newsclean.fields.byline_view import LONGEST, View, view_of
from newsclean.fields.names import bare, has_unspaced, name_words
from newsclean.record import Author

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
NAMED = 40
"""Characters of a line that names one whom the next block tells about, at most."""
LABELLED = frozenset({Role.BYLINE, Role.TIMESTAMP})
FOREIGN = frozenset({Role.HEADLINE, Role.CAPTION})


class Place(NamedTuple):
    """A block, or some in a row, that reads as a byline."""

    blocks: tuple[int, ...]
    authors: tuple[Author, ...]
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
    view = view_of(page)
    place = likeliest(view, hinted)
    return _whole(view, place) if place else None


def likeliest(view: View, hinted: frozenset[str]) -> Place | None:
    """The block that is likeliest the byline, the upper one of two; None where none is likely enough.

    Reading a block is dear, and so is looking for dates beside it: that is done only for those that may turn out
    likelier than the best before.
    """
    placed = {i: worth_of(signs_placed(view, i)) for i in _near(view) if _may_be(view, i)}
    hoped = {i: worth + worth_of(signs_hoped(view, i, hinted)) for i, worth in placed.items()}
    best: Place | None = None
    least, dated, timed = LEAST, WEIGHTS[DATED], WEIGHTS[TIMED]
    for i in sorted(hoped, key=lambda i: (-hoped[i], i)):
        if probability(hoped[i] + timed + dated) < least:
            break
        beside = worth_of(signs_timed(view, i))
        if probability(hoped[i] + beside + dated) < least:
            continue
        beside += worth_of(signs_dated(view, i))
        if probability(hoped[i] + beside) < least or not (_is_set_apart(view, i) and _may_name(view, i)):
            continue
        line = _line(view, i)
        likely = probability(placed[i] + beside + worth_of(signs_within(view, line, hinted))) if line.authors else 0.0
        if likely > least or (likely == least and (best is None or i < best.first)):
            best, least = Place((i,), tuple(line.authors), likely), likely
    return best


def _near(view: View) -> list[int]:
    """Blocks around the headline, its repetitions and the body, and those that other words or markup point out."""
    blocks, texts = view.page.page.blocks, view.texts
    spans = [(i - OVER, i + UNDER) for i in view.titles]
    spans += [(view.first - BEFORE, view.first + AFTER), (view.last, view.last + TAIL)]
    wanted = set(view.page.indexes(Role.BYLINE))
    for start, end in spans:
        wanted.update(range(max(0, start), min(len(texts), end + 1)))
    opened = by_word(view.language).match
    wanted.update([i for i, text in enumerate(texts[: view.first + AFTER]) if len(text) <= LONGEST and opened(text)])
    firsts = [text[:1] for text in texts]
    alike = enumerate(map(eq, firsts, firsts[1:]))
    wanted.update([i for i, same in alike if same and _tells(texts[i], texts[i + 1])])
    markups = [(i, block.markup) for i, block in enumerate(blocks) if block.markup]
    wanted.update([i for i, markup in markups if markup.author_links or markup.itemprop == "author"])
    return sorted(wanted)


def _tells(name: str, text: str) -> bool:
    """Whether a block tells who the one before it names."""
    size = len(name)
    begins = size <= NAMED and text[size : size + 1] == " " and " " in name
    return begins and text[:size].casefold() == name.casefold()


def _line(view: View, i: int) -> Line:
    """What a block says as a byline."""
    if i not in view.lines:
        text = view.text(i)
        opened = view.by_words[i - 1]
        first = masked(text, view.language).split(CUT)[0].strip() if view.dated[i] else text
        single = not opened and first != "" and " " not in first and not has_unspaced(first)
        line = read_line(text, view.language, opened=opened or single, common=view.common)
        line.opened = line.opened and not single
        view.lines[i] = line
    return view.lines[i]


def _may_be(view: View, i: int) -> bool:
    """A quick look: no prose, and no single word in small letters."""
    text = view.texts[i]
    if not 2 <= len(text) <= LONGEST or view.page.labels[i].role in FOREIGN or i in view.titles:
        return False
    if i > view.last and view.page.labels[i].role is Role.COMMENT and opening(text, view.language) is None:
        return False  # who left a comment
    if " " not in text:
        known = bare(text) in name_words(view.language).stop
        return view.by_words[i - 1] or has_unspaced(text) or (text[0].isupper() and not known)
    few = text.count(" ") < MOST_WORDS or view.page.labels[i].role in LABELLED
    return few or view.by_words[i - 1] or opening(text, view.language) is not None


def _may_name(view: View, i: int) -> bool:
    """Whether it is not only words that the page or other prose prints in lower case."""
    text = view.texts[i]
    if view.by_words[i - 1] or (" " not in text and has_unspaced(text)):
        return True
    words = [bare(word) for word in text.split()]
    return not (all(word in view.common for word in words) or is_prose(words))


def _is_set_apart(view: View, i: int) -> bool:
    """Whether a single word stands where a name may: after a by-word, under the headline or beside a date."""
    text = view.texts[i]
    if " " in text or view.by_words[i - 1] or has_unspaced(text):
        return True
    return not view.titles.isdisjoint((i - 1, i - 2)) or view.dated[i + 1] or view.dated[i - 1]


def _whole(view: View, place: Place) -> Place:
    """The lines of a byline that a dump broke apart, put together again."""
    first = place.first
    start = first - 1 if view.by_words[first - 1] else first
    last, text, authors = first, view.text(first), place.authors
    for i in range(first + 1, first + TOGETHER):
        more = _continued(view, i, text, authors)
        if more is None:
            break
        last, text, authors = i, view.text(i), more
    kept = tuple(range(start, last + 1))
    return place._replace(blocks=kept, authors=authors)


def _continued(view: View, i: int, before: str, authors: tuple[Author, ...]) -> tuple[Author, ...] | None:
    """The authors with what the next block adds; None where the byline does not go on in it."""
    text, language = view.text(i).strip(), view.language
    if not text or len(text) > PIECE or view.role(i) in FOREIGN | {Role.BODY, Role.STANDFIRST}:
        return None
    if _joins(text, language):
        return authors
    if view.dated[i]:
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
    listed = view.ranked[i - 1] and view.ranked[i + 1]  # name, role, name, role
    return (*authors, *fresh) if fresh and (joined or listed or text.startswith(",")) else None


def _given(author: Author) -> dict[str, str]:
    return {key: value for key in ("role", "affiliation") if (value := getattr(author, key))}


def _joins(word: str, language: str) -> bool:
    """Whether this is "and", a comma or a bar."""
    return word in {",", "&", "|", "/", "·", "•"} or bare(word) in joining_words(language)
