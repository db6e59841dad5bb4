"""From lines of records to a file or standard output: in a format, packed, and whole or not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newsclean.write.forms import FORMS, Form
from newsclean.write.packers import Packer, packer_of
from newsclean.write.sink import Sink


class Output:
    """Takes lines of records, and writes what becomes of them."""

    def __init__(self, sink: Sink, form: Form, packer: Packer) -> None:
        """On the way to a sink."""
        self._sink, self._form, self._packer = sink, form, packer
        self.file = sink.file
        """Which file it is, so that it is not read as an input."""

    def write(self, lines: bytes) -> None:
        """Write one or more records, a line of JSON each. Raises OutputError and ReaderGoneError."""
        self._sink.write(self._packer.compress(self._form.of(lines)))

    def end(self) -> None:
        """Write what closes the format and the packing."""
        self._sink.write(self._packer.compress(self._form.end()) + self._packer.flush())


@contextmanager
def output_to(path: str | None, form: str = "jsonl") -> Iterator[Output]:
    """An output to a file or standard output (None or "-") in a format of `FORMS`.

    Where the work fails or is stopped nothing closes the format: what standard output holds of it by then does not look
    like the whole. Raises OutputError and ReaderGoneError.
    """
    with Sink(path) as sink:
        output = Output(sink, FORMS[form](), packer_of(path))
        yield output
        output.end()
