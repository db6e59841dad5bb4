"""JSONL: a JSON object a line, one of its values a document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from newsclean.document import Source
from newsclean.read.items import Context, Item, Keys
from newsclean.read.limits import ReadError
from newsclean.read.rows import Number, items_of, without_keys
from newsclean.read.streams import CHUNK, Stream
from newsclean.record import Reason

T = TypeVar("T")
DECODER = json.JSONDecoder(parse_int=Number, parse_float=Number)
"""Numbers stay as they are written."""
_NAME = re.compile(rb'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})){1,100}+"(?=\s{0,99}:)')
_BLANK = b"\xef\xbb\xbf\r\n\t "


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of each line; one refusal where none of the first lines has a key of documents."""
    head = stream.head(CHUNK)
    if b"\n" in head.rstrip() and not keys_in(head, context.keys):
        yield without_keys(context.keys).of(source)
        return
    damaged = False
    for number, (start, line) in enumerate(_lines(stream, context.limits.max_line + 1), 1):
        here = replace(source, line=number)
        if isinstance(line, ReadError):
            yield line.of(here)
        elif line.strip(_BLANK):
            for each in _items(line, here, context):
                if isinstance(each, Item):
                    yield each
                elif not damaged:  # what follows a damage is the end of a line, which was refused
                    each.offset = start
                    yield each
        damaged = isinstance(line, ReadError)


def _items(line: bytes, source: Source, context: Context) -> Iterator[Item | ReadError]:
    try:
        yield from items_of(_value(line, context), source, context.keys)
    except ReadError as error:
        yield error.of(source)


def keys_in(data: bytes, keys: Keys) -> bool:
    """Whether bytes begin with objects of which one has a key of documents."""
    names = (json.loads(name.decode("utf-8", "replace")) for name in _NAME.findall(data[:CHUNK]))
    return bool(keys.found(names, keys.documents))


def _lines(stream: Stream, most: int) -> Iterator[tuple[int, bytes | ReadError]]:
    """Each line with the byte where it starts; of a longer one the beginning; an error where bytes are lost."""
    line = b""
    while True:
        try:
            while line and not line.endswith(b"\n"):
                line = stream.line(CHUNK)
            start = stream.offset
            line = stream.line(most)
        except ReadError as error:
            line = b""
            yield stream.offset, error
            continue
        if not line:
            return
        yield start, line


def _value(line: bytes, context: Context) -> object:
    if len(line) > context.limits.max_line:
        raise ReadError(Reason.TOO_LARGE, f"is a line of over {context.limits.max_line} bytes: raise --max-line")
    return value_of(line, context, DECODER.decode)


def value_of(data: bytes, context: Context, decode: Callable[[str], T]) -> T:
    """What JSON says, by a decoder. Raises ReadError, of a json.JSONDecodeError where it is no JSON."""
    try:
        value = decode(data.decode("utf-8-sig"))
    except RecursionError:
        raise _too_deep(context) from None
    except UnicodeDecodeError:
        raise ReadError(Reason.UNDECODABLE, "is not UTF-8, as JSON must be: convert it") from None
    except ValueError as error:
        raise ReadError(Reason.MALFORMED, f"is no JSON ({error}): mend or remove it") from error
    deepest = context.limits.max_json_depth
    if data.count(b"{") + data.count(b"[") > deepest and _is_deeper(value, deepest):
        raise _too_deep(context)
    return value


def _is_deeper(value: object, most: int) -> bool:
    """Whether objects and lists stand in one another more than so many times, in a value or in one of a tuple."""
    level = [each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, dict | list)]
    for _ in range(most):
        values = (value for each in level for value in (each.values() if isinstance(each, dict) else each))
        level = [value for value in values if isinstance(value, dict | list)]
    return bool(level)


def _too_deep(context: Context) -> ReadError:
    most = context.limits.max_json_depth
    return ReadError(Reason.TOO_DEEP, f"nests over {most} objects and lists: leave it out, or raise --max-json-depth")
