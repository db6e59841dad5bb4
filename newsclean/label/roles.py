"""From the judgements of the weights, and from rules for what is certain, to one role a block.

The order of `STEPS` is the order of trust: a later step may take a block from an earlier one, where it says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import exp

import numpy as np

from newsclean.document import Label, Page, Role
from newsclean.label.certain import certain
from newsclean.label.features import HALF, LONG, Facts, facts_of
from newsclean.label.linear import Judged, judge, weights
from newsclean.label.words import Vocabulary, cover, is_clock, names_person, shows_credit, tokens, vocabulary_of

PROSE = -0.3
"""Logit from which a block is body: the best of -1 to 1 for body F1 on dev, by site-wise cross-validation."""
TITLE_SIZE = (8, 250)
"""Characters of a headline, least and most."""
NEAR = 4
"""Lines from a path of sections to the headline at its end."""
TEASER = (15, 180)
"""Characters of the headline of another story."""
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
BESIDE = frozenset({Role.BODY, Role.BYLINE, Role.TIMESTAMP, Role.HEADLINE})
OVER, UNDER = 6, 12
"""Blocks above and below the headline where its byline and its date stand."""
APPEAL = 2
"""Blocks from one appeal to the next, at most, where both are of one."""
ITEM = 6
"""Blocks between two times of a ticker, at most."""
ITEMS = 2
"""Items of a ticker under its heading, at least; without a heading one more."""

FURNITURE = {
    "promo": Role.PROMO,
    "form": Role.FORM,
    "legal": Role.LEGAL,
    "social": Role.SOCIAL,
    "navigation": Role.NAVIGATION,
    "related": Role.RELATED,
    "comment": Role.COMMENT,
    "live_feed": Role.LIVE_FEED,
    "biography": Role.BIOGRAPHY,
    "audio": Role.OTHER,
}


@dataclass
class Draft:
    """The labels of a page while they are decided."""

    page: Page
    facts: Sequence[Facts]
    judged: Judged
    vocabulary: Vocabulary
    labels: list[Label | None] = field(default_factory=list)
    headline: int = -1
    """Index of the headline, -1 where there is none."""
    first: int = 0
    """First and last index of body; last is -1 where there is none."""
    last: int = -1

    def put(self, i: int, role: Role, reason: str, confidence: float) -> None:
        """Label a block, whatever it had."""
        self.labels[i] = Label(role, reason, confidence)

    def is_body(self, i: int) -> bool:
        """Labelled as body."""
        given = self.labels[i]
        return given is not None and given.role is Role.BODY

    def indexes(self, *roles: Role) -> list[int]:
        """The blocks that have one of these roles so far."""
        return [i for i, given in enumerate(self.labels) if given is not None and given.role in roles]

    def free(self, i: int) -> bool:
        """In the page, and without a label."""
        return 0 <= i < len(self.labels) and self.labels[i] is None


def assign(page: Page) -> tuple[Label, ...]:
    """One label for each block."""
    if not page.blocks:
        return ()
    facts = facts_of(page)
    judged = judge(facts, page.blocks, weights())
    draft = Draft(page, facts, judged, vocabulary_of(page.language), [None] * len(facts))
    for step in STEPS:
        step(draft)
    return tuple(given or Label(Role.OTHER, "unclaimed", 0.5) for given in draft.labels)


def _body(draft: Draft) -> None:
    for i, logit in enumerate(draft.judged.prose.tolist()):
        if logit > PROSE:
            draft.put(i, Role.BODY, "prose", round(1 / (1 + exp(-logit)), 3))
    _measure(draft)


def _fill(draft: Draft) -> None:
    """A sentence that the weights doubt, beside the body on one side and beside it or the byline on the other."""
    for i in range(draft.headline + 1, draft.last):
        f = draft.facts[i]
        if draft.free(i) and f.ended and len(f.words) >= SENTENCE and draft.judged.prose[i] > DOUBT:
            sides = {given.role for given in (draft.labels[i - 1], draft.labels[i + 1]) if given is not None}
            if Role.BODY in sides and sides <= BESIDE:
                draft.put(i, Role.BODY, "between-prose", 0.5)
    _measure(draft)


def _measure(draft: Draft) -> None:
    body = [i for i in range(len(draft.labels)) if draft.is_body(i)]
    draft.first, draft.last = (body[0], body[-1]) if body else (0, -1)


def _headline(draft: Draft) -> None:
    fits = np.array([_may_be_title(draft, i) for i in range(len(draft.facts))])
    if draft.last < 0 or not fits.any():
        return
    scores = np.where(fits, draft.judged.title, -np.inf)
    best = int(np.argmax(scores))
    others = np.exp(np.minimum(0, scores - scores[best])).sum()
    draft.headline = _without_breadcrumb(draft, best)
    draft.put(draft.headline, Role.HEADLINE, "best-title", round(float(1 / others), 3))


def _may_be_title(draft: Draft, i: int) -> bool:
    f = draft.facts[i]
    stamp = f.by or (f.date and f.time)
    return (
        TITLE_SIZE[0] <= f.size <= TITLE_SIZE[1]
        and not stamp
        and not shows_credit(draft.page.blocks[i].text, f.words, draft.vocabulary)
    )


def _without_breadcrumb(draft: Draft, best: int) -> int:
    """The line near it that stands at its end, where the line is a path to it ("Home » City » Title")."""
    text = draft.page.blocks[best].text
    for i in range(best + 1, min(len(draft.facts), best + NEAR + 1)):
        other = draft.page.blocks[i].text
        if TITLE_SIZE[0] <= len(other) < len(text) and text.endswith(other):
            return i
    return best


def _markup(draft: Draft) -> None:
    """What markup says for certain; most of it only of blocks that are not prose."""
    for i, block in enumerate(draft.page.blocks):
        row = certain(block.markup, draft.facts[i].size)
        if row and i != draft.headline and (row.over_body or draft.free(i)):
            draft.put(i, row.role, row.reason, 0.9)
    _measure(draft)


def _live_feed(draft: Draft) -> None:
    """Times that stand alone, each with a line or two under it; over the headline only under a heading of their own."""
    blocks, facts = draft.page.blocks, draft.facts
    near = range(draft.headline - 1, draft.headline + UNDER) if draft.headline >= 0 else range(0)
    times = [i for i, f in enumerate(facts) if is_clock(blocks[i].text, f.words, draft.vocabulary)]
    for run in _runs(times, ITEM):
        heading = _heading_over(draft, run[0], "live_feed")
        if len(run) < ITEMS + (heading is None) or (heading is None and (run[0] < draft.first or run[0] in near)):
            continue
        stop = min(_item_end(draft, run[-1]), draft.headline if run[-1] < draft.headline else len(facts))
        for i in range(run[0] if heading is None else heading, stop):
            if i != draft.headline:
                draft.put(i, Role.LIVE_FEED, "times-in-a-row", 0.9)
    _measure(draft)


def _runs(places: Sequence[int], reach: int) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in places:
        if runs and i - runs[-1][-1] <= reach:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _heading_over(draft: Draft, i: int, kind: str) -> int | None:
    for j in range(i - 1, max(-1, i - 4), -1):
        if draft.facts[j].size < LONG and draft.facts[j].furniture.get(kind, 0.0) >= HALF:
            return j
    return None


def _item_end(draft: Draft, i: int) -> int:
    """One past the item that a time opens: a headline and a text, up to the next furniture."""
    stop = i + 1
    while stop < min(len(draft.facts), i + 3) and not _is_furniture(draft.facts[stop]):
        stop += 1
    return stop


def _is_furniture(f: Facts) -> bool:
    return max(f.furniture.values(), default=0.0) >= HALF


def _teasers(draft: Draft) -> None:
    """A title and the broken-off first words of another story; a line that opens with "Read more"."""
    facts = draft.facts
    for i, f in enumerate(facts):
        if i == draft.headline or i < draft.headline:
            continue
        title = facts[i - 1] if i else None
        if f.cut and f.size >= LONG and title and i - 1 != draft.headline and _is_teaser(title):
            draft.put(i - 1, Role.RELATED, "over-an-excerpt", 0.9)
            draft.put(i, Role.RELATED, "broken-off", 0.9)
        elif _opens_teaser(draft, i):
            draft.put(i, Role.RELATED, "related-words", 0.8)
    _measure(draft)


def _opens_teaser(draft: Draft, i: int) -> bool:
    """ "Read more: ..." anywhere; words of the kind without a colon only outside the body."""
    f, text = draft.facts[i], draft.page.blocks[i].text
    if not f.furniture.get("related") or f.size >= TEASER[1]:
        return False
    head, colon, _ = text.partition(":")
    led = colon and cover(tokens(head), head, draft.vocabulary).get("related", 0.0) >= HALF
    return bool(led) or (not f.ended and not draft.is_body(i))


def _is_teaser(f: Facts) -> bool:
    return TEASER[0] <= f.size <= TEASER[1] and not f.cut and not _is_furniture(f) and not (f.ended and f.ends > 1)


def _appeals(draft: Draft) -> None:
    """Prose that asks for members or money: two such blocks close together, and what stands between them."""
    asking = [i for i, f in enumerate(draft.facts) if "promo" in f.furniture and i > draft.headline]
    for run in _runs(asking, APPEAL):
        if len(run) < 2 or not any(draft.is_body(i) for i in run):
            continue
        for i in range(run[0], run[-1] + 1):
            if draft.free(i) or draft.is_body(i):
                draft.put(i, Role.PROMO, "among-appeals", 0.8)
    _measure(draft)


def _captions(draft: Draft) -> None:
    """Lines beside the body that show a picture's credit."""
    for i in range(max(0, draft.headline - 3), min(len(draft.facts), draft.last + 3)):
        f = draft.facts[i]
        if i == draft.headline or f.size > CAPTION[1] or _claimed(draft, i) or f.by:
            continue
        if shows_credit(draft.page.blocks[i].text, f.words, draft.vocabulary):
            role = Role.CAPTION if f.size >= CAPTION[0] and len(f.words) > 5 else Role.CREDIT
            draft.put(i, role, "credit", 0.8)
            if role is Role.CREDIT and _may_be_caption(draft, i - 1):
                draft.put(i - 1, Role.CAPTION, "over-a-credit", 0.7)
    _measure(draft)


