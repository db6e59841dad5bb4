"""What a page states about itself, told in the names of the record."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from newsclean.document import Hint, HintSource
from newsclean.segment.clean import one_line
from newsclean.segment.head import Head
from newsclean.segment.metas import LISTS, METAS
from newsclean.segment.schema_org import of_jsonld, of_microdata

LENGTH = 2_000
"""Characters of a value."""
BODY = 1_000_000
"""Characters of an article's text."""
COUNT = 200
"""Values of one name and source."""
TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")


def hints_of(head: Head) -> tuple[Hint, ...]:
    """The statements of a page, JSON-LD first, each once; empty values are left out."""
    found: dict[Hint, None] = {}
    counts: dict[tuple[str, str], int] = {}
    for source, name, value, kind in _statements(head):
        text = _clean(value, BODY if name == "body" else LENGTH)
        seen = counts.get((source, name), 0)
        if text and seen < COUNT:
            counts[source, name] = seen + 1
            found[Hint(source, name, text, kind)] = None
    return tuple(found)


def _statements(head: Head) -> Iterator[tuple[HintSource, str, str, str | None]]:
    """Source, name, value and kind of each hint."""
    if head.language:
        yield "meta", "language", head.language, None
    for name, value, kind in of_jsonld(head.scripts):
        yield "jsonld", name, value, kind
    yield from _metas(head)
    for name, value, kind in of_microdata(head.properties):
        yield "microdata", name, value, kind
    if head.title:
        yield "title", "headline", head.title, None
    for rel, href in head.links:
        if "canonical" in rel.split():
            yield "link", "url", href, None


def _metas(head: Head) -> Iterator[tuple[HintSource, str, str, str | None]]:
    for key, content in head.metas:
        if key in METAS:
            source, name = METAS[key]
            for value in content[:BODY].split(",") if key in LISTS else [content]:
                yield source, name, value, None


def _clean(value: str, limit: int) -> str:
    """The value unescaped, without markup; lines are kept in a body only."""
    value = value[:limit]
    if "&" in value:
        value = html.unescape(value)
    if "<" in value:
        value = TAG.sub("\n", value)
    if limit == BODY:
        return "\n".join(filter(None, map(one_line, value.splitlines())))
    return one_line(value)
