"""How printed dates and the page's own statements vote for a day: each has odds, and those of one day are added up."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum
from typing import NamedTuple

from newsclean.fields.date_block import agrees
from newsclean.fields.date_match import DateMatch

WEIGHTS: dict[str, float] = {
    # the role of its block
    "timestamp": 0.0,
    "byline": 2.0,
    "prose": -1.0,
    "unlabelled": -0.7,
    # where it stands, in blocks from the headline or the body
    "under-2": 0.8,
    "under-4": 0.5,
    "under-far": 0.2,
    "above-2": 0.7,
    "above-5": -0.6,
    "above-far": -0.4,
    "body-3": 0.8,
    "body-far": -1.0,
    "past-6": 0.9,
    "past-15": -0.8,
    "past-far": -0.9,
    # what its block says
    "word": 1.9,
    "by": 1.0,
    "clock": 1.2,
    "mostly": 0.6,
    "little": -0.2,
    "bare-past": -2.1,
    # the other dates of the page
    "only": 1.0,
    "alone": 0.9,
    "crowded": -2.4,
    "oldest": 0.5,
    "later-of-two": -1.5,
    "before-change": -0.3,
    "day-of-change": 1.2,
    "after-change": -1.0,
    # the address of the page
    "address": 1.4,
    "other-address": -0.1,
    # whose statement a hint is
    "jsonld": 1.6,
    "opengraph": 2.6,
    "microdata": 1.0,
    "meta": 0.4,
    # what print and hints say of each other
    "stated": 1.0,
    "unstated": 0.5,
    "seconded": 1.5,
    "contradicted": -0.3,
    "shown": 1.1,
}
"""What each sign adds to the log odds that a date is the article's, against there being none. Fitted on dev (HTML and
four kinds of dump, a conditional logit with "none" as one of the choices), without pages whose gold is a stated date of
change; on sites left out of the fit the day was found as often as on those in it, within 1 %."""
STRONGEST = 12
"""Candidates, by their odds, that are asked which others they agree with."""
FAINT = 0.1
"""Share of a hint's odds under which a printed date of the day before or after does not settle the day."""


class Candidate(NamedTuple):
    """A date of the page, and what speaks for or against its being the article's."""

    date: DateMatch
    block: int | None
    """None where a hint states it."""
    signs: tuple[str, ...]
    """Keys of WEIGHTS."""

    @property
    def mass(self) -> float:
        """Odds against there being no date."""
        return exp(sum(WEIGHTS[sign] for sign in self.signs))


class Verdict(NamedTuple):
    """The day that most speaks for."""

    share: float
    """Odds of all candidates of that day over those of all days and of none, 0..1."""
    printed: Candidate | None
    """The strongest printed one of that day."""
    stated: Candidate | None
    """The strongest hint of that day."""


def compared(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with what print and hints say of each other: agreement is worth more than the sum of its parts."""
    printed = [one for one in candidates if one.block is not None]
    stated = [one for one in candidates if one.block is None]
    if not stated:
        return printed
    found = []
    for one in candidates:
        peers = [agrees(one.date, other.date) for other in stated if other is not one]
        signs = (
            ("stated", one.block is not None and any(peers)),
            ("unstated", one.block is not None and not any(peers)),
            ("seconded", one.block is None and any(peers)),
            ("contradicted", one.block is None and not all(peers)),
            ("shown", one.block is None and any(agrees(one.date, other.date) for other in printed)),
        )
        found.append(one._replace(signs=(*one.signs, *(name for name, holds in signs if holds))))
    return found


def vote(candidates: Sequence[Candidate]) -> Verdict | None:
    """The day that the candidates agree on; None where there are none."""
    ranked = sorted(((one.mass, -i, one) for i, one in enumerate(candidates)), reverse=True)[:STRONGEST]
    if not ranked:
        return None
    camps = [[(mass, other) for mass, _, other in ranked if agrees(one.date, other.date)] for _, _, one in ranked]
    camp = max(camps, key=lambda camp: fsum(mass for mass, _ in camp))
    share = fsum(mass for mass, _ in camp) / (1 + fsum(one.mass for one in candidates))
    printed = next((one for _, one in camp if one.block is not None), None)
    stated = next((one for _, one in camp if one.block is None), None)
    if printed and stated and _is_faint(printed, stated):
        printed = None
    return Verdict(share, printed, stated)


def _is_faint(printed: Candidate, stated: Candidate) -> bool:
    """Whether a hint is of the same night in another zone, and the print too weak to say which day that was."""
    there = stated.date._replace(offset=None)
    here = printed.date._replace(offset=None)
    return not agrees(here, there) and printed.mass < FAINT * stated.mass
