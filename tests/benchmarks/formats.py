"""Microseconds that a record in each format costs the parent process: `python tests/benchmarks/formats.py [FOLDER]`."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean import Article, extract_file  # noqa: E402
from newsclean.write.forms import FORMS, Form  # noqa: E402
from newsclean.write.jsonl import line_of  # noqa: E402
from newsclean.write.packers import PACKERS, Packer, Unpacked  # noqa: E402

RECORDS = 20_000


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "seeds")
    lines = [line_of(found) for found in extract_file(folder) if isinstance(found, Article)]
    print(f"{RECORDS} records of {sum(map(len, lines)) // len(lines)} bytes of JSON")
    print(f"{'format':<14} {'us a record':>11} {'peak MiB so far':>16}")
    for form, made in FORMS.items():
        print(row(form, lines, made(), Unpacked()))
    for suffix, packer in PACKERS.items():
        print(row(f"jsonl{suffix}", lines, FORMS["jsonl"](), packer()))


def row(name: str, lines: list[bytes], form: Form, packer: Packer) -> str:
    """A line of the table."""
    start = time.process_time()
    for n in range(RECORDS):
        packer.compress(form.of(lines[n % len(lines)]))
    packer.compress(form.end())
    packer.flush()
    each = (time.process_time() - start) / RECORDS * 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{name:<14} {each:>11.1f} {peak:>16.0f}"


if __name__ == "__main__":
    main()
