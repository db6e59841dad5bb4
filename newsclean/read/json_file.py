"""A JSON file: an array of objects, objects, or one around these, over as many lines as they take, or strings that are
documents. It is read whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from newsclean.document import Source
from newsclean.read.items import KEYS, Context, Item
from newsclean.read.jsonl import DECODER, keys_in, value_of
from newsclean.read.limits import ReadError
from newsclean.read.rows import is_text, items_of
from newsclean.read.streams import Stream
from newsclean.record import Reason

PARAGRAPH = 1_000
"""Characters of a paragraph, at most."""
BEHIND = "something else behind it"
_SPACE = re.compile(r"\s*+")


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of each object, or the text that only begins as JSON does."""
    try:
        data = stream.read(context.limits.max_input + 1)
    except ReadError as error:
        yield error.of(source)
        return
    try:
        values = _values_of(data, context)
    except ReadError as error:
        yield error.of(source) if _is_json(data, error, context) else Item(source, data)
        return
    whole = values[0] if len(values) == 1 else values
    many: Sequence[Any] = whole if isinstance(whole, list | tuple) else [whole]
    strings = all(map(is_text, many))
    if strings and whole is many and not _are_documents(many):
        yield Item(source, data)
        return
    for n, each in enumerate(many):
        here = replace(source, member=f"{source.member or ''}[{n}]") if whole is many else source
        yield from items_of({"text": each}, here, KEYS) if strings else items_of(each, here, context.keys)


def _are_documents(strings: Sequence[str]) -> bool:
    """Whether most of the strings of an array are more than lines and paragraphs: else they are those of one dump.

    >>> _are_documents(["Ferry sails\\nThe ferry", "Pier shut\\nThe pier"]), _are_documents(["Home", "Ferry sails"])
    (True, False)
    """
    return 2 * sum("\n" in each.strip() or len(each) > PARAGRAPH for each in strings) > len(strings)


def _values_of(data: bytes, context: Context) -> tuple[object, ...]:
    most = context.limits.max_input
    if len(data) > most:
        message = f"is JSON of over {most} bytes: write an object a line (jq -c '.[]'), or raise --max-input"
        raise ReadError(Reason.TOO_LARGE, message)
    return value_of(data, context, _values)


def _values(text: str) -> tuple[object, ...]:
    """The values of a text, of which `jq` prints one behind the other. Raises ValueError where it has other parts."""
    values: list[object] = []
    at = _behind_space(text, 0)
    while at < len(text):
        try:
            value, at = DECODER.raw_decode(text, at)
        except ValueError:
            if not values:
                raise
            raise json.JSONDecodeError(BEHIND, text, at) from None
        values.append(value)
        at = _behind_space(text, at)
    return tuple(values)


def _behind_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _is_json(data: bytes, error: ReadError, context: Context) -> bool:
    """Whether what cannot be read was meant as JSON: it has a key of documents, and no text behind the JSON."""
    why = error.__cause__
    return keys_in(data, context.keys) and not (isinstance(why, json.JSONDecodeError) and why.msg == BEHIND)
