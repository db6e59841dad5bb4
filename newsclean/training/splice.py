"""Dumps that hold two articles, made of those that hold one: what the second net learns from where an article opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator

from newsclean.document import Dump, Source
from newsclean.label.matrices import Rows
from newsclean.label.model import LATER
from newsclean.lang import load
from newsclean.lang.tell import tell
from newsclean.segment import segment
from newsclean.training.pages import HELD, Example, gold_of, headline_in, kinds_of, numbers_in, site_of, text_of
from newsclean.training.words import held

PAIRS = 800
"""Pairs of each kind of dump."""
COPIES = 1600
"""Pairs of copies of an article alone: its headline, byline, date and text."""
LEAST = 500
"""Characters of an article that is put into a pair."""
OF_ONE_SITE = 0.5
"""Share of pairs of one site."""
SAID = 0.8
"""Share of copies that show a byline, and of those that show a date."""
GLUED = 0.3
"""Share of copies that show both in one line."""
BETWEEN = ("\n", "\n\n", "\n\n\n\n", "\n\n---\n\n")
"""What may stand between two articles."""
NUMBERED = ("{0:%Y-%m-%d}", "{0:%d.%m.%Y}")
DAYS = (*NUMBERED, "{0.day} {1} {0.year}", "{1} {0.day}, {0.year}")
"""How a day may be printed, with the word for its month."""


@dataclass(frozen=True)
class Lesson:
    """What the second net learns from a dump."""

    kind: str
    sites: tuple[str, ...]
    numbers: Rows
    """One row a block, as for the first net."""
    truth: Rows
    """By the order of `LATER`."""
    trust: Rows


def lesson_of(e: Example) -> Lesson:
    """What is learned from a dump of one article."""
    return Lesson(e.kind, (e.site,), e.numbers, e.later, e.later_trust)


def spliced(folder: Path, seed: int = 0) -> Iterator[Lesson]:
    """Pairs of the dumps of a folder, of each of its kinds without markup; equal for equal folders and seed."""
    chance = np.random.default_rng(seed)
    gold = sorted((g for g in gold_of(folder) if g.get("headline") and len(g["body"]) >= LEAST), key=place_of)
    sites = [list(pages) for _, pages in groupby(gold, site_of)]
    many = [pages for pages in sites if len(pages) > 1]
    for kind in (*kinds_of(folder), None):
        for _ in range(PAIRS if kind else COPIES):
            of_one = many and chance.random() < OF_ONE_SITE
            pages = many[int(chance.integers(len(many)))] if of_one else gold
            if len(pages) > 1:
                one, other = (pages[i] for i in chance.choice(len(pages), 2, replace=False).tolist())
                yield from _pair(folder, kind, (one, other), chance)


def place_of(page: dict[str, Any]) -> tuple[str, str]:
    """What pages are sorted by: their site, and their id."""
    return site_of(page), page["id"]


def _pair(folder: Path, kind: str | None, pages: Sequence[dict[str, Any]], chance: Generator) -> Iterator[Lesson]:
    """The dump of two pages, where both have one of the kind and the second shows its headline."""
    above, below = (text_of(folder, kind, p["id"]) if kind else _copied(p, chance) for p in pages)
    if not (above and below):
        return
    above = above.rstrip("\n") + BETWEEN[int(chance.integers(len(BETWEEN)))]
    cut = segment(Dump(Source("-"), above + below))
    first = sum(block.start < len(above) for block in cut.blocks)
    texts = [block.text for block in cut.blocks[first:]]
    headline = headline_in(texts, pages[1]["headline"], held(texts, pages[1]["body"])[0] >= HELD) if texts else -1
    if headline >= 0:
        truth, trust = np.zeros((2, len(cut.blocks), len(LATER)), np.float32)
        truth[first + headline, LATER.index("opens")] = truth[first, LATER.index("begins")] = 1
        trust[:, [LATER.index("opens"), LATER.index("begins")]] = 1
        yield Lesson(kind or "alone", tuple(map(site_of, pages)), numbers_in(cut), truth, trust)


def _copied(page: dict[str, Any], chance: Generator) -> str:
    """The article as someone copies it by hand."""
    row = load(tell(page["body"]))
    under = []
    if page.get("authors") and chance.random() < SAID:
        by = f"{row.by[0].capitalize()} " if row.by and chance.random() < SAID else ""
        under.append(by + ", ".join(page["authors"]))
    if page.get("published") and chance.random() < SAID:
        day = date.fromisoformat(page["published"][:10])
        months = row.date.months[day.month - 1]
        shown = DAYS if months else NUMBERED
        month = months[0].capitalize() if months else ""
        under.append(shown[int(chance.integers(len(shown)))].format(day, month))
    if len(under) > 1 and chance.random() < GLUED:
        under = [" | ".join(under)]
    chance.shuffle(under)
    paragraphs = [line for line in page["body"].splitlines() if line.strip()]
    return "\n\n".join([page["headline"], *under, *paragraphs])
