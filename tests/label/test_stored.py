"""Models in files: which bytes are one, and that pages are judged by the one that was chosen."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsclean.document import Dump, Role, Source
from newsclean.label import label
from newsclean.label.model import NAMES, shipped, shipped_weights
from newsclean.label.stored import LARGEST, ModelFile, loaded, model_file
from newsclean.segment import segment

SAID = "Keeper number {} said on Monday that lamp {} of the pier would burn again before the storms of the year."
STORY = "\n\n".join(["Lamp burns again", *(SAID.format(n, n * n) for n in range(6))])
Arrays = dict[str, Any]


def arrays() -> Arrays:
    return {**{name: np.array(row) for name, row in NAMES.items()}, **shipped_weights()}


def stored(path: Path, given: Arrays) -> str:
    with path.open("wb") as file:
        np.savez(file, **given)
    return str(path)


def prose_off(given: Arrays) -> Arrays:
    """A model to which nothing is prose."""
    bias = given["first.out.bias"].copy()
    bias[0] = -100
    return given | {"first.out.bias": bias}


def test_pages_are_judged_by_the_model_that_was_chosen(tmp_path: Path) -> None:
    page = segment(Dump(Source("-"), STORY))
    other = model_file(stored(tmp_path / "other.npz", prose_off(arrays())))
    assert [Role.BODY in {given.role for given in label(page, m).labels} for m in (None, other, None)] == [
        True,
        False,
        True,
    ]
    assert loaded(None) is shipped()


def test_equal_bytes_are_one_model_wherever_they_lie(tmp_path: Path) -> None:
    one, other = (model_file(stored(tmp_path / name, arrays())) for name in ("a.npz", "b.npz"))
    assert one == other
    assert loaded(one) is loaded(other)
    assert repr(one) == repr(other)
    assert one != model_file(stored(tmp_path / "a.npz", prose_off(arrays())))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda a: a | {"names": a["names"][:-1]}, "other numbers"),
        (lambda a: a | {"judgements": a["judgements"][::-1]}, "other numbers"),
        (lambda a: {name: w for name, w in a.items() if name != "names"}, "holds no model"),
        (lambda a: {name: w for name, w in a.items() if name != "first.out.bias"}, "other sizes"),
        (lambda a: a | {"first.out.bias": a["first.out.bias"][:-1]}, "other sizes"),
        (lambda a: a | {"first.out.bias": a["first.out.bias"].astype(np.float64)}, "no finite numbers"),
        (lambda a: a | {"first.out.bias": a["first.out.bias"] * np.float32("inf")}, "no finite numbers"),
        (lambda a: a | {"names": np.array([{}], dtype=object)}, "holds no model"),
    ],
)
def test_weights_that_do_not_fit_are_refused(tmp_path: Path, change: Callable[[Arrays], Arrays], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        model_file(stored(tmp_path / "m.npz", change(arrays())))


def whole() -> bytes:
    out = io.BytesIO()
    np.savez(out, **arrays())
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"text", bytes(range(256)), whole()[:100_000], whole()[100_000:], whole()[:-30]],
    ids=["empty", "two bytes", "text", "binary", "beginning", "end", "cut off"],
)
def test_what_is_no_model_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m.npz").write_bytes(data)
    with pytest.raises(ValueError, match="holds no model"):
        model_file(str(tmp_path / "m.npz"))


def test_only_regular_files_of_a_model_s_size_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"")
    os.truncate(tmp_path / "large", LARGEST + 1)
    for name, said in (("pipe", "no regular file"), ("large", "larger than")):
        with pytest.raises(ValueError, match=said):
            model_file(str(tmp_path / name))
    with pytest.raises(FileNotFoundError):
        model_file(str(tmp_path / "gone"))


def test_a_file_that_changed_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    path = stored(tmp_path / "m.npz", arrays())
    with pytest.raises(ValueError, match="has changed"):
        loaded(ModelFile(path, "0" * 64))
