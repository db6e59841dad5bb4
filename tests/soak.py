"""Many documents in one run, to see that no process grows: `python tests/soak.py [DOCUMENTS]`, 100,000 by default.

Good dumps, pages, containers and hostile inputs go round and round through `newsclean extract`. Once a second memory
and open descriptors of each of its processes are looked at. Printed are slopes over documents, after a warm-up. It ends
with 1 where one is above what noise explains, where descriptors become more, or where counts do not add up.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from hostile import inputs
from hostile.markup import page
from hostile.rows import ROW, rows

ROOT = Path(__file__).resolve().parents[1]
SMALL = 16_000
"""Bytes of the hostile inputs that are taken: larger ones only take longer."""
GOOD = 8
"""Times that each good dump is read for each hostile input once."""
WARM = 0.1
"""Share of the documents before which slopes are not looked at."""
ALLOWED = {"parent": 1.0, "workers": 5.0}
"""MB a process may grow in 100,000 documents. A worker ends after 5,000, so that of workers the level is meant."""
SUM = re.compile(rb"(\d+) inputs? = (\d+) records? \+ (\d+) rejected")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Sample(NamedTuple):
    """A process at a moment."""

    pid: int
    done: int
    """Documents of the run so far."""
    memory: float
    """MB."""
    descriptors: int


class Slope(NamedTuple):
    """How much something grows in 100,000 documents, and how far chance may be off."""

    rate: float
    error: float

    def __str__(self) -> str:
        return f"{self.rate:+.3f} (+/- {self.error:.3f}) per 100k"


def fill(folder: Path) -> tuple[list[bytes], int]:
    """The paths of one round, and how many documents they hold."""
    paths, documents = [], 0
    for each in inputs():
        if len(each.data) <= SMALL and "timeout" not in each.outcomes and len(each.outcomes) < 100:
            (folder / os.fsdecode(each.name)).write_bytes(each.data)
            paths.append(os.fsencode(folder) + b"/" + each.name)
            documents += len(each.outcomes)
    (folder / "page.html").write_bytes(page())
    (folder / "rows.jsonl").write_bytes(rows(*[ROW] * 100))
    good = [str(path) for path in (*ROOT.glob("seeds/*.txt"), folder / "page.html")]
    for path in (*good * GOOD, folder / "rows.jsonl"):
        paths.append(os.fsencode(path))
    return paths, documents + len(good) * GOOD + 100


def sample(parent: int, done: int) -> Iterator[Sample]:
    """The parent first, then its children."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    except OSError:
        return
    for pid in (parent, *map(int, children)):
        try:
            memory = int(Path(f"/proc/{pid}/statm").read_bytes().split()[1]) * PAGE_BYTES / 1e6
            yield Sample(pid, done, memory, len(os.listdir(f"/proc/{pid}/fd")))  # noqa: PTH208 - of names alone
        except (OSError, IndexError):
            continue  # it ended just now


def slope(points: Iterable[tuple[int, float]]) -> Slope:
    """A line by least squares; the error is three standard ones."""
    x, y = np.array(list(points), float).T
    x = (x - x.mean()) / 1e5
    rate = float(x @ y / (x @ x))
    rest = y - y.mean() - rate * x
    return Slope(rate, 3 * float(np.sqrt(rest @ rest / max(1, len(x) - 2) / (x @ x))))


class Count:
    """Lines of a pipe, counted as they come; the last bytes are kept."""

    def __init__(self, pipe: int) -> None:
        self.lines, self.last = 0, b""
        self._pipe = pipe
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while data := os.read(self._pipe, 1 << 16):
            self.lines += data.count(b"\n")
            self.last = (self.last + data)[-4000:]

    def join(self) -> None:
        self._thread.join()


class Run(NamedTuple):
    """What was seen of a run."""

    documents: int
    """Those that it was given."""
    samples: list[Sample]
    said: bytes
    """The end of what it said."""
    seconds: float


def run(documents: int) -> Run:
    """Run as many rounds as make so many documents."""
    with tempfile.TemporaryDirectory() as folder:
        paths, each = fill(Path(folder))
        rounds = -(-documents // each)
        print(f"{rounds} rounds of {len(paths)} inputs, {each} documents", flush=True)
        command = [sys.executable, "-m", "newsclean", "extract", "-j", "2", "-0", "--files-from", "-"]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        start = time.monotonic()
        with subprocess.Popen(command, env=environment, **pipes) as process:
            records, said = Count(process.stdout.fileno()), Count(process.stderr.fileno())
            feeding = threading.Thread(target=feed, args=(process.stdin, paths, rounds), daemon=True)
            feeding.start()
            samples: list[Sample] = []
            while process.poll() is None:
                samples += sample(process.pid, records.lines + said.lines)
                time.sleep(1)
            records.join()
            said.join()
        return Run(rounds * each, samples, said.last, time.monotonic() - start)


def feed(pipe: object, paths: list[bytes], rounds: int) -> None:
    """The paths of all rounds into a pipe."""
    with pipe as stream:
        for _ in range(rounds):
            stream.write(b"\0".join(paths) + b"\0")


def judged(samples: list[Sample]) -> Iterator[str]:
    """What is wrong; the figures are printed."""
    last = samples[-1].done
    warm = [each for each in samples if each.done >= WARM * last]
    by_pid: dict[int, list[Sample]] = defaultdict(list)
    for each in warm:
        by_pid[each.pid].append(each)
    parent = by_pid.pop(samples[0].pid)
    workers = [each for lived in by_pid.values() if len(lived) > 10 for each in lived]
    print(f"processes: 1 parent, {len({each.pid for each in workers})} workers, {len(by_pid)} children in all")
    for name, found in {"parent": parent, "workers": workers}.items():
        memory = slope((each.done, each.memory) for each in found)
        most = max(each.descriptors for each in found)
        half = len(found) // 2
        first, final = (max(each.descriptors for each in part) for part in (found[:half], found[half:]))
        print(f"{name}: MB {memory}, at most {max(each.memory for each in found):.1f} MB; descriptors at most {most}")
        if memory.rate - memory.error > ALLOWED[name]:
            yield f"memory of {name} grows"
        if final > first:
            yield f"descriptors of {name} become more"


def main() -> int:
    """The exit code."""
    seen = run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    found = SUM.search(seen.said.rpartition(b"newsclean: ")[2])
    inputs_, records, rejected = map(int, found.groups()) if found else (0, 0, 0)
    print(f"{inputs_} inputs = {records} records + {rejected} rejected in {seen.seconds:.0f} s")
    wrong = list(judged(seen.samples))
    if not seen.documents == inputs_ == records + rejected:
        wrong.append(f"of {seen.documents} documents {inputs_} are accounted for")
    for each in wrong:
        print(f"WRONG: {each}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
