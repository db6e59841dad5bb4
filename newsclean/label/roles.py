"""From the judgements of the model, and from rules for what is certain, to one role a block.

The order of `STEPS` is the order of trust: a later step may take a block from an earlier one, where it says so.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsclean.document import Label, LabelledPage, Page, Role
from newsclean.label import beside, edges, second, story, title
from newsclean.label.cased import as_printed, in_sentences
from newsclean.label.certain import certain
from newsclean.label.draft import Draft
from newsclean.label.features import LONG, facts_of
from newsclean.label.model import Model, judge
from newsclean.label.parts import parts_of
from newsclean.label.stored import ModelFile, loaded
from newsclean.label.vocabulary import vocabulary_of

PROSE = -0.25
"""Logit from which a block is body: the best of -0.5 to 0.25 for body F1 on dev, by site-wise cross-validation."""

CODE_SIZE = 200
"""Characters from which a line is looked at as code: articles show short pieces of it."""
CODE, CODE_SHARE = "{}[];=<>_", 0.03
"""Signs of code, and their share of a line from which it is code; prose has next to none."""
VEILED = 0.5
"""Share of the likely body that is hidden, from which all of it is taken to be shown later."""
STRANGE_LANGUAGES = frozenset(("und", "bn", "hi", "th"))
"""Those without a row, and those in scripts of which the model saw no page: their words and marks say less to it."""
SENTENCES = 6
"""Those of a text that is one paragraph without a title beside it, at least: notices of errors have fewer."""
FEW = 5
"""Blocks of a short text at most, as a row of a table gives it beside its title."""
STRANGE = 2.0
"""Logits below the likeliest long block, down to which long blocks are body in such a language."""


def assign(page: Page, chosen: ModelFile | None = None) -> tuple[LabelledPage, ...]:
    """The articles of a page, with one label for each block."""
    if not page.blocks:
        return (LabelledPage(page, ()),)
    model, cased = loaded(chosen), in_sentences(page)
    draft = _draft(cased, model)
    parts = parts_of(cased, draft.facts, draft.judged)
    labelled = (_labelled(draft if part is cased else _draft(part, model)) for part in parts)
    return tuple(each if cased is page else as_printed(each, page) for each in labelled)


def _labelled(draft: Draft) -> LabelledPage:
    _decide(draft)
    if second.is_unsure(draft):
        again = second.heard(draft)
        _decide(again)
        draft = again if second.is_of_it(again, draft) else draft
    labels = [given or Label(Role.OTHER, "unclaimed", 0.5) for given in draft.labels]
    return LabelledPage(draft.page, tuple(labels))


def _decide(draft: Draft) -> None:
    for step in STEPS:
        step(draft)


def _draft(page: Page, model: Model) -> Draft:
    facts = facts_of(page)
    return Draft(page, facts, judge(facts, page.blocks, model), vocabulary_of(page.language))


def body(draft: Draft) -> None:
    """What the model takes for prose rather than for a caption; where that is nothing, more on a page in a language
    that is strange to it, and on one that is a text alone, which no page of a site is."""
    logits, caption = draft.judged.prose, draft.judged.caption
    chosen = (logits > PROSE) & ((caption <= 0) | (caption <= logits))
    if not chosen.any() and (draft.page.language in STRANGE_LANGUAGES or _is_text(draft)):
        long = np.array(draft.facts.size) >= LONG
        chosen = long & (logits > logits.max(where=long, initial=-np.inf) - STRANGE)
    sure = np.round(draft.judged.prose_shares, 3).tolist()
    for i in np.flatnonzero(chosen).tolist():
        if draft.facts.size[i] < CODE_SIZE or not _is_code(draft.facts.texts[i]):
            draft.put(i, Role.BODY, "prose", sure[i])
    draft.measure()


def _is_text(draft: Draft) -> bool:
    """Whether a page is a text alone: one paragraph of more sentences than notices have or with a title beside it, or
    the few that a row gives beside its title."""
    titled = any(hint.name == "headline" for hint in draft.page.hints)
    few, least = FEW if titled and draft.page.dump.stated else 1, 1 if titled else SENTENCES
    most = max(ends * ended for ends, ended in zip(draft.facts.ends, draft.facts.ended, strict=True))
    return len(draft.facts) <= few and most >= least


def _is_code(text: str) -> bool:
    """Whether a long line is a script or a style sheet that the tool took for text."""
    return sum([text.count(sign) for sign in CODE if sign in text]) > CODE_SHARE * len(text)


def markup(draft: Draft) -> None:
    """What markup says for certain; most of it only of blocks that are not prose."""
    if draft.page.blocks[0].markup is None:
        return
    veiled = _is_veiled(draft)
    for i, block in enumerate(draft.page.blocks):
        said = block.markup._replace(hidden=False) if veiled and block.markup else block.markup
        row = certain(said, draft.facts.size[i])
        if row and i != draft.headline and (row.over_body or draft.free(i)):
            draft.put(i, row.role, row.reason, 0.9)
    draft.measure()


def _is_veiled(draft: Draft) -> bool:
    """Whether the page hides its article until a script shows it: then "hidden" says nothing."""
    sizes, blocks = draft.facts.size, draft.page.blocks
    body = draft.body()
    hidden = sum(sizes[i] for i in body if (markup := blocks[i].markup) and markup.hidden)
    return hidden > VEILED * sum(sizes[i] for i in body)


def rest(draft: Draft) -> None:
    """Subheads among the body; a role for what nothing claimed."""
    sizes = draft.facts.size
    for i, given in enumerate(draft.labels):
        if given is None:
            role = Role.NAVIGATION if sizes[i] < LONG else Role.OTHER
            draft.put(i, role, "short" if sizes[i] < LONG else "apart-from-the-body", 0.6)
        elif sizes[i] < LONG and draft.is_body(i) and _is_subhead(draft, i):
            draft.put(i, Role.SUBHEAD, "over-prose", 0.6)


def _is_subhead(draft: Draft, i: int) -> bool:
    facts = draft.facts
    prose = i + 1 < len(facts) and draft.is_body(i + 1) and facts.size[i + 1] >= LONG
    return prose and not facts.ended[i] and not draft.page.blocks[i].bullet


STEPS: tuple[Callable[[Draft], None], ...] = (
    body,
    title.headline,
    edges.clear_above,
    markup,
    beside.live_feed,
    beside.teasers,
    beside.appeals,
    story.captions,
    story.byline,
    story.kicker,
    story.standfirst,
    edges.stray,
    story.alike,
    edges.fill,
    edges.repeated,
    edges.resumed,
    edges.contained,
    edges.biography,
    beside.furniture,
    beside.related,
    beside.silver,
    beside.unclaimed,
    rest,
)
