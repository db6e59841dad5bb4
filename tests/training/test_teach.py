"""From gold cases to a model that knows them and what it knew before."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsclean.document import Role
from newsclean.label.model import (
    BESIDE,
    JUDGEMENTS,
    LATER,
    NUMBERS,
    Gate,
    judged_of,
    model_of,
    shipped,
    shipped_weights,
)
from newsclean.label.stored import model_file
from newsclean.training.cases import Case, CaseError, cases_in
from newsclean.training.gate import gate_of
from newsclean.training.kept import STEP, kept_of, parted, sample, store, thinned
from newsclean.training.pages import examples
from tests.benchmarks.oddsite import page, write


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    write(tmp_path / "gold", range(12))
    return tmp_path / "gold"


def learned(gold: Path) -> list[Case]:
    return [case for case in cases_in(gold) if isinstance(case, Case)]


def change(gold: Path, **said: Any) -> None:
    file = gold / "sheet-000" / "expected.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | said))


def test_roles_of_lines_are_the_truth(gold: Path) -> None:
    e, (_, _, roles) = learned(gold)[0].example, page(0)
    wanted = [Role(roles[line]) for line in sorted(roles)]
    assert [bool(body) for body in e.body] == [role is Role.BODY for role in wanted]
    assert wanted[e.headline] is Role.HEADLINE
    assert np.flatnonzero(e.truth[:, JUDGEMENTS.index("byline")]).tolist() == [wanted.index(Role.BYLINE)]
    told = [[LATER[k] for k in np.flatnonzero(row)] for row in e.later]
    assert told == [[role] if role in BESIDE else [] for role in wanted]
    assert (e.later_trust[:, -len(BESIDE) :] > 0).all()


def test_without_roles_the_record_says_what_it_can(gold: Path) -> None:
    with_roles = learned(gold)[0].example
    change(gold, roles={})
    e = learned(gold)[0].example
    assert set(np.flatnonzero(e.body != with_roles.body)) <= {e.headline}  # which the body may say as well
    assert e.headline == with_roles.headline
    assert not e.trust[:, JUDGEMENTS.index("caption")].any()


def test_a_role_takes_a_line_from_the_record(gold: Path) -> None:
    e = learned(gold)[0].example
    first = int(np.argmax(e.body))
    change(gold, roles={str(2 * first + 1): "caption"})
    changed = learned(gold)[0].example
    assert not changed.body[first]
    assert changed.truth[first, JUDGEMENTS.index("caption")] == 1
    assert (changed.body[first + 1 :] == e.body[first + 1 :]).all()


def test_blocks_that_share_a_line_are_told_by_the_record(tmp_path: Path) -> None:
    case = tmp_path / "gold" / "one"
    case.mkdir(parents=True)
    body = "The lamp of the old pier burns again every night, the keeper of the harbour said on Monday."
    (case / "input.html").write_text(f"<html><body><h1>Lamp burns again</h1><p>{body}</p><p>Log in</p></body></html>")
    said = {"record": {"headline": "Lamp burns again", "body": body}, "roles": {"1": "comment"}}
    (case / "expected.json").write_text(json.dumps(said))
    e = learned(tmp_path / "gold")[0].example
    assert e.kind == "html"
    assert (e.texts[e.headline], [t for t, b in zip(e.texts, e.body, strict=True) if b]) == ("Lamp burns again", [body])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"record": {}, "roles": {}}, "neither roles nor a body"),
        ({"roles": {"1": "poem"}}, "is no gold case"),
        ({"roles": {"one": "body"}}, "is no gold case"),
        ({"roles": {"1:one": "body"}}, "is no gold case"),
        ({"record": []}, "is no gold case"),
    ],
)
def test_a_case_that_teaches_nothing_says_why_and_costs_no_other(gold: Path, said: dict[str, Any], words: str) -> None:
    change(gold, **said)
    (error,) = (case for case in cases_in(gold) if isinstance(case, CaseError))
    assert words in str(error)
    assert len(learned(gold)) == 11


def test_refusals_and_cases_without_an_input_teach_nothing(gold: Path) -> None:
    (gold / "sheet-001" / "input.txt").unlink()
    (gold / "sheet-002" / "expected.json").write_text('{"about": "Empty.", "rejected": "empty"}')
    (gold / "sheet-003" / "input.txt").write_bytes(b"\x00" * 900)
    assert [str(case).rpartition(": ")[2] for case in cases_in(gold) if isinstance(case, CaseError)][:2] == [
        "holds no input.txt or input.html",
        "is a refusal",
    ]
    assert len(learned(gold)) == 9


def test_the_kept_sample_is_what_the_model_reads_and_no_site_is_rehearsed_and_measured() -> None:
    pages = list(sample())
    rehearsed, measured = parted(pages)
    assert len(pages) == len(rehearsed) + len(measured) > 200
    assert len(measured) > 50
    assert not {page.site for page in rehearsed} & {page.site for page in measured}
    for each in pages:
        assert each.numbers.shape == (len(each.words), len(NUMBERS))
        assert len(each.body) == len(each.words)
    found = [int(np.argmax(judged_of(p.numbers, shipped()).title)) == p.headline for p in pages if p.headline >= 0]
    assert np.mean(found) > 0.95, "the sample is of another version: make it anew with newsclean.training.kept"


def test_a_sample_is_stored_to_a_step(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages = list(kept_of(thinned(examples(folder), 2)))
    assert len(pages) == 6
    store(tmp_path / "kept.npz", pages)
    monkeypatch.setattr("newsclean.training.kept.SAMPLE", tmp_path / "kept.npz")
    for before, after in zip(pages, sample(), strict=True):
        assert np.abs(before.numbers - after.numbers).max() <= 0.5 / STEP
        assert (before.words == after.words).all()
        assert (before.body == after.body).all()
        assert before.headline == after.headline


def test_a_sample_of_other_numbers_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("newsclean.training.kept.SAMPLE", tmp_path / "kept.npz")
    store(tmp_path / "kept.npz", list(kept_of(examples(folder))))
    monkeypatch.setattr("newsclean.training.kept.NUMBERS", NUMBERS[:-1])
    with pytest.raises(ValueError, match="other numbers"):
        list(sample())


def test_a_gate_opens_for_other_pages_of_the_site_and_for_few_else(gold: Path, tmp_path: Path) -> None:
    rehearsed, measured = parted(sample())
    weights = gate_of([case.example.numbers for case in learned(gold)], [kept.numbers for kept in rehearsed])
    gate = Gate(weights["gate.weight"], float(weights["gate.bias"][0]))
    write(tmp_path / "other", range(50, 60))
    assert all(gate.opens(case.example.numbers) for case in learned(tmp_path / "other"))
    assert sum(gate.opens(kept.numbers) for kept in measured) <= 2


def test_a_gate_of_pages_like_all_others_is_open_for_nearly_all() -> None:
    rehearsed, measured = parted(sample())
    weights = gate_of([kept.numbers for kept in measured], [kept.numbers for kept in rehearsed])
    gate = Gate(weights["gate.weight"], float(weights["gate.bias"][0]))
    assert np.mean([gate.opens(kept.numbers) for kept in rehearsed]) > 0.9


@pytest.mark.parametrize(("bias", "taught"), [(1.0, True), (-1.0, False), (0.0, False)])
def test_a_closed_gate_leaves_a_page_to_the_shipped_model(bias: float, taught: bool) -> None:
    gate = {"gate.weight": np.zeros(len(NUMBERS), np.float32), "gate.bias": np.array([bias], np.float32)}
    moved = {name: w + 1 if name in {"first.out.bias", "twin.out.bias"} else w for name, w in shipped_weights().items()}
    numbers = np.random.default_rng(0).random((5, len(NUMBERS))).astype(np.float32)
    said = judged_of(numbers, model_of({**moved, **gate})).prose - judged_of(numbers, shipped()).prose
    assert said == pytest.approx(np.full(5, float(taught)), abs=0.01)


def test_cases_of_one_article_are_held_out_together(gold: Path) -> None:
    pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    from newsclean.training.teach import folds_of

    cases = learned(gold)
    parts = folds_of([*cases, *cases[:3]], 4)
    groups = [{case.group for case in part} for part in parts]
    assert len(set().union(*groups)) == sum(map(len, groups))
    assert max(map(len, parts)) - min(map(len, parts)) <= 2
    assert len(folds_of(cases[:2], 4)) == 2


def teach(gold: Path, monkeypatch: pytest.MonkeyPatch, folds: int) -> Path:
    pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    from newsclean.training.__main__ import main

    out = gold.parent / "taught.npz"
    monkeypatch.setattr(sys, "argv", ["training", "--from", str(gold), "-o", str(out), "--folds", str(folds)])
    main()
    return out


def change_of(line: str) -> tuple[float, float]:
    """Body F1 before and after."""
    before, _, after = line.split("body ")[1].split()[:3]
    return float(before), float(after.strip(","))


def test_twenty_dumps_of_a_site_make_it_known_and_cost_the_kept_sample_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "gold", range(20))
    write(tmp_path / "other", range(100, 120))
    path = teach(tmp_path / "gold", monkeypatch, folds=0)
    from newsclean.measure.figures import figures_of, results_of
    from newsclean.training.teach import pair_of

    others = [case for case in cases_in(tmp_path / "other") if isinstance(case, Case)]
    before, after = (
        figures_of(results_of([pair_of(case, model) for case in others], None))["body"]
        for model in (None, model_file(str(path)))
    )
    assert before < 0.8
    assert after > 0.95
    _, kept, opened = capsys.readouterr().out.splitlines()
    assert change_of(kept)[1] > change_of(kept)[0] - 0.002
    assert int(opened.split()[0]) <= 2


def test_the_cross_validation_tells_what_was_gained_and_what_is_not_learned_from(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    monkeypatch.setattr("newsclean.training.tune.ROUNDS", 1)
    (gold / "sheet-000" / "input.txt").unlink()
    teach(gold, monkeypatch, folds=2)
    lost, learned_from, cases, opened, *_ = capsys.readouterr().out.splitlines()
    assert lost.endswith("sheet-000: holds no input.txt or input.html")
    assert learned_from == "learned from 11 cases, with 261 kept pages"
    assert cases.startswith("11 cases that the model had not seen (cross-validation in 2 parts)")
    assert change_of(cases)[0] < 0.8
    assert opened.startswith("11 of them")


def test_one_case_is_too_few(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for case in sorted(gold.iterdir())[1:]:
        (case / "expected.json").unlink()
    with pytest.raises(SystemExit, match="1 cases teach something"):
        teach(gold, monkeypatch, folds=2)


@pytest.mark.parametrize(
    ("arguments", "words"), [(["--from", "gold"], "needs -o"), ([], "required"), (["a", "--from", "b"], "not allowed")]
)
def test_wrong_usage(
    arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    from newsclean.training.__main__ import main

    monkeypatch.setattr(sys, "argv", ["training", *arguments])
    with pytest.raises(SystemExit):
        main()
    assert words in capsys.readouterr().err
