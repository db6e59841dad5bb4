"""The error that says why something cannot be read."""

from __future__ import annotations

from newsclean.document import Source
from newsclean.limits import MEBIBYTE
from newsclean.record import Reason, Rejected, SourceRef

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
        message = self.message.encode("utf-8", "backslashreplace").decode()  # it may quote a key that is no UTF-8
        source = ref_of(self.source or Source(""))
        return Rejected(source=source, reason=self.reason, message=message, offset=self.offset)


def ref_of(source: Source) -> SourceRef:
    """Where a document came from, as a record says it."""
    return SourceRef.model_validate(source, from_attributes=True)