def _may_be_caption(draft: Draft, i: int) -> bool:
    """Whether the line over a credit that stands alone is short enough, and not sure to be prose."""
    if i < 0 or i == draft.headline or _claimed(draft, i):
        return False
    f = draft.facts[i]
    return CAPTIONED[0] <= f.size <= CAPTIONED[1] and not f.furniture and draft.judged.prose[i] < SURE


def _claimed(draft: Draft, i: int) -> bool:
    return not draft.free(i) and not draft.is_body(i)


def _byline(draft: Draft) -> None:
    """The byline and the date, near the headline or the first of the body."""
    if draft.headline < 0:
        return
    end = max(draft.first + 1, min(draft.headline + UNDER, draft.last + 1))
    near = range(max(0, draft.headline - OVER), min(len(draft.facts), end))
    for i in near:
        f = draft.facts[i]
        if _claimed(draft, i) or (draft.is_body(i) and f.size > LONG):
            continue
        if f.by and f.size <= BYLINE and len(f.words) > 1 and not f.ended:
            draft.put(i, Role.BYLINE, "by-word", 0.9)
        elif f.date and f.size <= STAMP and not (f.ended and len(f.words) > STAMP_WORDS):
            draft.put(i, Role.TIMESTAMP, "date", 0.9)
    for i in near:
        if draft.free(i) and _beside_stamp(draft, i) and names_person(draft.page.blocks[i].text, draft.vocabulary):
            draft.put(i, Role.BYLINE, "name-beside-date", 0.7)
    _measure(draft)


