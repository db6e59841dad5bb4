"""What the files for CI systems run, run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT


@pytest.fixture
def shell(here: Path, environment: dict[str, str]) -> object:
    """Run a line of bash in the folder of the good dump and an empty one, with a `newsclean` on the path."""
    (here / "empty.txt").write_bytes(b"")
    folder = here / "bin"
    folder.mkdir()
    command = folder / "newsclean"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m newsclean "$@"\n')
    command.chmod(0o755)
    path = f"{folder}{os.pathsep}{environment['PATH']}"

    def run(line: str, **env: str) -> subprocess.CompletedProcess[bytes]:
        given = environment | {"PATH": path} | env
        return subprocess.run(["bash", "-ec", line], cwd=here, env=given, capture_output=True, check=False, timeout=60)

    return run


def field(text: str, key: str) -> list[str]:
    return re.findall(rf"^\s*-?\s*{key}: (.+?)(?: #.*)?$", text, re.MULTILINE)


def test_pre_commit_passes_files_to_the_entry(shell) -> None:  # type: ignore[no-untyped-def]
    (entry,) = field((ROOT / ".pre-commit-hooks.yaml").read_text(), "entry")
    assert shell(f"{entry} good.txt").returncode == 0
    assert shell(f"{entry} good.txt empty.txt").returncode == 1


def test_the_action_installs_and_annotates(shell) -> None:  # type: ignore[no-untyped-def]
    text = (ROOT / "action.yml").read_text()
    install, check = field(text, "run")
    assert install.endswith('pip install -q "$GITHUB_ACTION_PATH"')
    done = shell(check, PATHS="good.txt empty.txt", ARGS="")
    assert done.returncode == 1
    assert done.stdout.decode().startswith("::error file=empty.txt,line=1,col=1,title=NC101::")
    assert shell(check, PATHS="good.txt empty.txt", ARGS="--ignore NC101").returncode == 0


def test_the_snippet_for_gitlab_writes_a_report(shell, here: Path) -> None:  # type: ignore[no-untyped-def]
    snippet = re.search(r"```yaml\n(newsclean:\n.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert snippet is not None
    script = [line for line in re.findall(r"^    - (.+)$", snippet[1], re.MULTILINE) if line.startswith("newsclean")]
    (report,) = field(snippet[1], "codequality")
    (here / "dumps").mkdir()
    (here / "empty.txt").rename(here / "dumps" / "empty.txt")
    assert shell("\n".join(script)).returncode == 1
    (row,) = json.loads((here / report).read_text())
    assert row["location"]["path"] == "dumps/empty.txt"
