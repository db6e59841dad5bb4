"""From a folder of pages to weights, on pages made here."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from newsclean.label.linear import NAMES, judge
from newsclean.training.__main__ import main
from newsclean.training.fit import fit
from newsclean.training.pages import examples, fold_of

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
        (dumps / f"p{n}.txt").write_text("\n\n".join([*MENU, title, "May 12, 2025", *body, *MENU[::-1]]))
        rows.append(
            {"id": f"p{n}", "url": f"https://site{n % 4}.example/a", "headline": title, "body": "\n\n".join(body)}
        )
    with gzip.open(tmp_path / "gold.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_truth_is_carried_to_the_blocks(folder: Path) -> None:
    first = next(examples(folder))
    assert [b.text for b, held in zip(first.blocks, first.body, strict=True) if held] == [
        SENTENCE.format(k) for k in range(5)
    ]
    assert first.blocks[first.headline].text == "Bridge number 0 will open again"


def test_fitted_weights_find_body_and_headline(folder: Path) -> None:
    pages = list(examples(folder))
    weights = fit([page for page in pages if page.site != "site0.example"])
    for page in (page for page in pages if page.site == "site0.example"):
        judged = judge(page.facts, page.blocks, weights)
        assert ((judged.prose > 0) == page.body).all()
        assert int(np.argmax(judged.title)) == page.headline


def test_the_command_writes_the_tables(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "weights.json"
    monkeypatch.setattr(sys, "argv", ["training", str(folder), "-o", str(out), "--folds", "2"])
    main()
    stored = json.loads(out.read_text())
    assert {table: tuple(row) for table, row in stored.items()} == NAMES
    assert "copied" in capsys.readouterr().out


def test_a_site_is_held_out_whole_and_folds_are_used() -> None:
    folds = {fold_of(f"site{n}.example", 5) for n in range(50)}
    assert folds == {0, 1, 2, 3, 4}
