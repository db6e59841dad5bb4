"""What stands beside the article: tickers, teasers, appeals, comments, and the furniture of the page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.document import Role
from newsclean.label.draft import Draft
from newsclean.label.features import HALF, LONG, Facts
from newsclean.label.model import BESIDE
from newsclean.label.page_words import topics
from newsclean.label.vocabulary import tokens
from newsclean.label.words import CLOCK_WORDS, RIGHTS, begins_of, cover, is_clock

TEASER = (15, 180)
"""Characters of the headline of another story."""
TEASER_WORDS = 4
"""Its words in a list, at least."""
TOPIC = 0.1
"""Share of the rare words of paragraphs that the article says, under which they tell of something else."""
APPEAL = 2
"""Blocks from one appeal to the next, at most, where both are of one."""
OPENINGS = 10
"""Appeals whose beginning is looked for, at most: that asks for the topics of the whole page."""
NEAR_HEADLINE = 12
"""Blocks under the headline where times are the article's own."""
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
SILVER = (Role.KICKER, Role.TIMESTAMP)
"""Roles of the article that the model knows from markup, and gives to what nothing else claimed."""
OVER = 3
"""Lines over the headline among which they stand."""
LEARNED = BESIDE[: BESIDE.index(Role.LIVE_FEED)]
"""Roles of blocks that are not of the article, which the model gives by itself."""
LIKELY = 0.5
"""How sure the model is of a role, at least."""
WEAK = ("biography", "promo", "legal")
"""Kinds of which some words in a line that nothing else claimed are enough."""


def live_feed(draft: Draft) -> None:
    """Times that stand alone, each with a line or two under it, or that open lines which the model takes for a
    ticker's; over the headline only under a heading of their own."""
    facts, likely = draft.facts, draft.judged.beside_shares[BESIDE.index(Role.LIVE_FEED)] > LIKELY
    near = range(draft.headline - 1, draft.headline + NEAR_HEADLINE) if draft.headline >= 0 else range(0)
    short = [i for i, n in enumerate(facts.said) if 0 < n <= CLOCK_WORDS and facts.digits[i]]
    times = [i for i in short if is_clock(facts.texts[i], facts.words.of(i), draft.vocabulary)]
    times += [i for i in np.flatnonzero(likely).tolist() if facts.size[i] >= TEASER[0] and _opens_with_time(draft, i)]
    for run in _runs(sorted(set(times)), ITEM):
        heading = _heading_over(draft, run[0], "live_feed")
        if heading is None and len(run) > ITEMS and run[0] > 0 and run[-1] < draft.headline:
            heading = run[0] - 1 if facts.is_furniture(run[0] - 1) else None  # "Latest news"
        if len(run) < ITEMS + (heading is None) or (heading is None and (run[0] < draft.first or run[0] in near)):
            continue
        stop = min(_item_end(draft, run[-1]), draft.headline if run[-1] < draft.headline else len(facts))
        start = run[0] - (run[0] > 0 and bool(likely[run[0] - 1])) if heading is None else heading
        for i in range(start, stop):
            if i != draft.headline:
                draft.put(i, Role.LIVE_FEED, "times-in-a-row", 0.9)
    draft.measure()


def _opens_with_time(draft: Draft, i: int) -> bool:
    """Whether a line begins with a number or a word of relative times."""
    words = draft.facts.words.of(i)
    return bool(words) and (words[0][0].isdigit() or words[0] in draft.vocabulary.ago)


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
        if draft.facts.size[j] < LONG and draft.facts.furniture[j].get(kind, 0.0) >= HALF:
            return j
    return None


def _item_end(draft: Draft, i: int) -> int:
    """One past the item that a time opens: a headline and a text, up to the next furniture."""
    stop = i + 1
    while stop < min(len(draft.facts), i + 3) and not draft.facts.is_furniture(stop):
        stop += 1
    return stop


def teasers(draft: Draft) -> None:
    """A title and the broken-off first words of another story; a line that opens with "Read more"."""
    facts = draft.facts
    for i in range(draft.headline + 1, len(facts)):
        if facts.cut[i] and facts.size[i] >= LONG and 0 <= i - 1 != draft.headline and _is_teaser(facts, i - 1):
            draft.put(i - 1, Role.RELATED, "over-an-excerpt", 0.9)
            draft.put(i, Role.RELATED, "broken-off", 0.9)
        elif "related" in facts.furniture[i] and _opens_teaser(draft, i):
            draft.put(i, Role.RELATED, "related-words", 0.8)
    draft.measure()


def _opens_teaser(draft: Draft, i: int) -> bool:
    """ "Read more: ..." anywhere; words of the kind without a colon only outside the body."""
    facts = draft.facts
    if facts.size[i] >= TEASER[1]:
        return False
    head, colon, _ = facts.texts[i].partition(":")
    words = tokens(head) if colon else ()
    led = cover(begins_of(words), len(words), head, draft.vocabulary).get("related", 0.0) >= HALF
    return bool(led) or (not facts.ended[i] and not draft.is_body(i))


