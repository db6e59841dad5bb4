"""Where a page prints its byline: every block that could be it, with the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsclean.document import Block, LabelledPage, Role
from newsclean.fields.author_line import Line, read_line
from newsclean.fields.byline_text import opening
from newsclean.fields.dates import find_dates
from newsclean.fields.names import bare, name_words
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
PAGE = 200_000
"""Characters of a page whose lower-case words are collected."""

BY_WORD, BESIDE_DATE, NEAR_DATE, WITH_ROLE = 4.0, 2.0, 1.0, 2.0
LABELLED, LINKED, MARKED, HINTED, TOLD = 1.5, 3.0, 2.5, 4.0, 2.0
UNDER_TITLE, OVER_BODY, BETWEEN, AT_END = 1.5, 1.0, 1.0, 0.5
COMMON, UNREAD, LISTED, TEASED = -3.0, -1.5, -2.0, -2.0
LEAST = 3.5
"""Points from which a block is taken for the byline; chosen with the weights above on dev."""
AUTHOR_TOKENS = frozenset({"author", "authors", "byline", "auteur", "autor", "writer", "contributor"})


@dataclass(frozen=True, slots=True)
class Place:
    """A block, or some in a row, that reads as a byline."""

    blocks: tuple[int, ...]
    authors: tuple[Author, ...]
    opened: bool
    """A by-word stands in it or before it."""
    score: float

    @property
    def first(self) -> int:
        """Its first block."""
        return self.blocks[0]


def places(page: LabelledPage, hinted: frozenset[str] = frozenset()) -> list[Place]:
    """What could be the byline, the best first; `hinted` are the names of the metadata, bare.

    Blocks far from headline and body are not looked at.
    """
    near = _near(page)
    common = lower_case_words(page)
    read = {i: line for i in near if (line := _line(page, i, common)) is not None}
    found = [_scored(page, i, read, near, common, hinted) for i in near if i in read and read[i].authors]
    return sorted(found, key=lambda place: (-place.score, place.first))


def best_place(page: LabelledPage, hinted: frozenset[str] = frozenset()) -> Place | None:
    """The byline with all of its lines; None where no block is likely enough."""
    found = places(page, hinted)
    if not found or found[0].score < LEAST:
        return None
    return _whole(page, found[0])


def lower_case_words(page: LabelledPage) -> frozenset[str]:
    """Words that the page prints in lower case: a title made of them is no name."""
    text = page.page.text[:PAGE]
    return frozenset(word.strip(".,;:!?()\"'“”’") for word in text.split() if word[0].islower())


def _near(page: LabelledPage) -> list[int]:
    """Blocks around the headline, its repetitions and the body, in page order."""
    blocks = page.page.blocks
    heads = page.indexes(Role.HEADLINE)
    body = page.indexes(Role.BODY)
    titles = {bare(blocks[i].text) for i in heads} - {""}
    heads = [i for i, block in enumerate(blocks) if len(block.text) <= LONGEST and bare(block.text) in titles]
    spans = [(i - OVER, i + UNDER) for i in heads]
    if body:
        spans += [(body[0] - BEFORE, body[0] + AFTER), (body[-1], body[-1] + TAIL)]
    wanted = {i for start, end in spans for i in range(max(0, start), min(len(blocks), end + 1))}
    wanted |= set(page.indexes(Role.BYLINE))
    wanted |= {i for i, block in enumerate(blocks) if _is_marked(block)}
    return sorted(wanted)


def _is_marked(block: Block) -> bool:
    markup = block.markup
    return markup is not None and (bool(markup.author_links) or markup.itemprop == "author")


def _line(page: LabelledPage, i: int, common: frozenset[str]) -> Line | None:
    """What a block says as a byline; None where it cannot be one."""
    block = page.page.blocks[i]
    if not 2 <= len(block.text) <= LONGEST or page.labels[i].role in {Role.HEADLINE, Role.CAPTION, Role.CREDIT}:
        return None
    return read_line(block.text, page.page.language, opened=_by_word_before(page, i), common=common)


def _by_word_before(page: LabelledPage, i: int) -> bool:
    """Whether the block before is a by-word and nothing else."""
    return i > 0 and is_by_word(page.page.blocks[i - 1].text, page.page.language)


def is_by_word(text: str, language: str) -> bool:
    """Whether a line is a by-word and nothing else.

    >>> is_by_word("Written by:", "en"), is_by_word("By Ada Pole", "en")
    (True, False)
    """
    text = text.strip()
    return len(text) <= 40 and (word := opening(text, language)) is not None and not bare(text[len(word) :])


def _scored(
    page: LabelledPage,
    i: int,
    read: dict[int, Line],
    near: list[int],
    common: frozenset[str],
    hinted: frozenset[str],
) -> Place:
    line, block = read[i], page.page.blocks[i]
    score = _printed(page, i, line, common) + _placed(page, i) + _marked(block)
    names = {bare(author.name) for author in line.authors}
    if names & hinted:
        score += HINTED
    if _is_told(page, i, names):
        score += TOLD
    return Place((i,), tuple(line.authors), line.opened, score)


def _printed(page: LabelledPage, i: int, line: Line, common: frozenset[str]) -> float:
    """What the words of the block and of its neighbours say."""
    blocks, language = page.page.blocks, page.page.language
    score = BY_WORD if line.opened else 0.0
    score += LABELLED if page.labels[i].role is Role.BYLINE else 0.0
    score += WITH_ROLE if any(author.role for author in line.authors) else 0.0
    row = load(language)
    if find_dates(blocks[i].text, row):
        score += BESIDE_DATE
    else:
        sides = [blocks[j].text for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
        further = [blocks[j].text for j in (i - 2, i + 2) if 0 <= j < len(blocks)]
        beside = any(len(text) < 100 and find_dates(text, row) for text in sides)
        score += BESIDE_DATE if beside else NEAR_DATE * any(len(t) < 100 and find_dates(t, row) for t in further)
    names = [author for author in line.authors if author.type == "person"]
    if names and not line.opened and all(_is_common(author.name, common) for author in names):
        score += COMMON
    return score + UNREAD * min(line.unread, 3)


def _is_common(name: str, common: frozenset[str]) -> bool:
    """Whether the last word of a name, or most of its words, are words of the page's prose."""
    parts = [part for part in bare(name).split() if len(part) > 2]
    return bool(parts) and (parts[-1] in common) and 2 * sum(part in common for part in parts) >= len(parts)


