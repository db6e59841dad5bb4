"""Dumps of which a tool put a whole page on one line."""

from __future__ import annotations

from itertools import starmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Rejected, extract
from newsclean.document import Dump, Source
from newsclean.lang import load
from newsclean.pipeline import clean
from newsclean.segment import segment
from newsclean.segment.plain import blocks_of
from newsclean.segment.run_on import ENDS, MET, SHORT, TITLE, WHOLE, is_run_on, sentences
from newsclean.segment.separated import LONG_LINE
from newsclean.segment.turns import CHANGE, landmarks_of, turns

QUAY = "The board said on Monday that the old swing bridge would open to boats again. "
RAIN = "Rain fell on the pier all night, and nobody was there to see it or to complain. "
LONG = "So it goes on, " + "and so on " * (LONG_LINE // 10 + 1)
EN = landmarks_of("en")


def cut(line: str) -> list[str]:
    return next(iter(sentences([line], "en")))


def test_a_dump_runs_on_where_long_lines_hold_sentences() -> None:
    page = LONG + QUAY * ENDS
    assert is_run_on([f"{page}More"])
    assert is_run_on(["The old bridge\n", f"{page}More"])
    assert not is_run_on([page])  # the last sentence ends with the line
    assert not is_run_on([])


def test_a_dump_runs_on_where_most_of_it_stands_on_long_lines() -> None:
    page = QUAY * 20
    rest = int(len(page) * (1 - WHOLE) / WHOLE)
    assert is_run_on([page, "x" * (rest - 1)])
    assert not is_run_on([page, "x" * (rest + 2)])


@pytest.mark.parametrize(("more", "runs_on"), [(0, False), (1, True)])
def test_a_line_that_runs_on_is_long(more: int, runs_on: bool) -> None:
    assert is_run_on([(QUAY * ENDS).ljust(LONG_LINE + more, "X")]) is runs_on


def test_sentences_that_meet_are_elements_that_ran_together() -> None:
    met = QUAY.strip() * (1 + int(20 * MET))
    assert is_run_on([QUAY * 20 + met])
    assert not is_run_on([QUAY * 19 + met])


def test_prose_is_cut_behind_its_sentences() -> None:
    assert cut(RAIN + QUAY + "It rained. " + QUAY + LONG) == [RAIN, QUAY, "It rained. " + QUAY, LONG]
    for said, pieces in ((SHORT, 1), (SHORT + 1, 2)):
        assert len(cut(f"{'x' * (said - 2)}. The end".ljust(LONG_LINE + 1))) == pieces


def test_white_space_is_no_page_and_none_of_it_is_lost() -> None:
    blank = " " * 3 * LONG_LINE + "\n"
    assert is_run_on([blank, QUAY * 20])
    assert "".join(turns(blank, EN)) == blank
    assert "".join(cut(f"{blank}{QUAY * 20}{blank}")) == f"{blank}{QUAY * 20}{blank}"


@pytest.mark.parametrize(
    "sentence",
    [
        "The boat that J. K. Pole had sold to the museum on 3. May was back at its quay. ",
        "They said that “the bridge is open!” and went home to tell it to all who asked. ",
    ],
)
def test_no_sentence_ends_behind_an_initial_a_day_or_a_quote(sentence: str) -> None:
    assert cut(RAIN + sentence * 20) == [RAIN, *[sentence] * 20]


def test_signs_of_chinese_end_a_sentence_without_a_space() -> None:
    said = [f"委员会周一表示,旧旋转桥将再次向船只开放,修复工程已经持续了九年,这是第{n}次。" for n in range(40)]
    assert is_run_on(["".join(said)])
    assert next(iter(sentences(["".join(said)], "zh"))) == said
    assert extract(("桥梁重新开放\n" + "".join(said)).encode()).body == "".join(said)


def test_a_title_is_cut_out_where_it_is_repeated() -> None:
    title = "Old Swing Bridge Opens to Boats"
    assert TITLE[0] < len(title) < TITLE[1]
    pieces = cut(f"{title} | Pier Post Home News {title} {QUAY}{LONG}")
    assert [piece for piece in pieces if title in piece] == [f"{title} ", f"{title} "]
    assert QUAY in pieces
    short = "Old Bridge"
    assert len(short) < TITLE[0]
    assert f"{short} " not in cut(f"{short} | Pier Post Home News {short} {QUAY}{LONG}")


def test_a_sentence_that_begins_as_the_first_does_is_no_title() -> None:
    assert cut(QUAY + RAIN + QUAY.replace("boats", "the boats") + LONG)[:2] == [QUAY, RAIN]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Home News Sport The old swing bridge is open again.",
            ["Home ", "News Sport ", "The old swing bridge is open again."],
        ),
        ("Mara Quill Opens Pier The bridge is open.", ["Mara Quill Opens Pier ", "The bridge is open."]),
        (
            "By Ada Pole September 21, 2024, 5:59 PM Rain fell",
            ["By Ada Pole September 21, 2024, 5:59 PM ", "Rain fell"],
        ),
        ("Quay Pier Boat 21.9.2024 Mara Quill Ada Pole", ["Quay Pier Boat 21.9.2024 ", "Mara Quill Ada Pole"]),
        ("the boat (Photo: Ada Pole/AP) The board said so", ["the boat (Photo: Ada Pole/AP) ", "The board said so"]),
        ("at its quay. AFP/Getty Images The board said so", ["at its quay. AFP/Getty Images ", "The board said so"]),
        ("in 21 of the 2024 games that were held", ["in 21 of the 2024 games that were held"]),
        ("Mara Quill Von Pole", ["Mara Quill Von Pole"]),
        ("", []),
    ],
)
def test_what_stands_between_sentences_is_told_apart(text: str, pieces: list[str]) -> None:
    assert list(turns(text, EN)) == pieces


