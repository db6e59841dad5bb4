"""Time grows with the size of an input and not with its square: counted, not measured.

Counted are instructions, of Python, of C and of regular expressions alike, by valgrind. perf_event_open would count
faster, but needs counters that virtual machines do not have; and what Python can trace of itself misses the time in
`re`, `str` and numpy, where the worst cases were found. The count is the same whatever else the machine does. Where
there is no valgrind these tests are skipped, and `test_patterns` is what is left.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from growing import INPUTS

ROOT = Path(__file__).parents[2]
SIZE = 3_000
"""Characters of the smallest of three documents; each is double the one before."""
GROWTH = 2**1.35
"""How much more the second doubling may cost than the first: 2 where costs are linear, 4 where they are quadratic."""
FLOOR = 2_000_000
"""Instructions that a doubling may cost in any case, a thousandth of a second: buffers and tables grow in steps."""
PROCESSES = 2


@pytest.fixture(scope="session")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[int]]:
    """Instructions that each input costs at three sizes, beside what its process had done before."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        pytest.skip("valgrind is not installed")
    folder = tmp_path_factory.mktemp("counts")
    tool = [valgrind, "-q", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={folder}/%p"]
    commands = [
        [*tool, sys.executable, str(Path(__file__).parent), *map(str, (SIZE, first, PROCESSES))]
        for first in range(PROCESSES)
    ]
    environment = os.environ | {"PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for command in commands]
    lines = [line for process in running for line in process.communicate()[0].splitlines()]
    assert [process.returncode for process in running] == [0] * PROCESSES
    found: dict[str, list[int]] = {}
    for name, *children in map(json.loads, lines):
        before, *costs = (_summary(folder / str(child)) for child in children)
        found[name] = [cost - before for cost in costs]
    return found


def _summary(path: Path) -> int:
    return int(re.search(r"^summary: *(\d+)", path.read_text(), re.MULTILINE)[1])


def test_there_are_enough_inputs(counted: dict[str, list[int]]) -> None:
    assert set(counted) == set(INPUTS)
    assert len(counted) >= 60


@pytest.mark.parametrize("name", INPUTS)
def test_costs_are_linear(name: str, counted: dict[str, list[int]]) -> None:
    one, two, four = counted[name]
    assert four - two <= max(FLOOR, GROWTH * (two - one))
