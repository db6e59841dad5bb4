"""Many inputs to outputs: every one accounted for."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newsclean.limits import Limits
from newsclean.record import Reason
from newsclean.run.extract import Request, extract_all
from newsclean.run.work import Job, Outcome, refuse
from newsclean.run.worker import Pool

SUM = ["rejected: 1 not-an-article", "2 inputs = 1 record + 1 rejected"]


def judge(job: Job) -> Outcome:
    """A record for each name but those that begin with "bad"."""
    if Path(job.path).name.startswith("bad"):
        return refuse(job, Reason.NOT_AN_ARTICLE, "holds no article")
    return Outcome(json.dumps({"path": job.path, "data": job.item.data.decode() if job.item else ""}).encode() + b"\n")


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    return []


def test_every_input_is_accounted_for_in_order(said: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    request = Request(("a", "bad1", "b", "bad2", "c"), rejects="rejects.jsonl", pool=Pool(jobs=2))
    assert extract_all(request, said.append, judge) == 1
    printed = capfd.readouterr().out.splitlines()
    assert [json.loads(line)["path"] for line in printed] == ["a", "b", "c"]
    rejects = [json.loads(line) for line in Path("rejects.jsonl").read_text().splitlines()]
    assert [(each["source"]["path"], each["reason"]) for each in rejects] == [
        ("bad1", "not-an-article"),
        ("bad2", "not-an-article"),
    ]
    assert said == [
        "bad1: not-an-article: holds no article",
        "bad2: not-an-article: holds no article",
        "rejected: 2 not-an-article",
        "5 inputs = 3 records + 2 rejected",
    ]


def test_records_of_several_articles_are_told_apart_from_inputs(
    said: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    def both(job: Job) -> Outcome:
        return Outcome(judge(job).lines * (2 if job.path == "b" else 1))

    assert extract_all(Request(("a", "b"), verbose=True), said.append, both) == 0
    assert len(capfd.readouterr().out.splitlines()) == 3
    assert said == [
        "a: record",
        "b: 2 records",
        "2 inputs = 2 records + 0 rejected; 1 more from inputs of several articles",
    ]


def test_all_records_is_0_and_the_file_is_whole(said: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert extract_all(Request(("a",), output="out.jsonl"), said.append, judge) == 0
    assert (capfd.readouterr().out, [path.name for path in Path().iterdir()]) == ("", ["out.jsonl"])
    assert said == ["1 input = 1 record + 0 rejected"]


@pytest.mark.parametrize(
    ("quiet", "verbose", "expected"),
    [
        (True, False, ["bad: not-an-article: holds no article"]),
        (False, True, ["a: record", "bad: not-an-article: holds no article", *SUM]),
    ],
)
def test_how_much_is_said(said: list[str], quiet: bool, verbose: bool, expected: list[str]) -> None:
    extract_all(Request(("a", "bad"), quiet=quiet, verbose=verbose), said.append, judge)
    assert said == expected


def test_an_output_that_cannot_be_opened_is_2(said: list[str]) -> None:
    assert extract_all(Request(("a",), output="out", rejects="missing/x"), said.append, judge) == 2
    assert said == ["missing/x: cannot be opened for writing (no such file or directory)"]
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    "request_", [Request(("a", "bad"), output="/dev/full"), Request(("a", "bad"), rejects="/dev/full")]
)
def test_a_full_disk_is_named_once(said: list[str], request_: Request) -> None:
    assert extract_all(request_, said.append, judge) == 1
    assert [line for line in said if "no space left" in line] == [said[-1]]
    assert said[-1].startswith("/dev/full: cannot be written")


def test_standard_input_goes_to_the_worker(said: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"piped")
    os.close(writer)
    before = os.dup(0)
    os.dup2(reader, 0)
    try:
        extract_all(Request(("-", "a"), limits=Limits(max_input=5)), said.append, judge)
    finally:
        os.dup2(before, 0)
        os.close(before)
        os.close(reader)
    assert json.loads(capfd.readouterr().out.splitlines()[0]) == {"path": "-", "data": "piped"}


def test_outputs_in_a_folder_are_no_inputs(said: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    Path("a").write_text("x")
    assert extract_all(Request((".",), output="out.jsonl", rejects="rejects.jsonl"), said.append, judge) == 0
    assert json.loads(Path("out.jsonl").read_text())["path"] == "./a"
