"""`newsclean review` as a person uses it: correct, undo, redo, come back, and find the gold case."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean.view.gold import EDITABLE

ROOT = Path(__file__).parents[2]
GERMAN = ROOT / "seeds" / "select-all.de.txt"


@pytest.fixture
def review(tmp_path: Path, browser: Any) -> Iterator[Callable[[], str]]:
    """Starts a review of two seeds and gives its address; the one before ends first."""
    running: list[subprocess.Popen[str]] = []
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    shutil.copy(GERMAN, dumps)
    shutil.copy(ROOT / "seeds" / "wet.es.txt", dumps)

    def end() -> None:
        for process in running:
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 128 + signal.SIGTERM
        running.clear()

    def start() -> str:
        end()
        command = [sys.executable, "-m", "newsclean", "review", "dumps", "-o", "gold"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout
        return process.stdout.readline().strip()

    yield start
    end()


def cases(folder: Path) -> list[Path]:
    return sorted((folder / "gold").glob("*/expected.json"))


def saved(page: Any, words: str = "Saved in gold") -> None:
    page.locator("#status", has_text=words).wait_for()


def test_a_line_is_corrected_undone_redone_and_still_there_after_a_restart(visit, review, tmp_path: Path) -> None:
    page = visit(review())
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    page.locator("#status", has_text="Not reviewed yet").wait_for()
    assert cases(tmp_path) == []
    role = page.get_by_label("Role of line 30", exact=True)
    assert "Sielau bleibt mindestens" in page.locator("[data-field=body]").inner_text()
    role.focus()
    role.select_option("promo")
    saved(page)
    assert "Sielau bleibt mindestens" not in page.locator("[data-field=body]").inner_text()  # fields are read anew
    assert role.evaluate("(one) => one === document.activeElement")

    page.keyboard.press("Control+z")
    saved(page, "As it was read; not saved")
    assert role.input_value() == "body"
    assert cases(tmp_path) == []
    page.keyboard.press("Control+Shift+Z")
    saved(page)
    assert role.input_value() == "promo"

    page.reload()
    role.wait_for()
    assert role.input_value() == "promo"
    page = visit(review())
    assert page.locator("tbody tr .done").count() == 1
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    assert page.get_by_label("Role of line 30", exact=True).input_value() == "promo"

    (case,) = cases(tmp_path)
    expected = json.loads(case.read_text("utf-8"))
    dump = GERMAN.read_text("utf-8").splitlines()
    assert expected.keys() == {"about", "record", "roles"}
    assert tuple(expected["record"]) == EDITABLE
    assert expected["roles"].keys() == {str(n) for n, line in enumerate(dump, 1) if line.strip()}
    assert (expected["roles"]["30"], expected["roles"]["17"]) == ("promo", "headline")
    assert "Sielau bleibt mindestens" not in expected["record"]["body"]
    assert (case.parent / "input.txt").read_bytes() == GERMAN.read_bytes()


def test_fields_are_corrected_in_a_form_and_what_is_impossible_is_not_saved(visit, review, tmp_path: Path) -> None:
    page = visit(review())
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    page.locator("#edit-authors").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("name").first.fill("Hanna Brix")
    dialog.get_by_role("button", name="Remove").last.click()
    dialog.get_by_label("name").press("Enter")
    saved(page)
    assert page.locator("[data-field=authors] dd").inner_text() == "Hanna Brix"

    page.locator("#edit-authors").click()
    dialog.get_by_label("name").fill("")
    dialog.get_by_role("button", name="Save").click()
    saved(page, "Not saved: authors.0.name")
    assert page.locator("[data-field=authors] dd").inner_text() == "Hanna Brix"
    page.locator("#edit-headline").click()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")

    (case,) = cases(tmp_path)
    record = json.loads(case.read_text("utf-8"))["record"]
    assert record["authors"] == [{"name": "Hanna Brix", "type": "person", "role": None, "affiliation": None}]


def test_what_is_right_is_kept_by_a_key_and_the_least_certain_comes_first(
    visit, review, faults, tmp_path: Path
) -> None:
    page = visit(review())
    sure = [float(text) for text in page.locator("tbody td.sure").all_inner_texts()]
    assert sure == sorted(sure)
    page.locator("tbody a").first.click()
    page.locator("article h2").wait_for()
    assert faults(page) == []
    page.keyboard.press("a")
    saved(page)
    page.get_by_label("Role of all these lines").first.select_option("other")
    page.locator("#undo:enabled").wait_for()
    saved(page)
    assert len(cases(tmp_path)) == 1


def test_who_goes_on_before_an_answer_comes_is_not_brought_back(visit, review, tmp_path: Path) -> None:
    page = visit(review())
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    page.locator("#status", has_text="Not reviewed yet").wait_for()
    held: list[Any] = []
    page.route("**/dumps/*", lambda asked: held.append(asked))
    page.keyboard.press("a")  # sent, and kept waiting
    page.keyboard.press("j")  # so is the next dump
    page.keyboard.press("u")
    page.locator("table").wait_for()
    assert len(held) == 2
    for asked in held:
        asked.continue_()
    page.locator("#said", has_text="Saved in gold").wait_for(state="attached")
    page.unroute("**/dumps/*")
    assert page.locator("table").is_visible()
    assert page.locator("article").count() == 0
    assert len(cases(tmp_path)) == 1
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    saved(page)


def test_a_case_that_cannot_be_read_is_said_to_be_none(visit, review, tmp_path: Path) -> None:
    page = visit(review())
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    page.locator("#right").click()
    saved(page)
    (case,) = cases(tmp_path)
    case.write_text("{}")
    page = visit(review())
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    page.locator(".error", has_text="is no case that review made").wait_for()
