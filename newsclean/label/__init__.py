"""Labelling: every block of a page gets one role. This is the boilerplate removal; nothing is deleted here."""

from __future__ import annotations

from newsclean.document import LabelledPage, Page


def label(page: Page) -> LabelledPage:
    """The page with a label for each block, in order.

    >>> from newsclean.document import Dump, Source
    >>> from newsclean.segment import segment
    >>> label(segment(Dump(Source("-"), ""))).labels
    ()
    """
    from newsclean.label.roles import assign

    return LabelledPage(page, assign(page))