def test_words_of_the_language_open_a_piece() -> None:
    assert list(turns("Mara Quill Von Ada Pole", landmarks_of("de"))) == ["Mara Quill ", "Von Ada Pole"]


@pytest.mark.parametrize(("words", "pieces"), [(int(CHANGE), 1), (int(CHANGE) + 1, 2)])
def test_prose_begins_where_enough_words_are_in_lower_case(words: int, pieces: int) -> None:
    assert len(list(turns(f"Mara Pier Quill The {'boat ' * words}".strip(), EN))) == pieces


MENU, FOOT = "Home News Sport Weather Contact Us ", "Copyright 2024 Pier Post All Rights Reserved"
CAME = "On day {} the boats came back to the quay of {}, where many had come to see them. "
PLACES = "Larkmoor", "Elra", "Venn", "Tilda", "Quill", "Marrow", "Stane", "Oland", "Tarn", "Wick"
STORY = f"{QUAY}{RAIN}" + "".join(starmap(CAME.format, enumerate(PLACES, 1)))
HEADLINE, BY = "Old swing bridge opens to boats again", "By Ada Pole September 21, 2024, 5:59 PM "


def test_a_page_on_one_line_is_read() -> None:
    record = extract(f"{HEADLINE} | Pier Post {MENU}{HEADLINE} {BY}{STORY}{FOOT}".encode())
    assert record.headline == HEADLINE
    assert [author.name for author in record.authors] == ["Ada Pole"]
    assert record.published.value == "2024-09-21T17:59"
    assert record.body == STORY.strip()


def test_a_headline_that_nothing_sets_apart_is_none() -> None:
    record = extract(f"Pier Post {MENU}{HEADLINE} {BY}{STORY}{FOOT}".encode())
    assert record.headline is None
    assert STORY[-500:].strip() in record.body
    assert "Weather" not in record.body


def test_the_places_of_its_blocks_are_those_of_the_dump() -> None:
    text = f"The old bridge\n{QUAY}{RAIN}{LONG}{QUAY * ENDS}"
    blocks = blocks_of(text, load("en"))
    assert [(b.line, b.column, b.runs_on) for b in blocks][:3] == [
        (1, 1, False),
        (2, 1, False),
        (2, 1 + len(QUAY), True),
    ]


WORDS = st.lists(
    st.sampled_from(
        ["the ", "boat", "Boat ", "By ", "2024 ", "May 3, ", ". ", "! ", "。", "Share ", "\u00a0", "| ", "“"]
    )
)


@given(WORDS, st.sampled_from(["en", "ja"]))
def test_the_pieces_of_a_line_are_the_line(words: list[str], code: str) -> None:
    lines = ["".join(words), "".join(words).ljust(LONG_LINE + 1, "x")]
    assert ["".join(pieces) for pieces in sentences(lines, code)] == lines


@given(WORDS)
def test_spans_of_a_dump_on_one_line_partition_it(words: list[str]) -> None:
    text = QUAY * 40 + "".join(words)
    blocks = segment(Dump(Source("-"), text)).blocks
    assert "".join(text[b.start : b.end] for b in blocks) == text


@given(WORDS)
def test_a_dump_on_one_line_gives_a_record_or_a_refusal(words: list[str]) -> None:
    found = clean(Dump(Source("-"), "".join(words) + f"{LONG}. {QUAY}{RAIN}" * 3))
    assert found.message if isinstance(found, Rejected) else all(each.body for each in found)
