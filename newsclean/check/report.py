"""What `newsclean check` reports of an input, in each of its forms.

How to add a form: a generator from inputs to pieces of the output, and a row in `FORMS`.
"""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from newsclean.check.rules import BY_CODE, RULES
from newsclean.names import escaped

WIDE = 120
"""Columns of a line that `full` shows, half of them before the place."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""Severities in SARIF; GitHub says "notice" for the last."""
GRADES = {"error": "major", "warning": "minor", "info": "info"}
"""The same in GitLab's code quality."""


class Report(NamedTuple):
    """A finding with where it stands."""

    path: str
    line: int
    column: int
    code: str
    severity: str
    message: str
    text: str
    """The line of the dump that it points at; empty for refusals."""

    @property
    def name(self) -> str:
        """The name of the rule."""
        return BY_CODE[self.code].name

    @property
    def place(self) -> str:
        """Path, line and column as compilers print them."""
        return f"{escaped(self.path)}:{self.line}:{self.column}"


class Checked(NamedTuple):
    """An input, and what was found in it."""

    path: str
    reports: tuple[Report, ...]


Form = Callable[[Iterable[Checked]], Iterator[str]]


def text(inputs: Iterable[Checked]) -> Iterator[str]:
    """A line a finding, as compilers print them."""
    for report in _all(inputs):
        yield f"{report.place}: {report.code} {escaped(report.message)}\n"


def full(inputs: Iterable[Checked]) -> Iterator[str]:
    """The same, then the line of the dump with a caret under the place."""
    for report in _all(inputs):
        yield f"{report.place}: {report.code} {report.severity}: {escaped(report.message)} [{report.name}]\n"
        if report.column <= len(report.text):
            at = report.column - 1
            start = max(0, at - WIDE // 2)
            before, after = escaped(report.text[start:at]), escaped(report.text[at : start + WIDE])
            number = str(report.line)
            yield f"{number} | {before}{after}\n{' ' * len(number)} | {' ' * len(before)}^\n"


def jsonl(inputs: Iterable[Checked]) -> Iterator[str]:
    """A JSON object a line."""
    for report in _all(inputs):
        yield json.dumps(_object(report)) + "\n"


def array(inputs: Iterable[Checked]) -> Iterator[str]:
    """One JSON list."""
    return _listed(inputs, _object)


def gitlab(inputs: Iterable[Checked]) -> Iterator[str]:
    """GitLab's code quality report."""
    return _listed(inputs, _quality)


def github(inputs: Iterable[Checked]) -> Iterator[str]:
    """Workflow commands, which GitHub shows at the line."""
    for report in _all(inputs):
        kind = "notice" if report.severity == "info" else report.severity
        where = f"file={_property(report.path)},line={report.line},col={report.column}"
        yield f"::{kind} {where},title={report.code}::{_data(report.message)}\n"


def sarif(inputs: Iterable[Checked]) -> Iterator[str]:
    """SARIF 2.1.0."""
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.why},
            "help": {"text": rule.cure},
            "defaultConfiguration": {"level": LEVELS[rule.severity]},
        }
        for rule in RULES
    ]
    driver = json.dumps({"name": "newsclean", "rules": rules})
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {{"driver": {driver}}}, '
    yield '"columnKind": "unicodeCodePoints", "results": '
    yield from (piece.rstrip("\n") for piece in _listed(inputs, _result))
    yield "}]}\n"


def junit(inputs: Iterable[Checked]) -> Iterator[str]:
    """JUnit's XML: a suite an input, since a suite says first how many failed; a case that fails for each error."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for path, reports in inputs:
        failed = [report for report in reports if report.severity == "error"]
        counts = f'tests="{max(1, len(failed))}" failures="{len(failed)}" errors="0"'
        yield f"<testsuite name={_attribute(path)} {counts}>\n"
        yield "".join(map(_case, failed)) or f'<testcase classname={_attribute(path)} name="check"/>\n'
        yield "</testsuite>\n"
    yield "</testsuites>\n"


FORMS: dict[str, Form] = {
    "text": text,
    "full": full,
    "json": array,
    "jsonl": jsonl,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
}


def _all(inputs: Iterable[Checked]) -> Iterator[Report]:
    return (report for checked in inputs for report in checked.reports)


def _listed(inputs: Iterable[Checked], form: Callable[[Report], dict[str, Any]]) -> Iterator[str]:
    before = "["
    for report in _all(inputs):
        yield before + json.dumps(form(report))
        before = ",\n"
    yield "[]\n" if before == "[" else "]\n"


def _object(report: Report) -> dict[str, Any]:
    row = report._asdict() | {"name": report.name}
    del row["text"]
    return row


def _quality(report: Report) -> dict[str, Any]:
    same = f"{report.path}\0{report.line}\0{report.column}\0{report.code}\0{report.message}"
    return {
        "description": report.message,
        "check_name": f"{report.code} {report.name}",
        "fingerprint": hashlib.sha256(same.encode()).hexdigest(),
        "severity": GRADES[report.severity],
        "location": {"path": report.path, "lines": {"begin": report.line}},
    }


def _result(report: Report) -> dict[str, Any]:
    region = {"startLine": report.line, "startColumn": report.column}
    return {
        "ruleId": report.code,
        "level": LEVELS[report.severity],
        "message": {"text": report.message},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(report.path)}, "region": region}},
        ],
    }


def _case(report: Report) -> str:
    named = f"{report.code} {report.name} {report.line}:{report.column}"
    failure = f"<failure type={_attribute(report.code)} message={_attribute(report.message)}/>"
    return f"<testcase classname={_attribute(report.path)} name={_attribute(named)}>{failure}</testcase>\n"


def _data(text: str) -> str:
    return escaped(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _attribute(text: str) -> str:
    return f'"{html.escape(escaped(text))}"'
