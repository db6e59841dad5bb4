"""The bounds of what is read, and the refusal that names which was passed."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.record import Reason

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
    """An input that cannot be read, with the reason that a `Rejected` names."""

    def __init__(self, reason: Reason, message: str, offset: int | None = None) -> None:
        """`message` is one sentence on what is wrong and what to do; `offset` the byte where it starts."""
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.offset = offset
