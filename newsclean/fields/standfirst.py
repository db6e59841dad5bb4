"""The summary under the headline."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage, Role

AGREED = 0.95
"""Confidence where the page's description says the same."""


def find(page: LabelledPage) -> Found[str] | None:
    """The standfirst as printed; a description that the page does not show is none."""
    for i in page.indexes(Role.STANDFIRST):
        text = page.page.blocks[i].text
        stated = {_folded(h.value) for h in page.page.hints if h.name == "standfirst"}
        agreed = any(s and (s in _folded(text) or _folded(text) in s) for s in stated)
        return Found(text, AGREED if agreed else page.labels[i].confidence, (i,))
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .…")
