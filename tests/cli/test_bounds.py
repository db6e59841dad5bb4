"""Each bound from outside: at it a record, past it a refusal that names the option, and a rule NC1xx."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import asdict

import pytest
from hostile.markup import page
from hostile.packed import zipped
from hostile.rows import rows
from hostile.text import ARTICLE, GOOD
from typer.testing import CliRunner

from newsclean.cli.app import app
from newsclean.cli.bounds import BOUNDS
from newsclean.cli.options import LEAST_MEMORY
from newsclean.limits import DEFAULT

Make = Callable[[int], bytes]


def nested(times: int) -> bytes:
    data = GOOD
    for _ in range(times):
        data = gzip.compress(data)
    return data


def deep(levels: int) -> bytes:
    return rows({"text": ARTICLE, "a": json.loads("[" * (levels - 1) + "]" * (levels - 1))})


LINES = ARTICLE.count("\n") + 1
LONGEST = max(map(len, ARTICLE.split("\n")))
CASES: dict[str, tuple[Make, int, str, str]] = {
    "max_input": (lambda n: GOOD + b" " * (n - len(GOOD)), len(GOOD) + 10, "too-large", "NC104"),
    "max_line": (lambda n: GOOD + b"x" * n, LONGEST + 10, "too-large", "NC104"),
    "max_lines": (lambda n: GOOD + b"\n" * (n - LINES), LINES + 10, "too-large", "NC104"),
    "max_depth": (lambda n: page("<div>" * (n - 4)), 40, "too-deep", "NC104"),
    "max_json_depth": (deep, 50, "too-deep", "NC104"),
    "max_unpacked": (lambda n: zipped(("a", GOOD + b" " * (n - len(GOOD)))), len(GOOD) + 10, "too-large", "NC104"),
    "max_members": (lambda n: zipped(*((str(i), GOOD) for i in range(n))), 2, "too-large", "NC104"),
    "max_nesting": (nested, 2, "too-deep", "NC104"),
}
"""A maker of documents of a size, the size that is allowed, the reason past it, and the rule that it breaks."""


@pytest.mark.parametrize("name", CASES)
def test_at_a_bound_and_past_it(newsclean, here, name: str) -> None:
    make, most, reason, code = CASES[name]
    option = f"--{name.replace('_', '-')}"
    (here / "at").write_bytes(make(most))
    (here / "past").write_bytes(make(most + 1))
    done = newsclean("extract", "-j1", option, str(most), "at", "past")
    assert done.returncode == 1
    refused = [line for line in done.stderr.decode().splitlines() if reason in line and "rejected" not in line]
    assert len(refused) == 1
    assert refused[0].startswith("newsclean: past")
    assert option in refused[0]
    assert str(most) in refused[0]
    found = json.loads(
        newsclean("check", "-q", "--format", "json", "--select", "NC1", option, str(most), "at", "past").stdout
    )
    assert {report["code"] for report in found if report["path"].startswith("past")} == {code}
    assert not [report for report in found if report["path"].startswith("at")]


def test_elements_and_ratio_name_their_options(newsclean, here) -> None:
    (here / "elements").write_bytes(page("<i></i>" * 50))
    (here / "bomb").write_bytes(gzip.compress(GOOD + b" " * 9 * 1024**2))
    done = newsclean("extract", "--max-elements", "50", "--max-ratio", "20", "elements", "bomb")
    first, second = done.stderr.decode().splitlines()[:2]
    assert first == "newsclean: elements: too-deep: holds more than 50 elements: raise --max-elements"
    assert second.startswith("newsclean: bomb: bomb: grows to over 20 times")
    assert "--max-ratio" in second
    loose = newsclean("extract", "--max-elements", "500", "--max-ratio", "100000", "elements", "bomb")
    assert loose.returncode == 0


def test_time_and_memory_name_their_options(newsclean, here) -> None:
    (here / "slow").write_bytes(page("<p>word</p>" * 150_000))
    late = newsclean("extract", "--timeout", "0.1", "slow")
    assert b"slow: timeout: took longer than 0.1 s: raise --timeout" in late.stderr
    small = newsclean("extract", "--max-memory", str(LEAST_MEMORY), "slow")
    assert (
        b"slow: too-large: needs more memory than a process may have: leave it out, or raise --max-memory"
        in small.stderr
    )


@pytest.mark.parametrize("command", ["extract", "check", "explain"])
def test_every_command_has_every_bound_with_the_default_of_the_library(command: str) -> None:
    said = " ".join(CliRunner().invoke(app, [command, "--help"], terminal_width=400).output.split())
    for name, value in asdict(DEFAULT).items():
        assert f"--{name.replace('_', '-')} {BOUNDS[name].metavar}" in said
        assert f"[default: {value};" in said
    assert list(BOUNDS) == list(asdict(DEFAULT))
