"""What markup teaches: the roles of blocks beside the article, and dumps of two articles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from newsclean.document import Dump, Role, Source
from newsclean.label.model import BESIDE, LATER
from newsclean.segment import segment
from newsclean.training.pages import examples
from newsclean.training.silver import SHORT, later_truth, silver_of
from newsclean.training.splice import lesson_of, spliced

PAGE = """<body><nav><a href=/>Home</a></nav><p class=overline>Harbour</p><h1>Lamp burns again</h1>
<p class=timestamp>May 4</p><p>The lamp burns.</p><p class=photo-credit>Bo Reed/Agency</p><h2>How it began</h2>
<p>It began to burn.</p><div class="author-bio">Ada Pole writes.</div>
<div class="related"><a href=/a>Ferry stops</a></div>
<footer><p>All rights reserved.</p><p><a href=/b>Jobs</a></p></footer><div class="comments">Well burnt.</div>
<aside><p>Home</p></aside></body>"""


def silver(html: str) -> dict[str, Role]:
    return dict(silver_of(segment(Dump(Source("-"), html, "html"))))


def test_class_words_and_elements_say_what_blocks_are() -> None:
    assert silver(PAGE) == {
        "harbour": Role.KICKER,
        "may 4": Role.TIMESTAMP,
        "bo reed agency": Role.CREDIT,
        "how it began": Role.SUBHEAD,
        "ada pole writes": Role.BIOGRAPHY,
        "ferry stops": Role.RELATED,
        "all rights reserved": Role.LEGAL,
        "jobs": Role.NAVIGATION,
        "well burnt": Role.COMMENT,
    }


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p class=kicker>Sea</p><h1>Lamp</h1>", True),
        ("<h1>Lamp</h1><p class=kicker>Sea</p>", False),
        ("<p class=kicker>Sea</p><h1>Lamp</h1><h1>Quay</h1>", False),
        ("<p class=timestamp>4:05</p>", True),
        ("<p class=timestamp>Today</p>", False),
        (f"<p class=timestamp>4:05{'.' * SHORT}</p>", False),
        ("<div class=sidebar><p class=timestamp>4:05</p></div>", False),
        ("<p class=credit>Bo Reed</p>", True),
    ],
)
def test_kickers_dates_and_credits_are_short_and_of_the_article(html: str, told: bool) -> None:
    assert silver(html).keys().isdisjoint(("sea", "4 05", "today", "bo reed")) is not told


@pytest.mark.parametrize(("outside", "told"), [(0, False), (30, True)])
def test_a_form_around_the_page_says_nothing(outside: int, told: bool) -> None:
    assert ("your name" in silver(f"<form><p>Your name</p></form><p>{'a' * outside}</p>")) is told


def test_a_role_is_carried_to_the_same_line_and_the_article_has_none() -> None:
    texts = ["Home!", "Lamp burns again", "The lamp burns.", "How it began", "?"]
    roles = {"home": Role.NAVIGATION, "how it began": Role.SUBHEAD, "lamp burns again": Role.RELATED}
    body = np.array([False, False, True, True, False])
    truth, trust = later_truth(texts, body, body | (np.arange(5) == 1), roles)
    told = [[LATER[k] for k in np.flatnonzero(row)] for row in truth]
    assert told == [[Role.NAVIGATION], [], [], [Role.SUBHEAD], []]
    assert (trust[:, -len(BESIDE) :] > 0).all(axis=1).tolist() == [True, True, True, True, False]
    assert not trust[:, : -len(BESIDE)].any()


def test_pairs_open_where_the_second_dump_shows_its_headline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.training.splice.PAIRS", 6)
    monkeypatch.setattr("newsclean.training.splice.COPIES", 6)
    pairs = list(spliced(folder))
    assert [pair.kind for pair in pairs if pair.kind == "copied"] == ["copied"] * 6
    assert len(pairs) >= 10, "a headline that is joined to the paragraph over it teaches nothing"
    for pair in pairs:
        opens, begins = (np.flatnonzero(pair.truth[:, LATER.index(name)]).tolist() for name in ("opens", "begins"))
        assert len(opens) == len(begins) == 1
        assert (opens[0] - begins[0] == 6) is (pair.kind == "copied")  # the menu
        assert len(pair.sites) == 2
    again = list(spliced(folder))
    assert all((one.numbers == other.numbers).all() for one, other in zip(pairs, again, strict=True))
    single = lesson_of(next(examples(folder)))
    assert not single.truth[:, 0].any()
    assert single.trust[:, 0].all()
