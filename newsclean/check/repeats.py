"""NC4xx: what stands in a run more than once."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclean.check.case import Rule

WORDS = 5
"""Words of a shingle."""
BANDS, ROWS_OF_BAND = 8, 8
"""Parts of a MinHash signature of 64 numbers (Broder 1997), and the numbers of each: the chance that a part is the same
for two texts is the eighth power of the share of shingles that they have in common."""
EQUAL = 2
"""Equal parts from which texts are near-duplicates: .997 of pairs that share .95 of their shingles, .92 of those that
share .9, .40 of those that share .8, and .0004 of those that share half."""
KEPT = 100_000
"""Documents that are remembered, the last ones: about 100 MB."""


class Mark(NamedTuple):
    """What is remembered of a text."""

    digest: int
    """64 bits of its SHA-256."""
    bands: tuple[int, ...]


class Repeat(NamedTuple):
    """An earlier document that says the same."""

    path: str
    exact: bool

    @property
    def code(self) -> str:
        """Of the rule that is broken."""
        return "NC401" if self.exact else "NC402"

    @property
    def message(self) -> str:
        """What is reported of the later one."""
        return f"is {'' if self.exact else 'nearly '}the same as {self.path}"


def mark_of(text: str) -> Mark:
    """The mark of a body; the same on every machine."""
    from rensa import RMinHash

    words = text.casefold().split()
    minhash = RMinHash(BANDS * ROWS_OF_BAND, 1)
    text = " ".join(words)
    shingles = map(" ".join, zip(*(words[n:] for n in range(WORDS)), strict=False))
    minhash.update(list(shingles) or [text])
    digest = minhash.digest()
    parts = [digest[i : i + ROWS_OF_BAND] for i in range(0, len(digest), ROWS_OF_BAND)]
    bands = (_hash(f"{n}:{part}") for n, part in enumerate(parts))
    return Mark(_hash(text), tuple(bands))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")


class Seen:
    """The documents of a run so far; those before the last `kept` are forgotten."""

    def __init__(self, kept: int = KEPT) -> None:
        """Nothing is seen yet."""
        self._kept = kept
        self._paths: dict[int, str] = {}
        self._marks: dict[int, Mark] = {}
        self._first: dict[int, int] = {}
        """Number of the first document with a digest or a band."""
        self._later: dict[int, deque[int]] = {}
        """Those of later ones with the same, in their order: of most there are none."""
        self._count = 0

    def repeat(self, path: str, mark: Mark) -> Repeat | None:
        """The first document of the same text, else the one that shares most with it; then this one is seen too."""
        found = None
        exact = self._first.get(mark.digest)
        shared = Counter(n for band in mark.bands if (n := self._first.get(band)) is not None)
        if exact is not None:
            found = Repeat(self._paths[exact], True)
        elif shared and (best := max(shared, key=lambda n: (shared[n], -n))) is not None and shared[best] >= EQUAL:
            found = Repeat(self._paths[best], False)
        self._remember(path, mark)
        return found

    def repeats(self, path: str, marks: Iterable[tuple[int, Iterable[int]]]) -> Iterator[Repeat]:
        """What the articles of a document repeat, by their marks as JSON gives them back."""
        found = (self.repeat(path, Mark(digest, tuple(bands))) for digest, bands in marks)
        return (repeat for repeat in found if repeat)

    def _remember(self, path: str, mark: Mark) -> None:
        number = self._count
        self._count += 1
        self._paths[number], self._marks[number] = path, mark
        for key in {mark.digest, *mark.bands}:
            if self._first.setdefault(key, number) != number:
                self._later.setdefault(key, deque()).append(number)
        if len(self._paths) > self._kept:
            self._forget(number - self._kept)

    def _forget(self, oldest: int) -> None:
        old = self._marks.pop(oldest)
        del self._paths[oldest]
        for key in {old.digest, *old.bands}:
            later = self._later.get(key)
            if later is None:
                del self._first[key]
                continue
            self._first[key] = later.popleft()
            if not later:
                del self._later[key]


ROWS = (
    Rule(
        *("NC401", "duplicate", "warning", None),
        why="The same article was an input of this run already.",
        bad="ferry.txt and ferry-copy.txt, both with the same body",
        good="(each article once)",
        cure="Leave one of them out.",
    ),
    Rule(
        *("NC402", "near-duplicate", "warning", None),
        why="Nearly the same article was an input of this run already: another version, or the same agency's text.",
        bad="ferry.txt and ferry-updated.txt, with a paragraph more",
        good="(each article once)",
        cure="Keep the one that you trust.",
    ),
)
