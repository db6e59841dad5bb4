"""The headline: of the lines that may be one, the one that the model likes best."""

from __future__ import annotations

import re

import numpy as np

from newsclean.document import Role
from newsclean.label.context import TITLE_START
from newsclean.label.draft import Draft
from newsclean.label.words import shows_credit
from newsclean.lang.head import labels

SUFFIX = re.compile(r"\s?[|·:»]\s|\s[–—-]\s")
"""What stands between a headline and the name of the site in a page's title."""
TITLE_SIZE = (8, 250)
"""Characters of a headline, least and most."""
PATH = 4
"""Lines from a path of sections to the headline at its end."""
RIVAL, NAME_WORDS = 3.0, 3
"""Logits between two titles, and words of the upper one, up to which it is a name over the other: on held-out sites of
dev that is right twice as often as wrong."""
AGAIN = 0.7
"""Likelihood of a headline that stands again on a line that holds a page: on held-out sites of dev nearly all are
wrong below."""
PROSE = 5.0
"""Logits by which the likeliest line is rather prose, from which there is no headline: the texts of many collections
have none. On held-out sites of dev 1 of 1,899 right headlines in ten kinds of dump go so, and 174 of 250 that were made
up for bodies alone."""
DAY_WORDS = 5
"""Words of a day that is written out: "le 1er janvier de 2024"."""
LABEL = 8
"""Characters of such a label and its colon, at most."""
TOLD = 2
"""Words in small letters of a sentence behind "Video:", at least; behind a credit's word there are "via" and "for"."""
MARKED = 9.0
"""Logits below the likeliest line, down to which a heading of Markdown is the headline."""


def headline(draft: Draft) -> None:
    """The line that the model would choose, where there is a body for it to stand over."""
    if draft.last < 0:
        return
    scores = draft.judged.title
    likeliest = np.argsort(-scores, kind="stable").tolist()
    best = next((i for i in likeliest if _may_be_title(draft, i)), None)
    if best is None or draft.judged.prose[best] > scores[best] + PROSE:
        return
    best = _marked_heading(draft, best)
    draft.headline = _under_a_name(draft, _without_breadcrumb(draft, _without_site(draft, best)))
    sure = _sureness(draft, best)
    if not _is_piece(draft, draft.headline, sure):
        draft.put(draft.headline, Role.HEADLINE, "best-title", round(sure, 3))


def _is_piece(draft: Draft, i: int, sure: float) -> bool:
    """Whether a block is a piece of a line that holds a page, of which nothing tells where a headline begins and ends;
    but one that stands there again, as titles do, is a headline where the model is sure."""
    blocks = draft.page.blocks
    if not any(block.runs_on for block in blocks[i : i + 2]):
        return False
    return sure < AGAIN or draft.facts.texts.count(blocks[i].text) == 1


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
    stamp = facts.by[i] or (facts.date[i] and (facts.time[i] or _is_bare_day(draft, i)))
    return (
        TITLE_SIZE[0] <= facts.size[i] <= TITLE_SIZE[1]
        and not stamp
        and not facts.is_furniture(i)
        and not shows_credit(_without_medium(facts.texts[i]), draft.vocabulary)
        and not is_marked_kicker(draft, i)
        and not _is_labelled(facts.texts[i], draft.page.language)
    )


def _without_medium(text: str) -> str:
    """A line without "Video:" or "Photos:" before a sentence, as titles have it; before names it is a credit's."""
    medium, colon, said = text.partition(":")
    told = sum(map(str.islower, (word[0] for word in said.split()))) >= TOLD
    return said.strip() if colon and " " not in medium.strip() and told else text


def _is_labelled(text: str, language: str) -> bool:
    """Whether a line says of the article what its label names, in a script whose labels are one word with what follows:
    "作者：王小明"."""
    label, colon, _ = text[:LABEL].partition("：")
    return colon != "" and labels(language).get(label, "title") != "title"


def _is_bare_day(draft: Draft, i: int) -> bool:
    """Whether a line that names a day says nothing else."""
    known = draft.vocabulary.months | draft.vocabulary.stopwords
    words = draft.facts.words.of(i)
    return len(words) <= DAY_WORDS and all(word in known or any(map(str.isdigit, word)) for word in words)


def is_marked_kicker(draft: Draft, i: int) -> bool:
    """Whether the markup of a block names it a kicker."""
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
    for i in range(max(0, best - PATH), min(len(draft.facts), best + PATH + 1)):
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
