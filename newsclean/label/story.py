"""The parts of the article: its headline and what stands around it, and its pictures."""

from __future__ import annotations

import re

import numpy as np

from newsclean.document import Role
from newsclean.label.context import TITLE_START
from newsclean.label.draft import Draft
from newsclean.label.features import HALF, LONG, Facts
from newsclean.label.model import BESIDE
from newsclean.label.words import ends_in_names, names_person, shows_credit

SUFFIX = re.compile(r"\s?[|·:»]\s|\s[–—-]\s")
"""What stands between a headline and the name of the site in a page's title."""
TITLE_SIZE = (8, 250)
"""Characters of a headline, least and most."""
NEAR = 4
"""Lines from a path of sections to the headline at its end."""
RIVAL, NAME_WORDS = 3.0, 3
"""Logits between two titles, and words of the upper one, up to which it is a name over the other: on held-out sites of
dev that is right twice as often as wrong."""
MARKED = 9.0
"""Logits below the likeliest line, down to which a heading of Markdown is the headline."""
CAPTION = (12, 600)
"""Characters of a caption with its credit."""
CREDITED = 1.0
"""Logit from which a line is likely a credit, whatever its words."""
CAPTIONED = (20, 300)
"""Characters of a caption over a credit that stands alone."""
SURE = 2.0
"""Logit of prose (0.88) from which a line over a credit is a paragraph before a picture without a caption."""
KICKER = 40
"""Characters of a kicker."""
STANDFIRST = (45, 450)
"""Characters of a standfirst."""
FURNISHED = 0.07
"""Share of a standfirst's words that may be words of furniture as well, "home" or "join"."""
BYLINE = 200
"""Characters of a byline with all that is glued to it."""
STAMP = 110
"""Characters of a line that is a date with words around it."""
STAMP_WORDS = 6
"""Words from which a line with a date that ends as a sentence tells of something else."""
DOUBT = -2.0
"""Logit of prose (0.12) down to which such a sentence is taken."""
STAMPS = frozenset({Role.BYLINE, Role.TIMESTAMP})
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
    best = _marked_heading(draft, best)
    draft.headline = _under_a_name(draft, _without_breadcrumb(draft, _without_site(draft, best)))
    draft.put(draft.headline, Role.HEADLINE, "best-title", round(_sureness(draft, best), 3))


def _marked_heading(draft: Draft, best: int) -> int:
    """The likeliest of the headings that Markdown marks as those of the first level, if it is no logo by the model."""
    scores = draft.judged.title
    marked = [i for i, block in enumerate(draft.page.blocks) if block.level == 1 and _may_be_title(draft, i)]
    likeliest = max(marked, key=scores.__getitem__, default=best)
    return likeliest if scores[best] - scores[likeliest] < MARKED else best


def _sureness(draft: Draft, best: int) -> float:
    """How likely the headline is what one of these blocks says: the likeliest and the one that was chosen."""
    texts = draft.facts.texts
    said = {texts[best], texts[draft.headline]}
    return float(draft.judged.title_shares[[i for i, text in enumerate(texts) if text in said]].sum())


def _may_be_title(draft: Draft, i: int) -> bool:
    facts = draft.facts
    stamp = facts.by[i] or (facts.date[i] and facts.time[i])
    return (
        TITLE_SIZE[0] <= facts.size[i] <= TITLE_SIZE[1]
        and not stamp
        and not shows_credit(facts.texts[i], draft.vocabulary)
        and not _is_marked_kicker(draft, i)
    )


def _is_marked_kicker(draft: Draft, i: int) -> bool:
    markup = draft.page.blocks[i].markup
    return markup is not None and markup.kicker


def _without_site(draft: Draft, best: int) -> int:
    """The line that says the page's title without the site's name, where the title, its first line, is the best."""
    if best > 0:
        return best
    title, *texts = draft.facts.texts
    title = title.casefold()
    stems = {title[: found.start()] for found in SUFFIX.finditer(title) if found.start() >= TITLE_START}
    if not stems:
        return best
    likely = draft.judged.title
    same = [i for i, text in enumerate(texts, 1) if text.casefold() in stems]
    return max(same, key=likely.__getitem__, default=best)


def _without_breadcrumb(draft: Draft, best: int) -> int:
    """The line near it that stands at its end, where the line is a path to it ("Home » City » Title")."""
    text = draft.facts.texts[best]
    for i in range(max(0, best - NEAR), min(len(draft.facts), best + NEAR + 1)):
        other = draft.facts.texts[i]
        if TITLE_SIZE[0] <= len(other) < len(text) and text.endswith(other):
            return i
    return best


def _under_a_name(draft: Draft, best: int) -> int:
    """The line directly under it, where it is a name or a topic over a line that the model likes nearly as well."""
    under, scores = best + 1, draft.judged.title
    if under >= len(draft.facts) or scores[best] - scores[under] >= RIVAL or not _may_be_title(draft, under):
        return best
    size, longer = (draft.facts.said[i] for i in (best, under))
    return under if size <= NAME_WORDS and longer > size + 1 else best


