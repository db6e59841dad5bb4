"""What teaching a made-up site gains there, and costs elsewhere: `python tests/benchmarks/teach.py [PAGES]`.

Twenty dumps of the site are taught, forty others are read. PAGES (../shared/bench/dev) holds `gold.jsonl.gz` and
`dumps/innertext/`; of its pages those are read that the kept sample does not hold. Needs the extra `train`.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean.measure.figures import Figures, figures_of, results_of  # noqa: E402
from newsclean.measure.gold import gold_in  # noqa: E402
from newsclean.measure.match import pairs_of  # noqa: E402
from newsclean.training.kept import EVERY  # noqa: E402
from tests.benchmarks.oddsite import write  # noqa: E402

TAUGHT, OTHER = range(20), range(100, 140)
SHOWN = ("body", "headline", "authors", "day", "captions")


def main() -> None:
    pages = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "bench" / "dev"
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "taught", TAUGHT)
        write(folder / "other", OTHER)
        model = str(folder / "model.npz")
        _run("newsclean.training", "--from", str(folder / "taught"), "-o", model, "--folds", "0")
        inputs = [str(path) for path in sorted((folder / "other").glob("*/input.txt"))]
        _compare("other dumps of the site", folder, folder / "other", inputs, model)
        if pages.is_dir():
            _compare(f"pages of {pages} that were not rehearsed", folder, *_not_rehearsed(pages, folder), model)


def _not_rehearsed(pages: Path, folder: Path) -> tuple[Path, list[str]]:
    """Their gold and their dumps."""
    with gzip.open(pages / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [line for n, line in enumerate(lines) if n % EVERY]
    gold = folder / "gold.jsonl"
    gold.write_text("".join(rows), "utf-8")
    files = (pages / "dumps" / "innertext" / f"{json.loads(row)['id']}.txt" for row in rows)
    return gold, [str(file) for file in files if file.exists()]


def _compare(what: str, folder: Path, gold: Path, inputs: list[str], model: str) -> None:
    before, after = (_figures(folder, gold, inputs, options) for options in ([], ["--model", model]))
    print(f"{what}: {len(inputs)}")
    for name in (name for name in SHOWN if name in before):
        print(f"  {name:9} {before[name]:.4f} -> {after[name]:.4f}  {after[name] - before[name]:+.4f}", flush=True)


def _figures(folder: Path, gold: Path, inputs: list[str], options: list[str]) -> Figures:
    out = folder / "out.jsonl"
    _run("newsclean", "extract", "-q", "-o", str(out), *options, *inputs)
    return figures_of(results_of(pairs_of(gold_in(gold), out), None))


def _run(module: str, *arguments: str) -> None:
    """Run a command of the package; what it rejects is told by its figures."""
    done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, stderr=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{module} ended with code {done.returncode}")


if __name__ == "__main__":
    main()
