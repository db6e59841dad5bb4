"""A page with judgements that a test sets."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from newsclean.document import Dump, Page, Source
from newsclean.label.draft import Draft
from newsclean.label.features import facts_of
from newsclean.label.model import BESIDE, JUDGEMENTS, LATER, Judged
from newsclean.label.vocabulary import vocabulary_of
from newsclean.segment import segment


def made(*lines: str, **logits: list[float]) -> Draft:
    return draft_in(segment(Dump(Source("-"), "\n\n".join(lines))), **logits)


def draft_in(page: Page, **logits: list[float]) -> Draft:
    said = {name: np.array(logits.get(name, [-9.0] * len(page.blocks))) for name in (*JUDGEMENTS, *LATER)}
    beside = np.array([said.pop(role) for role in BESIDE])
    judged = Judged(**said, beside=beside)
    return Draft(page, facts_of(page), judged, vocabulary_of(page.language))


@pytest.fixture
def draft_of() -> Callable[..., Draft]:
    """Lines, and by name the logits of each; -9 for all others."""
    return made


@pytest.fixture
def draft_in_page() -> Callable[..., Draft]:
    """The blocks of a page, with -9 for all logits."""
    return draft_in
