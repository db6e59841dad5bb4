"""Rows of named values: which of them is the document, and what the others state of it."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Literal, TypeGuard

from newsclean.document import Source
from newsclean.lang.head import ADDRESS, says_nothing, stated_under
from newsclean.names import whole
from newsclean.read.habits import IN_BASE64, decoded, instant, usual
from newsclean.read.items import Item, Keys
from newsclean.read.limits import ReadError
from newsclean.record import Reason

LONGEST, MOST = 2_000, 20
"""Characters of a statement, and statements of a row; others are left out."""
NAMED = 8
"""Keys that a refusal names, at most."""
DEEPEST = 4
"""Objects and lists around the rows of an answer, at most: "response" and "results", "hits" and "hits"."""
RENDERED = ("rendered", "processed", "value")
"""Keys of a text where it stands in an object: in answers of WordPress, and of Drupal, the finished form first."""
LEAST_COLUMNS = 2
"""Those of a table that is kept column by column: one alone may be a text in parts."""
CRAWL, DATE = "dump", "date"
"""A column that names a crawl of the web: in such collections (FineWeb) the date is that of the fetch."""
TIMES = (DATE, "last-modified")
"""Metas that state a time."""


class Number(str):
    """A number as it is written: it may have any number of digits."""


def item_of(row: Mapping[str, object], source: Source, keys: Keys) -> Item:
    """The document of a row: the first of the keys that holds one. Raises ReadError.

    >>> item_of({"text": "Hello", "html": None}, Source("x"), Keys()).data
    b'Hello'
    """
    row = _unwrapped(row, keys)
    key = _key_in(row, keys)
    if key is None:
        raise _refusal(row, keys)
    written = row[key]
    value = decoded(written) if is_text(written) and keys.found([key], IN_BASE64) else _text_of(written)
    data = value if isinstance(value, bytes) else whole(value).encode()
    url = next((url for name in keys.found(row, keys.url) if is_text(url := row[name]) and url), None)
    charset = None if isinstance(value, bytes) else "utf-8"
    stated = tuple(islice(_stated(row, keys), MOST))
    medium: Literal["html"] | None = "html" if keys.found([key], keys.html) else None
    return Item(source, data, whole(url) if url else None, charset, medium, stated)


def _key_in(row: Mapping[str, object], keys: Keys) -> str | None:
    """The key of a row that holds its document."""
    return next((name for name in keys.found(row, keys.documents) if _text_of(row[name])), None)


def _text_of(value: object) -> str | bytes:
    """A text, or paragraphs, which stand in a list; "" of any other value."""
    value = _inside(value)
    if isinstance(value, list) and all(map(is_text, value)):
        return "\n\n".join(value)
    return value if isinstance(value, bytes) or is_text(value) else ""


def _inside(value: object) -> object:
    """The value itself, or what is in the object that systems of editors keep a text in, beside how it is written."""
    if isinstance(value, dict):
        return next((value[key] for key in RENDERED if isinstance(value.get(key), str)), value)
    return value


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text, as a number as it is written is not."""
    return isinstance(value, str) and not isinstance(value, Number)


def _unwrapped(row: Mapping[str, object], keys: Keys) -> Mapping[str, object]:
    """A row with what stands in the one object in it that holds the document, as in "_source" or "fields"."""
    row = usual(row, keys)
    if _key_in(row, keys) is not None:
        return row
    held = [each for each in row.values() if isinstance(each, dict) and _key_in(each, keys) is not None]
    return usual({**row, **held[0]}, keys) if len(held) == 1 else row


def items_of(value: object, source: Source, keys: Keys) -> Iterator[Item | ReadError]:
    """The documents of a JSON value, or why there are none; `source` is that of the value."""
    for place, row in rows_in(value, keys):
        at = whole(".".join(filter(None, (source.member, place))))
        here = replace(source, member=at) if place else source
        try:
            yield item_of(row, here, keys) if isinstance(row, dict) else not_an_object().of(here)
        except ReadError as error:
            yield error.of(here)


def rows_in(value: object, keys: Keys) -> list[tuple[str, object]]:
    """The rows of a JSON value, each with its place in it: itself or, where it holds none, the members of the list or
    the object that does, as an answer of a search does.

    >>> rows_in({"status": "ok", "articles": [{"text": "a"}, {"text": "b"}]}, Keys())
    [('articles[0]', {'text': 'a'}), ('articles[1]', {'text': 'b'})]
    >>> rows_in({"title": {"0": "A", "1": "B"}, "text": {"0": "a", "1": "b"}}, Keys())
    [('0', {'title': 'A', 'text': 'a'}), ('1', {'title': 'B', 'text': 'b'})]
    """
    if not isinstance(value, dict) or _is_row(value, keys):
        return [("", value)]
    if rows := _across(value, keys):
        return rows
    level: list[tuple[str, object]] = [("", value)]
    for _ in range(DEEPEST):
        inside = [list(_members(place, holder)) for place, holder in level]
        rows = [each for members in inside if any(_is_row(row, keys) for _, row in members) for each in members]
        if rows:
            return rows
        level = [each for members in inside for each in members]
    return [("", value)]