def _beside_stamp(draft: Draft, i: int) -> bool:
    near = [draft.labels[j] for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(draft.labels)]
    return any(given is not None and given.role in (Role.TIMESTAMP, Role.BYLINE) for given in near)


def _above(draft: Draft) -> None:
    """The line directly over the headline that is a kicker: in capitals, or a word for one."""
    i = draft.headline - 1
    if draft.free(i) and draft.facts[i].size <= KICKER:
        f, text = draft.facts[i], draft.page.blocks[i].text
        if text.casefold() in draft.vocabulary.kicker or (f.upper and not f.furniture and not f.marks):
            draft.put(i, Role.KICKER, "over-the-headline", 0.6)


def _standfirst(draft: Draft) -> None:
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
    _measure(draft)
    for i in range(max(stamp, draft.first - 2), draft.first):
        if stamps and draft.free(i) and _is_summary(draft.facts[i]):
            draft.put(i, Role.CAPTION, "between-byline-and-body", 0.5)


def _is_summary(f: Facts) -> bool:
    return STANDFIRST[0] <= f.size <= STANDFIRST[1] and not f.furniture and not f.marks


def _furniture(draft: Draft) -> None:
    under_comments = False
    for i, f in enumerate(draft.facts):
        kind, share = max(f.furniture.items(), key=lambda item: item[1], default=("", 0.0))
        if i > draft.last and kind == "comment" and share >= HALF:
            under_comments = True
        if not draft.free(i):
            continue
        if share >= HALF:
            draft.put(i, FURNITURE[kind], f"{kind.replace('_', '-')}-words", 0.8)
        elif under_comments:
            draft.put(i, Role.COMMENT, "under-comments", 0.7)
        elif "biography" in f.furniture and f.size >= LONG:
            draft.put(i, Role.BIOGRAPHY, "biography-words", 0.6)
        elif "promo" in f.furniture:
            draft.put(i, Role.PROMO, "promo-words", 0.6)
        elif "legal" in f.furniture:
            draft.put(i, Role.LEGAL, "legal-words", 0.6)


