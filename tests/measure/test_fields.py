"""One field of one case: both sides of each threshold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.measure.fields import Dump, Hits, agrees, hits_of, same_day, same_headline
from newsclean.measure.gold import Gold
from newsclean.measure.words import shingles, western, word_f1
from tests.measure.conftest import BODY, record

ALL = Dump(None)


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("Ferry back", "FERRY – back!", True),
        ("Ferry back", "Ferry", False),
        ("Ferry back", "", False),
        ("The ferry of Larkmoor is to run again", "The ferry of Larkmoor is to run agai", True),
        ("The ferry of Larkmoor is to run again", "The ferry of Larkmoor is to", False),
    ],
)
def test_headlines_are_the_same_but_for_a_twentieth(gold: str, said: str, same: bool) -> None:
    assert same_headline(gold, said) is same


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("2025-03-04", "2025-03-04T23:59", True),
        ("2025-03-04", "2025-03-05", False),
        ("2025-03-04T00:00:00", "2025-03-05", True),
        ("2025-03-04T00:00:00", "2025-03-06", False),
        ("2025-03-04T10:00", "2025-03-05", True),  # 14 hours before UTC it is the fifth
        ("2025-03-04T09:59", "2025-03-05", False),
        ("2025-03-04T11:59+00:00", "2025-03-03", True),
        ("2025-03-04T12:00+00:00", "2025-03-03", False),
        ("2025-03-04T12:00+00:00", "2025-03-05T11:59+00:00", True),
        ("2025-03-04T12:00+00:00", "2025-03-05T12:00+00:00", False),
        ("2025-03", "2025-03", True),
        ("2025-03", "2025-03-04", False),
        ("2025-03-04", "soon", False),
    ],
)
def test_a_day_is_the_same_in_some_zone(gold: str, said: str, same: bool) -> None:
    assert same_day(gold, said) is same


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("4 March 2025", True),
        ("2025/03/04", True),
        ("٤ مارس ٢٠٢٥", True),
        ("14 March 2025", False),
        ("4 March 20251", False),
        (f"4{' ' * 29}.2025", True),
        (f"4{' ' * 30}.2025", False),
    ],
)
def test_a_dump_shows_a_day_where_its_number_stands_near_its_year(text: str, shown: bool) -> None:
    assert Dump(text).shows_day("2025-03-04") is shown
    assert ALL.shows_day("2025-03-04")


def test_a_time_may_be_shown_as_a_day_beside_it() -> None:
    assert Dump("5 March 2025").shows_day("2025-03-04T20:00")
    assert not Dump("6 March 2025").shows_day("2025-03-04T20:00")


def hits(gold: Gold, dump: Dump = ALL, **said: Any) -> dict[str, Hits]:
    return hits_of(gold, record("a.txt", **said), dump)


def test_a_body_is_compared_by_runs_of_four_words() -> None:
    assert hits(Gold("a", body=BODY), body=BODY)["body"] == (1, 0, 0)
    more = hits(Gold("a", body="a b c d e"), body="a b c d f")["body"]
    assert more == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert hits(Gold("a", body=BODY), body=None)["body"] == (0, 0, 1)
    assert shingles("one two") == {("one", "two"): 1}
    assert not shingles("…")


def test_of_names_and_captions_each_counts_once() -> None:
    said = hits(Gold("a", authors=("Ada Pole", "Bo Reed")), authors=[{"name": "ADA POLE"}, {"name": "Staff"}])
    assert said["authors"] == (1, 1, 1)
    assert hits(Gold("a", authors=("A", "A")), authors=[{"name": "A"}])["authors"] == (1, 0, 1)
    assert hits(Gold("a", authors=()), authors=[{"name": "A"}])["authors"] == (0, 1, 0)
    assert "authors" not in hits(Gold("a"), authors=[{"name": "A"}])
    captions = hits(Gold("a", captions=("A boat at the quay",)), images=[{"caption": "A boat at the quay. Photo"}])
    assert captions["captions"] == (1, 0, 0)
    assert word_f1("a b c d e f", "a b c d g h") < 0.8 <= word_f1("a b c d e", "a b c d f")


def test_what_a_dump_does_not_show_does_not_count() -> None:
    gold = Gold("a", headline="Ferry back", authors=("Ada Pole",), captions=("A boat",), day="2025-03-04")
    assert hits(gold, Dump("nothing")).keys() == {"record"}
    assert hits(gold, Dump("FERRY back, by Ada Pole")).keys() == {"record", "headline", "authors"}
    given = hits(gold, Dump("nothing"), published={"value": "2025-03-05"})
    assert given["day_p"] == (0, 1, 1)


def test_a_refusal_is_right_where_the_gold_refuses() -> None:
    refused, wanted = Gold("a", refused=True), Gold("a", body=BODY)
    assert [hits_of(gold, {}, ALL)["record"].f1 for gold in (refused, wanted)] == [1, 0]
    assert [hits(gold)["record"].f1 for gold in (refused, wanted)] == [0, 1]
    assert hits_of(refused, {}, ALL).keys() == {"record"}


def test_only_what_the_gold_gives_is_compared() -> None:
    assert agrees({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}], "d": 3})
    assert not agrees({"a": [1]}, {"a": [1, 2]})
    assert not agrees({"a": None}, {"a": 1})
    assert hits(Gold("a", exact={"kicker": "SEA"}), kicker="SEA")["kicker"].f1 == 1


def test_phrases_must_stand_in_the_body_or_must_not() -> None:
    gold = Gold("a", has=("ferry", "quay"), lacks=("Subscribe", "council"))
    assert hits(gold, body=BODY)["phrases"] == (2, 0, 2)


@given(st.text(), st.text())
def test_hits_of_a_body_are_shares(gold: str, said: str) -> None:
    found = hits(Gold("a", body=gold), body=said)["body"]
    assert all(0 <= part <= 1 for part in (*found, found.f1))
    assert found.f1 == 1 or sum(found) == pytest.approx(1)
    assert hits(Gold("a", body=gold), body=gold)["body"].f1 == 1


@given(st.text())
def test_digits_of_all_scripts_become_western(text: str) -> None:
    assert all(c.isascii() or not c.isdecimal() for c in western(text))
