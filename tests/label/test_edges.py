"""What belongs to the body at its edges, and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.document import Dump, Role, Source
from newsclean.label import edges
from newsclean.label.draft import Draft
from newsclean.label.edges import APART
from newsclean.label.story import DOUBT
from newsclean.segment import segment

Made = Callable[..., Draft]
OPENING = (
    "The swing bridge of Port Elra will close for eleven weeks while divers replace its bearings, said the harbour.",
    "The bridge carries nine thousand vehicles, and the harbour expects queues on the ring road until the autumn.",
)
ENDING = "The divers start in June, and the harbour will report on the bridge and its bearings until the work is done."
FOREIGN = (
    "Three goats ate the curtains of a theatre on Sunday evening, and nobody in the cast was looking at them then."
)


def body(draft: Draft, *places: int) -> Draft:
    for i in places:
        draft.put(i, Role.BODY, "prose", 0.9)
    draft.measure()
    return draft


@pytest.mark.parametrize(
    ("line", "beside", "kept"),
    [
        ("Wind of 104mph measured", False, False),
        ("Wind of 104mph measured", True, True),
        ("The wind has dropped.", False, True),
        ("Wind of 104mph measured at the lighthouse of Port Elra on the coast, as never before", False, True),
    ],
    ids=["alone", "beside another", "a sentence", "long"],
)
def test_a_short_line_that_is_no_sentence_is_body_beside_other_body_only(
    draft_of: Made, line: str, beside: bool, kept: bool
) -> None:
    draft = body(draft_of("Menu", line, "Subscribe", *OPENING), 1, 3, 4)
    if beside:
        body(draft, 2)
    edges.stray(draft)
    assert draft.is_body(1) is kept
    assert (draft.is_body(3), draft.first) == (True, 1 if kept else 3)


@pytest.mark.parametrize(
    ("between", "logit", "last", "taken"),
    [
        (APART, DOUBT + 0.01, ENDING, True),
        (APART + 1, DOUBT + 0.01, ENDING, False),
        (1, DOUBT, ENDING, False),
        (1, DOUBT + 0.01, FOREIGN, False),
        (0, DOUBT + 0.01, FOREIGN, True),
    ],
    ids=["near", "far", "unlikely", "of something else", "beside it"],
)
def test_a_paragraph_behind_a_teaser_is_body_where_it_is_near_and_on_the_matter(
    draft_of: Made, between: int, logit: float, last: str, taken: bool
) -> None:
    teaser = [f"What the ring road was for {n}" for n in range(between)]
    prose = [5.0, 5.0, *[-9.0] * between, logit]
    draft = body(draft_of(*OPENING, *teaser, last, prose=prose), 0, 1)
    edges.resumed(draft)
    assert draft.is_body(2 + between) is taken


LAST = "The divers start in June. The harbour will report on the bridge and its bearings until the work is done."


@pytest.mark.parametrize(
    ("heading", "titles", "last", "below", "taken"),
    [
        ("Related:", 1, LAST, "Terms of use", True),
        ("Divers:", 1, LAST, "Terms of use", False),
        ("Related:", 2, LAST, "Terms of use", False),
        ("Related:", 1, LAST.replace(". The", ", and the"), "Terms of use", False),
        ("Related:", 1, f"{FOREIGN} {FOREIGN}", "Terms of use", False),
        ("Related:", 1, LAST, "The bridge that nobody wanted", False),
    ],
    ids=["the shape", "no heading", "more titles", "one sentence", "of something else", "no furniture below"],
)
def test_a_paragraph_between_one_teaser_and_furniture_is_body(
    draft_of: Made, heading: str, titles: int, last: str, below: str, taken: bool
) -> None:
    draft = body(draft_of(*OPENING, heading, *["What the ring road was for"] * titles, last, below), 0, 1)
    edges.resumed(draft)
    assert draft.is_body(3 + titles) is taken


def test_nothing_goes_on_behind_prose_that_is_of_something_else(draft_of: Made) -> None:
    draft = body(draft_of(*OPENING, FOREIGN, ENDING, prose=[5.0, 5.0, -9.0, 0.0]), 0, 1)
    edges.resumed(draft)
    assert not draft.is_body(3)


def test_nothing_goes_on_behind_the_heading_of_the_comments(draft_of: Made) -> None:
    for heading, taken in (("Related stories", True), ("Comments (3)", False)):
        draft = body(draft_of(*OPENING, heading, "marlow", ENDING, prose=[5.0, 5.0, -9.0, -9.0, 0.0]), 0, 1)
        edges.resumed(draft)
        assert draft.is_body(4) is taken


@pytest.mark.parametrize(
    ("line", "below", "taken"),
    [
        ("Its label tells the county not to spray over the fields of the farmers of Port Elra in", True, True),
        ("Its label tells the county not to spray over the fields of farmers in", True, False),
        ("Its label tells the county not to spray over the fields of the farmers of Port Elra in", False, False),
    ],
    ids=["long", "short", "at the end"],
)
def test_a_broken_paragraph_between_two_of_the_body_is_body(
    draft_of: Made, line: str, below: bool, taken: bool
) -> None:
    draft = body(draft_of(*OPENING, line, ENDING, prose=[5.0, 5.0, DOUBT + 0.01, 5.0]), 0, 1, *[3] * below)
    edges.fill(draft)
    assert draft.is_body(2) is taken


def test_the_first_and_the_last_block_of_a_page_have_no_body_on_both_sides(draft_of: Made) -> None:
    broken = "Its label tells the county not to spray over the fields of the farmers of Port Elra in"
    draft = body(draft_of(broken, OPENING[0], broken, prose=[0.0, 5.0, 0.0]), 1)
    edges.fill(draft)
    assert draft.body() == [1]


@pytest.mark.parametrize(
    ("line", "times", "paragraphs", "kept"),
    [
        ("Article content", 3, 12, False),
        ("Article content", 2, 2, True),
        ("Pros", 3, 13, True),
        ("It rained.", 3, 3, True),
        (OPENING[0], 3, 3, True),
    ],
    ids=["one in four", "twice", "fewer", "a sentence", "long"],
)
def test_a_line_before_each_few_paragraphs_is_furniture(
    draft_of: Made, line: str, times: int, paragraphs: int, kept: bool
) -> None:
    lines = [OPENING[1]] * paragraphs
    lines[: 2 * times] = [text for paragraph in lines[:times] for text in (line, paragraph)]
    lines += [OPENING[1]] * (paragraphs + times - len(lines))
    draft = body(draft_of(*lines), *range(len(lines)))
    edges.repeated(draft)
    assert [draft.is_body(i) for i, text in enumerate(lines) if text == line] == [kept] * times
    assert all(draft.is_body(i) for i, text in enumerate(lines) if text == OPENING[1])


@pytest.mark.parametrize(
    ("body_of", "form", "taken"),
    [
        (3, "<p>{}</p>", True),
        (2, "<p>{}</p>", False),
        (3, "<div>{}</div>", False),
        (3, "</div><p>{}</p><div>", False),
        (3, "<p>Subscribe now. {}</p>", False),
    ],
    ids=["among the body", "too few of it", "no paragraph", "in another element", "furniture"],
)
def test_a_paragraph_in_the_element_of_the_body_is_body(
    draft_in_page: Made, body_of: int, form: str, taken: bool
) -> None:
    said = [f"{OPENING[0]} {n}." for n in range(body_of)]
    inner = "".join(f"<p>{text}</p>" for text in said) + form.format(FOREIGN)
    page = segment(Dump(Source("-"), f"<body><h1>The bridge</h1><div>{inner}</div></body>", "html"))
    texts = [block.text for block in page.blocks]
    draft = body(draft_in_page(page), *map(texts.index, said))
    edges.contained(draft)
    assert draft.is_body(len(texts) - 1) is taken