def _related(draft: Draft) -> None:
    """Titles under a heading such as "More from"."""
    left = 0
    for i, f in enumerate(draft.facts):
        if f.size < LONG and f.furniture.get("related", 0.0) >= HALF:
            left = 10
        elif left and draft.free(i) and i > draft.headline and _is_listed(f):
            draft.put(i, Role.RELATED, "under-related", 0.6)
        elif not draft.free(i):
            left = 0
        left = max(0, left - 1)


def _is_listed(f: Facts) -> bool:
    """A title, a broken-off excerpt or a date, as lists of other stories hold."""
    return f.cut or (f.date and f.size < LONG) or (_is_teaser(f) and len(f.words) >= 4)


def _rest(draft: Draft) -> None:
    for i, f in enumerate(draft.facts):
        if draft.is_body(i) and _is_subhead(draft, i):
            draft.put(i, Role.SUBHEAD, "over-prose", 0.6)
        elif draft.free(i):
            role = Role.NAVIGATION if f.size < LONG else Role.OTHER
            draft.put(i, role, "short" if f.size < LONG else "apart-from-the-body", 0.6)


def _is_subhead(draft: Draft, i: int) -> bool:
    f = draft.facts[i]
    prose = i + 1 < len(draft.facts) and draft.is_body(i + 1) and draft.facts[i + 1].size >= LONG
    return prose and f.size < LONG and not f.ended and not f.bullet


STEPS: tuple[Callable[[Draft], None], ...] = (
    _body,
    _headline,
    _markup,
    _live_feed,
    _teasers,
    _appeals,
    _captions,
    _byline,
    _above,
    _standfirst,
    _fill,
    _furniture,
    _related,
    _rest,
)
