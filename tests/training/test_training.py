"""From a folder of pages to a model, on pages made here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from newsclean.label.model import BESIDE, JUDGEMENTS, LATER, NETS, NUMBERS, checked, model_of, shipped
from newsclean.label.net import known, net_of, said
from newsclean.training.pages import examples, fold_of
from newsclean.training.report import Report, reliability
from newsclean.training.splice import lesson_of


def test_truth_is_carried_to_the_blocks(folder: Path) -> None:
    first = next(examples(folder))
    held = [text for text, held in zip(first.texts, first.body, strict=True) if held]
    assert [text.split()[5:8] for text in held] == [["said", "on", "day"]] * 5
    assert first.texts[first.headline] == "Bridge number 0 will open again"
    said = {name: first.texts[int(np.argmax(first.truth[:, k]))] for k, name in enumerate(JUDGEMENTS[:-1])}
    assert said["caption"].startswith("A crane")
    assert said["byline"] == "By Ada Pole"


def test_what_the_gold_does_not_say_is_not_learned(folder: Path) -> None:
    first = next(examples(folder))
    assert not first.trust[:, JUDGEMENTS.index("standfirst")].any()
    assert first.trust[:, JUDGEMENTS.index("caption")].all()


@pytest.mark.parametrize("name", ["first", "twin"])
def test_a_fitted_model_finds_body_and_headline_and_says_the_same_in_numpy(folder: Path, name: str) -> None:
    torch = pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    from newsclean.training.fit import fit
    from newsclean.training.net import Net

    pages = list(examples(folder))
    first = net_of(fit([page for page in pages if page.site != "site0.example"], NETS[name], seed=0), NETS[name])
    for page in (page for page in pages if page.site == "site0.example"):
        prose, *_, title = said(first, known(first, page.numbers)).T
        assert int(np.argmax(title)) == page.headline
        assert prose[page.body].min() > prose[~page.body].max()
    net = Net(len(NUMBERS), 8, NETS[name], 2).eval()
    with torch.no_grad():
        plain = net(torch.from_numpy(pages[0].numbers)[None], torch.ones(1, len(pages[0].numbers), 1))[0].numpy()
    own = net_of(net.weights(), NETS[name])
    assert np.abs(said(own, known(own, pages[0].numbers)) - plain).max() < 0.01


def test_the_command_writes_the_model_and_reports(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    from newsclean.training.__main__ import main

    out = folder / "model.npz"
    monkeypatch.setattr("newsclean.training.splice.PAIRS", 20)
    monkeypatch.setattr("newsclean.training.splice.COPIES", 20)
    monkeypatch.setattr("newsclean.training.ticker.DUMPS", 20)
    monkeypatch.setattr(sys, "argv", ["training", str(folder), "-o", str(out), "--folds", "2"])
    main()
    with np.load(out) as stored:
        model = model_of(checked(dict(stored)))
    assert model.first.inp.shape[0] == len(NUMBERS)
    assert model.second.out.shape[1] == len(LATER)
    assert "copied" in capsys.readouterr().out


def test_a_site_is_held_out_whole_and_folds_are_used() -> None:
    folds = {fold_of(f"site{n}.example", 5) for n in range(50)}
    assert folds == {0, 1, 2, 3, 4}


def test_the_report_says_how_good_and_how_sure_a_model_is(folder: Path) -> None:
    pages = list(examples(folder))
    report = Report()
    for page in pages:
        report.add(page, shipped())
        report.add_later(lesson_of(page), shipped())
    table = report.lines()
    assert [line.split()[:4] for line in table[:2]] == [["copied", kind, "pages", "12"] for kind in ("all", "made")]
    assert [line.split()[:4] for line in table if line.startswith("language")] == [["language", "en", "pages", "12"]]
    sides = {line.split()[0]: line.split()[2] for line in table if " blocks " in line}
    assert sides == {"caption": "12", "standfirst": "0", "byline": "12"} | dict.fromkeys(BESIDE, "0")
    (parted,) = (line.split() for line in table if "taken for two" in line)
    assert parted[:4] == ["copied", "one", "dumps", "12"]
    told = [line.split() for line in table if "confidence" in line]
    counted = {name: sum(int(row[5]) for row in told if row[0] == name) for name in ("body", "headline")}
    assert counted == {"body": sum(len(page.texts) for page in pages), "headline": 12}


def test_what_is_said_is_compared_with_what_is_right_between_two_steps() -> None:
    lines = reliability("body", np.array([0.2, 0.99, 1.0]), np.array([False, True, True]))
    assert lines == [
        "body       confidence 0.10 to 0.30      1 said 0.200 right 0.000",
        "body       confidence 0.98 to 1.00      2 said 0.995 right 1.000",
    ]


@pytest.mark.parametrize(("module", "missing"), [("training", "torch"), ("training.render", "inscriptis")])
def test_without_the_extra_its_name_is_said(module: str, missing: str) -> None:
    code = f"import runpy, sys; sys.modules[{missing!r}] = None; runpy.run_module('newsclean.{module}', alter_sys=True)"
    done = subprocess.run([sys.executable, "-c", code, "pages/"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].endswith("pip install 'newsclean[train]'")
    assert "Traceback" not in done.stderr
