"""Cutting a dump into blocks: the point where plain text and HTML meet."""

from __future__ import annotations

from dataclasses import replace

from newsclean.document import Dump, Page
from newsclean.lang import load
from newsclean.lang.tell import tell


def segment(dump: Dump) -> Page:
    """The dump as blocks, in the order a reader sees them, and the language they are in.

    Raises `newsclean.segment.limits.TooDeep` where the markup passes a limit.
    """
    if dump.medium == "html":
        from newsclean.segment.html import segment_html  # lxml is not needed for plain text

        page = segment_html(dump)
        declared = next((h.value for h in page.hints if h.name == "language"), None)
        return replace(page, language=tell(page.text, declared))
    from newsclean.segment.plain import blocks_of

    language = tell(dump.text)
    return Page(dump, dump.text, blocks_of(dump.text, load(language)), language=language)