def _placed(page: LabelledPage, i: int) -> float:
    """What its place between headline and body says."""
    heads, body = page.indexes(Role.HEADLINE), page.indexes(Role.BODY)
    titles = {bare(page.page.blocks[h].text) for h in heads}
    score = 0.0
    if any(bare(page.page.blocks[j].text) in titles for j in range(max(0, i - 3), i)):
        score += UNDER_TITLE
    first, last = (body[0], body[-1]) if body else (len(page.labels), len(page.labels))
    if first - 4 <= i <= first + 1:
        score += OVER_BODY
    if heads and heads[0] < i < first:
        score += BETWEEN
    if last < i <= last + 2:
        score += AT_END
    if i > last + 2:
        score += LISTED
    if page.labels[i].role in {Role.RELATED, Role.LIVE_FEED, Role.COMMENT}:
        score += TEASED
    return score


def _marked(block: Block) -> float:
    markup = block.markup
    if markup is None:
        return 0.0
    if markup.author_links or markup.itemprop == "author":
        return LINKED
    return MARKED if AUTHOR_TOKENS & (markup.tokens | markup.path_tokens) else 0.0


def _is_told(page: LabelledPage, i: int, names: set[str]) -> bool:
    """Whether another block tells who the author is: "Ada Pole is a reporter"."""
    stop = name_words(page.page.language).stop
    for j, block in enumerate(page.page.blocks):
        if j == i or len(block.text) < 30:
            continue
        start = block.text[:60].casefold()
        for name in names:
            if start.startswith(name + " ") and start[len(name) + 1 :].split(" ")[0] in stop:
                return True
    return False


def _whole(page: LabelledPage, place: Place) -> Place:
    """The lines of a byline that a dump broke apart, put together again."""
    blocks, language = page.page.blocks, page.page.language
    first = place.first
    start = first - 1 if _by_word_before(page, first) else first
    used, text, authors = [first], blocks[first].text, list(place.authors)
    common = lower_case_words(page)
    for i in range(first + 1, min(len(blocks), first + TOGETHER)):
        more = _continued(page, i, text, authors, common)
        if more is None:
            break
        authors, text = more, blocks[i].text
        used.append(i)
    kept = tuple(range(start, used[-1] + 1))
    return replace(place, blocks=kept, authors=tuple(_with_links(page, kept, authors, language)))


def _continued(
    page: LabelledPage, i: int, before: str, authors: list[Author], common: frozenset[str]
) -> list[Author] | None:
    """The authors with what the next block adds; None where the byline does not go on in it."""
    block, language = page.page.blocks[i], page.page.language
    text = block.text.strip()
    if not text or len(text) > 90 or page.labels[i].role in {Role.BODY, Role.HEADLINE, Role.STANDFIRST}:
        return None
    joined = _ends_joining(before, language) or _starts_joining(text, language)
    if _is_joiner(text, language):
        return authors
    line = read_line(f"{authors[-1].name}, {text}", language, opened=True, common=common)
    grown = list(line.authors)
    if line.unread or not grown or find_dates(text, load(language)):
        return None
    if len(grown) == 1 and grown[0] != authors[-1] and (grown[0].role or grown[0].affiliation):
        return authors if authors[-1].role else [*authors[:-1], authors[-1].model_copy(update=_added(grown[0]))]
    added = [author for author in grown[1:] if bare(author.name) not in {bare(a.name) for a in authors}]
    sure = joined or (added and all(len(a.name.split()) > 1 and not _is_common(a.name, common) for a in added))
    return [*authors, *added] if added and sure and joined else None


def _added(author: Author) -> dict[str, str]:
    return {key: value for key in ("role", "affiliation") if (value := getattr(author, key))}


def _is_joiner(text: str, language: str) -> bool:
    row, english = load(language), load("en")
    return bare(text) in {*row.joining, *english.joining} or text in {",", "&", "|", "/", "·", "•"}


def _ends_joining(text: str, language: str) -> bool:
    last = text.split()[-1:] or [""]
    return text.endswith((",", "&")) or _is_joiner(last[0], language)


def _starts_joining(text: str, language: str) -> bool:
    first = text.split()[:1] or [""]
    return text.startswith((",", "&")) or _is_joiner(first[0], language)


def _with_links(page: LabelledPage, kept: Iterable[int], authors: list[Author], language: str) -> list[Author]:
    """Names that only links to author pages set apart."""
    links = [text for i in kept if (m := page.page.blocks[i].markup) for text in m.author_links]
    seen = {bare(author.name) for author in authors}
    for link in links:
        for author in read_line(link, language, opened=True).authors:
            if bare(author.name) not in seen:
                seen.add(bare(author.name))
                authors = [*authors, author]
    return authors
