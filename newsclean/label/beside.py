"""What stands beside the article: tickers, teasers, appeals, comments, and the furniture of the page."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Role
from newsclean.label.draft import Draft, is_furniture
from newsclean.label.features import HALF, LONG, Facts
from newsclean.label.words import cover, is_clock, tokens

TEASER = (15, 180)
"""Characters of the headline of another story."""
APPEAL = 2
"""Blocks from one appeal to the next, at most, where both are of one."""
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


def live_feed(draft: Draft) -> None:
    """Times that stand alone, each with a line or two under it; over the headline only under a heading of their own."""
    blocks, facts = draft.page.blocks, draft.facts
    near = range(draft.headline - 1, draft.headline + NEAR_HEADLINE) if draft.headline >= 0 else range(0)
    times = [i for i, f in enumerate(facts) if is_clock(blocks[i].text, f.words, draft.vocabulary)]
    for run in _runs(times, ITEM):
        heading = _heading_over(draft, run[0], "live_feed")
        if len(run) < ITEMS + (heading is None) or (heading is None and (run[0] < draft.first or run[0] in near)):
            continue
        stop = min(_item_end(draft, run[-1]), draft.headline if run[-1] < draft.headline else len(facts))
        for i in range(run[0] if heading is None else heading, stop):
            if i != draft.headline:
                draft.put(i, Role.LIVE_FEED, "times-in-a-row", 0.9)
    draft.measure()


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
    while stop < min(len(draft.facts), i + 3) and not is_furniture(draft.facts[stop]):
        stop += 1
    return stop


def teasers(draft: Draft) -> None:
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
    draft.measure()


def _opens_teaser(draft: Draft, i: int) -> bool:
    """ "Read more: ..." anywhere; words of the kind without a colon only outside the body."""
    f, text = draft.facts[i], draft.page.blocks[i].text
    if not f.furniture.get("related") or f.size >= TEASER[1]:
        return False
    head, colon, _ = text.partition(":")
    led = colon and cover(tokens(head), head, draft.vocabulary).get("related", 0.0) >= HALF
    return bool(led) or (not f.ended and not draft.is_body(i))


def _is_teaser(f: Facts) -> bool:
    return TEASER[0] <= f.size <= TEASER[1] and not f.cut and not is_furniture(f) and not (f.ended and f.ends > 1)


def appeals(draft: Draft) -> None:
    """Prose that asks for members or money: two such blocks close together, and what stands between them."""
    asking = [i for i, f in enumerate(draft.facts) if "promo" in f.furniture and i > draft.headline]
    for run in _runs(asking, APPEAL):
        if len(run) < 2 or not any(draft.is_body(i) for i in run):
            continue
        for i in range(run[0], run[-1] + 1):
            if draft.free(i) or draft.is_body(i):
                draft.put(i, Role.PROMO, "among-appeals", 0.8)
    draft.measure()


def furniture(draft: Draft) -> None:
    """Lines that are furniture by their words, and all that stands under the heading of the comments."""
    under_comments = False
    for i, f in enumerate(draft.facts):
        if not (f.furniture or under_comments):
            continue
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


def related(draft: Draft) -> None:
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
