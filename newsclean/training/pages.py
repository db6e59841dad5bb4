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

from newsclean.document import Block, Dump, Source
from newsclean.label.features import Facts, facts_of
from newsclean.read import dump_of
from newsclean.segment import segment

WORD = re.compile(r"\w+")
GRAM = 4
"""Words of a shingle; the same length as the measure's."""
HELD = 0.5
"""Share of a block's words that stand in shingles of the gold, from which the block is body."""
POWER = 0.7
"""A block weighs as its share of the body's words to this power: between counting blocks and counting words."""


@dataclass(frozen=True)
class Example:
    """One dump with its truth."""

    id: str
    site: str
    kind: str
    blocks: tuple[Block, ...]
    facts: list[Facts]
    body: NDArray[np.bool_]
    weight: NDArray[np.float64]
    headline: int
    """Index of the headline's block; -1 where no block is it."""


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
    site = urlsplit(page.get("url") or "").netloc.removeprefix("www.") or page["id"]
    headline = _headline(texts, page.get("headline") or "", body)
    return Example(page["id"], site, kind, cut.blocks, facts_of(cut), body, weight, headline)


def _held(texts: tuple[str, ...], body: str) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
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
    wanted = _folded(headline)
    places = [i for i, text in enumerate(texts) if wanted and _folded(text) == wanted]
    start = int(np.argmax(body)) if body.any() else len(texts)
    above = [i for i in places if i <= start]
    return above[-1] if above else places[0] if places else -1


def _folded(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
