"""What stands beside a document in its row: known by the name of its column, bounded, left out where it is no words."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.read import dump_of
from newsclean.read.items import KEYS, Keys
from newsclean.read.rows import LONGEST, MOST, Number, item_of

TEXT = "The ferry sails again."


def stated(row: dict[str, object], keys: Keys = KEYS) -> tuple[tuple[str, str], ...]:
    return item_of({"text": TEXT} | row, Source("x"), keys).stated


def test_what_a_row_states_goes_with_its_document(find) -> None:
    row = {"title": "Ferry", "author": "Ada Pole", "date": "2024-05-03", "source": "The Larkmoor Post", "id": 7}
    (found,) = find(json.dumps(row | {"text": TEXT}).encode())
    assert found.stated == (
        ("title", "Ferry"),
        ("author", "Ada Pole"),
        ("date", "2024-05-03"),
        ("og:site_name", "The Larkmoor Post"),
    )
    assert dump_of(found).stated == found.stated


@pytest.mark.parametrize("column", ["Publish Date", "publish_date", "PUBLISH-DATE", "published_at", "date"])
def test_columns_are_known_in_any_case_and_with_any_joint(column: str) -> None:
    assert stated({column: "3 May"}) == (("date", "3 May"),)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Number("1714721400"), "2024-05-03T07:30:00+00:00"),
        (Number("1714721400000"), "2024-05-03T07:30:00+00:00"),
        (Number("1714721400.25"), "2024-05-03T07:30:00+00:00"),
        (1_714_721_400.25, "2024-05-03T07:30:00+00:00"),
        (1_714_694_400_000, "2024-05-03"),  # as pandas writes a day
        ("1714721400", "2024-05-03T07:30:00+00:00"),  # of CSV
        ("631152000", "1990-01-01"),
    ],
)
@pytest.mark.parametrize(("column", "meta"), [("date", "date"), ("updated", "last-modified")])
def test_numbers_of_a_plausible_time_are_times(value: object, words: str, column: str, meta: str) -> None:
    assert stated({column: value}) == ((meta, words),)
    assert stated({"author": value}) in ((), (("author", value),))


@pytest.mark.parametrize("value", [Number("631151999"), 4_102_444_800_000, Number("9" * 30), True, float("nan")])
def test_other_numbers_are_no_times(value: object) -> None:
    assert stated({"date": value}) == ()


@pytest.mark.parametrize("value", ["20240503", "202405030730", "20240503073000", "4102444800"])
def test_digits_that_are_no_plausible_time_stay_as_they_are(value: str) -> None:
    assert stated({"date": value}) == (("date", value),)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("  Ada Pole ", "Ada Pole"),
        (["Ada Pole", "Ben Venn"], "Ada Pole, Ben Venn"),
        ({"id": None, "name": "Ada Pole"}, "Ada Pole"),
        ([{"name": "Ada Pole"}, {"name": "Ben Venn"}], "Ada Pole, Ben Venn"),
        (dt.date(2024, 5, 3), "2024-05-03"),
        (dt.datetime(2024, 5, 3, 7, 30, tzinfo=dt.UTC), "2024-05-03T07:30:00+00:00"),
        ("a" * LONGEST, "a" * LONGEST),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_what_is_in_words_is_stated(value: object, words: str) -> None:
    assert stated({"author": value}) == (("author", words),)


@pytest.mark.parametrize(
    "value",
    [
        None, "", " ", "N/A", "nan", 7, 7.5, True, Number("1714723200"), [], ["a", 7], [["a"]], {"id": "a"}, b"a",
        {"name": ["a"]}, [{"name": "a"}, {"id": "b"}], [Number("7")], "https://post.example/ada", "a" * (LONGEST + 1),
    ],
)  # fmt: skip
def test_what_is_not_in_words_is_left_out(value: object) -> None:
    assert stated({"author": value}) == ()


def test_numbers_of_json_are_neither_statements_nor_documents(find) -> None:
    (found,) = find(b'{"content": 1, "text": "a", "timestamp": 1714723200, "date": 1.5, "title": "7"}')
    assert (found.data, found.stated) == (b"a", (("title", "7"),))
    (refused,) = find(b'{"text": 5}')
    assert 'holds no text under "text"' in refused.message


def test_keys_of_documents_and_addresses_state_nothing() -> None:
    row = {"content": "b", "article": "c", "link": "d", "summary": "e", "source": "f"}
    assert stated(row) == (("description", "e"), ("og:site_name", "f"))
    assert stated(row, Keys((), ("summary",), ("source",))) == ()


def test_statements_are_bounded() -> None:
    words = ["title", "Title", "tITLE", "titlE", "author", "Author", "date", "Date", "time", "Time", "byline", "Byline"]
    row = {each: "a" for word in words for each in (word, word.upper(), f"{word}_", f"_{word}")}
    assert len(row) > MOST
    assert len(stated(row)) == MOST


@given(st.dictionaries(st.sampled_from(["title", "Authors", "date", "x"]), st.none() | st.text() | st.lists(st.text())))
def test_any_row_states_whole_words(row: dict[str, object]) -> None:
    for name, words in stated(row):
        assert name in ("title", "author", "date")
        assert 0 < len(words.encode()) <= 4 * LONGEST
