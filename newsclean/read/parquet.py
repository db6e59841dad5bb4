"""Parquet: a document a row, by pyarrow, which `newsclean[parquet]` brings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

from newsclean.document import Source
from newsclean.limits import Limits
from newsclean.read.habits import METADATA, SOURCE
from newsclean.read.items import Context, Item, Keys
from newsclean.read.limits import ReadError
from newsclean.read.rows import item_of, metas_of, without_keys
from newsclean.read.streams import Stream
from newsclean.record import Reason

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

ROWS = 16
"""Rows that are held at once."""
BUFFER = 1024 * 1024
"""Bytes of a column that are read at once, in place of all of a group of rows."""


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of each row; where a group of rows is damaged, one refusal of it at the first row that is lost."""
    try:
        file = _opened(stream, context.limits)
        columns = _columns(file, context.keys)
    except ReadError as error:
        yield error.of(source)
        return
    first = 1
    for group in range(file.num_row_groups):
        yield from _group(file, group, columns, replace(source, line=first), context)
        first += file.metadata.row_group(group).num_rows


def _columns(file: ParquetFile, keys: Keys) -> list[str]:
    """Names of those that are read; raises ReadError where none of them holds documents."""
    names = file.schema_arrow.names
    documents = keys.found(names, keys.documents)
    if not documents:
        raise without_keys(keys)
    stating = (*keys.found(names, keys.url), *metas_of(names, keys), *keys.found(names, METADATA + SOURCE))
    return [*dict.fromkeys((*documents, *stating))]


def _opened(stream: Stream, limits: Limits) -> ParquetFile:
    """The file; its directory stands at the end, so that one that comes through a pipe is held in memory."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # its own takes half of the addresses a worker has
    try:
        import pyarrow as arrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        cure = "install pyarrow, as `pip install 'newsclean[parquet]'` does"
        raise ReadError(Reason.UNREADABLE, f"is Parquet, which needs pyarrow: {cure}") from None
    try:
        return ParquetFile(stream.file or _held(stream, limits), pre_buffer=False, buffer_size=BUFFER)
    except (arrow.ArrowException, OSError) as error:
        raise _damaged(error) from None


def _held(stream: Stream, limits: Limits) -> BinaryIO:
    data = stream.read(limits.max_input + 1)
    if len(data) > limits.max_input:
        message = f"is Parquet of over {limits.max_input} bytes and no file of its own: unpack it, or raise --max-input"
        raise ReadError(Reason.TOO_LARGE, message)
    return BytesIO(data)


def _group(
    file: ParquetFile, group: int, columns: list[str], source: Source, context: Context
) -> Iterator[Item | ReadError]:
    import pyarrow as arrow

    rows = count(source.line or 1)
    here = source
    try:
        for batch in file.iter_batches(ROWS, [group], columns, use_threads=False):
            for n in range(batch.num_rows):
                here = replace(source, line=next(rows))
                try:
                    yield item_of(_row(batch, n, context.keys), here, context.keys)
                except ReadError as error:
                    yield error.of(here)
    except (arrow.ArrowException, OSError) as error:
        yield _damaged(error).of(replace(source, line=next(rows)))


def _row(batch: RecordBatch, n: int, keys: Keys) -> dict[str, object]:
    """The values of a row. Raises ReadError where that of a document or an address is no UTF-8."""
    row: dict[str, object] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            row[name] = column[n].as_py()
        except UnicodeDecodeError:
            if keys.found([name], keys.documents + keys.url):
                raise ReadError(Reason.UNDECODABLE, f'holds no UTF-8 under "{name}": convert it') from None
        except (ValueError, OverflowError, KeyError):  # a date that Python has no form for, or in no known zone
            pass
    return row


def _damaged(error: Exception) -> ReadError:
    said = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
    return ReadError(Reason.MALFORMED, f"is damaged Parquet ({said}): get it anew")
