"""`newsclean evaluate`: a gate for CI."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def gold(newsclean: Run, here: Path) -> Path:
    case = here / "gold" / "ferry"
    case.mkdir(parents=True)
    (here / "good.txt").rename(case / "input.txt")
    record = {"headline": "Council backs plan to reopen the river ferry after nine years", "kicker": "Ferries"}
    (case / "expected.json").write_text(json.dumps({"about": "Ferry.", "record": record}))
    assert newsclean("extract", "-q", "gold", "-o", "out.jsonl").returncode == 1  # expected.json is no article
    return here


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ((), 0, b"headline 1.000  kicker 0.000"),
        (("--floor", "headline=1"), 0, b"headline 1.000"),
        (("--floor", "headline=1,kicker=0.5"), 1, b"newsclean: kicker is 0.0000, under its floor of 0.5"),
        (("--floor", "body=0.9"), 2, b"the gold gives no body"),
        (("--floor", "headline"), 2, b"NAME=VALUE"),
        (("--baseline", "gone.jsonl"), 2, b"gone.jsonl: cannot be read"),
        (("--baseline", "out.jsonl"), 0, b"headline 1.000 (+0.000)"),
    ],
)
def test_floors_decide(newsclean: Run, gold: Path, options: tuple[str, ...], code: int, words: bytes) -> None:
    done = newsclean("evaluate", "gold", "out.jsonl", *options)
    assert done.returncode == code
    assert words in done.stdout + done.stderr


def test_json_is_one_object_and_nothing_that_a_terminal_obeys_is_printed(newsclean: Run, gold: Path) -> None:
    assert json.loads(newsclean("evaluate", "gold", "out.jsonl", "--format", "json").stdout)["figures"]["all"]
    out = gold / "out.jsonl"
    out.write_text(out.read_text().replace('"kicker":null', '"kicker":"\\u001b[31m"'))
    assert b"\x1b" not in newsclean("evaluate", "gold", "out.jsonl").stdout
