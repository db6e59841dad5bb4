"""The parts of the article: its headline and what stands around it, its pictures, the gaps in its body."""

from __future__ import annotations

import re

import numpy as np

from newsclean.document import Role
from newsclean.label.context import TITLE_START
from newsclean.label.draft import Draft
from newsclean.label.features import LONG, Facts
from newsclean.label.words import names_person, shows_credit

SUFFIX = re.compile(r"\s?[|·:»]\s|\s[–—-]\s")
"""What stands between a headline and the name of the site in a page's title."""
TITLE_SIZE = (8, 250)
"""Characters of a headline, least and most."""
NEAR = 4
"""Lines from a path of sections to the headline at its end."""
RIVAL, NAME_WORDS = 3.0, 3
"""Logits between two titles, and words of the upper one, up to which it is a name over the other: on held-out sites of
dev that is right twice as often as wrong."""
CAPTION = (12, 600)
"""Characters of a caption with its credit."""
CAPTIONED = (20, 300)
"""Characters of a caption over a credit that stands alone."""
SURE = 2.0
"""Logit of prose (0.88) from which a line over a credit is a paragraph before a picture without a caption."""
KICKER = 40
"""Characters of a kicker."""
STANDFIRST = (45, 450)
"""Characters of a standfirst."""
BYLINE = 200
"""Characters of a byline with all that is glued to it."""
STAMP = 110
"""Characters of a line that is a date with words around it."""
STAMP_WORDS = 6
"""Words from which a line with a date that ends as a sentence tells of something else."""
SENTENCE = 8
"""Words of a sentence that stands for a paragraph."""
DOUBT = -2.0
"""Logit of prose (0.12) down to which such a sentence is taken."""
ENDING = 15
"""Words of a last paragraph that the model doubts."""
ABOVE = 0.1
"""Share of the body's characters over the headline, up to which they are not of the article."""
BESIDE = frozenset({Role.BODY, Role.BYLINE, Role.TIMESTAMP, Role.HEADLINE})
OVER, UNDER = 6, 12
"""Blocks above and below the headline where its byline and its date stand."""


def headline(draft: Draft) -> None:
    """The line that the model would choose, where there is a body for it to stand over."""
    if draft.last < 0:
        return
    scores = draft.judged.title
    likeliest = np.argsort(-scores, kind="stable").tolist()
    best = next((i for i in likeliest if _may_be_title(draft, i)), None)
    if best is None:
        return
    share = float(1 / np.exp(np.minimum(0, scores - scores[best])).sum())
    draft.headline = _under_a_name(draft, _without_breadcrumb(draft, _without_site(draft, best)))
    draft.put(draft.headline, Role.HEADLINE, "best-title", round(share, 3))


def _may_be_title(draft: Draft, i: int) -> bool:
    f = draft.facts[i]
    stamp = f.by or (f.date and f.time)
    return (
        TITLE_SIZE[0] <= f.size <= TITLE_SIZE[1]
        and not stamp
        and not shows_credit(draft.page.blocks[i].text, f.words, draft.vocabulary)
    )


def _without_site(draft: Draft, best: int) -> int:
    """The line that says the page's title without the site's name, where the title, its first line, is the best."""
    if best > 0:
        return best
    title, *texts = [block.text.casefold() for block in draft.page.blocks]
    stems = {title[: found.start()] for found in SUFFIX.finditer(title) if found.start() >= TITLE_START}
    likely = draft.judged.title
    return max((i for i, text in enumerate(texts, 1) if text in stems), key=likely.__getitem__, default=best)


def _without_breadcrumb(draft: Draft, best: int) -> int:
    """The line near it that stands at its end, where the line is a path to it ("Home » City » Title")."""
    text = draft.page.blocks[best].text
    for i in range(max(0, best - NEAR), min(len(draft.facts), best + NEAR + 1)):
        other = draft.page.blocks[i].text
        if TITLE_SIZE[0] <= len(other) < len(text) and text.endswith(other):
            return i
    return best


def _under_a_name(draft: Draft, best: int) -> int:
    """The line directly under it, where it is a name or a topic over a line that the model likes nearly as well."""
    under, scores = best + 1, draft.judged.title
    if under >= len(draft.facts) or scores[best] - scores[under] >= RIVAL or not _may_be_title(draft, under):
        return best
    size, longer = (len(draft.facts[i].words) for i in (best, under))
    return under if size <= NAME_WORDS and longer > size + 1 else best


def captions(draft: Draft) -> None:
    """Lines beside the body that show a picture's credit."""
    for i in range(max(0, draft.headline - 3), min(len(draft.facts), draft.last + 3)):
        f = draft.facts[i]
        if i == draft.headline or f.size > CAPTION[1] or draft.claimed(i) or f.by:
            continue
        if shows_credit(draft.page.blocks[i].text, f.words, draft.vocabulary):
            role = Role.CAPTION if f.size >= CAPTION[0] and len(f.words) > 5 else Role.CREDIT
            draft.put(i, role, "credit", 0.8)
            if role is Role.CREDIT and _may_be_caption(draft, i - 1):
                draft.put(i - 1, Role.CAPTION, "over-a-credit", 0.7)
    draft.measure()


