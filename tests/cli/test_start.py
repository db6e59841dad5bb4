"""Starting: cheap, helpful, and clear about wrong usage."""

from __future__ import annotations

import json
import resource
import sys

import pytest

from newsclean import __version__

HEAVY = {"lxml", "trafilatura", "rich", "numpy", "dateutil", "charset_normalizer", "multiprocessing"}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_needs_no_work_is_quick(newsclean, option: str) -> None:
    newsclean(option)  # compiles
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = newsclean(option)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5  # 0.15 on an idle core


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("extract", "--help")])
def test_help_imports_nothing_heavy(newsclean, arguments: tuple[str, ...]) -> None:
    done = newsclean(*arguments, env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.split(b"|")[-1].strip().split(b".")[0].decode() for line in done.stderr.splitlines()}
    assert "typer" in imported
    assert not imported & HEAVY


def test_importing_the_package_is_cheap(newsclean, environment) -> None:
    import subprocess

    code = "import newsclean, sys; print([m for m in sys.modules if m.startswith('newsclean')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert done.stdout.strip() == b"['newsclean']"


def test_version(newsclean) -> None:
    assert newsclean("--version").stdout == newsclean("version").stdout == f"newsclean {__version__}\n".encode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), b"Usage:"),
        (("extract",), b"Usage:"),
        (("extract", "--no-such"), b"--no-such"),
        (("extract", "good.txt", "--assume-tz", "Mars/Olympus"), b"IANA"),
        (("extract", "good.txt", "--assume-tz", "+25:00"), b"+25:00"),
        (("extract", "good.txt", "-o", "x", "--rejects", "./x"), b"same file"),
        (("extract", "good.txt", "--rejects", "-"), b"cannot both go to standard output"),
        (("extract", "good.txt", "-o", "-", "--rejects", "-"), b"cannot both go to standard output"),
        (("extract", "good.txt", "-o", "missing/x"), b"missing/x: cannot be opened for writing"),
        (("extract", "good.txt", "-j", "0"), b"-j"),
        (("report", "good.txt"), b"--output"),
        (("report", "good.txt", "-o", "-"), b"needs a file"),
        (("report", "good.txt", "-o", "missing/x"), b"missing/x: cannot be opened for writing"),
        (("review", "good.txt"), b"--output"),
        (("review", "good.txt", "-o", "good.txt"), b"good.txt is no folder"),
        (("review", "good.txt", "-o", "gold", "--port", "70000"), b"--port"),
    ],
)
def test_wrong_usage_is_2_and_nothing_is_printed(newsclean, here, arguments: tuple[str, ...], words: bytes) -> None:
    done = newsclean(*arguments)
    assert done.returncode == 2
    assert words in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr
    assert b"{" not in done.stdout
    assert [path.name for path in here.iterdir()] == ["good.txt"]


@pytest.mark.parametrize("command", ["extract", "explain", "report", "review", "schema", "version"])
def test_help_has_an_example(newsclean, command: str) -> None:
    help_text = newsclean(command, "--help").stdout.decode()
    assert f"Example:\n    newsclean {command}" in help_text


def test_schema(newsclean) -> None:
    schema = json.loads(newsclean("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
