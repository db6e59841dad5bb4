"""Pages that stand before an article: a question for consent, or for a proof that the reader is human."""

from __future__ import annotations

from newsclean.document import Page
from newsclean.lang import with_english

LARGEST = 3_000
"""Characters of such a page: it has little more than its question, where articles carry one among other furniture."""


def is_wall(page: Page) -> bool:
    """Whether a short page says what walls say, in its language or in English.

    >>> from newsclean.document import Dump, Source
    >>> is_wall(Page(Dump(Source("-"), ""), "Just a moment ...\\nVerify you are human", ()))
    True
    """
    if len(page.text) > LARGEST:
        return False
    text = page.text.casefold()
    return any(words in text for row in with_english(page.language) for words in row.wall)
