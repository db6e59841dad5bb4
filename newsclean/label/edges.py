"""The edges of the body and the gaps in it: what belongs to it though the model doubts, and what does not."""

from __future__ import annotations

from collections import Counter

import numpy as np

from newsclean.document import Role
from newsclean.label.beside import TOPIC
from newsclean.label.draft import Draft
from newsclean.label.features import HALF, LONG
from newsclean.label.page_words import topics
from newsclean.label.story import DOUBT

SENTENCE = 8
"""Words of a sentence that stands for a paragraph."""
ENDING = 15
"""Words of a last paragraph that the model doubts."""
ABOVE = 0.1
"""Share of the body's characters over the headline, up to which they are not of the article."""
APART = 6
"""Blocks in a row of a teaser in the article, with its heading."""
EXCERPT = 1
"""Sentences of a teaser's excerpt over furniture, at most: of 25 excerpts on dev that stand under a heading and one
title, 16 have one, and the others have a name, a day or the next title below them."""
SIBLINGS = 0.75
"""Share of the paragraphs in an element that are body, from which those that the model doubts are as well: on held-out
sites of dev 6 of 6 are, and from 0.5 on 6 of 7."""
AGAIN, PARAGRAPHS = 3, 0.25
"""Times that a line stands in the body, at all and for each paragraph, from which it is furniture: "Pros" and "Cons" of
a test stand there less often."""
BESIDE = frozenset({Role.BODY, Role.BYLINE, Role.TIMESTAMP, Role.HEADLINE})


def clear_above(draft: Draft) -> None:
    """Prose over the headline is of something else, where nearly all of the body stands under it."""
    body = draft.body()
    over = [i for i in body if i < draft.headline]
    sizes = draft.facts.size
    if over and sum(sizes[i] for i in over) <= ABOVE * sum(sizes[i] for i in body):
        for i in over:
            draft.clear(i)
        draft.measure()


def stray(draft: Draft) -> None:
    """Short lines that are no sentence and stand alone are no body: points of a list over the article, buttons."""
    for i in _labels(draft):
        if sum(draft.inside[max(0, i - 1) : i + 2]) == 1:
            draft.clear(i)
    draft.measure()


def _labels(draft: Draft) -> list[int]:
    """The short lines of the body that are no sentence."""
    return [i for i in draft.body() if draft.facts.size[i] < LONG and not draft.facts.ended[i]]


def fill(draft: Draft) -> None:
    """A sentence that the model doubts, beside the body on one side and beside it or the byline on the other.

    A long one that follows the body directly is its last paragraph.
    """
    facts, start = draft.facts, draft.headline + 1
    for i in (start + np.flatnonzero(draft.judged.prose[start : draft.last + 2] > DOUBT)).tolist():
        if not draft.free(i):
            continue
        inside = draft.first < i < draft.last and draft.is_body(i - 1) and draft.is_body(i + 1)
        if inside and facts.said[i] >= ENDING:
            draft.put(i, Role.BODY, "between-prose", 0.5)
        elif facts.ended[i] and facts.said[i] >= SENTENCE:
            sides = {given.role for given in draft.labels[i - 1 : i + 2] if given is not None}
            final = i == draft.last + 1 and draft.is_body(i - 1)
            ending = final and facts.said[i] >= ENDING and not facts.furniture[i]
            if (i < draft.last and Role.BODY in sides and sides <= BESIDE) or ending:
                draft.put(i, Role.BODY, "between-prose", 0.5)
    draft.measure()


def repeated(draft: Draft) -> None:
    """A short line that is no sentence and stands before each few paragraphs, as "Article content" does."""
    facts, short = draft.facts, _labels(draft)
    said = Counter(facts.texts[i] for i in short)
    enough = max(AGAIN, PARAGRAPHS * (sum(draft.inside) - len(short)))
    for i in short:
        if said[facts.texts[i]] >= enough:
            draft.put(i, Role.OTHER, "repeated", 0.8)
    draft.measure()


def resumed(draft: Draft) -> None:
    """Paragraphs of the article's matter that the model doubts, behind a teaser at what seemed to be its end."""
    _behind_one_teaser(draft)
    facts, start = draft.facts, draft.last + 1
    likely = (start + np.flatnonzero(draft.judged.prose[start:] > DOUBT)).tolist() if start else []
    doubted = [i for i in likely if _may_resume(draft, i)]
    if not doubted:
        return
    topic = topics(facts.words, np.array(draft.inside, bool))
    end = draft.last
    for i in doubted:
        between = range(end + 1, i)
        if len(between) > APART or any(_bars(draft, j) for j in between):
            break
        if topic[i] >= TOPIC or not between:
            draft.put(i, Role.BODY, "behind-a-teaser", 0.5)
            end = i
    draft.measure()


def _behind_one_teaser(draft: Draft) -> None:
    """The paragraph of the article's matter between "Related:" with one title and the page's furniture.

    To the model it reads like the title's excerpt, as most prose in that place is.
    """
    facts, i = draft.facts, draft.last + 3
    if draft.last < 0 or i + 1 >= len(facts) or facts.ends[i] <= EXCERPT or not _may_resume(draft, i):
        return
    headed = facts.furniture[i - 2].get("related", 0.0) >= HALF and facts.size[i - 1] < LONG
    if headed and facts.furniture[i + 1] and topics(facts.words, np.array(draft.inside, bool))[i] >= TOPIC:
        draft.put(i, Role.BODY, "behind-a-teaser", 0.5)
        draft.measure()


def biography(draft: Draft) -> None:
    """Paragraphs at the end of the body that begin with a name of the byline tell who wrote it."""
    bylines = " ".join(draft.facts.texts[i] for i in draft.indexes(Role.BYLINE)).casefold().split()
    names = {" ".join(bylines[i : i + 2]) for i in range(len(bylines) - 1)}
    while draft.last > draft.first and " ".join(draft.facts.texts[draft.last].casefold().split()[:2]) in names:
        draft.put(draft.last, Role.BIOGRAPHY, "named-in-the-byline", 0.7)
        draft.measure()


def contained(draft: Draft) -> None:
    """A paragraph that the model doubts, in the element of which most others are body."""
    if draft.page.blocks[0].markup is None:
        return
    places: dict[tuple[int, ...], list[int]] = {}
    for i, block in enumerate(draft.page.blocks):
        if block.markup is not None and block.markup.tag == "p":
            places.setdefault(block.markup.container[1:2], []).append(i)
    for among in places.values():
        doubted = [i for i in among if _may_resume(draft, i)]
        if doubted and sum(map(draft.is_body, among)) >= SIBLINGS * len(among):
            for i in doubted:
                draft.put(i, Role.BODY, "among-the-body", 0.5)
    draft.measure()


def _bars(draft: Draft, i: int) -> bool:
    """Whether the article does not go on behind a block: prose that is none of it, or the heading of the comments."""
    facts = draft.facts
    return (facts.size[i] >= LONG and draft.free(i)) or facts.furniture[i].get("comment", 0.0) >= HALF


def _may_resume(draft: Draft, i: int) -> bool:
    facts = draft.facts
    return draft.free(i) and facts.ended[i] and facts.said[i] >= ENDING and not facts.furniture[i]
