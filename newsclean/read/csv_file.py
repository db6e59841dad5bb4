"""CSV and TSV: a document a row, under a header that names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from typing import NamedTuple

from newsclean.document import Source
from newsclean.read.containers import HEAD
from newsclean.read.items import Context, Item, Keys
from newsclean.read.limits import ReadError
from newsclean.read.rows import item_of, without_keys
from newsclean.read.streams import CHUNK, Stream
from newsclean.record import Reason

DELIMITERS = (",", ";", "\t")
NAME = 40
"""Characters that the name of a column has less than: longer ones are prose."""
FIT = 0.6
"""Share of the rows of a table that are as wide as its header, at least; of prose with a comma or two few lines are."""
AGAIN = 16
"""Times that bytes may be read again as rows, after a quote that has no end, so that time stays linear."""


class Header(NamedTuple):
    """The first line of a table."""

    names: tuple[str, ...]
    """Of its columns; where one is a key, in whatever case, that key."""
    delimiter: str


class _NoRowError(ReadError):
    """What does not fit the header."""


def is_table(head: bytes, keys: Keys) -> bool:
    """Whether a file begins with a header, of which one column holds documents, and with rows that fit it."""
    text = head.decode("utf-8-sig", "replace")
    line, _, below = text.partition("\n")
    header = _header(line, keys)
    return header is not None and _are_rows(below, header)


def _header(line: str, keys: Keys) -> Header | None:
    """What a line names the columns; None where it names no column of documents."""
    found = []
    for delimiter in DELIMITERS:
        try:
            cells = next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), [])
        except csv.Error:  # a carriage return in the line, or a cell that is over the module's bound
            continue
        plain = all(len(cell) < NAME and cell == cell.strip() for cell in cells)  # prose has a space behind a comma
        if plain and len(cells) > 1 and keys.found(cells, keys.documents):
            found.append(Header(tuple(cells), delimiter))
    return max(found, key=lambda header: len(header.names), default=None)


def _are_rows(text: str, header: Header) -> bool:
    """Whether what stands in a text under a header are rows that fit it; the last may be cut."""
    try:
        rows = [row for row in csv.reader(StringIO(text, newline=""), delimiter=header.delimiter) if row][:-1]
    except csv.Error:
        return False
    return sum(len(row) == len(header.names) for row in rows) >= FIT * len(rows)


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of each row, or why there is none."""
    try:
        header = _read_header(stream, context.keys)
    except ReadError as error:
        yield error.of(source)
        return
    # The one bound that the module knows is that of the process; it is raised, and never lowered for anybody else.
    csv.field_size_limit(max(csv.field_size_limit(), context.limits.max_line))
    lines = _Lines(stream, header, context.limits.max_line)
    for number, row in enumerate(_rows(lines, header), 1):
        here = replace(source, line=number)
        try:
            if isinstance(row, ReadError):
                raise row
            yield item_of(row, here, context.keys)
        except ReadError as error:
            error.offset = lines.start
            yield error.of(here)


def _read_header(stream: Stream, keys: Keys) -> Header:
    header = _header(stream.line(HEAD).decode("utf-8-sig", "replace"), keys)
    if header is None:
        raise without_keys(keys)
    return header


def _rows(lines: _Lines, header: Header) -> Iterator[dict[str, str] | ReadError]:
    """The values of each row that is not blank, or why there are none. What follows a damage and does not fit the
    header is the rest of what was lost there."""
    rows = csv.reader(lines, delimiter=header.delimiter)
    lost = False
    while (row := _next(rows, lines, header)) is not None:
        no_row = isinstance(row, _NoRowError)
        if not (lost and no_row):
            yield row
        lost = lines.damaged or (lost and no_row)


def _next(rows: Iterator[list[str]], lines: _Lines, header: Header) -> dict[str, str] | ReadError | None:
    """The next row; None at the end."""
    cells: list[str] | None = []
    try:
        while cells is not None and len(cells) < 2 and not "".join(cells).strip():
            lines.begin()
            cells = next(rows, None)
    except csv.Error as error:
        return _NoRowError(Reason.MALFORMED, f"is no row ({error}): mend or remove it")
    except ReadError as error:
        return error
    if cells is not None and len(cells) != len(header.names):
        message = f"has {len(cells)} cells under a header of {len(header.names)}: mend or remove it"
        return _NoRowError(Reason.MALFORMED, message)
    return lines.fault or (dict(zip(header.names, cells, strict=True)) if cells else None)


class _Lines:
    """The lines of a file, as they are asked for: one a row, and more where a cell holds some."""

    def __init__(self, stream: Stream, header: Header, most: int) -> None:
        """`most` is how many bytes a row may have."""
        self._stream, self._header, self._most = stream, header, most
        self._inside = self._quoted = False
        """Whether the stream stands inside of a line that is lost, and inside of quotes there."""
        self.begin()

    def begin(self) -> None:
        """Begin a row."""
        self._row: list[bytes] = []
        self._size = 0
        self.start = self._stream.offset
        """The byte where it begins."""
        self.fault: ReadError | None = None
        """What is wrong with its characters."""
        self.damaged = False
        """Whether some of it is lost, so that its end may be, too."""

    def __iter__(self) -> Iterator[str]:
        """Itself."""
        return self

    def __next__(self) -> str:
        """The next line; raises ReadError where bytes are lost, and _NoRowError where a row does not end."""
        try:
            while self._inside or self._quoted:
                self._pass(self._stream.line(CHUNK))
            line = self._stream.line(self._most + 1 - self._size)
        except ReadError:
            self.damaged, self._inside, self._quoted = True, True, False
            raise
        self._size += len(line)
        if self._size > self._most:
            self._row.append(line)
            self._go_on()
            message = f"is a row of over {self._most} bytes: close its quotes, or raise --max-line"
            raise _NoRowError(Reason.TOO_LARGE, message)
        if self._row and not line:
            self._go_on()
            raise _NoRowError(Reason.MALFORMED, "opens quotes that do not end: close them, or get it anew")
        if not line:
            raise StopIteration
        self._row.append(line)
        return self._text(line)

    def _go_on(self) -> None:
        """Stand behind the first line of a row that does not end, where rows follow that, as they do where a quote is
        one too many; else behind all that was read of it, and the rest of its quotes."""
        rest = b"".join(self._row[1:])
        again = self._stream.returned < AGAIN * self._stream.offset
        self.damaged = True
        if rest and again and _are_rows(rest.decode("utf-8", "replace"), self._header):
            self._stream.unread(rest)
        else:
            self._quoted = len(self._row) > 1
            self._pass(self._row[-1])

    def _pass(self, line: bytes) -> None:
        """Pass over a line or a part of one; in quotes, the row goes on behind it unless it ends them."""
        self._inside = line[-1:] not in (b"", b"\n")
        self._quoted = self._quoted and line != b"" and line.count(b'"') % 2 == 0

    def _text(self, line: bytes) -> str:
        if b"\0" in line:
            self.fault = ReadError(Reason.MALFORMED, "holds NUL, which is no text: mend or remove it")
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.fault = ReadError(Reason.UNDECODABLE, "is not UTF-8, as CSV must be here: convert it")
            return line.decode("utf-8", "replace")
