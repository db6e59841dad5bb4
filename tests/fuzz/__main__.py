"""Fuzzing that follows the code it reaches: `python tests/fuzz TARGET --seconds 60`, or all targets without a name.

Needs `pip install 'newsclean[fuzz]'`. New inputs go to FOLDER of `--found`; what fails is left there as `crash-...` and
belongs into `corpus/TARGET/`, where `test_corpus` reads it from then on. `--merge` adds to the corpus what of them
reaches more. The target `planted` holds a fault, and fails where the fuzzer follows what it reaches.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
ROOT = CORPUS.parents[2]
STAGES = ("read", "segment", "label", "fields", "check")
"""What is followed; some of it is only loaded when first needed, which would be too late."""
LONGEST = 4_000
"""Bytes of an input."""
PLANTED = "planted"


def main() -> int:
    """Fuzz one target in this process, or each in one of its own; 0 where nothing failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = sorted(path.name for path in CORPUS.iterdir())
    parser.add_argument("target", nargs="?", choices=[*names, PLANTED])
    parser.add_argument("--seconds", type=int, default=60, help="in all")
    parser.add_argument("--found", default=tempfile.mkdtemp(prefix="fuzz-"))
    parser.add_argument("--merge", action="store_true")
    given, own = parser.parse_known_args()
    if given.target:
        return fuzz(given.target, given.seconds, Path(given.found), merge=given.merge, own=own)
    share = str(max(1, given.seconds // len(names)))
    command = [sys.executable, str(Path(__file__).parent)]
    done = [
        subprocess.run([*command, name, "--seconds", share, "--found", given.found], check=False).returncode
        for name in names
    ]
    return int(any(done))


def fuzz(name: str, seconds: int, found: Path, *, merge: bool, own: Sequence[str]) -> int:
    """Does not come back: the fuzzer ends its process. `own` are flags that it gives itself, where it calls itself to
    merge, so that an input that ends the process costs that input alone."""
    import atheris

    with atheris.instrument_imports(include=["newsclean"]):
        for stage in STAGES:
            for module in pkgutil.iter_modules([str(ROOT / "newsclean" / stage)], f"newsclean.{stage}."):
                importlib.import_module(module.name)
        from targets import TARGETS, planted
    new = found / name
    new.mkdir(parents=True, exist_ok=True)
    if name == PLANTED:
        target, folders = atheris.instrument_func(planted), [new]
    else:
        target, folders = TARGETS[name], [CORPUS / name, new] if merge else [new, CORPUS / name]
    more = ["-merge=1"] if merge else [f"-max_total_time={seconds}", "-timeout=20", "-print_final_stats=1"]
    options = [f"-artifact_prefix={new}/", f"-max_len={LONGEST}", "-rss_limit_mb=3000", *more]
    atheris.Setup([itself(name, found), *(own or (*options, *map(str, folders)))], target)
    atheris.Fuzz()
    return 0


def itself(name: str, found: Path) -> str:
    """A program that is this command for a target, as the fuzzer can call it."""
    script = found / f"{name}.sh"
    words = (sys.executable, str(Path(__file__).parent), name, "--found", str(found))
    script.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n')
    script.chmod(0o755)
    return str(script.resolve())


sys.exit(main())
