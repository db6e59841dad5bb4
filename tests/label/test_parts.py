"""Several articles in one dump: where each opens, and what keeps a dump whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from newsclean.document import Dump, Hint, Page, Source
from newsclean.label import articles, label, parts
from newsclean.label.features import facts_of
from newsclean.label.model import BESIDE, JUDGEMENTS, Judged
from newsclean.label.parts import LEAST, OPENS, parts_of
from newsclean.segment import segment

SENTENCE = "The keeper of the pier said on Monday that the lamp would burn again before the first storm of the year."
LINES = (
    "Lamp burns again",
    SENTENCE,
    SENTENCE,
    SENTENCE,
    "About us",
    "Pier Post",
    "Home",
    "Ferry stops",
    *[SENTENCE] * 3,
)
FIRST, HEADLINE = 5, 7
"""The first block of the second page, and its headline."""


def page_of(lines: Sequence[str]) -> Page:
    return segment(Dump(Source("-"), "\n\n".join(lines)))


def starts(page: Page, opens: Mapping[int, float], begins: int = FIRST) -> list[int]:
    n = len(page.blocks)
    said = {name: np.zeros(n) for name in JUDGEMENTS}
    opening, beginning = np.full(n, -9.0), np.full(n, -9.0)
    for i, logit in opens.items():
        opening[i] = logit
    beginning[begins] = 0.0
    judged = Judged(**said, opens=opening, begins=beginning, beside=np.zeros((len(BESIDE), n)))
    found = parts_of(page, facts_of(page), judged)
    assert [block for part in found for block in part.blocks] == list(page.blocks)
    return [page.blocks.index(part.blocks[0]) for part in found]


def test_a_second_article_begins_with_its_page() -> None:
    assert starts(page_of(LINES), {HEADLINE: OPENS + 0.01}) == [0, FIRST]


def test_what_the_model_doubts_opens_none() -> None:
    assert starts(page_of(LINES), {HEADLINE: OPENS}) == [0]


def test_a_page_begins_behind_the_prose_before_it() -> None:
    assert starts(page_of(LINES), {HEADLINE: 9.0}, begins=1) == [0, 4]
    assert starts(page_of([*LINES[:4], *LINES[7:]]), {4: 9.0}, begins=0) == [0, 4]


@pytest.mark.parametrize("least", [LEAST, LEAST + 1])
def test_each_part_tells_something(least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["Lamp burns again", SENTENCE.ljust(LEAST - 1, "x") + ".", "Ferry stops", SENTENCE * 9]
    monkeypatch.setattr(parts, "LEAST", least)
    assert starts(page_of(lines), {2: 9.0}, begins=2) == ([0, 2] if least == LEAST else [0])
    assert starts(page_of([*lines[2:], *lines[:2]]), {2: 9.0}, begins=2) == ([0, 2] if least == LEAST else [0])


def test_markup_keeps_a_page_whole() -> None:
    text = "".join(f"<p>{line}</p>" for line in LINES)
    assert starts(segment(Dump(Source("-"), text, "html")), {HEADLINE: 9.0}) == [0]


def test_three_articles() -> None:
    lines = [*LINES, *LINES[HEADLINE:]]
    assert starts(page_of(lines), {HEADLINE: 9.0, len(LINES): 9.0}) == [0, FIRST, len(LINES)]


STORIES = (
    (
        "Brinley council keeps its last phone box",
        "By Nadia Frost",
        "6 March 2025",
        "The council of Brinley voted on Monday night to keep the last public phone box of the town, four months "
        "after the telephone company announced that it would be taken away.",
        "The red box on Station Road has handled eleven calls this year, according to the company, and seven of them "
        "were made by pupils of the primary school on a class visit.",
        "“Nobody needs it until the night when everybody does,” said Councillor Agnes Thorley, who moved the motion.",
    ),
    (
        "Ferry to Elra stops for nine weeks",
        "By Sol Varga",
        "12 May 2025",
        "The ferry between Port Elra and the islands will not sail for nine weeks, since its only engine has to be "
        "taken ashore, the harbour board said on Thursday.",
        "Some two hundred islanders cross on it each day, most of them to work. A fishing boat will carry the mail, "
        "and the board is still looking for one that may carry people.",
        "“We have put this off for six years,” said Ada Quill, who chairs the board. “Another would be one too many.”",
    ),
)


def test_two_copies_in_one_file_are_two_articles() -> None:
    page = page_of([line for story in STORIES for line in story])
    found = articles(page)
    assert [part.page.blocks[0].text for part in found] == [story[0] for story in STORIES]
    assert label(page).labels == tuple(given for part in found for given in part.labels)


def test_each_alone_is_one() -> None:
    assert [len(articles(page_of(story))) for story in STORIES] == [1, 1]


def test_an_export_says_where_articles_open_and_a_head_tells_of_the_first() -> None:
    page = page_of(LINES)._replace(openings=(FIRST,), hints=(Hint("meta", "author", "Ada Pole"),))
    assert starts(page, {2: 9.0}) == [0, FIRST]
    first, second = articles(page)
    assert (first.page.hints, second.page.hints) == (page.hints, ())
