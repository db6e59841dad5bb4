"""Who wrote it: the printed byline and what the page states about itself, each checking the other."""

from __future__ import annotations

import re

from newsclean.document import Found, Hint, LabelledPage
from newsclean.fields.author_line import read_line
from newsclean.fields.byline_places import Place, best_place
from newsclean.fields.byline_result import MOST
from newsclean.fields.byline_split import uninverted
from newsclean.fields.names import bare, is_person
from newsclean.fields.publisher import names_house
from newsclean.record import Author

SOURCES = ("jsonld", "meta", "opengraph", "microdata", "link")
"""Hints in the order of trust."""
AGREED, HINTED, DISPUTED = 0.95, 0.85, 0.75
"""Confidence where print and metadata agree, where only metadata speaks, and where they differ."""
SURE = 0.8
"""Probability from which a printed byline is believed against metadata: that often names who pressed the button."""
_ACCOUNT = re.compile(r"[^\s]{0,60}\d[^\s]{0,60}|[^\sA-Z]{1,60}|[a-z][^\s]{0,60}|[^\s.]{1,60}\.[^\s]{2,60}", re.ASCII)
"""One word that holds a digit or a point, or begins in lower case: "bo_reed", "bo.reed", "BoReed7"."""
_ADDRESS = re.compile(r"https?:|www\.|@|/.{0,200}/|\.html?\b|_|#")


def find(page: LabelledPage) -> Found[tuple[Author, ...]] | None:
    """The authors in the order printed; None where neither the page nor its metadata names one."""
    hinted = _without_houses(hinted_authors(page), page)
    names = frozenset(bare(author.name) for author in hinted)
    place = best_place(page, names) if names else best_place(page)  # the byline has asked for the latter
    printed = _without_houses(place.authors, page) if place else ()
    if not printed or place is None:
        return Found(hinted, HINTED) if hinted else None
    if not hinted:
        return Found(printed, round(place.likely, 3), place.blocks)
    return _agreed(printed, hinted, place)


def _agreed(printed: tuple[Author, ...], hinted: tuple[Author, ...], place: Place) -> Found[tuple[Author, ...]]:
    """Print gives order, roles and houses; metadata adds names, and decides where print is not sure."""
    printed = tuple(_as_hinted(author, hinted) for author in printed)
    names = {bare(author.name) for author in printed}
    if any(bare(author.name) in names for author in hinted):
        added = tuple(author for author in hinted if bare(author.name) not in names)
        return Found((*printed, *added)[:MOST], AGREED, place.blocks)
    if place.likely >= SURE and any(author.type == "person" for author in printed):
        return Found(printed, DISPUTED, place.blocks)
    return Found(hinted, DISPUTED)


def _as_hinted(author: Author, hinted: tuple[Author, ...]) -> Author:
    """A printed name without what ran into it, where metadata has the name alone."""
    for hint in hinted:
        if author.name.startswith(f"{hint.name} "):
            return author.model_copy(update={"name": hint.name})
    return author


def hinted_authors(page: LabelledPage) -> tuple[Author, ...]:
    """What the most trusted of the page's statements says."""
    for source in SOURCES:
        stated = [hint for hint in page.page.hints if hint.name == "author" and hint.source == source]
        authors = {bare(a.name): a for hint in stated for a in _of_hint(hint, page.page.language)}
        if authors:
            return tuple(authors.values())
    return ()


def _of_hint(hint: Hint, language: str) -> list[Author]:
    """The authors of one statement; none for an address, an account or a thing that is no name."""
    value = uninverted(" ".join(hint.value.split()), language)
    if _ADDRESS.search(value) or _ACCOUNT.fullmatch(value):
        return []
    authors = read_line(value.title() if value.islower() else value, language, opened=True).authors
    if hint.kind == "organization" and not any(author.type == "person" for author in authors):
        return [Author(name=value, type="organization", role=None, affiliation=None)]
    return authors


def _without_houses(authors: tuple[Author, ...], page: LabelledPage) -> tuple[Author, ...]:
    """The paper itself is no author of its articles; its desk is, and so is one who named a site after himself."""
    language = page.page.language
    return tuple(a for a in authors if is_person(a.name, language) or not names_house(a.name, page))
