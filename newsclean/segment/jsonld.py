"""JSON-LD: the nodes of a document, whatever wraps them and however broken they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

DEPTH = 60
"""Objects and lists inside one another that are followed; news sites nest about 8 deep."""
NODES = 2_000
"""Objects of one document that are looked at."""
VALUES = 100
"""Values of one script."""
SIZE = 4_000_000
"""Characters of one script; the largest of dev has 400,000."""

Node = dict[str, Any]

_START = re.compile(r"[{\[]")
_TRAILING = re.compile(r",\s{0,200}(?=[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})')


def nodes_of(script: str) -> list[Node]:
    """Objects of a script, outer ones first; empty where it cannot be read.

    >>> [node["@type"] for node in nodes_of('{"@graph": [{"@type": "Person"}, {"@type": "Article",}]}')]
    ['Person', 'Article']
    """
    objects = (node for root in values_of(script) for node in objects_in(root))
    return list(islice((node for node in objects if "@type" in node), NODES))


def values_of(script: str) -> list[Any]:
    """The JSON values of a script, whatever stands around them, as far as they can be read."""
    if len(script) > SIZE:
        return []
    script = script.replace("<![CDATA[", "")
    values, whole = _values(script)
    return values if whole else _values(_repaired(script))[0]


def _values(text: str) -> tuple[list[Any], bool]:
    """Values of a script, of which some sites print several, and whether it could be read to its end."""
    decoder = json.JSONDecoder(strict=False, parse_int=_number, parse_float=_number, parse_constant=_number)
    values: list[Any] = []
    start = _START.search(text)  # comments and CDATA marks may stand around a value
    while start and len(values) < VALUES:
        try:
            value, end = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            return values, False
        values.append(value)
        start = _START.search(text, end)
    return values, True


def _number(digits: str) -> str:
    """Numbers stay text: none is reckoned with, and int() refuses 5,000 digits."""
    return digits


def _repaired(text: str) -> str:
    return _BAD_ESCAPE.sub(r"\\\\", _TRAILING.sub("", text))


def objects_in(root: Any) -> Iterator[Node]:
    """The objects of a value, outer ones first."""
    level = [root]
    for _ in range(DEPTH):
        inner: list[Any] = []
        for value in level:
            if isinstance(value, dict):
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
