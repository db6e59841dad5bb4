"""Labelling: every block of a page gets one role. This is the boilerplate removal; nothing is deleted here."""

from __future__ import annotations

from itertools import chain

from newsclean.document import LabelledPage, Page


def articles(page: Page) -> tuple[LabelledPage, ...]:
    """The articles of a page, each with a label for each of its blocks: one, and more where a dump without markup holds
    several. Their blocks together are those of the page, in order."""
    from newsclean.label.roles import assign

    return assign(page)


def label(page: Page) -> LabelledPage:
    """The page with a label for each block, in order.

    >>> from newsclean.document import Dump, Source
    >>> from newsclean.segment import segment
    >>> label(segment(Dump(Source("-"), ""))).labels
    ()
    """
    return LabelledPage(page, tuple(chain.from_iterable(part.labels for part in articles(page))))
