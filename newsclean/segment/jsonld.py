"""JSON-LD: the nodes of a document, whatever wraps them and however broken they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

DEPTH = 60
"""Objects and lists inside one another that are followed; news sites nest about 8 deep."""
NODES = 2_000
"""Objects of one document that are looked at."""
SIZE = 4_000_000
"""Characters of one script; the largest of dev has 400,000."""

Node = dict[str, Any]

_COMMENT = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|/\*\s*<!\[CDATA\[\s*\*/|/\*\s*\]\]>\s*\*/")
_TRAILING = re.compile(r",\s{0,200}(?=[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})')


def nodes_of(script: str) -> list[Node]:
    """Objects of a script, outer ones first; empty where it cannot be read.

    >>> [node["@type"] for node in nodes_of('{"@graph": [{"@type": "Person"}, {"@type": "Article",}]}')]
    ['Person', 'Article']
    """
    found: list[Node] = []
    for root in _load(script):
        for node in _walk(root):
            found.append(node)
            if len(found) >= NODES:
                return found
    return found


def _load(script: str) -> Iterator[Any]:
    """Values of a script; some sites print one after another."""
    if len(script) > SIZE:
        return
    text = _COMMENT.sub(" ", script).strip().rstrip(";")
    decoder = json.JSONDecoder(strict=False, parse_int=_number, parse_float=str, parse_constant=str)
    for attempt in (text, _repaired(text)):
        try:
            while attempt:
                value, end = decoder.raw_decode(attempt)
                yield value
                attempt = attempt[end:].lstrip(" \t\r\n,;")
        except (ValueError, RecursionError):
            continue
        return


def _number(digits: str) -> str:
    """Numbers stay text: none is reckoned with, and int() refuses 5,000 digits."""
    return digits


def _repaired(text: str) -> str:
    return _BAD_ESCAPE.sub(r"\\\\", _TRAILING.sub("", text))


def _walk(root: Any) -> Iterator[Node]:
    level = [root]
    for _ in range(DEPTH):
        inner: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                if "@type" in value:
                    yield value
                inner += value.values()
            elif isinstance(value, list):
                inner += value
        if not inner:
            return
        level = inner


def types_of(node: Node) -> list[str]:
    """Type names without the address of their vocabulary.

    >>> types_of({"@type": ["http://schema.org/NewsArticle", "Thing"]})
    ['NewsArticle', 'Thing']
    """
    stated = node.get("@type")
    each = stated if isinstance(stated, list) else [stated]
    return [name.rsplit("/", 1)[-1].rsplit(":", 1)[-1].strip() for name in each if isinstance(name, str)]


def texts_of(value: Any) -> list[str]:
    """Texts of a value: itself, the items of a list, or what an object says of itself."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for item in value[:100] if not isinstance(item, list) for text in texts_of(item)]
    if isinstance(value, dict):
        for key in ("@value", "name", "url", "@id"):
            if isinstance(value.get(key), str):
                return [value[key]]
    return []
