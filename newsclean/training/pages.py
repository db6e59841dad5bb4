"""Labelled pages: which blocks of a dump the gold body holds, and which is the gold headline."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Dump, Page, Source
from newsclean.label.features import facts_of
from newsclean.label.matrices import Rows
from newsclean.label.model import BESIDE, NUMBERS, numbers_of
from newsclean.measure.words import folded
from newsclean.read import dump_of
from newsclean.read.items import Item
from newsclean.segment import segment
from newsclean.training.silver import Silver, later_truth, silver_of
from newsclean.training.words import Counts, held

HTML = "html"
"""The kind with markup."""
HELD = 0.5
"""Share of a block's words that stand in shingles of the gold, from which the block is body."""
POWER = 0.7
"""A block weighs as its share of the body's words to this power: between counting blocks and counting words."""
SAID = 0.8
"""Share of a block's words that stand in a gold caption or standfirst, from which it is one."""
BYLINE = 200
"""Characters of a line with the name of a gold author, at most, to be a byline."""
ASIDE = 0.02
"""Trust in what a block is besides body: a body's blocks have a trust of 1 in all."""
NAMES = 5
"""Characters of a gold author's name, at least."""


@dataclass(frozen=True)
class Example:
    """One dump with its truth."""

    id: str
    source: str
    site: str
    kind: str
    language: str
    """Told from the text."""
    texts: tuple[str, ...]
    words: Counts
    """Words of each block."""
    numbers: Rows
    """What the model reads: one row a block."""
    truth: Rows
    """Whether each block is what the model judges, by the order of its judgements without the last, the title."""
    trust: Rows
    """How much each truth weighs; 0 where the gold is silent."""
    headline: int
    """Index of the headline's block; -1 where no block is it."""
    later: Rows
    """Whether each block is what the second net judges, by the order of `LATER`."""
    later_trust: Rows
    """How much each of these truths weighs."""

    @property
    def body(self) -> NDArray[np.bool_]:
        """Which blocks are the article's."""
        return self.truth[:, 0] > 0


def examples(folder: Path) -> Iterator[Example]:
    """Every dump of the folder that has a gold body, by kind and id."""
    for page in gold_of(folder):
        cuts = {kind: segment(dump) for kind, dump in dumps_of(folder, page["id"])}
        silver = silver_of(cuts[HTML]) if HTML in cuts else {}
        for kind, cut in cuts.items():
            if cut.blocks:
                yield example_of(page, kind, cut, silver)


def gold_of(folder: Path) -> list[dict[str, Any]]:
    """What the folder's pages hold, of those with a body."""
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [page for page in map(json.loads, lines) if page.get("body")]


def kinds_of(folder: Path) -> list[str]:
    """The kinds of dump without markup, sorted."""
    return sorted(path.name for path in (folder / "dumps").iterdir())


def text_of(folder: Path, kind: str, name: str) -> str | None:
    """The dump of a page in a kind without markup; None where it has none."""
    path = folder / "dumps" / kind / f"{name}.txt"
    return path.read_text("utf-8") if path.exists() else None


def dumps_of(folder: Path, name: str) -> Iterator[tuple[str, Dump]]:
    """The dumps of a page by their kind, and last its HTML."""
    for kind in kinds_of(folder):
        text = text_of(folder, kind, name)
        if text is not None:
            yield kind, Dump(Source(name), text)
    packed = folder / "html" / f"{name}.html.gz"
    if packed.exists():
        yield HTML, dump_of(Item(Source(name), gzip.decompress(packed.read_bytes())))


def site_of(page: dict[str, Any]) -> str:
    """The site of a page of the gold; its id where it has none."""
    return urlsplit(page.get("url") or "").netloc.removeprefix("www.") or str(page["id"])


def fold_of(site: str, folds: int) -> int:
    """The fold that a site belongs to: all its pages in all kinds are held out together."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def example_of(page: dict[str, Any], kind: str, cut: Page, silver: Silver) -> Example:
    """A dump in blocks with the truth that a page of the gold, and the silver of its HTML, give it."""
    texts = tuple(block.text for block in cut.blocks)
    shares, counts = held(texts, page["body"])
    body = shares >= HELD
    sides = [_captions(texts, page), _standfirst(texts, page), _bylines(texts, page)]
    truth = np.column_stack([body, *(np.zeros(len(texts)) if side is None else side for side in sides)])
    trust = np.column_stack(
        [weight_of(counts, body), *(np.full(len(texts), 0.0 if side is None else ASIDE) for side in sides)]
    )
    headline = headline_in(texts, page.get("headline") or "", body)
    claimed = truth.any(axis=1) | (np.arange(len(texts)) == headline)
    later, later_trust = later_truth(texts, body, claimed, silver)
    later_trust[:, : -len(BESIDE)] = kind != HTML
    return Example(
        id=page["id"],
        source=page.get("source") or "",
        site=site_of(page),
        kind=kind,
        language=cut.language,
        texts=texts,
        words=counts,
        numbers=numbers_in(cut),
        truth=truth.astype(np.float32),
        trust=trust.astype(np.float32),
        headline=headline,
        later=later,
        later_trust=later_trust,
    )


def weight_of(words: Counts, body: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How much the truth of each block weighs, by its words and those of the body."""
    weight: NDArray[np.float64] = np.minimum(1.0, (words + 1) / max(1, int(words[body].sum()))) ** POWER
    return weight


def numbers_in(cut: Page) -> Rows:
    """What the model reads of a page, with the numbers of markup, which are 0 for plain text."""
    numbers = numbers_of(facts_of(cut), cut.blocks)
    return np.pad(numbers, ((0, 0), (0, len(NUMBERS) - numbers.shape[1])))


Side = NDArray[np.bool_] | None
"""Which blocks are of a kind; None where the gold does not say."""


def _captions(texts: tuple[str, ...], page: dict[str, Any]) -> Side:
    shares = [held(texts, caption)[0] for caption in page.get("captions") or ()]
    return np.any([share >= SAID for share in shares], axis=0) if shares else None


def _standfirst(texts: tuple[str, ...], page: dict[str, Any]) -> Side:
    return held(texts, page["standfirst"])[0] >= SAID if page.get("standfirst") else None


def _bylines(texts: tuple[str, ...], page: dict[str, Any]) -> Side:
    names = [folded(name) for name in page.get("authors") or () if len(name) >= NAMES]
    if not names:
        return None
    return np.array([len(text) <= BYLINE and any(name in folded(text) for name in names) for text in texts])


def headline_in(texts: Sequence[str], headline: str, body: NDArray[np.bool_]) -> int:
    """Index of the block that says the headline, the nearest over the body; -1 where none does."""
    wanted = folded(headline)
    places = [i for i, text in enumerate(texts) if wanted and folded(text) == wanted]
    start = int(np.argmax(body)) if body.any() else len(texts)
    above = [i for i in places if i <= start]
    return above[-1] if above else places[0] if places else -1
