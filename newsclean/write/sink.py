"""Where lines go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType


class Sink:
    """Takes whole lines, one write each.

    A file is written as `FILE.part` in the same folder, flushed to disk and renamed at the end; where the work fails or
    is stopped it is removed. Devices and pipes that exist already are written as they are. Raises OSError.
    """

    def __init__(self, path: str | None) -> None:
        """Open standard output (None or "-") or a file."""
        self._target = Path(path) if path not in (None, "-") else None
        self._part: Path | None = None
        if self._target is None:
            self._handle = os.dup(1)
        elif self._target.exists() and not self._target.is_file():
            self._handle = os.open(self._target, os.O_WRONLY | os.O_CLOEXEC)
        else:
            self._part = self._target.with_name(self._target.name + ".part")
            self._handle = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)

    @property
    def name(self) -> str:
        """What messages call it."""
        return str(self._target or "standard output")

    def write(self, line: bytes) -> None:
        """Write a line; a short write is continued."""
        while line:
            line = line[os.write(self._handle, line) :]

    def __enter__(self) -> Sink:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Rename the finished file, or remove what is there of it."""
        try:
            if kind is None and self._part is not None:
                os.fsync(self._handle)
        finally:
            os.close(self._handle)
        if self._part is not None and self._target is not None:
            if kind is None:
                self._part.replace(self._target)
            else:
                self._part.unlink(missing_ok=True)