def _may_be_caption(draft: Draft, i: int) -> bool:
    """Whether the line over a credit that stands alone is short enough, and not sure to be prose."""
    if i < 0 or i == draft.headline or draft.claimed(i):
        return False
    f = draft.facts[i]
    return CAPTIONED[0] <= f.size <= CAPTIONED[1] and not f.furniture and draft.judged.prose[i] < SURE


def byline(draft: Draft) -> None:
    """The byline and the date, near the headline or the first of the body."""
    if draft.headline < 0:
        return
    end = max(draft.first + 1, min(draft.headline + UNDER, draft.last + 1))
    near = range(max(0, draft.headline - OVER), min(len(draft.facts), end))
    for i in near:
        f = draft.facts[i]
        if draft.claimed(i) or (draft.is_body(i) and f.size > LONG):
            continue
        if f.by and f.size <= BYLINE and len(f.words) > 1 and not f.ended:
            draft.put(i, Role.BYLINE, "by-word", 0.9)
        elif f.date and f.size <= STAMP and not (f.ended and len(f.words) > STAMP_WORDS):
            draft.put(i, Role.TIMESTAMP, "date", 0.9)
    for i in near:
        if draft.free(i) and _beside_stamp(draft, i) and names_person(draft.page.blocks[i].text, draft.vocabulary):
            draft.put(i, Role.BYLINE, "name-beside-date", 0.7)
    draft.measure()


def _beside_stamp(draft: Draft, i: int) -> bool:
    near = [draft.labels[j] for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(draft.labels)]
    return any(given is not None and given.role in (Role.TIMESTAMP, Role.BYLINE) for given in near)


def kicker(draft: Draft) -> None:
    """The line directly over the headline that is a kicker: in capitals, or a word for one."""
    i = draft.headline - 1
    if draft.free(i) and draft.facts[i].size <= KICKER:
        f, text = draft.facts[i], draft.page.blocks[i].text
        if text.casefold() in draft.vocabulary.kicker or (f.upper and not f.furniture and not f.marks):
            draft.put(i, Role.KICKER, "over-the-headline", 0.6)


def standfirst(draft: Draft) -> None:
    """The first line under the headline that is long enough; under the byline it is a caption.

    A paragraph between headline and byline is one as well, though it reads like the body.
    """
    if draft.headline < 0:
        return
    stamps = [j for j in draft.indexes(Role.BYLINE, Role.TIMESTAMP) if j > draft.headline]
    stamp = stamps[0] if stamps and stamps[0] <= draft.headline + NEAR + 1 else draft.headline + NEAR + 1
    for i in range(draft.headline + 1, min(stamp, len(draft.facts))):
        between = draft.is_body(i) and bool(stamps) and i < stamp == stamps[0]
        if ((draft.free(i) and i < draft.first) or between) and _is_summary(draft.facts[i]):
            draft.put(i, Role.STANDFIRST, "under-headline", 0.7)
            break
    draft.measure()
    for i in range(max(stamp, draft.first - 2), draft.first):
        if stamps and draft.free(i) and _is_summary(draft.facts[i]) and draft.judged.prose[i] < DOUBT:
            draft.put(i, Role.CAPTION, "between-byline-and-body", 0.5)


def _is_summary(f: Facts) -> bool:
    return STANDFIRST[0] <= f.size <= STANDFIRST[1] and not f.furniture and not f.marks


ALIKE = (("byline", Role.BYLINE), ("caption", Role.CAPTION), ("standfirst", Role.STANDFIRST))
"""Judgements of the model that give a role to what nothing else claimed."""


def alike(draft: Draft) -> None:
    """Blocks above the end of the body that the model takes for a byline, a caption or a standfirst."""
    for i in range(max(0, draft.headline - OVER), min(len(draft.facts), draft.last + 1)):
        for name, role in ALIKE:
            if draft.free(i) and getattr(draft.judged, name)[i] > 0:
                draft.put(i, role, f"like-a-{name}", 0.6)


def fill(draft: Draft) -> None:
    """A sentence that the model doubts, beside the body on one side and beside it or the byline on the other.

    A long one that follows the body directly is its last paragraph.
    """
    for i in range(draft.headline + 1, min(draft.last + 2, len(draft.facts))):
        f = draft.facts[i]
        if draft.free(i) and f.ended and len(f.words) >= SENTENCE and draft.judged.prose[i] > DOUBT:
            sides = {given.role for given in draft.labels[i - 1 : i + 2] if given is not None}
            ending = i == draft.last + 1 and draft.is_body(i - 1) and len(f.words) >= ENDING and not f.furniture
            if (i < draft.last and Role.BODY in sides and sides <= BESIDE) or ending:
                draft.put(i, Role.BODY, "between-prose", 0.5)
    draft.measure()


def clear_above(draft: Draft) -> None:
    """Prose over the headline is of something else, where nearly all of the body stands under it."""
    body = draft.indexes(Role.BODY)
    over = [i for i in body if i < draft.headline]
    if over and sum(draft.facts[i].size for i in over) <= ABOVE * sum(draft.facts[i].size for i in body):
        for i in over:
            draft.labels[i] = None
        draft.measure()
