"""A JSON file: an array of objects, objects, or one around these, over as many lines as they take. It is read whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from newsclean.document import Source
from newsclean.read.items import Context, Item
from newsclean.read.jsonl import DECODER, keys_in, value_of
from newsclean.read.limits import ReadError
from newsclean.read.rows import items_of
from newsclean.read.streams import Stream
from newsclean.record import Reason

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
    if not isinstance(whole, list):
        yield from items_of(whole, source, context.keys)
        return
    for n, each in enumerate(whole):
        yield from items_of(each, replace(source, member=f"{source.member or ''}[{n}]"), context.keys)


def _values_of(data: bytes, context: Context) -> list[object]:
    most = context.limits.max_input
    if len(data) > most:
        message = f"is JSON of over {most} bytes: write an object a line (jq -c '.[]'), or raise --max-input"
        raise ReadError(Reason.TOO_LARGE, message)
    return value_of(data, context, _values)


def _values(text: str) -> list[object]:
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
    return values


def _behind_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _is_json(data: bytes, error: ReadError, context: Context) -> bool:
    """Whether what cannot be read was meant as JSON: it has a key of documents, and no text behind the JSON."""
    why = error.__cause__
    return keys_in(data, context.keys) and not (isinstance(why, json.JSONDecodeError) and why.msg == BEHIND)
