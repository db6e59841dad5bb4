"""`--model`: another model, in workers, settings and messages."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from newsclean.label.model import NAMES, shipped_weights
from tests.cli.conftest import ARTICLE, Run


@pytest.fixture
def blind(here: Path) -> Path:
    """A model to which nothing is prose."""
    bias = shipped_weights()["first.out.bias"].copy()
    bias[0] = -100
    with (here / "blind.npz").open("wb") as file:
        names = {name: np.array(row) for name, row in NAMES.items()}
        np.savez(file, **{**names, **shipped_weights(), "first.out.bias": bias})  # type: ignore[arg-type]
    return here


@pytest.mark.parametrize(
    ("command", "words"),
    [("extract", b"not-an-article"), ("check", b"NC202"), ("explain", b"navigation\tshort\t0.60\tCouncil backs plan")],
)
@pytest.mark.parametrize("place", ["option", "settings"])
def test_a_model_labels_in_place_of_the_shipped_one(
    newsclean: Run, blind: Path, command: str, words: bytes, place: str
) -> None:
    assert words not in newsclean(command, "good.txt").stdout
    (blind / "dumps").mkdir()
    (blind / "dumps" / "a.txt").write_text(ARTICLE)
    if place == "settings":  # which name it from their own folder
        (blind / "newsclean.toml").write_text('model = "blind.npz"')
    option = ["--model", "blind.npz"] if place == "option" else []
    done = newsclean(command, "dumps/a.txt", *option, cwd=blind)
    assert words in done.stdout + done.stderr


def test_every_worker_has_it_and_it_is_no_input_of_its_folder(newsclean: Run, blind: Path) -> None:
    for n in range(6):
        (blind / f"{n}.txt").write_text(f"{n}\n\n{ARTICLE}")
    done = newsclean("extract", ".", "--model", "blind.npz", "-j", "3", "--rejects", "/dev/stdout", "-q")
    rejected = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["reason"] for row in rejected} == {"not-an-article"}
    assert len(rejected) == 7


@pytest.mark.parametrize("command", ["extract", "check", "explain"])
@pytest.mark.parametrize(
    ("name", "words"), [("good.txt", "holds no model"), ("gone.npz", "no such file"), (".", "is a directory")]
)
def test_a_file_that_is_no_model_is_wrong_usage(
    newsclean: Run, here: Path, command: str, name: str, words: str
) -> None:
    done = newsclean(command, "good.txt", "--model", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.decode()
    assert "--model" in done.stderr.decode()
