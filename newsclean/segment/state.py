"""The article of a page that holds its text in the state of its scripts alone: none of it stands in the markup.

Two shapes are read: JSON, by itself or set to a name ("window.__STATE__ = {...}"), and the rows that React sends its
server components in ("self.__next_f.push([1, ...])"), where long texts are rows that others point to.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from newsclean.segment.jsonld import objects_in, values_of
from newsclean.segment.parser import parse_html

LEAST = 300
"""Characters of an article's markup; less is a teaser or a notice."""
OBJECTS = 20_000
"""Objects of a page's state that are looked at."""
PARAGRAPH = "<p"
"""What the markup of an article holds."""
TITLES = ("headline", "title")
"""Keys beside an article's text that hold its headline, the surest first."""
_PUSH = re.compile(r"__next_f\.push\(\s{0,20}\[1,\s{0,20}(?=\")")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")


class Scripts:
    """Gathers the scripts of a document."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.texts: list[str] = []
        self._open: list[str] | None = None

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "script":
            self._open = []

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "script" and self._open is not None:
            self.texts.append("".join(self._open))
            self._open = None

    def data(self, data: str) -> None:
        """Characters."""
        if self._open is not None:
            self._open.append(data)

    def close(self) -> None:
        """The document ends."""


def article_in_state(source: str) -> str:
    """The markup of the article, its headline over it, out of the scripts of an HTML document; "" where they hold none.

    >>> text = "<p>Rain fell on the pier all night.</p>" * 9
    >>> stated = json.dumps({"page": {"title": "Pier shut", "body": text}})
    >>> article_in_state(f"<script>window.__STATE__ = {stated};</script>") == f"<h1>Pier shut</h1>{text}"
    True
    """
    scripts = Scripts()
    parse_html(source, scripts)
    title, text = max(_articles(scripts.texts), key=lambda article: len(article[1]), default=("", ""))
    return f"<h1>{html.escape(title)}</h1>{text}" if title else text


def _articles(scripts: list[str]) -> Iterator[tuple[str, str]]:
    """Headline and markup of each object that holds paragraphs; the headline may be ""."""
    rows = _rows("".join(_pushed(scripts)).encode("utf-8", "replace"))
    values = [*rows.values(), *(value for script in scripts for value in values_of(script))]
    for node in islice(objects_in(values), OBJECTS):
        for value in node.values():
            text = _told(value, rows)
            if len(text) >= LEAST and PARAGRAPH in text:
                yield next(filter(None, (_told(node.get(key), rows) for key in TITLES)), ""), text


def _told(value: Any, rows: Mapping[str, Any]) -> str:
    """A text, or the one that it points to ("$24"); "" for what is none."""
    if isinstance(value, str) and value.startswith("$"):
        value = rows.get(value[1:], value)
    return value if isinstance(value, str) else ""


def _pushed(scripts: list[str]) -> Iterator[str]:
    """The pieces of the rows of server components, in their order."""
    decoder = json.JSONDecoder(strict=False)
    for script in scripts:
        for start in _PUSH.finditer(script):
            try:
                yield decoder.raw_decode(script, start.end())[0]
            except ValueError:
                return


def _rows(stream: bytes) -> dict[str, Any]:
    """Values of the rows by their names: texts, whose bytes are counted, and JSON; others are left out."""
    rows: dict[str, Any] = {}
    at = 0
    while at < len(stream) and (row := _ROW.match(stream, at)):
        at = row.end()
        end = at + int(row[2], 16) if row[2] else stream.find(b"\n", at) % (len(stream) + 1)
        said, name = stream[at:end].decode("utf-8", "replace"), row[1].decode()
        if row[2]:
            rows[name] = said
            at = end
        else:
            rows.update((name, value) for value in values_of(said) if said[:1] in "[{")
            at = end + 1
    return rows
