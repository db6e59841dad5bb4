"""A dump as a rule sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newsclean
from newsclean.record import Issue

TITLE = "Ferry returns to Larkmoor after nine years"
STAMP = "By Maren Ostrick\nSeptember 21, 2024, 5:59 PM"
PROSE = (
    "The town council of Larkmoor voted on Monday to bring back the river ferry, nine years after the last boat was "
    "sold to a museum. Eleven of the fifteen members were in favour, and two were absent from the session.",
    "The ferry will link the old harbour with the northern suburbs and carry up to sixty passengers on each crossing. "
    "Mayor Tilda Venn said that the first boat would sail in the spring, once the landing stages have been repaired.",
    "Opponents warned that the yearly cost of 400,000 crowns had been worked out before fuel became dearer. The "
    "treasurer said that the figure includes a reserve, and that fares would cover a third of it.",
)
STORY = "\n\n".join((TITLE, STAMP, *PROSE)) + "\n"

Issues = Callable[..., dict[str, Issue]]


@pytest.fixture
def issues() -> Issues:
    """The rules that a dump breaks, by code."""

    def found(dump: str | bytes) -> dict[str, Issue]:
        data = dump if isinstance(dump, bytes) else dump.encode()
        return {issue.code: issue for article in newsclean.extract_all(data) for issue in article.issues}

    return found
