from __future__ import annotations

import pytest

from newsclean.record import Reason
from newsclean.run.local import Done
from newsclean.run.summary import LONG, SLOWEST, Summary
from newsclean.run.work import Job, Outcome


def summary(*outcomes: Outcome) -> Summary:
    made = Summary()
    for n, outcome in enumerate(outcomes):
        made.add(Done(Job(f"{n}.txt"), outcome, n / 10), outcome)
    return made


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        ([], "0 inputs = 0 records + 0 rejected"),
        ([Outcome(b"{}\n"), Outcome(b"{}\n", Reason.EMPTY)], "2 inputs = 1 record + 1 rejected"),
        ([Outcome(b"{}\n{}\n")], "1 input = 1 record + 0 rejected; 1 more from inputs of several articles"),
    ],
)
def test_the_sum_in_words(outcomes: list[Outcome], words: str) -> None:
    assert list(summary(*outcomes).lines(0))[-1] == words


def test_refusals_are_counted_by_reason() -> None:
    refused = [Outcome(b"", reason) for reason in (Reason.EMPTY, Reason.CRASH, Reason.EMPTY)]
    assert next(summary(*refused).lines(0)) == "rejected: 2 empty, 1 crash"


@pytest.mark.parametrize(("seconds", "told"), [(LONG - 0.1, False), (LONG, True)])
def test_a_long_run_names_what_held_it_up(seconds: float, told: bool) -> None:
    lines = list(summary(*[Outcome(b"{}\n")] * 20).lines(seconds))
    assert len(lines) == (SLOWEST + 2 if told else 1)
    if told:
        assert lines[0] == "2.0 inputs a second; the slowest:"
        assert lines[1:3] == ["  1.90 s  19.txt", "  1.80 s  18.txt"]
