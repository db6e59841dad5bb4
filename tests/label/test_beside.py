"""What stands beside the article: appeals, and what the model says of lines that nothing claimed."""

from __future__ import annotations

from collections.abc import Callable
from math import log

import pytest

from newsclean.document import Role
from newsclean.label import beside, story
from newsclean.label.beside import LIKELY
from newsclean.label.draft import Draft
from newsclean.label.story import CREDITED

Made = Callable[..., Draft]
STORY = (
    "The swing bridge of Port Elra will close for eleven weeks while divers replace its bearings, said the harbour.",
    "The bridge carries nine thousand vehicles, and the harbour expects queues on the ring road until the autumn.",
)
TEASER = "What the ring road was built for"
APPEAL = "Thousands enjoy our paper every morning, but only one out of ninety among them pays anything."
ASKING = ("Become a member", "Support us")


def roles(draft: Draft) -> list[Role | None]:
    return [given.role if given else None for given in draft.labels]


@pytest.mark.parametrize(
    ("line", "over", "taken"),
    [
        (APPEAL, Role.RELATED, True),
        (APPEAL, Role.CAPTION, False),
        ("Divers said that the bearings of the swing bridge were worn by vehicles.", Role.RELATED, False),
    ],
    ids=["an appeal", "behind a picture", "the article"],
)
def test_prose_between_a_teaser_and_an_appeal_is_of_it_where_it_tells_of_something_else(
    draft_of: Made, line: str, over: Role, taken: bool
) -> None:
    draft = draft_of(*STORY, TEASER, line, *ASKING)
    for i in (0, 1, 3, 4):
        draft.put(i, Role.BODY, "prose", 0.9)
    draft.put(2, over, "test", 0.9)
    draft.measure()
    beside.appeals(draft)
    assert roles(draft)[3:] == [Role.PROMO if taken else Role.BODY, Role.PROMO, Role.PROMO]


@pytest.mark.parametrize(
    ("line", "sure", "role"),
    [
        ("marlow jane", LIKELY + 0.01, Role.COMMENT),
        ("marlow jane", LIKELY - 0.01, None),
        ("12.05.2025", 0.99, None),
        ("7:02 AM", 0.99, None),
    ],
    ids=["sure", "not sure", "a day", "a time"],
)
def test_the_model_is_believed_where_it_is_sure_and_the_line_names_no_time(
    draft_of: Made, line: str, sure: float, role: Role | None
) -> None:
    logit = log(sure / (1 - sure))
    draft = draft_of(line, **{Role.COMMENT: [logit]})
    beside.unclaimed(draft)
    assert roles(draft) == [role]


def test_all_that_nothing_claimed_under_the_comments_is_one(draft_of: Made) -> None:
    draft = draft_of(STORY[0], "marlow jane", "Comments", "marlow jane")
    draft.put(0, Role.BODY, "prose", 0.9)
    draft.measure()
    beside.furniture(draft)
    beside.unclaimed(draft)
    assert roles(draft) == [Role.BODY, None, Role.COMMENT, Role.COMMENT]


def test_an_appeal_that_opens_the_page_has_no_teaser_over_it(draft_of: Made) -> None:
    draft = draft_of(APPEAL, *ASKING, TEASER)
    for i in (0, 1):
        draft.put(i, Role.BODY, "prose", 0.9)
    draft.put(3, Role.RELATED, "test", 0.9)
    draft.measure()
    beside.appeals(draft)
    assert roles(draft) == [Role.BODY, Role.PROMO, Role.PROMO, Role.RELATED]


@pytest.mark.parametrize(
    ("line", "at", "role", "sure", "expected"),
    [
        ("Harbour", 0, Role.KICKER, 1.0, Role.KICKER),
        ("Harbour", 0, Role.KICKER, -1.0, None),
        ("Harbour", 2, Role.KICKER, 1.0, None),
        ("4 May 2025", 2, Role.TIMESTAMP, 1.0, Role.TIMESTAMP),
        ("4 May 2025", 2, Role.TIMESTAMP, -1.0, None),
        ("Harbour", 2, Role.TIMESTAMP, 1.0, None),
        ("4 May 2025", 4, Role.TIMESTAMP, 1.0, None),
    ],
)
def test_kickers_and_dates_that_markup_taught(
    draft_of: Made, line: str, at: int, role: Role, sure: float, expected: Role | None
) -> None:
    lines = ["x", "Lamp on the old quay burns again", "y", STORY[0], "z"]
    lines[at] = line
    draft = draft_of(*lines, **{role: [sure if i == at else -9.0 for i in range(5)]})
    draft.put(1, Role.HEADLINE, "test", 0.9)
    draft.put(3, Role.BODY, "test", 0.9)
    draft.headline = 1
    draft.measure()
    beside.silver(draft)
    assert roles(draft)[at] is expected


@pytest.mark.parametrize(("sure", "role"), [(CREDITED + 0.1, Role.CREDIT), (CREDITED - 0.1, None)])
def test_a_likely_credit_is_one_whatever_its_words(draft_of: Made, sure: float, role: Role | None) -> None:
    draft = draft_of("Lamp burns again", "bo reed / harbour", STORY[0], **{Role.CREDIT: [-9.0, sure, -9.0]})
    draft.put(0, Role.HEADLINE, "test", 0.9)
    draft.put(2, Role.BODY, "test", 0.9)
    draft.headline = 0
    draft.measure()
    story.captions(draft)
    assert roles(draft)[1] is role


def test_where_an_appeal_begins_is_asked_of_the_first_ones_alone(
    draft_of: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "OPENINGS", 0)
    draft = draft_of(*STORY, TEASER, APPEAL, *ASKING)
    for i in (0, 1, 3, 4):
        draft.put(i, Role.BODY, "prose", 0.9)
    draft.put(2, Role.RELATED, "test", 0.9)
    draft.measure()
    beside.appeals(draft)
    assert roles(draft)[3:] == [Role.BODY, Role.PROMO, Role.PROMO]
