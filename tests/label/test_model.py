"""The learned labeller: what it reads, how far it sees, and that its file fits."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.document import Dump, Source
from newsclean.label.context import IN_PAGE, main_run
from newsclean.label.features import COUNTED, facts_of
from newsclean.label.marked import MARKUP
from newsclean.label.model import (
    BESIDE,
    JUDGEMENTS,
    LATER,
    PLAIN,
    checked,
    judge,
    judged_of,
    numbers_of,
    shipped,
)
from newsclean.segment import segment

SENTENCE = "The keeper of the pier said on Monday that the lamp would burn again before the first storm of the year."


def numbers(texts: list[str]) -> dict[str, np.ndarray]:
    page = segment(Dump(Source("-"), "\n".join(texts)))
    return dict(zip(PLAIN, numbers_of(facts_of(page), page.blocks).T, strict=True))


def test_every_number_has_a_name_and_names_differ() -> None:
    assert len(set(PLAIN)) == len(PLAIN) == len(COUNTED) + len(IN_PAGE)
    assert len(numbers(["Home", SENTENCE])) == len(PLAIN)


def test_numbers_stay_in_a_range_that_a_model_can_read() -> None:
    texts = ["x" * 5000, "1 2 3", SENTENCE * 50, "…", *["Home"] * 300]
    assert all(np.abs(column).max() <= 2 for column in numbers(texts).values())


def test_the_prose_makes_the_run_and_the_rest_stands_before_or_after_it() -> None:
    said = numbers(["Home", "Sport", SENTENCE, SENTENCE + " It is old.", "About us", "Jobs"])
    assert said["in_run"].tolist() == [0, 0, 1, 1, 0, 0]
    assert (said["before_run"] > 0).tolist() == [1, 1, 0, 0, 0, 0]
    assert (said["after_run"] > 0).tolist() == [0, 0, 0, 0, 1, 1]


def test_a_page_without_prose_has_no_run() -> None:
    assert not numbers(["Home", "Sport"])["in_run"].any()
    assert main_run(np.array([-1.0, -2.0])) == (0, -1)


def test_a_line_in_the_first_line_is_named_in_the_title_and_one_that_begins_it_opens_it() -> None:
    said = numbers(["Keeper lights the lamp again - Pier Post", "Pier Post and more", "Keeper lights the lamp again"])
    assert said["opens_title"].tolist() == [0, 0, 1]
    assert said["named_in_title"].tolist() == [0, 0, 1]


def test_a_line_that_a_longer_one_holds_is_told_apart_from_one_that_only_stands_twice() -> None:
    title, other = "Keeper lights the lamp again", "Sailors are glad of the lamp"
    said = numbers([f"Home » City » {title}", title, other, other])
    assert said["inside_another"].tolist() == [0, 1, 0, 0]
    assert said["again_below"].tolist() == [0, 0, 1, 0]


def test_markup_of_zeros_says_the_same_as_none() -> None:
    rows = np.random.default_rng(0).random((9, len(PLAIN))).astype(np.float32)
    marked = np.hstack([rows, np.zeros((9, len(MARKUP)), np.float32)])
    plain, padded = judged_of(rows, shipped()), judged_of(marked, shipped())
    for name in (*JUDGEMENTS, "opens", "begins", "beside"):
        assert np.abs(getattr(plain, name) - getattr(padded, name)).max() < 0.01


def test_the_shipped_file_fits_and_a_page_of_one_block_is_judged() -> None:
    page = segment(Dump(Source("-"), SENTENCE))
    judged = judge(facts_of(page), page.blocks, shipped())
    assert judged.prose.shape == judged.title.shape == judged.opens.shape == (1,)
    assert judged.beside.shape == (len(BESIDE), 1)


def test_numbers_of_another_version_are_refused() -> None:
    good = {"names": np.array((*PLAIN, *MARKUP)), "judgements": np.array((*JUDGEMENTS, *LATER))}
    assert checked(dict(good)) == {}
    with pytest.raises(ValueError, match="other numbers"):
        checked(good | {"names": np.array(PLAIN)})
