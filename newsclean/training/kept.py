"""A sample of what the shipped model knew, so that what is taught on top of it costs none of that.

`kept.npz` holds the numbers of blocks of real pages, which the model reads, and which of them are body and headline: no
word of a page. `python -m newsclean.training.kept PAGES` makes it of a folder of pages.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsclean.label.characters import Flags
from newsclean.label.matrices import Rows
from newsclean.label.model import NUMBERS
from newsclean.training.pages import Example, examples, fold_of
from newsclean.training.words import Counts

SAMPLE = Path(__file__).with_name("kept.npz")
STEP = 64.0
"""Steps of a number of 1: the numbers stay under 2, and so fit into a byte."""
EVERY = 4
"""Every n-th page is in the sample, in one of its kinds."""
LONGEST = 1_000
"""Blocks of such a page."""
MEASURED = 3
"""One site of so many is not rehearsed, and says what the teaching costs."""


@dataclass(frozen=True)
class Kept:
    """A dump of the sample."""

    site: str
    numbers: Rows
    words: Counts
    """Words of each block."""
    body: Flags
    headline: int
    """-1 where no block is it."""


def kept_of(pages: Iterable[Example]) -> Iterator[Kept]:
    """What is kept of labelled pages."""
    for e in pages:
        if len(e.numbers) <= LONGEST:
            yield Kept(e.site, e.numbers, e.words, e.body, e.headline)


def parted(sample: Iterable[Kept]) -> tuple[list[Kept], list[Kept]]:
    """Those that are rehearsed, and those of other sites that are measured."""
    parts: tuple[list[Kept], list[Kept]] = ([], [])
    for page in sample:
        parts[fold_of(page.site, MEASURED) == 0].append(page)
    return parts


def sample() -> Iterator[Kept]:
    """The shipped sample. Raises ValueError where it is of other numbers."""
    with np.load(SAMPLE) as stored:
        columns = dict(stored)
    if tuple(columns["names"].tolist()) != NUMBERS:
        raise ValueError(f"{SAMPLE} is of other numbers than this version: run python -m newsclean.training.kept PAGES")
    ends = np.cumsum(columns["blocks"])
    numbers = columns["numbers"].T.astype(np.float32) / np.float32(STEP)
    for n, (start, end) in enumerate(zip(ends - columns["blocks"], ends, strict=True)):
        words, body = (columns[name][start:end] for name in ("words", "body"))
        site, headline = str(columns["sites"][n]), int(columns["headlines"][n])
        yield Kept(site, np.ascontiguousarray(numbers[start:end]), words.astype(np.int64), body, headline)


def store(path: Path, pages: list[Kept]) -> None:
    """Write a sample, its sites under numbers."""
    numbers = np.concatenate([page.numbers for page in pages])
    if np.abs(numbers).max() * STEP > np.iinfo(np.int8).max:
        raise ValueError("numbers do not fit into a byte")
    sites = {site: str(n) for n, site in enumerate(dict.fromkeys(page.site for page in pages))}
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            names=np.array(NUMBERS),
            numbers=np.round(numbers.T * STEP).astype(np.int8),  # a column's bytes are alike, and so pack well
            words=np.concatenate([page.words for page in pages]).astype(np.int32),
            body=np.concatenate([page.body for page in pages]),
            blocks=np.array([len(page.numbers) for page in pages]),
            headlines=np.array([page.headline for page in pages]),
            sites=np.array([sites[page.site] for page in pages]),
        )


def thinned(pages: Iterable[Example], every: int) -> Iterator[Example]:
    """Every n-th page, each in another one of its kinds than the one before."""
    of: dict[str, list[Example]] = {}
    for e in pages:
        of.setdefault(e.id, []).append(e)
    for n, kinds in enumerate(list(of.values())[::every]):
        yield kinds[n % len(kinds)]


def main() -> None:
    """Parse the arguments and write the sample."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.training.kept", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds gold.jsonl.gz, dumps/<kind>/<id>.txt and html/<id>.html.gz")
    store(SAMPLE, list(kept_of(thinned(examples(parser.parse_args().folder), EVERY))))


if __name__ == "__main__":
    main()
