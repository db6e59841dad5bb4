"""Gold cases as files: what is written is read again, and what is none is said to be none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean.document import Role
from newsclean.pipeline import judge
from newsclean.read import read
from newsclean.view import gold
from newsclean.view.gold import Corrections, corrections_of
from newsclean.view.sheet import sheet_of

SEED = Path(__file__).parents[2] / "seeds" / "select-all.de.txt"


def sheet(roles: dict[str, Role] | None = None) -> dict:
    return json.loads(json.dumps(sheet_of(judge(read(str(SEED)), roles=roles or {}))))


def test_a_case_says_again_what_was_corrected(tmp_path: Path) -> None:
    roles = {"30": Role.PROMO, "77": Role.OTHER}
    corrected = sheet(roles)
    record = corrected["parts"][0]["record"]
    corrected["parts"][0]["record"] = gold.with_fields(record, {"headline": "Another", "kicker": "Moorau"})
    gold.save(tmp_path / "case", "text", b"bytes", gold.expectation("a.txt", corrected))

    expected = gold.load(tmp_path / "case")
    assert expected is not None
    assert gold.changed(expected, sheet()) == roles
    assert gold.altered(expected, sheet(roles)) == {"headline": "Another", "kicker": "Moorau"}
    assert (tmp_path / "case" / "input.txt").read_bytes() == b"bytes"
    gold.remove(tmp_path / "case")
    assert list(tmp_path.iterdir()) == []


def test_a_dump_without_an_article_is_expected_to_be_refused() -> None:
    nothing = sheet({key: Role.OTHER for key, *_ in sheet()["parts"][0]["lines"]})
    expected = gold.expectation("a.txt", nothing)
    assert expected.keys() == {"about", "rejected", "roles"}
    assert expected["rejected"] == "not-an-article"
    assert set(expected["roles"].values()) == {"other"}
    assert gold.altered(expected, nothing) == {}


def test_a_value_that_no_record_may_have_is_refused() -> None:
    record = sheet()["parts"][0]["record"]
    with pytest.raises(ValueError, match=r"^headline: string should have at least 1 character"):
        gold.with_fields(record, {"headline": ""})
    with pytest.raises(ValueError, match=r"^published\.Timestamp\.raw|^published\.raw"):
        gold.with_fields(record, {"published": {"value": "2024"}})
    assert gold.with_fields(record, {}) == record


@pytest.mark.parametrize(
    "given",
    [
        None,
        {},
        {"done": True, "roles": {}},
        {"done": 1, "roles": {}, "fields": {}},
        {"done": True, "roles": {"1": "no-role"}, "fields": {}},
        {"done": True, "roles": {}, "fields": {"source": {}}},
        {"done": True, "roles": {}, "fields": {}, "more": 1},
    ],
)
def test_what_are_no_corrections(given: object) -> None:
    with pytest.raises(ValueError, match=r"corrections|corrected|no-role"):
        corrections_of(given)


def test_corrections() -> None:
    given = {"done": True, "roles": {"3": "body"}, "fields": {"headline": None}}
    assert corrections_of(given) == Corrections(True, {"3": Role.BODY}, {"headline": None})


@pytest.mark.parametrize("text", ["[]", "{", '{"record": {}}', '{"roles": [], "record": {}}'])
def test_a_file_that_is_no_case_is_named(tmp_path: Path, text: str) -> None:
    assert gold.load(tmp_path) is None
    (tmp_path / "expected.json").write_text(text)
    with pytest.raises(ValueError, match=r"expected\.json: (cannot be read|is no case)"):
        gold.load(tmp_path)


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("../../etc/passwd", "passwd-0123abcd"),
        ("\u202e.txt", "dump-0123abcd"),
        ("x" * 300, "x" * 48 + "-0123abcd"),
    ],
)
def test_names_of_cases_are_plain(name: str, case: str) -> None:
    said = gold.case_name(name, "0123abcdef")
    assert said == case
    assert set(said) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
