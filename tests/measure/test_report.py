"""From files to figures, and what is told of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsclean.measure.figures import figures_by_kind, results_of
from newsclean.measure.gold import MeasureError, gold_in
from newsclean.measure.match import NO_KIND, pairs_of
from newsclean.measure.report import as_json, as_text, report_of
from tests.measure.conftest import BODY, record

Written = Callable[..., Path]
RIGHT = {"headline": "Ferry back", "authors": [{"name": "Ada Pole"}], "published": {"value": "2025-03-04T10:00"}}
PICTURE = {"images": [{"caption": "A boat at dawn"}]}


def kinds(gold: Path, records: Path, dumps: Path | None = None) -> dict[str, dict[str, float]]:
    return figures_by_kind(results_of(pairs_of(gold_in(gold), records), dumps))


def test_cases_meet_records_by_their_folders(cases: Path, written: Written) -> None:
    rows = [record("x/a/input.txt", **RIGHT, body=BODY), record("x/b/input.html", **PICTURE)]
    figures = kinds(cases, written("out.jsonl", *rows))
    assert list(figures) == ["all", "html", "txt"]
    assert {name: value for name, value in figures["all"].items() if value not in (1, 0)} == {
        "cases": 3,
        "records": 2,
        "record_n": 3,
    }
    assert figures["txt"]["cases"] == 2
    assert figures["html"]["captions"] == 1


def test_cases_in_folders_of_their_own_are_of_that_kind(cases: Path, written: Written) -> None:
    (cases / "a").rename(cases.parent / "a")
    (cases / "site").mkdir()
    (cases.parent / "a").rename(cases / "site" / "a")
    assert [pair.kind for pair in pairs_of(gold_in(cases), written("out.jsonl"))] == ["html", "txt", "site"]


@pytest.mark.parametrize(("kind", "figure"), [("organization", 1), ("person", 0)])
def test_authors_without_a_name_are_compared_by_what_they_say(written: Written, kind: str, figure: int) -> None:
    gold = written("gold/a/expected.json", {"record": {"authors": [{"type": "organization"}]}})
    written("gold/a/input.txt")
    said = record("x/a/input.txt", authors=[{"name": "The Pier Board", "type": kind}])
    assert kinds(gold.parents[1], written("out.jsonl", said))["all"]["authors"] == figure


def test_pages_in_several_kinds_are_wanted_in_each(written: Written) -> None:
    gold = written("gold.jsonl", {"id": "p", "body": BODY}, {"id": "q", "body": BODY})
    rows = [record(f"{kind}/p.txt", body=BODY) for kind in ("wet", "lynx")] + [record("wet/q.v1.txt", body=BODY)]
    figures = kinds(gold, written("out.jsonl", *rows))
    assert {kind: row["body_r"] for kind, row in figures.items()} == {"all": 0.75, "lynx": 0.5, "wet": 1.0}
    alone = kinds(gold, written("one.jsonl", rows[0]))
    assert {kind: row["body_r"] for kind, row in alone.items()} == {"all": 0.5, NO_KIND: 0.0, "wet": 1.0}


def test_a_record_is_found_by_its_id_and_by_its_member_and_the_first_of_a_dump_counts(written: Written) -> None:
    gold = written("gold.jsonl", {"id": "sha256:x.txt", "headline": "A"}, {"id": "m", "headline": "B"})
    packed = record("pages.zip", headline="B") | {"source": {"path": "pages.zip", "member": "in/m.html"}}
    rows = [record("x.txt", headline="A"), packed, packed | {"headline": "second of the dump"}]
    assert kinds(gold, written("out.jsonl", *rows))["all"]["headline"] == 1


def test_compressed_files_are_read(written: Written, tmp_path: Path) -> None:
    from backports import zstd

    gold, out = tmp_path / "gold.jsonl.gz", tmp_path / "out.jsonl.zst"
    gold.write_bytes(gzip.compress(json.dumps({"id": "p", "headline": "A"}).encode()))
    out.write_bytes(zstd.compress(json.dumps(record("p.txt", headline="A")).encode()))
    assert kinds(gold, out)["all"]["headline"] == 1


def test_dumps_of_their_kind_say_what_counts(written: Written, tmp_path: Path) -> None:
    gold = written("gold.jsonl", {"id": "p", "headline": "Ferry back", "body": BODY})
    for kind in ("wet", "lynx"):
        (tmp_path / "dumps" / kind).mkdir(parents=True)
        (tmp_path / "dumps" / kind / "p.txt").write_text("Ferry back" if kind == "wet" else "nothing")
    rows = [record(f"{kind}/p.txt", body=BODY) for kind in ("wet", "lynx")]
    figures = kinds(gold, written("out.jsonl", *rows), tmp_path / "dumps")
    assert [figures[kind].get("headline") for kind in ("all", "lynx", "wet")] == [0.0, None, 0.0]


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("gold.jsonl", "[]", "gold.jsonl:1: is no object"),
        ("gold.jsonl", "{", "gold.jsonl:1: is no JSON"),
        ("gold.jsonl", "[" * 100_000, "gold.jsonl:1: is no JSON"),
        ("gold.jsonl", "{}", "gold.jsonl:1: is no gold"),
        ("gold/a/expected.json", '{"record": [1]}', "is no gold case"),
        ("gold/a/expected.json", '{"record": {"authors": [1]}}', "is no gold case"),
        ("gold/a/other.json", "{}", "holds no expected.json"),
        ("gold.jsonl.gz", "no gzip", "cannot be read"),
    ],
)
def test_gold_that_is_none_is_named(tmp_path: Path, name: str, row: str, said: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(row)
    with pytest.raises(MeasureError, match=said):
        gold_in(tmp_path / name.split("/")[0])


@pytest.mark.parametrize(
    ("row", "said"), [({"id": 1}, "is no record"), (record("other.txt"), "holds no record of the gold")]
)
def test_records_that_are_none_are_named(cases: Path, written: Written, row: Any, said: str) -> None:
    with pytest.raises(MeasureError, match=said):
        pairs_of(gold_in(cases), written("out.jsonl", row))


@pytest.mark.parametrize("wrong", [{"body": 5}, {"authors": ["Ada"]}, {"images": {"a": 1}}, {"published": "2025"}])
def test_values_of_another_type_are_named(cases: Path, written: Written, wrong: dict[str, Any]) -> None:
    out = written("out.jsonl", record("b/input.html", **wrong), record("a/input.txt", **wrong))
    with pytest.raises(MeasureError, match=r"^[ab]: its gold or its record has a value of another type"):
        results_of(pairs_of(gold_in(cases), out), None)


def test_the_worst_come_first_and_say_what_is_wrong(cases: Path, written: Written) -> None:
    wrong = {**RIGHT, "headline": "Weather", "authors": [], "body": BODY + " Subscribe"}
    out = written("out.jsonl", record("a/input.txt", **wrong), record("c/input.txt"))
    results = results_of(pairs_of(gold_in(cases), out), None)
    text = "\n".join(as_text(report_of(results, None, 10)))
    order = [line.split()[1] for line in text.splitlines() if line.startswith("  0.")]
    assert order == ["b", "c", "a"]
    for words in (
        "no record",
        "a record, where the gold refuses",
        'headline: "Weather", not "Ferry back"',
        'authors: [], not ["Ada Pole"]',
        'body holds "Subscribe"',
        "0.059 is extra",
    ):
        assert words in text
    assert len(json.loads(as_json(report_of(results, None, 1)))["worst"]) == 1


def test_what_changed_since_another_run_is_told(cases: Path, written: Written) -> None:
    old = written("old.jsonl", record("b/input.html", **PICTURE))
    new = written("new.jsonl", record("a/input.txt", **RIGHT, body=BODY), record("b/input.html", images=[]))
    gold = gold_in(cases)
    before, now = (results_of(pairs_of(gold, path), None) for path in (old, new))
    report = report_of(now, before, 0)
    changes = {(change.name, change.field): change.by for change in report.changes}
    assert changes == {("a", field): 1 for field in ("record", "body", "headline", "authors", "day", "published")} | {
        ("b", "captions"): -1,
        ("b", "images"): -1,
    }
    text = "\n".join(as_text(report))
    assert "headline 1.000 (+1.000)" in text
    assert "better: 6" in text
    assert "  -1.000  b (html)  captions 1.000 -> 0.000" in text
    assert len(json.loads(as_json(report))["changes"]) == 8
