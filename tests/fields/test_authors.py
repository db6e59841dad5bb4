"""Authors of a page: print, metadata, and both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.document import Hint, LabelledPage
from newsclean.fields import authors, byline
from newsclean.fields.authors import AGREED, HINTED

Labelled = Callable[..., LabelledPage]
BODY = "B The pier was closed for nine years.\nB It is open again since Monday."


def names(page: LabelledPage) -> list[str]:
    found = authors.find(page)
    return [author.name for author in found.value] if found else []


def author(value: str, kind: str | None = None) -> Hint:
    return Hint("jsonld", "author", value, kind)


def test_the_byline_under_the_headline(labelled: Labelled) -> None:
    page = labelled(f"H The old pier opens\n. By Ada Pole and Bo Reed May 3, 2024 2 min read\n{BODY}")
    assert names(page) == ["Ada Pole", "Bo Reed"]
    found = byline.find(page)
    assert found is not None
    assert (found.value, found.blocks) == ("By Ada Pole and Bo Reed", (1,))


def test_a_by_word_on_a_line_of_its_own(labelled: Labelled) -> None:
    page = labelled(f"H The old pier opens\n. By\n. Ada Pole\n. and\n. Bo Reed\n. May 3, 2024\n{BODY}")
    assert names(page) == ["Ada Pole", "Bo Reed"]
    found = byline.find(page)
    assert found is not None
    assert (found.value, found.blocks) == ("By Ada Pole and Bo Reed", (1, 2, 3, 4))


def test_a_role_on_the_next_line(labelled: Labelled) -> None:
    found = authors.find(labelled(f"H The old pier opens\n. By Ada Pole\n. Chief Pier Correspondent\n{BODY}"))
    assert found is not None
    assert [(a.name, a.role) for a in found.value] == [("Ada Pole", "Chief Pier Correspondent")]


def test_a_bare_name_beside_the_date(labelled: Labelled) -> None:
    assert names(labelled(f"H The old pier opens\n. Ada Pole\n. May 3, 2024\n{BODY}")) == ["Ada Pole"]


def test_a_title_is_no_name(labelled: Labelled) -> None:
    page = labelled(f"H The old pier opens\n. Pier Closed\n. May 3, 2024\n{BODY}\nB All on the pier closed early.")
    assert names(page) == []


def test_names_of_other_stories_are_not_taken(labelled: Labelled) -> None:
    teasers = "R Rates fall\nR By Cy Dee\nR Rains come\nR By Di Eff"
    filler = "\n".join(f". Menu {n}" for n in range(12))
    assert names(labelled(f"H The old pier opens\n{BODY}\n{filler}\n{teasers}")) == []


def test_metadata_alone(labelled: Labelled) -> None:
    found = authors.find(labelled(f"H The old pier opens\n{BODY}", hints=[author("Ada Pole", "person")]))
    assert found is not None
    assert ([a.name for a in found.value], found.confidence, found.blocks) == (["Ada Pole"], HINTED, ())


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Pole, Ada", ["Ada Pole"]),
        ("van der Pole, Ada M.; Reed, Bo", ["Ada M. van der Pole", "Bo Reed"]),
        ("Ada Pole, Bo Reed", ["Ada Pole", "Bo Reed"]),
        ("Pole, Editor", ["Pole"]),
        ("Pole, MD", ["Pole"]),
        ("Reuters, Berlin", ["Reuters"]),
    ],
)
def test_names_with_the_surname_first_are_turned_round(labelled: Labelled, said: str, told: list[str]) -> None:
    assert names(labelled(f"H The old pier opens\n{BODY}", hints=[author(said)])) == told
    assert names(labelled(f"H The old pier opens\n. Author: {said}\n{BODY}")) == told


def test_agreement_is_surer_and_print_gives_the_role(labelled: Labelled) -> None:
    page = labelled(f"H The old pier opens\n. By Ada Pole, Pier Editor\n{BODY}", hints=[author("Ada Pole")])
    found = authors.find(page)
    assert found is not None
    assert (found.confidence, found.value[0].role) == (AGREED, "Pier Editor")


def test_metadata_adds_a_name(labelled: Labelled) -> None:
    hints = [author("Ada Pole"), author("Bo Reed")]
    assert names(labelled(f"H The old pier opens\n. By Ada Pole\n{BODY}", hints=hints)) == ["Ada Pole", "Bo Reed"]


def test_a_sure_byline_is_believed_against_metadata(labelled: Labelled) -> None:
    page = labelled(f"H The old pier opens\n. By Ada Pole\n. May 3, 2024\n{BODY}", hints=[author("Cy Dee")])
    assert names(page) == ["Ada Pole"]


def test_accounts_and_addresses_are_dropped(labelled: Labelled) -> None:
    for value in ("admin", "https://pier.example/ada", "bo.reed", "boreed7", "q_admin"):
        assert names(labelled(f"H The old pier opens\n{BODY}", hints=[author(value)])) == []


def test_the_paper_is_no_author_but_its_desk_is(labelled: Labelled) -> None:
    house = Hint("jsonld", "publisher", "The Old Pier")
    own = labelled(f"H The storm is over\n{BODY}", hints=[house, author("The Old Pier", "organization")])
    assert names(own) == []
    desk = labelled(f"H The storm is over\n{BODY}", hints=[house, author("The Old Pier news desk", "organization")])
    found = authors.find(desk)
    assert found is not None
    assert [(a.name, a.type) for a in found.value] == [("The Old Pier news desk", "organization")]


def test_nothing_gives_nothing(labelled: Labelled) -> None:
    page = labelled(f"H The old pier opens\n{BODY}")
    assert authors.find(page) is None
    assert byline.find(page) is None
