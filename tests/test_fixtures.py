"""Every folder of fixtures/ is a gold case; `python tests/test_fixtures.py CASE` prints how the record differs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsclean

CASES = {folder.name: folder for folder in sorted((Path(__file__).parent.parent / "fixtures").iterdir())}
KEYS = {"about", "record", "rejected", "roles", "body_has", "body_lacks", "known_failure"}


def differences(case: Path) -> list[str]:
    """What the tool says otherwise than the case expects, one line each."""
    expected = expectation(case)
    (found,) = newsclean.extract_file(str(next(case.glob("input.*"))))
    said = json.loads(found.model_dump_json())
    if isinstance(found, newsclean.Rejected) or "rejected" in expected:
        return list(_compared({"reason": expected.get("rejected")}, {"reason": said.get("reason")}, "rejected"))
    body = said["body"] or ""
    out = list(_compared(expected.get("record", {}), said, ""))
    out += [f"body lacks {text!r}" for text in expected.get("body_has", ()) if text not in body]
    out += [f"body holds {text!r}" for text in expected.get("body_lacks", ()) if text in body]
    return out


def expectation(case: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((case / "expected.json").read_text("utf-8"))
    if unknown := expected.keys() - KEYS:
        raise ValueError(f"{case.name}: unknown keys {sorted(unknown)}; known are {sorted(KEYS)}")
    return expected


def _compared(expected: Any, said: Any, where: str) -> Iterator[str]:
    """Only the keys that are given are compared; lists must be of equal length."""
    if isinstance(expected, dict) and isinstance(said, dict):
        for key, value in expected.items():
            yield from _compared(value, said.get(key), f"{where}.{key}".lstrip("."))
    elif isinstance(expected, list) and isinstance(said, list) and len(expected) == len(said):
        for n, pair in enumerate(zip(expected, said, strict=True)):
            yield from _compared(*pair, f"{where}[{n}]")
    elif expected != said:
        yield f"{where}: expected {expected!r}, got {said!r}"


def _parameter(name: str) -> Any:
    reason = expectation(CASES[name]).get("known_failure")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", [_parameter(name) for name in CASES])
def test_case(name: str) -> None:
    found = differences(CASES[name])
    assert not found, "\n".join(["", expectation(CASES[name])["about"], *found])


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


if __name__ == "__main__":
    for argument in sys.argv[1:] or CASES:
        print(argument, *differences(CASES[argument]), sep="\n  ")
