"""The bounds of what is read, and the error that names which was passed."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from newsclean.document import Source
from newsclean.record import Reason, Rejected, SourceRef

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one input; passing one is a rejection, never a silent cut."""

    max_input: int = 64 * MEBIBYTE
    """Bytes of an input."""
    max_line: int = 16 * MEBIBYTE
    """Characters of a line of plain text."""


DEFAULT = Limits()


class ReadError(Exception):
    """An input that cannot be read, and why."""

    source: Source | None = None
    """Where it came from, once that is known; its digest where bytes were read."""

    def __init__(self, reason: Reason, message: str, offset: int | None = None) -> None:
        """`message` is one sentence on what is wrong and what to do; `offset` the byte where it starts."""
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.offset = offset

    def of(self, source: Source) -> ReadError:
        """The same error with where it came from."""
        self.source = source
        return self

    def rejected(self) -> Rejected:
        """The refusal that a user sees."""
        source = SourceRef(**asdict(self.source or Source("")))
        return Rejected(source=source, reason=self.reason, message=self.message, offset=self.offset)
