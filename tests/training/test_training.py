"""From a folder of pages to a model, on pages made here."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from newsclean.label.marked import MARKUP
from newsclean.label.model import JUDGEMENTS, PLAIN, REACHES, checked, judged_of, shipped
from newsclean.label.net import net_of
from newsclean.training.pages import examples, fold_of
from newsclean.training.report import Report, reliability

SENTENCE = "The board of the harbour said on day {} that the bridge would open again before the winter, as planned."
MENU = ["Home", "News", "Sport", "Weather", "Subscribe", "Log in"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    dumps = tmp_path / "dumps" / "copied"
    dumps.mkdir(parents=True)
    rows = []
    for n in range(12):
        title = f"Bridge number {n} will open again"
        body = [SENTENCE.format(n + k) for k in range(5)]
        text = [
            *MENU,
            title,
            "By Ada Pole",
            "May 12, 2025",
            "A crane over the quay at dawn. Photo: Bo Reed",
            *body,
            *MENU,
        ]
        (dumps / f"p{n}.txt").write_text("\n\n".join(text))
        said = {"headline": title, "body": "\n\n".join(body), "authors": ["Ada Pole"]}
        said |= {"captions": ["A crane over the quay at dawn. Photo: Bo Reed"], "source": "made"}
        rows.append({"id": f"p{n}", "url": f"https://site{n % 4}.example/a", **said})
    with gzip.open(tmp_path / "gold.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_truth_is_carried_to_the_blocks(folder: Path) -> None:
    first = next(examples(folder))
    assert [text for text, held in zip(first.texts, first.body, strict=True) if held] == [
        SENTENCE.format(k) for k in range(5)
    ]
    assert first.texts[first.headline] == "Bridge number 0 will open again"
    said = {name: first.texts[int(np.argmax(first.truth[:, k]))] for k, name in enumerate(JUDGEMENTS[:-1])}
    assert said["caption"].startswith("A crane")
    assert said["byline"] == "By Ada Pole"


def test_what_the_gold_does_not_say_is_not_learned(folder: Path) -> None:
    first = next(examples(folder))
    assert not first.trust[:, JUDGEMENTS.index("standfirst")].any()
    assert first.trust[:, JUDGEMENTS.index("caption")].all()


def test_a_fitted_model_finds_body_and_headline_and_says_the_same_in_numpy(folder: Path) -> None:
    torch = pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    from newsclean.training.fit import fit
    from newsclean.training.net import Net

    pages = list(examples(folder))
    weights = fit([page for page in pages if page.site != "site0.example"])
    for page in (page for page in pages if page.site == "site0.example"):
        judged = judged_of(page.numbers, net_of(weights, REACHES))
        assert int(np.argmax(judged.title)) == page.headline
        assert (judged.prose[page.body].min()) > judged.prose[~page.body].max()
    net = Net().eval()
    with torch.no_grad():
        said = net(torch.from_numpy(pages[0].numbers)[None], torch.ones(1, len(pages[0].numbers), 1))[0].numpy()
    own = judged_of(pages[0].numbers, net_of(net.weights(), REACHES))
    assert np.abs(np.column_stack([getattr(own, name) for name in JUDGEMENTS]) - said).max() < 0.01


def test_the_command_writes_the_model_and_reports(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("torch", reason="needs the extra newsclean[train]")
    from newsclean.training.__main__ import main

    out = folder / "model.npz"
    monkeypatch.setattr(sys, "argv", ["training", str(folder), "-o", str(out), "--folds", "2"])
    main()
    with np.load(out) as stored:
        assert checked(dict(stored))["inp.weight"].shape[0] == len(PLAIN) + len(MARKUP)
    assert "copied" in capsys.readouterr().out


def test_a_site_is_held_out_whole_and_folds_are_used() -> None:
    folds = {fold_of(f"site{n}.example", 5) for n in range(50)}
    assert folds == {0, 1, 2, 3, 4}


def test_the_report_says_how_good_and_how_sure_a_model_is(folder: Path) -> None:
    pages = list(examples(folder))
    report = Report()
    for page in pages:
        report.add(page, shipped())
    table = report.lines()
    assert [line.split()[:4] for line in table[:2]] == [["copied", kind, "pages", "12"] for kind in ("all", "made")]
    assert [line.split()[:4] for line in table if line.startswith("language")] == [["language", "en", "pages", "12"]]
    sides = {line.split()[0]: line.split()[2] for line in table if " blocks " in line}
    assert sides == {"caption": "12", "standfirst": "0", "byline": "12"}
    told = [line.split() for line in table if "confidence" in line]
    counted = {name: sum(int(row[5]) for row in told if row[0] == name) for name in ("body", "headline")}
    assert counted == {"body": sum(len(page.texts) for page in pages), "headline": 12}


def test_what_is_said_is_compared_with_what_is_right_between_two_steps() -> None:
    lines = reliability("body", np.array([0.2, 0.99, 1.0]), np.array([False, True, True]))
    assert lines == [
        "body       confidence 0.10 to 0.30      1 said 0.200 right 0.000",
        "body       confidence 0.98 to 1.00      2 said 0.995 right 1.000",
    ]
