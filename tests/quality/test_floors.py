"""Figures on pages that nobody here wrote, against the floors of floors.toml.

`python tests/quality/test_floors.py` prints the figures. A floor is raised to what is reached, never lowered to make a
test pass. Skipped where ../shared/bench is absent.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
GOLD = BENCH / "dev" / "gold.jsonl.gz"
FLOORS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
EVERY = FLOORS["every"]
CASES = [
    (kind, source, figure, floor)
    for kind, sources in FLOORS["floors"].items()
    for source, figures in sources.items()
    for figure, floor in figures.items()
]
SHORT = {(kind, source, figure) for kind, source, figure in map(tuple, FLOORS["short"])}
"""Floors that are not reached yet; the test then demands that they are not, so that a row goes once it is."""
HELD = [(kind, source, figure, value) for kind, source, figure, value in map(tuple, FLOORS["held"])]
"""What is reached of those, and must not be lost."""
MADE_OF = {"line": "innertext", "stripped": "html"}
"""Kinds that are made here of another: all its white space folded, so that the page stands on one line; and markup of
which the tags are taken out, so that scripts, style sheets and character references are left in the text."""

TAG = re.compile(rb"<[^>]+>")

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"no corpus at {BENCH}")


@functools.cache
def subset() -> tuple[str, ...]:
    """Every n-th line of the gold file."""
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        return tuple(line for n, line in enumerate(lines) if n % EVERY == 0)


@functools.cache
def run(kind: str) -> dict[str, Any]:
    """What came of one kind of dump: counts of pages, records and refusals, exit code, and figures by source."""
    ids = [json.loads(line)["id"] for line in subset()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs = folder / "in"
        inputs.mkdir()
        for each in ids:
            _put(kind, each, inputs)
        gold = folder / "gold.jsonl.gz"
        with gzip.open(gold, "wt", encoding="utf-8") as out:
            out.writelines(subset())
        records, rejects = folder / "out.jsonl", folder / "rejects.jsonl"
        command = [sys.executable, "-m", "newsclean", "extract", "-q", "-o", records, "--rejects", rejects, inputs]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return {
            "pages": len(ids),
            "records": _inputs(records),
            "rejects": _inputs(rejects),
            "code": done.returncode,
            "said": done.stderr,
            "figures": {source: _score(records, gold, kind, source) for source in FLOORS["floors"][kind]},
        }


def _put(kind: str, page: str, folder: Path) -> None:
    if kind in ("html", "stripped"):
        html = gzip.decompress((BENCH / "dev/html" / f"{page}.html.gz").read_bytes())
        stripped = kind == "stripped"
        (folder / f"{page}.{'txt' if stripped else 'html'}").write_bytes(TAG.sub(b" ", html) if stripped else html)
        return
    dump = (BENCH / "dev/dumps" / MADE_OF.get(kind, kind) / f"{page}.txt").read_bytes()
    (folder / f"{page}.txt").write_bytes(b" ".join(dump.split()) if kind == "line" else dump)


def _inputs(path: Path) -> int:
    """Inputs that gave a line or more: a dump of several articles gives several."""
    lines = path.read_bytes().splitlines() if path.exists() else []
    return len({json.loads(line)["source"]["path"] for line in lines})


def _score(records: Path, gold: Path, kind: str, source: str) -> dict[str, float]:
    command = [sys.executable, BENCH / "score.py", records, "--gold", gold, "--json"]
    made_of = MADE_OF.get(kind, kind)
    command += [] if made_of == "html" else ["--dumps", BENCH / "dev/dumps" / made_of]
    command += [] if source == "all" else ["--source", source]
    figures: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return figures


def test_the_corpus_is_the_one_that_the_floors_were_set_on() -> None:
    digest = hashlib.sha256(GOLD.read_bytes()).hexdigest()
    assert digest == FLOORS["corpus"], "the gold file has changed: measure anew and set floors.toml to what is reached"


@pytest.mark.parametrize("kind", FLOORS["floors"])
def test_each_page_gives_a_record_or_a_refusal(kind: str) -> None:
    done = run(kind)
    assert done["records"] + done["rejects"] == done["pages"]
    assert done["code"] == (1 if done["rejects"] else 0)
    assert "Traceback" not in done["said"]


def _case(kind: str, source: str, figure: str, floor: float) -> object:
    short = pytest.mark.xfail(reason="not reached yet", strict=True)
    marks = [short] if (kind, source, figure) in SHORT else []
    return pytest.param(kind, source, figure, floor, marks=marks, id=f"{kind}-{source}-{figure}")


@pytest.mark.parametrize(("kind", "source", "figure", "value"), HELD)
def test_what_is_reached_is_held(kind: str, source: str, figure: str, value: float) -> None:
    assert run(kind)["figures"][source][figure] >= value


@pytest.mark.parametrize(("kind", "source", "figure", "floor"), [_case(*row) for row in CASES])
def test_floor(kind: str, source: str, figure: str, floor: float) -> None:
    value = run(kind)["figures"][source][figure]
    assert value >= floor, f"{figure} on {kind} ({source}) is {value:.3f}, under its floor of {floor}"


if __name__ == "__main__":
    for each in sys.argv[1:] or FLOORS["floors"]:
        for source, figures in run(each)["figures"].items():
            print(each, source, "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
