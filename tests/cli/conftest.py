"""The command as a user runs it, and an invented article to run it on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile.text import ARTICLE as SHORTER

ROOT = Path(__file__).parents[2]
KEPT = frozenset({"PATH", "HOME", "LANG"})
"""Variables that a run is given, with those by which coverage follows it."""

COMMENTS = """\
The harbour master, Osk Perrin, expects repairs to begin in January. Residents may comment on the timetable until the \
end of October, when the council meets again.

"""
ARTICLE = SHORTER.replace("Copyright", f"{COMMENTS}Copyright")


def heed_signals() -> None:
    """In the child: what nohup or a background shell ignores is heeded again."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the package is importable and compiled once."""
    kept = {key: os.environ[key] for key in os.environ if key in KEPT or key.startswith("COVERAGE_")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one good dump in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(ARTICLE)
    return tmp_path


@pytest.fixture
def newsclean(here: Path, environment: dict[str, str]) -> Run:
    """Run the command in that folder; `env` adds to the environment."""

    def run(*arguments: str | bytes, env: dict[str, str] | None = None, **options: Any) -> Any:
        command = (sys.executable, "-m", "newsclean", *arguments)
        given = {"capture_output": True, "timeout": 60, "cwd": here, "env": environment | (env or {}), **options}
        return subprocess.run(command, check=False, **given)

    return run


@pytest.fixture
def start(here: Path, environment: dict[str, str]) -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command in a process group of its own, to send it signals."""

    def popen(*arguments: str, **options: Any) -> Any:
        command = (sys.executable, "-m", "newsclean", *arguments)
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(  # as from a terminal, also where the tests run with signals ignored
            command, cwd=here, env=environment, start_new_session=True, preexec_fn=heed_signals, **pipes
        )

    return popen
