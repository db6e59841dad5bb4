"""The text of the article."""

from __future__ import annotations

import re
from itertools import filterfalse, pairwise
from math import fsum

from newsclean.document import Found, LabelledPage, Role

REPEATED = 60
"""Characters from which a paragraph that stands on the page again is a copy; "No." may be said twice."""
UNSPACED = 0.5
"""Share of characters in scripts without spaces from which characters are counted instead of words."""
_UNSPACED_SIGN = (  # its wide ranges take milliseconds to compile, which only pages in these scripts need
    "["
    "\u0e01-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3001-\u30ff"  # marks and kana
    "\u3400-\u9fff"  # Han
    "\uf900-\ufaff"  # Han, compatibility forms
    "\uff00-\uffef"  # full-width forms
    "]"
)
HINTED = 0.5
"""Confidence of a body that only the page's metadata states: it may be cut or hold furniture."""


def find(page: LabelledPage) -> Found[str] | None:
    """Paragraphs and subheads in page order, joined by a blank line; None where the page has none. What runs on, on a
    line that holds a page, stays one paragraph.

    Where no block is body, the text that the page's metadata states is taken.
    """
    kept = _with_text(_once(page), page)
    if kept:
        blocks, labels = page.page.blocks, page.labels
        texts = [blocks[i].text for i in kept]
        sure = fsum([labels[i].confidence * len(text) for i, text in zip(kept, texts, strict=True)])
        return Found(_joined(kept, page), sure / sum(map(len, texts)), tuple(kept))
    stated = next((h.value for h in page.page.hints if h.name == "body"), None)
    paragraphs = [" ".join(line.split()) for line in (stated or "").splitlines()]
    text = "\n\n".join(filter(None, paragraphs))
    return Found(text, HINTED) if text else None


def _once(page: LabelledPage) -> list[int]:
    """Indexes of what belongs to the body, without copies."""
    seen: set[str] = set()
    kept: list[int] = []
    blocks, before = page.page.blocks, ""
    for i in page.indexes(Role.BODY, Role.SUBHEAD):
        text = blocks[i].text
        if text and not (text in seen and (len(text) >= REPEATED or text == before)):
            kept.append(i)
            seen.add(text)
            before = text
    return kept


def _joined(kept: list[int], page: LabelledPage) -> str:
    """The texts of blocks, and what stands between them."""
    blocks, labels = page.page.blocks, page.labels
    parts = [blocks[kept[0]].text]
    for before, i in pairwise(kept):
        within = blocks[i].runs_on and before == i - 1 and labels[before].role is labels[i].role is Role.BODY
        glue = "\n\n" if not within else "" if re.match(_UNSPACED_SIGN, blocks[before].text[-1]) else " "
        parts += (glue, blocks[i].text)
    return "".join(parts)


def _with_text(kept: list[int], page: LabelledPage) -> list[int]:
    """Without the subheads at the end: what they stood over is not body."""
    while kept and page.labels[kept[-1]].role is Role.SUBHEAD:
        kept.pop()
    return kept


def word_count(text: str) -> int:
    """Words of a text; characters without white space where most of them are of scripts that put no spaces.

    >>> word_count("Two words – no more.")
    4
    >>> word_count("天文台の橋。")
    6
    """
    words = text.split()
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) / 2  # a sign of these scripts has three bytes
    if wide > UNSPACED * len(words):  # each has a letter at least
        letters = sum(map(len, words))
        if wide > UNSPACED * letters and len(re.findall(_UNSPACED_SIGN, text)) > UNSPACED * letters:
            return letters
    marked = filterfalse(str.isalnum, words)
    marks = [word for word in marked if not word[0].isalnum() and not any(map(str.isalnum, word))]
    return len(words) - len(marks)
