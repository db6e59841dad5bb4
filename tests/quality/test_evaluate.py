"""`newsclean evaluate` says what ../shared/bench/score.py says. Skipped where that is absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean.measure.figures import figures_of, results_of
from newsclean.measure.gold import gold_in
from newsclean.measure.match import pairs_of

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
GOLD = BENCH / "dev" / "gold.jsonl.gz"
SAMPLE = 60

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"no corpus at {BENCH}")


@pytest.mark.parametrize("shown", [True, False], ids=["what dumps show", "all"])
def test_figures_are_those_of_the_benchmark(tmp_path: Path, shown: bool) -> None:
    gold, out = gold_in(GOLD)[:SAMPLE], tmp_path / "out.jsonl"
    folder = BENCH / "dev" / "dumps" / "innertext"
    with out.open("w") as file:
        for case in gold[: SAMPLE - 3]:  # some have no record
            for record in newsclean.extract_file(folder / f"{case.name}.txt"):
                if isinstance(record, newsclean.Article):
                    file.write(record.model_dump_json() + "\n")
    own = figures_of(results_of(pairs_of(gold, out), folder if shown else None))
    options = ["--dumps", folder] if shown else []
    command = [sys.executable, BENCH / "score.py", out, "--sample", str(SAMPLE), "--json", *options]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    names = {"pages": "cases"}
    assert {name: own[names.get(name, name)] for name in told} == pytest.approx(told, abs=1e-9)
