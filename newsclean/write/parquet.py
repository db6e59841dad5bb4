"""Parquet with the record's own columns, lists and structures; `pip install 'newsclean[parquet]'` brings pyarrow."""

from __future__ import annotations

import io
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pyarrow.json import ParseOptions, ReadOptions, read_json
from pyarrow.parquet import ParquetWriter
from pydantic import BaseModel

from newsclean.record import Article
from newsclean.stops import held

GROUP_BYTES = 16 * 1024**2
"""Bytes of JSON from which a row group is written: what is held in memory, and again as columns."""
GROUP_ROWS = 50_000
"""Rows from which it is."""
SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def schema_of(model: type[BaseModel]) -> pa.Schema:
    """The columns of a record; each may be null."""
    return pa.schema(_columns(model))


def _columns(model: type[BaseModel]) -> list[pa.Field]:
    return [pa.field(name, _type(field.annotation)) for name, field in model.model_fields.items()]


def _type(kind: Any) -> pa.DataType:
    origin, given = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _type(given[0])
    if origin in (Union, UnionType):
        (kept,) = (each for each in given if each is not NoneType)
        return _type(kept)
    if origin is tuple:
        return pa.list_(_type(given[0]))
    if origin is Literal:
        return pa.string()
    return pa.struct(_columns(kind)) if issubclass(kind, BaseModel) else SCALARS[kind]


class Parquet:
    """Row groups of bounded size, each written when it is full."""

    def __init__(self) -> None:
        """Before the first record."""
        self._schema = schema_of(Article)
        self._file = _Written()
        self._writer = ParquetWriter(self._file, self._schema, compression="zstd")
        self._lines = bytearray()
        self._rows = 0

    def of(self, lines: bytes) -> bytes:
        """A row group, once there are records enough for one."""
        self._lines += lines
        self._rows += lines.count(b"\n")
        if len(self._lines) >= GROUP_BYTES or self._rows >= GROUP_ROWS:
            self._write_group()
        return self._file.taken()

    def end(self) -> bytes:
        """The last row group and the footer, without which a file is none."""
        if self._rows:
            self._write_group()
        with held():
            self._writer.close()
        return self._file.taken()

    def _write_group(self) -> None:
        """No threads are started: workers are forked."""
        reading = ReadOptions(use_threads=False, block_size=len(self._lines) + 1)
        parsing = ParseOptions(explicit_schema=self._schema, unexpected_field_behavior="error")
        with held():  # a signal would unwind pyarrow's own code
            self._writer.write_table(read_json(pa.BufferReader(self._lines), reading, parsing))
        self._lines, self._rows = bytearray(), 0


class _Written(io.RawIOBase):
    """A file that keeps what is written to it until it is taken."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        written = b"".join(self._pieces)
        self._pieces.clear()
        return written
