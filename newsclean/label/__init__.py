"""Labelling: every block of a page gets one role. This is the boilerplate removal; nothing is deleted here."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newsclean.document import LabelledPage, Page

if TYPE_CHECKING:
    from newsclean.label.stored import ModelFile


def articles(page: Page, model: ModelFile | None = None) -> tuple[LabelledPage, ...]:
    """The articles of a page, each with a label for each of its blocks: one, and more where a dump without markup holds
    several. Their blocks together are those of the page, in order. Without a model by the shipped one."""
    from newsclean.label.roles import assign

    return assign(page, model)


def label(page: Page, model: ModelFile | None = None) -> LabelledPage:
    """The page with a label for each block, in order.

    >>> from newsclean.document import Dump, Source
    >>> from newsclean.segment import segment
    >>> label(segment(Dump(Source("-"), ""))).labels
    ()
    """
    return LabelledPage(page, tuple(chain.from_iterable(part.labels for part in articles(page, model))))
