"""When another is asked about a page of markup, and what its vote does."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.document import Dump, Role, Source
from newsclean.label import second
from newsclean.label.draft import Draft
from newsclean.label.features import facts_of
from newsclean.label.model import judge, shipped
from newsclean.label.second import KEPT, UNSURE, VOTE, heard, is_of_it, is_unsure
from newsclean.label.vocabulary import vocabulary_of
from newsclean.read import dump_of
from newsclean.read.items import Item
from newsclean.segment import segment

PROSE = (
    "The swing bridge of Port Elra will close for eleven weeks while divers replace its bearings, said the harbour.",
    "The bridge carries nine thousand vehicles, and the harbour expects queues on the ring road until the autumn.",
    "“We have put this off for six years,” said Ada Quill, who chairs the board. “Another would be one too many.”",
)
MENU = "A sentence of the menu that is as long as a paragraph of the story and told by nobody but us, here and now."


def draft_of(text: str) -> Draft:
    page = segment(dump_of(Item(Source("-.html"), text.encode())))
    facts = facts_of(page)
    return Draft(page, facts, judge(facts, page.blocks, shipped()), vocabulary_of(page.language))


def sign(draft: Draft) -> Draft:
    """Make a block of no size to speak of the byline."""
    draft.put(1, Role.BYLINE, "test", 0.9)
    return draft


def page_of(*paragraphs: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><body><nav><p>{MENU}</p></nav><article><h1>Bridge to close</h1>{body}</article></body></html>"


@pytest.mark.parametrize(("apart", "asked"), [(0.02, False), (-0.02, True)])
def test_another_is_asked_where_the_expected_f1_is_low(apart: float, asked: bool) -> None:
    draft = draft_of(page_of(*PROSE))
    share = UNSURE + apart  # all body, each block so likely: F1 is 2p / (p + 1)
    share = share / (2 - share)
    logit = 1.6 * np.log(share / (1 - share))
    for i in range(len(draft.facts)):
        draft.put(i, Role.BODY, "test", 0.5)
    assert not is_unsure(draft)  # no byline
    sign(draft)
    draft.judged = draft.judged._replace(prose=np.full(len(draft.facts), logit))
    assert is_unsure(draft) is asked


def test_nobody_is_asked_about_plain_text_or_a_giant_page(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = segment(Dump(Source("-"), "\n\n".join(PROSE)))
    facts = facts_of(plain)
    assert not is_unsure(Draft(plain, facts, judge(facts, plain.blocks, shipped()), vocabulary_of("en")))
    draft = draft_of(page_of(*PROSE))
    assert is_unsure(sign(draft))  # nothing is body yet
    monkeypatch.setattr(second, "LARGEST", 10)
    assert not is_unsure(draft)


@pytest.mark.parametrize(("more", "asked"), [(0, True), (1, False)])
def test_nobody_is_asked_about_a_page_with_an_element_of_countless_attributes(more: int, asked: bool) -> None:
    busy = " ".join(f"a{n}" for n in range(second.ATTRIBUTES + more))
    assert is_unsure(sign(draft_of(page_of(*PROSE) + f"<p {busy}>Boats</p>"))) is asked


@pytest.mark.parametrize(("more", "asked"), [(0, True), (1, False)])
def test_nobody_is_asked_about_a_page_of_countless_blocks(
    monkeypatch: pytest.MonkeyPatch, more: int, asked: bool
) -> None:
    draft = sign(draft_of(page_of(*PROSE)))
    monkeypatch.setattr(second, "BLOCKS", len(draft.facts) - more)
    assert is_unsure(draft) is asked


def test_a_vote_moves_what_the_other_reads_up_and_all_else_down() -> None:
    draft = draft_of(page_of(*PROSE))
    moved = (heard(draft).judged.prose - draft.judged.prose).round(3).tolist()
    told = dict(zip(draft.facts.texts, moved, strict=True))
    assert {told[text] for text in PROSE} == {VOTE}
    assert told[MENU] == -VOTE
    assert heard(draft).labels == [None] * len(draft.facts)


def test_an_answer_that_says_nothing_is_no_vote() -> None:
    draft = draft_of("<p>Bridge</p><p>Boats</p>")
    assert heard(draft).judged.prose.tolist() == draft.judged.prose.tolist()


@pytest.mark.parametrize(("apart", "kept"), [(1, True), (-1, False)])
def test_a_vote_that_leaves_too_little_is_of_another_article(apart: int, kept: bool) -> None:
    text = "x" * round(100 * KEPT + apart)
    before, after = (draft_of(f"<p>{text}</p><p>{'x' * (100 - len(text))}</p>") for _ in range(2))
    for i in (0, 1):
        before.put(i, Role.BODY, "test", 0.5)
    after.put(0, Role.BODY, "test", 0.5)
    assert is_of_it(after, before) is kept