def _is_teaser(facts: Facts, i: int) -> bool:
    told = facts.ended[i] and facts.ends[i] > 1
    return TEASER[0] <= facts.size[i] <= TEASER[1] and not (facts.cut[i] or told or facts.is_furniture(i))


def appeals(draft: Draft) -> None:
    """Prose that asks for members or money: two such blocks close together, and what stands between them."""
    asking = [i for i, kinds in enumerate(draft.facts.furniture) if "promo" in kinds and i > draft.headline]
    appeals = (run for run in _runs(asking, APPEAL) if len(run) > 1 and any(draft.is_body(i) for i in run))
    for number, run in enumerate(appeals):
        start = _opening(draft, run[0]) if number < OPENINGS else run[0]
        for i in range(start, run[-1] + 1):
            if draft.free(i) or draft.is_body(i):
                draft.put(i, Role.PROMO, "among-appeals", 0.8)
    draft.measure()


def _opening(draft: Draft, first: int) -> int:
    """Where an appeal begins: with the prose between a teaser and what asks first, if it tells of something else."""
    start = first
    while start > draft.first and draft.is_body(start - 1):
        start -= 1
    if start == 0:
        return first
    given, words = draft.labels[start - 1], draft.facts.words
    if start == first or given is None or given.role is not Role.RELATED:
        return first
    told = np.array(draft.inside, bool)
    told[start:] = False
    weights = words.pairs_per_block(words.rare) + 1
    return start if np.average(topics(words, told)[start:first], weights=weights[start:first]) < TOPIC else first


def furniture(draft: Draft) -> None:
    """Lines that are furniture by their words."""
    for i, kinds in enumerate(draft.facts.furniture):
        if kinds and draft.free(i):
            kind = max(kinds, key=kinds.__getitem__)
            if kinds[kind] >= HALF:
                draft.put(i, FURNITURE[kind], f"{kind.replace('_', '-')}-words", 0.8)


def related(draft: Draft) -> None:
    """Titles under a heading such as "More from"."""
    left, facts = 0, draft.facts
    for i, kinds in enumerate(facts.furniture):
        if not (kinds or left):
            continue
        if kinds and facts.size[i] < LONG and kinds.get("related", 0.0) >= HALF:
            left = 10
        elif left and not draft.free(i):
            left = 0
        elif left and i > draft.headline and _is_listed(facts, i):
            draft.put(i, Role.RELATED, "under-related", 0.6)
        left = max(0, left - 1)


def _is_listed(facts: Facts, i: int) -> bool:
    """A title, a broken-off excerpt or a date, as lists of other stories hold."""
    dated = facts.date[i] and facts.size[i] < LONG
    title = facts.said[i] >= TEASER_WORDS and _is_teaser(facts, i) and not RIGHTS.search(facts.texts[i])
    return facts.cut[i] or dated or title


def unclaimed(draft: Draft) -> None:
    """What the model says of other lines, and all that stands under the heading of the comments.

    It says nothing of lines that name a day or a time, which may be the article's.
    """
    facts, shares = draft.facts, draft.judged.beside_shares[: len(LEARNED)]
    best, sure = shares.argmax(axis=0), np.round(shares.max(axis=0), 3).tolist()
    under_comments = False
    for i, kinds in enumerate(facts.furniture):
        under_comments |= i > draft.last and kinds.get("comment", 0.0) >= HALF
        if not draft.free(i):
            continue
        kind = max(kinds, key=kinds.__getitem__, default="")
        if sure[i] > LIKELY and not (facts.date[i] or facts.time[i]):
            role = LEARNED[best[i]]
            draft.put(i, role, f"like-{role.value.replace('_', '-')}", sure[i])
        elif under_comments:
            draft.put(i, Role.COMMENT, "under-comments", 0.7)
        elif kind in WEAK and (kind != "biography" or facts.size[i] >= LONG):
            draft.put(i, FURNITURE[kind], f"{kind}-words", 0.6)


def silver(draft: Draft) -> None:
    """The kicker over the headline, and dates up to the body's end, where the model finds one likely."""
    shares, start = draft.judged.beside_shares, max(0, draft.headline - OVER)
    for role in SILVER:
        row = shares[BESIDE.index(role)]
        stop = draft.headline if role is Role.KICKER else draft.last + 1
        for i in (start + np.flatnonzero(row[start : max(0, stop)] > LIKELY)).tolist():
            if draft.free(i) and (draft.facts.date[i] or draft.facts.time[i]) is (role is Role.TIMESTAMP):
                draft.put(i, role, f"like-a-{role.value}", round(float(row[i]), 3))
