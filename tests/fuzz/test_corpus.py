"""What the fuzzer starts from, and what it found, reads without a fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


def test_every_target_has_a_corpus() -> None:
    assert {path.parent.name for path in FILES} == set(TARGETS)
    assert max(path.stat().st_size for path in FILES) <= 4_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_it_is_read(path: Path) -> None:
    assert TARGETS[path.parent.name](path.read_bytes()) is None


MODULES = {
    "archive": "read.zip",
    "byline": "fields.author_line",
    "date": "fields.dates",
    "feed": "read.feed",
    "html": "segment.tree",
    "jsonl": "read.jsonl",
    "read": "read.decode",
    "table": "read.csv_file",
    "text": "segment.plain",
    "warc": "read.warc",
}


@pytest.mark.parametrize("target", TARGETS)
def test_the_corpus_runs_through_most_of_what_its_target_is_for(target: str) -> None:
    command = [sys.executable, str(CORPUS.parent / "reach.py"), target, f"newsclean.{MODULES[target]}"]
    assert float(subprocess.check_output(command)) > 0.7
