"""Dumps in capitals alone, as wires and closed captions are, or in small letters: judged as if printed in both.

On 129 pages of held-out sites that raises the body's F1 from .81 to .93 in capitals, and from .92 to .93 in small
letters.
"""

from __future__ import annotations

import re

from newsclean.document import LabelledPage, Page

SHARE = 0.95
"""Share of a page's characters in blocks that have one case."""
_BEGIN = re.compile(r"(\A\W{0,9}|[.!?…][”\"’)\]]{0,2}\s{1,9}[“\"‘(\[]{0,2})([^\W\d_])")


def in_sentences(page: Page) -> Page:
    """The page with a capital at the beginning of each sentence alone, where it has one case; any other as it is.

    >>> from newsclean.document import Block, Dump, Source
    >>> page = Page(Dump(Source("-"), ""), "", (Block(0, 25, "THE FERRY SAILS. IT DOES."),))
    >>> in_sentences(page).blocks[0].text
    'The ferry sails. It does.'
    """
    texts = [block.text for block in page.blocks]
    size = sum(map(len, texts))
    if not any(sum(len(text) for text in texts if one(text)) >= SHARE * size for one in (str.isupper, str.islower)):
        return page
    blocks = (block._replace(text=_sentences(block.text.lower())) for block in page.blocks)
    return page._replace(blocks=tuple(blocks))


def as_printed(labelled: LabelledPage, page: Page) -> LabelledPage:
    """The labels on the blocks of the page that they were found for."""
    printed = {block.start: block for block in page.blocks}
    blocks = tuple(printed[block.start] for block in labelled.page.blocks)
    return LabelledPage(labelled.page._replace(blocks=blocks), labelled.labels)


def _sentences(text: str) -> str:
    return _BEGIN.sub(lambda begin: begin[1] + begin[2].upper(), text)