def captions(draft: Draft) -> None:
    """Lines beside the body that show a picture's credit, or are likely one."""
    facts, likely = draft.facts, draft.judged.beside[BESIDE.index(Role.CREDIT)] > CREDITED
    for i in range(max(0, draft.headline - 3), min(len(facts), draft.last + 3)):
        if i == draft.headline or facts.size[i] > CAPTION[1] or facts.by[i] or draft.claimed(i) or _is_notice(facts, i):
            continue
        text = facts.texts[i]
        if likely[i] or shows_credit(text, draft.vocabulary) or (i > draft.headline and ends_in_names(text)):
            told = facts.size[i] >= CAPTION[0] and facts.said[i] > 5 and not _is_bare_credit(draft, i)
            role = Role.CAPTION if told else Role.CREDIT
            draft.put(i, role, "credit", 0.8)
            if role is Role.CREDIT and _may_be_caption(draft, i - 1):
                draft.put(i - 1, Role.CAPTION, "over-a-credit", 0.7)
    draft.measure()


def _is_notice(facts: Facts, i: int) -> bool:
    """Whether a line is a notice of rights; half of its words are of one in "© Reuters" as well."""
    legal = facts.furniture[i].get("legal", 0.0)
    return legal > HALF or (legal == HALF and "©" not in facts.texts[i])


def _is_bare_credit(draft: Draft, i: int) -> bool:
    """Whether brackets hold all that a credit says, or all but a photographer's name under a caption."""
    text = draft.facts.texts[i]
    if text[-1] not in ")]":
        return False
    name = text[: max(text.rfind("("), text.rfind("["), 0)]
    return not name or (names_person(name.strip(), draft.vocabulary) and _may_be_caption(draft, i - 1))


def _may_be_caption(draft: Draft, i: int) -> bool:
    """Whether the line over a credit that stands alone is short enough, and not sure to be prose."""
    if i < 0 or i == draft.headline or draft.claimed(i):
        return False
    facts = draft.facts
    stamp = facts.by[i] or (facts.date[i] and facts.said[i] <= STAMP_WORDS)
    fits = CAPTIONED[0] <= facts.size[i] <= CAPTIONED[1] and not stamp
    return fits and not facts.furniture[i] and bool(draft.judged.prose[i] < SURE)


def byline(draft: Draft) -> None:
    """The byline and the date, near the headline or the first of the body."""
    if draft.headline < 0:
        return
    facts = draft.facts
    end = max(draft.first + 1, min(draft.headline + UNDER, draft.last + 1))
    near = range(max(0, draft.headline - OVER), min(len(facts), end))
    for i in near:
        if draft.claimed(i) or (draft.is_body(i) and facts.size[i] > LONG):
            continue
        if facts.by[i] and facts.size[i] <= BYLINE and facts.said[i] > 1 and not facts.ended[i]:
            draft.put(i, Role.BYLINE, "by-word", 0.9)
        elif facts.date[i] and facts.size[i] <= STAMP and not (facts.ended[i] and facts.said[i] > STAMP_WORDS):
            draft.put(i, Role.TIMESTAMP, "date", 0.9)
    for i in near:
        if draft.free(i) and _beside_stamp(draft, i) and names_person(facts.texts[i], draft.vocabulary):
            draft.put(i, Role.BYLINE, "name-beside-date", 0.7)
    draft.measure()


def _beside_stamp(draft: Draft, i: int) -> bool:
    return any(_is_stamp(draft, j) for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(draft.labels))


def _is_stamp(draft: Draft, i: int) -> bool:
    given = draft.labels[i]
    return given is not None and given.role in STAMPS


def kicker(draft: Draft) -> None:
    """The line directly over the headline that is a kicker: by markup, in capitals, or a word for one."""
    i, facts = draft.headline - 1, draft.facts
    if i >= 0 and _is_marked_kicker(draft, i):
        draft.put(i, Role.KICKER, "kicker-class", 0.9)
    elif draft.free(i) and facts.size[i] <= KICKER:
        loud = facts.upper[i] and not facts.furniture[i] and not facts.marks[i]
        if loud or facts.texts[i].casefold() in draft.vocabulary.kicker:
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
        if ((draft.free(i) and i < draft.first) or between) and _is_summary(draft.facts, i):
            draft.put(i, Role.STANDFIRST, "under-headline", 0.7)
            break
    draft.measure()
    for i in range(max(stamp, draft.first - 2), draft.first):
        if stamps and draft.free(i) and _is_summary(draft.facts, i) and draft.judged.prose[i] < DOUBT:
            draft.put(i, Role.CAPTION, "between-byline-and-body", 0.5)


def _is_summary(facts: Facts, i: int) -> bool:
    told = max(facts.furniture[i].values(), default=0.0) < FURNISHED
    return STANDFIRST[0] <= facts.size[i] <= STANDFIRST[1] and told and not facts.marks[i]


ALIKE = (("byline", Role.BYLINE), ("caption", Role.CAPTION), ("standfirst", Role.STANDFIRST))
"""Judgements of the model that give a role to what nothing else claimed."""


def alike(draft: Draft) -> None:
    """Blocks above the end of the body that the model takes for a byline, a caption or a standfirst."""
    start, stop = max(0, draft.headline - OVER), max(0, draft.last + 1)
    for name, role in ALIKE:
        for i in (start + np.flatnonzero(getattr(draft.judged, name)[start:stop] > 0)).tolist():
            if draft.free(i) and not _says_title(draft, i) and not (role is Role.STANDFIRST and _opens_body(draft, i)):
                draft.put(i, role, f"like-a-{name}", 0.6)


def _says_title(draft: Draft, i: int) -> bool:
    return draft.headline >= 0 and draft.facts.texts[i] == draft.facts.texts[draft.headline]


def _opens_body(draft: Draft, i: int) -> bool:
    """Whether a sentence stands between the byline and the body: a standfirst stands over the byline."""
    return bool(i) and draft.facts.ended[i] and draft.is_body(i + 1) and _is_stamp(draft, i - 1)
