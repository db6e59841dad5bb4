"""HTML to a page: its visible text in blocks, its pictures, and what it states about itself."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Block, Dump, Markup, Page
from newsclean.limits import DEFAULT, Limits
from newsclean.segment.draft import Draft
from newsclean.segment.hints import hints_of
from newsclean.segment.parser import parse_html
from newsclean.segment.pictures import pictures_of
from newsclean.segment.state import article_in_state
from newsclean.segment.tags import LEVELS
from newsclean.segment.tree import Reader


def segment_html(dump: Dump, limits: Limits = DEFAULT) -> Page:
    """The page of an HTML dump; its language is left to the caller, as a hint named "language" at most.

    Raises `TooDeep` where the markup passes a limit.
    """
    source = dump.text.removeprefix("\ufeff")
    reader = _read(source, limits, scripting=True)
    if not reader.drafts and (told := article_in_state(source)):
        parse_html(told, reader)
    if not reader.drafts and reader.noscript:  # what the page says to those without scripts is all it says
        reader = _read(source, limits, scripting=False)
    drafts = reader.drafts
    text = "\n".join([draft.text for draft in drafts])
    blocks = _blocks(drafts, len(text))
    return Page(
        dump=dump,
        text=text,
        blocks=blocks,
        hints=hints_of(reader.head),
        pictures=pictures_of(blocks, reader.shown),
        attributes=reader.attributes,
    )


def _read(source: str, limits: Limits, *, scripting: bool) -> Reader:
    reader = Reader(source, scripting, limits)
    parse_html(source, reader)
    return reader


def _blocks(drafts: Sequence[Draft], size: int) -> tuple[Block, ...]:
    """Blocks whose spans partition the page's text, each with the newline behind it."""
    blocks: list[Block] = []
    start = 0
    for draft in drafts:
        end = min(size, start + len(draft.text) + 1)
        line, column = draft.place
        gap = draft.gap if blocks else 0
        blocks.append(Block(start, end, draft.text, line, column, gap, draft.bullet, _markup(draft)))
        start = end
    return tuple(blocks)


def _markup(draft: Draft) -> Markup:
    frame = draft.frame
    around = frame.around()
    return Markup(
        tag=frame.tag,
        path=around.path,
        tokens=draft.tokens,
        path_tokens=around.tokens,
        link_share=draft.link_share,
        level=LEVELS.get(frame.tag, around.level),
        itemprop=draft.itemprop,
        datetime=draft.datetime,
        author_links=draft.author_links,
        hidden=draft.hidden,
        kicker=draft.kicker,
        container=frame.container(),
    )
