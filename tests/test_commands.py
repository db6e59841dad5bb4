"""Every command block of README.md, CONTRIBUTING.md and docs/ is run, in a folder with inputs of the names they use.

A block that cannot run here has `<!-- not run: REASON -->` in the line above it.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>[^>]+) -->\n)?(?P<indent> *)```(?P<kind>sh|python)\n(?P<code>.*?)\n *```", re.DOTALL
)
TOOLS = ("jq", "duckdb", "newsclean", "python")
GOLD = ("byline-glued-to-date", "kicker-and-standfirst")
WARC = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n\
WARC-Date: 2025-04-22T15:10:00Z\r\nWARC-Target-URI: https://example.org/bells\r\n\
Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


class Block(NamedTuple):
    kind: str
    code: str
    reason: str | None
    """Why it is not run."""


def blocks_of(page: Path) -> list[Block]:
    found = BLOCK.finditer(page.read_text("utf-8"))
    return [Block(m["kind"], m["code"].replace("\n" + m["indent"], "\n"), m["reason"]) for m in found]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with what the documents name."""
    from backports import zstd

    seeds = ROOT / "seeds"
    folder = tmp_path / "work"
    for name in ("dumps", "pages", "old"):
        (folder / name).mkdir(parents=True)
    (folder / "seeds").symlink_to(seeds)
    for name in ("newsfeed.en.txt", "select-all.de.txt"):
        shutil.copy(seeds / name, folder / "dumps")
    shutil.copy(seeds / "lynx.en.txt", folder / "old")
    shutil.copy(seeds / "newsfeed.en.txt", folder / "dump.txt")
    shutil.copy(seeds / "jsonld.en.html", folder / "pages" / "a.html")
    for name in GOLD:
        shutil.copytree(ROOT / "fixtures" / name, folder / "gold" / name)
    html = (seeds / "jsonld.en.html").read_bytes()
    payload = HTTP + html
    record = WARC.format(len(payload)).encode() + payload + b"\r\n\r\n"
    (folder / "CC-NEWS.warc.gz").write_bytes(gzip.compress(record))
    (folder / "news.jsonl.zst").write_bytes(zstd.compress(json.dumps({"html": html.decode()}).encode()))
    with zipfile.ZipFile(folder / "site.zip", "w") as archive:
        archive.writestr("pages/a.html", html)
    old = {"id": "-", "source": {"path": f"gold/{GOLD[0]}/input.txt"}}
    (folder / "old.jsonl").write_text(json.dumps(old))
    row = {"id": "newsfeed", "headline": "Marrow's 'tidewall plan' asks for ferry subsidy"}
    (folder / "gold.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    return folder


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where the commands are found: the tool as `newsclean`, this Python as `python`."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, arguments in (("newsclean", ("-m", "newsclean")), ("python", ())):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {" ".join(arguments)} "$@"\n')
        program.chmod(0o755)
    return f"{programs}:{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_command_runs(page: Path, here: Path, path: str) -> None:
    run = [block for block in blocks_of(page) if block.reason is None]
    missing = {tool for tool in TOOLS if not shutil.which(tool, path=path)}
    if absent := {tool for tool in missing for block in run if re.search(rf"^(.*\| )?{tool} ", block.code, re.M)}:
        pytest.skip(f"not installed: {', '.join(sorted(absent))}")
    for kind, code, _ in run:
        command = ["bash", "-euo", "pipefail", "-c", code] if kind == "sh" else [sys.executable, "-c", code]
        environment = {"PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(here), "LANG": "C.UTF-8"}
        done = subprocess.run(command, cwd=here, env=environment, capture_output=True, timeout=120, check=False)
        assert done.returncode == 0, f"{code}\n\n{done.stderr.decode()}"
        assert b"Traceback" not in done.stderr


def test_most_commands_run_and_the_others_say_why_not() -> None:
    blocks = [block for page in PAGES for block in blocks_of(page)]
    fences = sum(len(re.findall(r"^ *```(?:sh|python)$", page.read_text("utf-8"), re.M)) for page in PAGES)
    assert len(blocks) == fences
    assert sum(block.reason is None for block in blocks) >= 25
    assert all(len(block.reason) > 10 for block in blocks if block.reason)
