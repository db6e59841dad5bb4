"""What a page says beside its body, in lower case: folded once, since the quick looks of several fields read it."""

from __future__ import annotations

from functools import lru_cache

from newsclean.document import LabelledPage, Role


@lru_cache(maxsize=1)
def beside_body(page: LabelledPage) -> dict[int, str]:
    """The case-folded texts of the blocks that are no body, by their index, in page order."""
    body = frozenset(page.indexes(Role.BODY))
    lines = ((i, block.text) for i, block in enumerate(page.page.blocks) if i not in body)
    return {i: text.casefold() for i, text in lines}  # one by one: most are ASCII, which is fast
