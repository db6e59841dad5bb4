"""Labelled pages: which blocks of a dump the gold body holds, and which is the gold headline."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from newsclean.document import Dump, Page, Source
from newsclean.label.features import facts_of
from newsclean.label.matrices import Rows
from newsclean.label.model import NUMBERS, numbers_of
from newsclean.read import dump_of
from newsclean.segment import segment

Counts = NDArray[np.int64]
WORD = re.compile(r"\w+")
GRAM = 4
"""Words of a shingle; the same length as the measure's."""
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

    @property
    def body(self) -> NDArray[np.bool_]:
        """Which blocks are the article's."""
        return self.truth[:, 0] > 0


def examples(folder: Path) -> Iterator[Example]:
    """Every dump of the folder that has a gold body, by kind and id."""
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    for page in gold:
        if page.get("body"):
            for kind, dump in _dumps(folder, page["id"]):
                found = _example(page, kind, dump)
                if found:
                    yield found


def _dumps(folder: Path, name: str) -> Iterator[tuple[str, Dump]]:
    for kind in sorted((folder / "dumps").iterdir()):
        if (kind / f"{name}.txt").exists():
            yield kind.name, Dump(Source(name), (kind / f"{name}.txt").read_text("utf-8"))
    packed = folder / "html" / f"{name}.html.gz"
    if packed.exists():
        yield "html", dump_of(gzip.decompress(packed.read_bytes()), Source(name))


def fold_of(site: str, folds: int) -> int:
    """The fold that a site belongs to: all its pages in all kinds are held out together."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def _example(page: dict[str, Any], kind: str, dump: Dump) -> Example | None:
    cut = segment(dump)
    if not cut.blocks:
        return None
    texts = tuple(block.text for block in cut.blocks)
    held, counts = _held(texts, page["body"])
    body = held >= HELD
    weight = np.minimum(1.0, (counts + 1) / max(1, int(counts[body].sum()))) ** POWER
    sides = [_captions(texts, page), _standfirst(texts, page), _bylines(texts, page)]
    truth = np.column_stack([body, *(np.zeros(len(texts)) if side is None else side for side in sides)])
    trust = np.column_stack([weight, *(np.full(len(texts), 0.0 if side is None else ASIDE) for side in sides)])
    return Example(
        id=page["id"],
        source=page.get("source") or "",
        site=urlsplit(page.get("url") or "").netloc.removeprefix("www.") or page["id"],
        kind=kind,
        language=cut.language,
        texts=texts,
        words=counts,
        numbers=_numbers(cut),
        truth=truth.astype(np.float32),
        trust=trust.astype(np.float32),
        headline=_headline(texts, page.get("headline") or "", body),
    )


def _numbers(cut: Page) -> Rows:
    """With the numbers of markup, which are 0 for plain text."""
    numbers = numbers_of(facts_of(cut), cut.blocks)
    return np.pad(numbers, ((0, 0), (0, len(NUMBERS) - numbers.shape[1])))


Side = NDArray[np.bool_] | None
"""Which blocks are of a kind; None where the gold does not say."""


def _captions(texts: tuple[str, ...], page: dict[str, Any]) -> Side:
    shares = [_held(texts, caption)[0] for caption in page.get("captions") or ()]
    return np.any([share >= SAID for share in shares], axis=0) if shares else None


def _standfirst(texts: tuple[str, ...], page: dict[str, Any]) -> Side:
    return _held(texts, page["standfirst"])[0] >= SAID if page.get("standfirst") else None


def _bylines(texts: tuple[str, ...], page: dict[str, Any]) -> Side:
    names = [folded(name) for name in page.get("authors") or () if len(name) >= NAMES]
    if not names:
        return None
    return np.array([len(text) <= BYLINE and any(name in folded(text) for name in names) for text in texts])


def _held(texts: tuple[str, ...], body: str) -> tuple[NDArray[np.float64], Counts]:
    """Share of each block's words that stand in the gold body, and the number of its words."""
    gold = WORD.findall(body)
    grams = {tuple(gold[i : i + GRAM]) for i in range(max(1, len(gold) - GRAM + 1))}
    paragraphs = {tuple(WORD.findall(p)) for p in body.splitlines()}
    split = [WORD.findall(text) for text in texts]
    words = [word for block in split for word in block]
    hit = np.zeros(len(words), dtype=bool)
    for i in range(len(words) - GRAM + 1):
        if tuple(words[i : i + GRAM]) in grams:
            hit[i : i + GRAM] = True
    counts = np.array([len(block) for block in split])
    ends = np.cumsum(counts)
    total = np.concatenate([[0], np.cumsum(hit)])
    share = (total[ends] - total[ends - counts]) / np.maximum(1, counts)
    short = [0 < len(b) < GRAM and tuple(b) in paragraphs for b in split]
    return np.where(short, 1.0, share), counts


def _headline(texts: tuple[str, ...], headline: str, body: NDArray[np.bool_]) -> int:
    wanted = folded(headline)
    places = [i for i, text in enumerate(texts) if wanted and folded(text) == wanted]
    start = int(np.argmax(body)) if body.any() else len(texts)
    above = [i for i in places if i <= start]
    return above[-1] if above else places[0] if places else -1


def folded(text: str) -> str:
    """The words of a text without case and marks."""
    return " ".join(WORD.findall(text.casefold()))
