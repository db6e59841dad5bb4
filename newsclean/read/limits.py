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
    """Characters of a line of plain text, bytes of a line of JSONL."""
    max_unpacked: int = 256 * MEBIBYTE
    """Bytes of all members of a ZIP or tar archive, those of archives inside it included. What is only compressed, such
    as a WARC of gigabytes, is bounded by its ratio alone."""
    max_ratio: int = 200
    """Times that compressed bytes may grow, once they are over `RATIO_FROM`. Text grows by 3 to 10, zeros by 1,000."""
    max_members: int = 100_000
    """Members of an archive, those of archives inside it included."""
    max_nesting: int = 3
    """Archives and compressions inside each other: gzip of tar of gzip is 3."""


DEFAULT = Limits()
RATIO_FROM = 8 * MEBIBYTE
"""Unpacked bytes from which a ratio is looked at: a small input cannot do harm."""


class ReadError(Exception):
    """An input that cannot be read, and why."""

    source: Source | None = None
    """Where it came from, once that is known; its digest where bytes were read."""

    def __init__(self, reason: Reason, message: str, offset: int | None = None) -> None:
        """`message` is one sentence on what is wrong and what to do; `offset` the byte where it starts."""
        super().__init__(reason, message, offset)
        self.reason = reason
        self.message = message
        self.offset = offset

    def __str__(self) -> str:
        """The message."""
        return self.message

    def of(self, source: Source) -> ReadError:
        """The same error with where it came from, and without what led to it, which holds on to the bytes in hand."""
        self.source, self.__context__ = source, None
        return self.with_traceback(None)

    def rejected(self) -> Rejected:
        """The refusal that a user sees."""
        source = SourceRef(**asdict(self.source or Source("")))
        return Rejected(source=source, reason=self.reason, message=self.message, offset=self.offset)
