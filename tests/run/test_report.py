"""The pages of a report as files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsclean.run import report as module
from newsclean.run.report import Request, report_all
from newsclean.run.work import Job, Outcome, view
from newsclean.write.sink import Sink

SEEDS = Path(__file__).parents[2] / "seeds"


def made(output: Path, *paths: Path | str) -> list[str]:
    """What is said while a report is written."""
    told: list[str] = []
    assert report_all(Request(tuple(map(str, paths)), str(output)), told.append) == 0
    return told


def index_of(page: Path) -> dict[str, Any]:
    (found,) = re.findall(rb'id="index">(.*?)</script>', page.read_bytes(), re.DOTALL)
    return json.loads(found)


def rows_of(page: Path) -> list[dict[str, Any]]:
    index = index_of(page)
    return [dict(zip(index["columns"], row, strict=True)) for row in index["rows"]]


def sheets_of(page: Path) -> dict[int, Any]:
    found = re.findall(rb'id="dump-(\d+)">(.*?)</script>', page.read_bytes(), re.DOTALL)
    return {int(number): json.loads(data) for number, data in found}


def test_a_row_and_a_sheet_for_each_input(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    output = tmp_path / "report.html"
    told = made(output, SEEDS / "select-all.de.txt", tmp_path / "empty.txt", SEEDS / "select-all.de.txt")
    assert told == [f"3 dumps in {output}"]
    first, refused, again = rows_of(output)
    assert first["headline"] == "Moorauer Hängebrücke bleibt bis zum Herbst gesperrt"
    assert (first["published"], first["language"], first["articles"]) == ("2025-05-12T18:40", "de", 1)
    assert (refused["reason"], refused["codes"], refused["sure"]) == ("empty", ["NC101"], None)
    assert again["codes"] == [*first["codes"], "NC401"]
    sheets = sheets_of(output)
    assert sheets[1][0]["parts"][0]["record"]["headline"] == first["headline"]
    assert sheets[2][0] == {
        "parts": [],
        "refused": {"reason": "empty", "message": "is empty: nothing to read", "code": "NC101"},
    }
    assert [each["code"] for each in sheets[3][1]] == ["NC401"]


def test_the_same_rules_as_check(tmp_path: Path) -> None:
    from newsclean.check.report import Checked
    from newsclean.run.check import Request as CheckRequest
    from newsclean.run.check import _checked

    checked: list[Checked] = list(_checked(CheckRequest((str(SEEDS),)), module_check(), [], (0, 0)))
    made(tmp_path / "r.html", SEEDS)
    assert [row["codes"] for row in rows_of(tmp_path / "r.html")] == [
        sorted({each.code for each in one.reports}) for one in checked
    ]


def module_check() -> Any:
    from newsclean.run.work import check

    return check


def test_pages_begin_past_a_number_and_past_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_DUMPS", 6)
    made(tmp_path / "r.html", SEEDS)
    pages = [tmp_path / name for name in ("r.html", "r-2.html", "r-3.html")]
    assert sorted(tmp_path.iterdir()) == sorted(pages)
    assert [len(sheets_of(page)) for page in pages] == [6, 6, 3]
    assert [len(rows_of(page)) for page in pages] == [15, 6, 3]
    assert [index_of(page)["first"] for page in pages] == [1, 7, 13]
    assert [row["page"] for row in rows_of(pages[0])] == [1] * 6 + [2] * 6 + [3] * 3
    monkeypatch.setattr(module, "MOST_BYTES", 1)
    assert made(tmp_path / "r.html", SEEDS / "wet.es.txt", SEEDS / "lynx.en.txt")[0].startswith("2 dumps on 2 pages")


def test_pages_are_no_inputs_and_equal_inputs_give_equal_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((SEEDS / "wet.es.txt").read_bytes())
    made(tmp_path / "r.html", tmp_path)
    assert [Path(row["name"]).name for row in rows_of(tmp_path / "r.html")] == ["a.txt"]
    before = (tmp_path / "r.html").read_bytes()
    (tmp_path / "r.html").unlink()
    made(tmp_path / "r.html", tmp_path)
    assert (tmp_path / "r.html").read_bytes() == before


def test_all_pages_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsclean.write.sink import OutputError

    monkeypatch.setattr(module, "MOST_DUMPS", 2)
    write = Sink.write

    def full(sink: Sink, line: bytes) -> None:
        if b'id="dump-5"' in line:
            raise OutputError(f"{sink.name}: cannot be written (no space left on device)")
        write(sink, line)

    monkeypatch.setattr(Sink, "write", full)
    told: list[str] = []
    assert report_all(Request((str(SEEDS),), str(tmp_path / "r.html")), told.append) == 1
    assert list(tmp_path.iterdir()) == []
    assert told[-1].endswith("(no space left on device): make room, or choose another place")
    assert report_all(Request((str(SEEDS),), str(tmp_path / "no" / "r.html")), told.append) == 2


def test_a_sheet_past_a_size_is_left_out_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.run.work.LARGEST_SHEET", 1_000)
    made(tmp_path / "r.html", SEEDS / "wet.es.txt")
    assert sheets_of(tmp_path / "r.html")[1][0]["note"].startswith("Too large")
    assert rows_of(tmp_path / "r.html")[0]["headline"]


def test_a_worker_that_dies_costs_its_dump_alone(tmp_path: Path) -> None:
    def work(job: Job) -> Outcome:
        if job.path.endswith("lynx.en.txt"):
            import os

            os._exit(3)
        return view(job)

    output = tmp_path / "r.html"
    assert report_all(Request((str(SEEDS),), str(output), quiet=True), print, work) == 0
    reasons = {Path(row["name"]).name: row["reason"] for row in rows_of(output)}
    assert reasons.pop("lynx.en.txt") == "crash"
    assert set(reasons.values()) == {None}
