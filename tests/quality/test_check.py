"""What `newsclean check` finds in real dumps, and what it is silent about. Skipped where ../shared/bench is absent."""

from __future__ import annotations

import functools
import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from newsclean.document import Source
from newsclean.read.items import Item
from newsclean.run.work import Job, check

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "dev"
GOLD = BENCH / "gold.jsonl.gz"
KINDS = ("innertext", "wet", "lynx", "bs4")
EVERY = 4
"""Every n-th page, so that all is done within a minute."""
LONG = 1_000
"""Characters of a body that is worth cutting."""

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"no corpus at {BENCH}")


def codes(data: bytes) -> frozenset[str]:
    return frozenset(
        json.loads(row)[2] for row in check(Job("dump.txt", Item(Source("dump.txt"), data))).lines.splitlines()[1:]
    )


@functools.cache
def pages() -> tuple[dict[str, Any], ...]:
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line) for n, line in enumerate(lines) if n % EVERY == 0)


@functools.cache
def copies() -> tuple[str, ...]:
    """Articles as someone copies them: headline, byline, time, text."""
    return tuple(
        "\n\n".join((page["headline"], "By " + " and ".join(page["authors"] or ["Staff"]), page["body"]))
        for page in pages()
        if len(page["body"]) > LONG
    )


def share(found: list[bool]) -> float:
    assert len(found) > 50
    return sum(found) / len(found)


@pytest.mark.parametrize("kind", KINDS)
def test_false_alarms(kind: str) -> None:
    files = [BENCH / "dumps" / kind / f"{page['id']}.txt" for page in pages()]
    found = [codes(file.read_bytes()) for file in files if file.exists()]
    assert share(["NC202" in each for each in found]) < 0.02
    assert share(["NC205" in each for each in found]) < 0.03
    assert share(["NC206" in each for each in found]) < 0.02
    assert share([bool(each & {"NC105", "NC106", "NC109"}) for each in found]) < 0.02  # all but one are real


def test_bodies_alone_are_not_taken_for_other_pages() -> None:
    found = [codes(page["body"].encode()) for page in pages() if len(page["body"]) > LONG]
    assert share([bool(each & {"NC202", "NC203"}) for each in found]) < 0.15


def test_other_pages_are_reported() -> None:
    files = sorted((BENCH / "others" / "innertext").glob("*.txt"))[::EVERY]
    found = [codes(file.read_bytes()) for file in files]
    assert share([bool(each & {"NC101", "NC202", "NC203"}) for each in found]) >= 0.9


def test_cut_articles_are_reported() -> None:
    chance = random.Random(7)  # noqa: S311
    found = []
    for copy in copies():
        gaps = [i for i, sign in enumerate(copy) if sign.isspace()]
        found.append(bool(codes(copy[: chance.choice(gaps)].encode()) & {"NC101", "NC202", "NC204", "NC205"}))
    assert share(found) >= 0.9  # one cut in sixteen falls on the end of a sentence, which nothing tells


def test_second_articles_are_reported() -> None:
    pairs = zip(copies(), copies()[1:], strict=False)
    assert share(["NC206" in codes(f"{one}\n\n{other}".encode()) for one, other in pairs]) >= 0.96


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "latin-1"])
def test_wrong_encodings_are_reported(encoding: str) -> None:
    broken = [copy.encode().decode(encoding, "replace") for copy in copies() if not copy.isascii()]
    assert share([bool(codes(text.encode()) & {"NC105", "NC106"}) for text in broken]) >= 0.98


def test_a_lost_byte_is_reported() -> None:
    chance = random.Random(7)  # noqa: S311
    found = []
    for copy in copies():
        data = copy.encode()
        if high := [i for i, byte in enumerate(data) if byte > 127]:
            at = chance.choice(high)
            found.append(bool(codes(data[:at] + data[at + 1 :]) & {"NC103", "NC105", "NC106", "NC109"}))
    assert share(found) >= 0.98
