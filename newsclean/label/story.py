"""The parts of the article: what stands around its headline, and its pictures."""

from __future__ import annotations

import numpy as np

from newsclean.document import Role
from newsclean.label.draft import Draft
from newsclean.label.features import HALF, LONG, Facts
from newsclean.label.model import BESIDE
from newsclean.label.title import is_marked_kicker
from newsclean.label.words import CLOSING, OPENING, ends_in_names, is_credit_alone, names_person, shows_credit

NEAR = 5
"""Lines from the headline within which a byline or a date stands under it."""
CAPTION = (12, 600)
"""Characters of a caption with its credit."""
CREDITED = 1.5
"""Logit from which a line is likely a credit, whatever its words."""
CAPTIONED = (20, 450)
"""Characters of a caption over a credit that stands alone."""
SURE = 3.5
"""Logit of prose (0.97) from which a line over a credit is a paragraph before a picture without a caption."""
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


def captions(draft: Draft) -> None:
    """Lines beside the body that show a picture's credit, or are likely one."""
    facts, likely = draft.facts, draft.judged.beside[BESIDE.index(Role.CREDIT)] > CREDITED
    for i in range(max(0, draft.headline - 3), min(len(facts), draft.last + 3)):
        if i == draft.headline or facts.size[i] > CAPTION[1] or facts.by[i] or draft.claimed(i) or _is_notice(facts, i):
            continue
        text = facts.texts[i]
        if text.endswith(f" {facts.texts[min(i + 1, len(facts) - 1)]}"):
            continue  # "foto de Ada Pole" over "Ada Pole", as alt texts of authors are
        if text.lower().startswith(draft.vocabulary.caption_label):
            draft.put(i, Role.CAPTION, "labelled", 0.9)
            continue
        shown = likely[i] or shows_credit(text, draft.vocabulary) or is_credit_alone(text, draft.vocabulary)
        if shown or (i > draft.headline and ends_in_names(text)):
            if facts.date[i] and facts.time[i] and i < draft.first and facts.size[i] <= STAMP:
                continue  # "Sept. 21, 2024 17:59 | Source: Example Wire"
            told = facts.size[i] >= CAPTION[0] and facts.said[i] > 5 and not _is_bare_credit(draft, i)
            if not told and _is_source(draft, i):
                continue
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
    """Whether a sign of rights opens it, or brackets hold all, or all but a photographer's name under a caption."""
    text = draft.facts.texts[i]
    if text[0] == "©":
        return True
    if text[-1] not in CLOSING:
        return False
    name = text[: max(0, *map(text.rfind, OPENING))]
    return not name or (names_person(name.strip(), draft.vocabulary) and _may_be_caption(draft, i - 1))


def _is_source(draft: Draft, i: int) -> bool:
    """Whether it stands right under the last of the body: whose the text is, not a picture."""
    return i == draft.last + 1 > 1


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
    if i >= 0 and is_marked_kicker(draft, i):
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
    stamp = stamps[0] if stamps and stamps[0] <= draft.headline + NEAR else draft.headline + NEAR
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


ALIKE = (("byline", Role.BYLINE, -0.3), ("caption", Role.CAPTION, -0.75), ("standfirst", Role.STANDFIRST, 0.0))
"""Judgements of the model that give a role to what nothing else claimed, and the logits from which they do."""


def alike(draft: Draft) -> None:
    """Blocks above the end of the body that the model takes for a byline, a caption or a standfirst."""
    start, stop = max(0, draft.headline - OVER), max(0, draft.last + 1)
    for name, role, least in ALIKE:
        for i in (start + np.flatnonzero(getattr(draft.judged, name)[start:stop] > least)).tolist():
            if draft.free(i) and not _says_title(draft, i) and not (role is Role.STANDFIRST and _opens_body(draft, i)):
                draft.put(i, role, f"like-a-{name}", 0.6)


def _says_title(draft: Draft, i: int) -> bool:
    return draft.headline >= 0 and draft.facts.texts[i] == draft.facts.texts[draft.headline]


def _opens_body(draft: Draft, i: int) -> bool:
    """Whether a sentence stands between the byline and the body: a standfirst stands over the byline."""
    return bool(i) and draft.facts.ended[i] and draft.is_body(i + 1) and _is_stamp(draft, i - 1)
