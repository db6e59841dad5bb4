"""Tickers that are put into dumps made here."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import numpy as np

from newsclean.label.model import LATER
from newsclean.lang import load
from newsclean.training.ticker import LIVE_FEED, _put, _ticker, tickered

PAGE = {"body": "\n".join(f"Swan number {n} returned to the pond. It was glad. Nobody saw it." for n in range(12))}


def tickers(language: str = "en") -> list[list[str]]:
    found = (_ticker(PAGE, load(language), np.random.default_rng(seed)) for seed in range(60))
    return [[line for line in ticker.splitlines() if line] for ticker in found if ticker]


def test_items_have_a_time_and_a_headline_of_the_page() -> None:
    for lines in tickers():
        assert 3 <= sum("returned to the pond" in line for line in lines) < 9
        assert sum(re.search(r"\d", line.replace("Swan number", "")) is not None for line in lines) >= 3
        assert not [line for line in lines if "{" in line]


def test_some_say_how_long_ago_in_words_of_the_language() -> None:
    assert [lines for lines in tickers() if any(re.match(r"\d+ \w+ ago", line) for line in lines)]
    assert [lines for lines in tickers("de") if any(re.match(r"vor \d+ \w+", line) for line in lines)]


def test_the_latest_stands_first_and_a_text_may_follow() -> None:
    assert any("It was glad. Nobody saw it." in lines for lines in tickers())
    clocks = [[line for line in lines if re.fullmatch(r"\d\d:\d\d", line)] for lines in tickers()]
    ordered = [times == sorted(times, reverse=True) for times in clocks if times]
    assert sum(ordered) > len(ordered) / 2  # others run over midnight


def test_a_page_of_few_paragraphs_makes_none() -> None:
    assert (
        _ticker({"body": "One swan returned to the pond.\nAnother did not."}, load("en"), np.random.default_rng(0))
        is None
    )


def test_it_is_put_between_lines_and_nothing_is_lost() -> None:
    text = "a\n\nb\nc"
    for seed in range(20):
        put, start, end = _put(text, "TICK\nER", np.random.default_rng(seed))
        assert put[start:end] == "TICK\nER"
        assert (put[:start] + put[end:]).split() == text.split()


def test_only_what_was_put_is_a_live_feed_and_it_opens_no_article(folder: Path) -> None:
    with gzip.open(folder / "gold.jsonl.gz", "rt") as lines:
        rows = [json.loads(line) for line in lines]
    with gzip.open(folder / "gold.jsonl.gz", "wt") as out:
        for n, row in enumerate(rows):
            out.write(json.dumps(row | {"body": PAGE["body"] if n % 2 else row["body"]}) + "\n")
    lessons = list(tickered(folder))
    assert lessons
    for lesson in lessons:
        assert len(set(lesson.sites)) == 2
        assert 0 < lesson.truth[:, LIVE_FEED].sum() < len(lesson.truth)
        assert lesson.trust[:, LIVE_FEED].all()
        assert not lesson.truth[:, [LATER.index("opens"), LATER.index("begins")]].any()
