"""What a page says beside its body, in lower case: folded once, since the quick looks of several fields read it."""

from __future__ import annotations

from functools import lru_cache

from newsclean.document import LabelledPage, Role


@lru_cache(maxsize=1)
def beside_body(page: LabelledPage) -> dict[int, str]:
    """The case-folded texts of the blocks that are no body, by their index, in page order."""
    body = frozenset(page.indexes(Role.BODY))
    blocks = enumerate(page.page.blocks)
    return {i: block.text.casefold() for i, block in blocks if i not in body}  # one by one: most are ASCII, and fast
