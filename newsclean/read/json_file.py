"""A JSON file: an array of objects, or one object, over as many lines as it takes. It is read whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from newsclean.document import Source
from newsclean.read.items import Context, Item
from newsclean.read.jsonl import keys_in, value_of
from newsclean.read.limits import ReadError
from newsclean.read.rows import item_of, not_an_object
from newsclean.read.streams import Stream
from newsclean.record import Reason


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of each object, or the text that only begins as JSON does."""
    try:
        data = stream.read(context.limits.max_input + 1)
    except ReadError as error:
        yield error.of(source)
        return
    try:
        value = _value(data, context)
    except ReadError as error:
        yield error.of(source) if _is_json(data, error, context) else Item(source, data)
        return
    if not isinstance(value, list):
        yield _item(value, source, context)
    else:
        for n, each in enumerate(value):
            yield _item(each, replace(source, member=f"{source.member or ''}[{n}]"), context)


def _value(data: bytes, context: Context) -> object:
    most = context.limits.max_input
    if len(data) > most:
        message = f"is JSON of over {most} bytes: write an object a line (jq -c '.[]'), or raise --max-input"
        raise ReadError(Reason.TOO_LARGE, message)
    return value_of(data, context)


def _is_json(data: bytes, error: ReadError, context: Context) -> bool:
    """Whether what cannot be read was meant as JSON: it has a key of documents, and no text behind the JSON."""
    why = error.__cause__
    behind = why.doc[why.pos] if isinstance(why, json.JSONDecodeError) and why.msg == "Extra data" else "{"
    return keys_in(data, context.keys) and behind in "{[,"


def _item(value: object, source: Source, context: Context) -> Item | ReadError:
    try:
        return item_of(value, source, context.keys) if isinstance(value, dict) else not_an_object().of(source)
    except ReadError as error:
        return error.of(source)
