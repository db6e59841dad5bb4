"""Where a dump ends too soon, and where another article opens in it."""

from __future__ import annotations

import pytest

from newsclean.check import check
from newsclean.check.case import Case
from newsclean.check.second import BEFORE, BYLINE, FIRST, LEAST, NEXT
from newsclean.check.shape import DOUBTED, FAR, NEAR
from newsclean.document import Dump, Label, LabelledPage, Role, Source
from newsclean.record import Article, Confidence, SourceRef
from newsclean.segment import segment
from tests.check.conftest import PROSE, STAMP, TITLE, Issues

Told = tuple[str, Label]
BODY = Label(Role.BODY, "prose", 0.9)
SHORT = Label(Role.NAVIGATION, "short", 0.6)
FILLER = ("Topographic map", SHORT)
LINE = "the boats that had been sold to a museum"


def found(*blocks: Told) -> dict[str, int]:
    """The rules that a page of these blocks breaks, and the block that each points at."""
    dump = Dump(Source("x"), "\n\n".join(text for text, _ in blocks))
    page = segment(dump)
    assert [block.text for block in page.blocks] == [text for text, _ in blocks]
    labelled = LabelledPage(page, tuple(label for _, label in blocks))
    article = Article(id="x", source=SourceRef(path="x"), confidence=Confidence(record=1))
    lines = [block.line for block in page.blocks]
    return {issue.code: lines.index(issue.line or 1) for issue in check(Case(labelled, {}, article))}


def is_cut(*behind: Told) -> bool:
    return "NC205" in found(*((text, BODY) for text in PROSE), *behind)


@pytest.mark.parametrize(
    ("line", "amiss"),
    [
        ("The", True),
        ("Maren Ostrick", False),
        ("Tilda Venn Perrin", False),
        ("Bay of Larkmoor", True),
        ("Larkmoor Courier Media Group", True),
        ("The Courier,", True),
        ("Cons:", True),
        ("The Courier", False),
        ("The Courier.", False),
        ("123.", True),
        ("1234.", False),
    ],
)
def test_a_line_right_behind_the_body(line: str, amiss: bool) -> None:
    assert is_cut((line, SHORT)) is amiss


@pytest.mark.parametrize(("between", "amiss"), [(NEAR - 2, True), (NEAR - 1, False)])
def test_a_short_line_is_of_the_body_only_near_it(between: int, amiss: bool) -> None:
    assert is_cut(*[FILLER] * between, ("The", SHORT)) is amiss


@pytest.mark.parametrize(
    ("line", "sure", "amiss"),
    [
        (LINE, DOUBTED - 0.01, True),
        (LINE, DOUBTED, False),
        (LINE.removesuffix(" a museum"), 0.6, False),
        (LINE.title(), 0.6, False),
        ("15.7 oz. (hammock,", 0.9, True),
    ],
)
def test_a_line_far_behind_the_body_is_prose_or_goes_on(line: str, sure: float, amiss: bool) -> None:
    assert is_cut(*[FILLER] * NEAR, (line, Label(Role.LEGAL, "like-legal", sure))) is amiss


@pytest.mark.parametrize(("after", "amiss"), [(FAR - 2, False), (FAR - 1, True)])
def test_furniture_by_its_words_at_the_end_is_that_of_a_whole_page(after: int, amiss: bool) -> None:
    words = ("All rights reserved", Label(Role.LEGAL, "legal-words", 0.8))
    assert is_cut(words, *[FILLER] * after, ("15.7 oz. (hammock,", SHORT)) is amiss


@pytest.mark.parametrize(("between", "amiss"), [(0, True), (1, False)])
def test_prose_right_behind_the_body_is_of_it_whatever_it_says(between: int, amiss: bool) -> None:
    assert is_cut(*[FILLER] * between, (LINE, Label(Role.RELATED, "related-words", 0.8))) is amiss


def second(
    title: str = "Harbour master to retire in January",
    byline: str = "By Osk Perrin",
    before: int = BEFORE,
    behind: tuple[Told, ...] = (("x" * (LEAST - FIRST), BODY), ("y" * FIRST, BODY)),
    label: Label = SHORT,
) -> bool:
    story = ("z" * (before - 1) + ".", BODY)
    return found(story, (title, label), (byline, SHORT), *behind).get("NC206") == 1


def test_a_headline_with_a_byline_and_prose_behind_a_body_opens_another_article() -> None:
    assert second()
    assert second(byline="Written by Osk Perrin and Tilda Venn")
    assert second(label=Label(Role.SUBHEAD, "over-prose"))


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Harbour"},
        {"title": "Retire now"[:9]},
        {"title": "The master will retire."},
        {"title": "word " * 41 + "end"},
        {"byline": "Osk Perrin"},
        {"byline": "By then it was too late."},
        {"byline": "By " + "O" * (BYLINE - 2)},
        {"before": BEFORE - 1},
        {"label": Label(Role.RELATED, "related-words")},
        {"behind": (("x" * (LEAST - FIRST - 1), BODY), ("y" * FIRST, BODY))},
        {"behind": (("y" * (FIRST - 1), BODY), ("x" * LEAST, SHORT))},
        {"behind": (("y" * FIRST, BODY), *[FILLER] * (NEXT - 1), ("x" * LEAST, BODY))},
    ],
)
def test_what_lacks_one_of_these_opens_none(values: dict[str, object]) -> None:
    assert not second(**values)  # type: ignore[arg-type]


def test_prose_that_stands_apart_counts() -> None:
    apart = Label(Role.OTHER, "apart-from-the-body", 0.6)
    assert second(behind=(("x" * LEAST, apart),))
    assert not second(behind=(("x" * LEAST, Label(Role.OTHER, "comment-words", 0.6)),))


def test_a_headline_that_stands_there_twice_is_a_teaser() -> None:
    title, byline = ("Harbour master to retire in January", SHORT), ("By Osk Perrin", SHORT)
    prose = ("x" * LEAST, BODY)
    assert "NC206" not in found(prose, title, byline, prose, title, byline, prose)


OTHER = (
    "Osk Perrin, who has kept the harbour of Larkmoor for thirty-one years, will hand over his keys at the end of May. "
    "His deputy will do the work until the board has found somebody who knows both the tide and the timetable.",
    "Perrin began as a boy who scraped hulls, and he is the last to hold the office for life. “I saw four bridges "
    "planned and one of them built,” he said, and added that he would go on living in the lighthouse.",
    "The board said that it had received nine letters from people who would like to follow him. Two of them were from "
    "abroad, and one had been written by a man who has never been at sea, which it called refreshing.",
)


def test_markup_holds_one_article(issues: Issues) -> None:
    blocks = ("Harbour master to retire in January", "By Osk Perrin", *OTHER)
    assert "NC206" in issues("\n\n".join((TITLE, STAMP, *PROSE, *blocks)))
    page = "".join(f"<p>{block}</p>" for block in (*STAMP.split("\n"), *PROSE, *blocks))
    assert "NC206" not in issues(f"<!doctype html><h1>{TITLE}</h1>{page}")