def _across(columns: Mapping[str, object], keys: Keys) -> list[tuple[str, object]]:
    """The rows of a table that is kept column by column, as pandas writes it unless asked otherwise."""
    cells = {name: column for name, column in columns.items() if isinstance(column, dict)}
    of_documents = keys.found(cells, keys.documents)
    if len(cells) < max(LEAST_COLUMNS, len(columns)) or not of_documents:
        return []
    index = cells[of_documents[0]].keys()
    if any(column.keys() != index for column in cells.values()):
        return []
    return [(row, {name: column[row] for name, column in cells.items()}) for row in index]


def _is_row(value: object, keys: Keys) -> bool:
    """Whether it is an object that holds a document."""
    return isinstance(value, dict) and _key_in(_unwrapped(value, keys), keys) is not None


def _members(place: str, holder: object) -> Iterator[tuple[str, object]]:
    """The objects and lists in one, each with its place."""
    named: Iterable[tuple[str, object]] = ()
    if isinstance(holder, dict):
        named = ((f"{place}.{key}" if place else key, each) for key, each in holder.items())
    elif isinstance(holder, list):
        named = ((f"{place}[{n}]", each) for n, each in enumerate(holder))
    return ((at, each) for at, each in named if isinstance(each, dict | list))


def metas_of(columns: Iterable[str], keys: Keys) -> dict[str, str]:
    """The metas that state what columns hold, by the names of those that state something of the documents beside them.

    >>> metas_of(["text", "title", "date"], Keys()), metas_of(["text", "date", "dump"], Keys())
    ({'title': 'title', 'date': 'date'}, {})
    """
    names = tuple(columns)
    others = {*keys.found(names, keys.documents + keys.url)}
    metas = {name: meta for name in names if name not in others and (meta := stated_under(name))}
    return {name: meta for name, meta in metas.items() if meta != DATE or CRAWL not in names}


def _stated(row: Mapping[str, object], keys: Keys) -> Iterator[tuple[str, str]]:
    """Names of metas, and what they state; an address is no title and no name."""
    for column, meta in metas_of(row, keys).items():
        value = row[column]
        words = instant(value) if meta in TIMES else ""
        words = words or whole(_printed(value)).strip()
        if len(words) <= LONGEST and not says_nothing(words) and not words.startswith(ADDRESS):
            yield meta, words


def _printed(value: object) -> str:
    """A value in words, as front matter has it; "" of numbers and of what has parts but no name."""
    match value := _inside(value):
        case str() if is_text(value):
            return _listed(value)
        case date():  # and what has a time besides
            return value.isoformat()
        case {"name": str(name)}:
            return name
        case list() if not any(isinstance(each, list) for each in value):
            words = [_printed(each) for each in value]
            return ", ".join(words) if all(words) else ""
        case _:
            return ""


def _listed(text: str) -> str:
    """A list as Python prints it, which tables hold, as front matter has it; any other text as it is.

    >>> _listed("['Ada Pole', \\"Ben O'Venn\\"]"), _listed("[Live] Ferry sails")
    ("Ada Pole, Ben O'Venn", '[Live] Ferry sails')
    """
    if not (text.startswith(("['", '["')) and text.endswith("]") and len(text) <= LONGEST):
        return text
    try:
        words = literal_eval(text)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return text
    return ", ".join(words) if all(map(is_text, words)) else text


def without_keys(keys: Keys) -> ReadError:
    """The refusal of what has none of the keys."""
    known, more = ", ".join(keys.documents[:NAMED]), " and others" if len(keys.documents) > NAMED else ""
    return ReadError(Reason.MALFORMED, f"has none of the keys {known}{more}: name one with --text-key")


def not_an_object() -> ReadError:
    """The refusal of a value that is no row."""
    return ReadError(Reason.MALFORMED, "is no JSON object: remove it")


def _refusal(row: Mapping[str, object], keys: Keys) -> ReadError:
    key = next(iter(keys.found(row, keys.documents)), None)
    if key is None:
        return without_keys(keys)
    if row[key]:
        return ReadError(Reason.MALFORMED, f'holds no text under "{key}": name another key')
    return ReadError(Reason.EMPTY, f'holds nothing under "{key}"')
