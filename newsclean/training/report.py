"""How good a model is on pages of sites that it has not seen, and how far its confidence can be trusted."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from newsclean.label.characters import Flags, Numbers
from newsclean.label.model import BESIDE, JUDGEMENTS, LATER, Model, judged_of
from newsclean.label.parts import openings
from newsclean.label.roles import PROSE
from newsclean.measure.words import folded
from newsclean.training.pages import Example
from newsclean.training.splice import Lesson

STEPS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98, 1.0)
"""Confidences between which the reliability is told."""

Figures = tuple[float, float, float]
"""Precision and recall of the body, and whether the headline is found: NaN where the page shows none."""
SIDES = JUDGEMENTS[1:-1]
"""What blocks are judged to be besides body and headline."""


@dataclass
class Report:
    """What held-out pages showed."""

    figures: dict[tuple[str, str], list[Figures]] = field(default_factory=dict)
    """By kind of dump and source of pages or "all", and by language."""
    sides: dict[str, NDArray[np.int64]] = field(default_factory=lambda: {name: np.zeros(3, np.int64) for name in SIDES})
    """Blocks that are said to be one, that are one, and both, where the gold tells."""
    prose: list[tuple[Numbers, Flags]] = field(default_factory=list)
    """How sure the model was of each block of a page, and whether it is body."""
    titles: list[tuple[float, bool]] = field(default_factory=list)
    """How sure it was of each headline, and whether that is right."""
    roles: dict[str, NDArray[np.int64]] = field(
        default_factory=lambda: {name: np.zeros(3, np.int64) for name in BESIDE}
    )
    """Blocks beside the article, as `sides`, where markup tells what they are."""
    parted: dict[str, list[tuple[bool, bool]]] = field(default_factory=dict)
    """By kind of dump and "one" or "two": whether two articles were found in a dump, the second where it opens."""

    def add(self, e: Example, model: Model) -> None:
        """Judge a page that the net was not fitted on."""
        judged = judged_of(e.numbers, model)
        said = judged.prose > PROSE
        both = float(e.words[said & e.body].sum())
        best = e.texts[int(np.argmax(judged.title))]
        right = e.headline >= 0 and folded(best) == folded(e.texts[e.headline])
        title = float(right) if e.headline >= 0 else np.nan
        row = both / max(1, e.words[said].sum()), both / max(1, e.words[e.body].sum()), title
        for key in ((e.kind, e.source), (e.kind, "all"), ("language", e.language)):
            self.figures.setdefault(key, []).append(row)
        for i, name in enumerate(SIDES, 1):
            told, true = (getattr(judged, name) > 0) & (e.trust[:, i] > 0), e.truth[:, i] > 0
            self.sides[name] += told.sum(), true.sum(), (told & true).sum()
        self.prose.append((judged.prose_shares, e.body))
        if e.headline >= 0:
            sure = float(judged.title_shares[[text == best for text in e.texts]].sum())
            self.titles.append((sure, right))

    def add_later(self, lesson: Lesson, model: Model) -> None:
        """Judge what stands beside the article, and whether there are two, in a dump that no net was fitted on."""
        judged = judged_of(lesson.numbers, model)
        roles = lesson.truth[:, -len(BESIDE) :] > 0
        shown = (lesson.trust[:, -1] > 0) & roles.any(axis=1)
        told, true = (judged.beside.argmax(axis=0)[:, None] == np.arange(len(BESIDE)))[shown], roles[shown]
        for i, name in enumerate(BESIDE):
            self.roles[name] += told[:, i].sum(), true[:, i].sum(), (told[:, i] & true[:, i]).sum()
        if lesson.trust[:, 0].any():
            opens, found = np.flatnonzero(lesson.truth[:, LATER.index("opens")]), openings(judged)
            row = len(found) > 0, len(found) > 0 and found[0] in opens
            self.parted.setdefault(f"{lesson.kind:10} {'two' if len(opens) else 'one':8}", []).append(row)

    def lines(self) -> list[str]:
        """The tables, a line each row."""
        lines = []
        for (kind, source), rows in sorted(self.figures.items()):
            p, r, title = np.nanmean(rows, axis=0)
            f1 = 2 * p * r / (p + r)
            lines.append(
                f"{kind:10} {source:8} pages {len(rows):5}  body p {p:.3f} r {r:.3f} f1 {f1:.3f}  headline {title:.3f}"
            )
        for key, found in sorted(self.parted.items()):
            share, right = np.mean(found, axis=0)
            lines.append(
                f"{key} dumps {len(found):5}  taken for two {share:.3f}, parted at the right block {right:.3f}"
            )
        for name, (told, true, both) in (self.sides | self.roles).items():
            p, r = both / max(1, told), both / max(1, true)
            lines.append(f"{name:10} blocks {true:6}  p {p:.3f} r {r:.3f} f1 {2 * p * r / max(1e-9, p + r):.3f}")
        prose = [np.concatenate(column) for column in zip(*self.prose, strict=True)]
        titles = [np.array(column) for column in zip(*self.titles, strict=True)]
        return [*lines, *reliability("body", *prose), *reliability("headline", *titles)]


def reliability(name: str, sure: Numbers, right: Flags) -> list[str]:
    """How often what was said with a confidence between two steps is right.

    >>> reliability("body", np.array([0.2, 0.99, 1.0]), np.array([False, True, True]))
    ['body       confidence 0.10 to 0.30      1 said 0.200 right 0.000', \
'body       confidence 0.98 to 1.00      2 said 0.995 right 1.000']
    """
    lines = []
    place = np.clip(np.searchsorted(STEPS, sure, side="right") - 1, 0, len(STEPS) - 2)
    for i in np.unique(place).tolist():
        chosen = place == i
        said, is_right = sure[chosen].mean(), right[chosen].mean()
        lines.append(
            f"{name:10} confidence {STEPS[i]:.2f} to {STEPS[i + 1]:.2f} {chosen.sum():6} "
            f"said {said:.3f} right {is_right:.3f}"
        )
    return lines
