"""The text of the article."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage, Role

REPEATED = 60
"""Characters from which a paragraph that stands on the page again is a copy; "No." may be said twice."""
UNSPACED = 0.5
"""Share of characters in scripts without spaces from which characters are counted instead of words."""
UNSPACED_RANGES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3000, 0x30FF),  # marks and kana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
)
HINTED = 0.5
"""Confidence of a body that only the page's metadata states: it may be cut or hold furniture."""


def find(page: LabelledPage) -> Found[str] | None:
    """Paragraphs and subheads in page order, joined by a blank line; None where the page has none.

    Where no block is body, the text that the page's metadata states is taken.
    """
    kept = _with_text(_once(page), page)
    if kept:
        blocks = page.page.blocks
        size = sum(len(blocks[i].text) for i in kept)
        sure = sum(page.labels[i].confidence * len(blocks[i].text) for i in kept)
        return Found("\n\n".join(blocks[i].text for i in kept), sure / size, tuple(kept))
    stated = next((h.value for h in page.page.hints if h.name == "body"), None)
    paragraphs = [" ".join(line.split()) for line in (stated or "").splitlines()]
    text = "\n\n".join(filter(None, paragraphs))
    return Found(text, HINTED) if text else None


def _once(page: LabelledPage) -> list[int]:
    """Indexes of what belongs to the body, without copies."""
    seen: set[str] = set()
    kept: list[int] = []
    for i in page.indexes(Role.BODY, Role.SUBHEAD):
        text = page.page.blocks[i].text
        again = text in seen and (len(text) >= REPEATED or text == page.page.blocks[kept[-1]].text)
        if text and not again:
            kept.append(i)
            seen.add(text)
    return kept


def _with_text(kept: list[int], page: LabelledPage) -> list[int]:
    """Without the subheads at the end: what they stood over is not body."""
    while kept and page.labels[kept[-1]].role is Role.SUBHEAD:
        kept = kept[:-1]
    return kept


def word_count(text: str) -> int:
    """Words of a text; characters without white space where most of them are of scripts that put no spaces.

    >>> word_count("Two words – no more.")
    4
    >>> word_count("天文台の橋。")
    6
    """
    letters = "".join(text.split())
    unspaced = sum(1 for c in letters if c > "\u0e00" and any(a <= ord(c) <= b for a, b in UNSPACED_RANGES))
    if unspaced > UNSPACED * len(letters):
        return len(letters)
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))
