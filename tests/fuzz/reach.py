"""The share of a module that the corpus of a target runs through: `python tests/fuzz/reach.py TARGET MODULE`."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import coverage

HERE = Path(__file__).parent


def main() -> None:
    """Prints the share of statements."""
    target, module = sys.argv[1:]
    sys.path[:0] = [str(HERE), str(HERE.parents[1])]
    counted = coverage.Coverage(data_file=None, config_file=False, include=[f"*/{module.replace('.', '/')}.py"])
    counted.start()
    from targets import TARGETS

    for path in sorted((HERE / "corpus" / target).iterdir()):
        TARGETS[target](path.read_bytes())
    counted.stop()
    found = importlib.util.find_spec(module)
    assert found
    assert found.origin
    _, statements, _, missed, _ = counted.analysis2(found.origin)
    print(1 - len(missed) / len(statements))


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    main()
