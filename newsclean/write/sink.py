"""Where lines go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import select
from pathlib import Path
from types import TracebackType

from newsclean.names import file_of
from newsclean.stops import held


class OutputError(Exception):
    """An output that cannot be opened or written; the message names it and says why."""


class ReaderGoneError(Exception):
    """Nobody reads the pipe any longer: no failure, there is just no more to do."""


class Sink:
    """Takes whole lines, one write each; a signal waits until a line is written.

    A file is written as `FILE.part` in the same folder, flushed to disk and renamed at the end; where the work fails or
    is stopped it is removed, and a FILE that was there before stays. Devices and pipes are written as they are.
    Raises OutputError and ReaderGoneError.
    """

    def __init__(self, path: str | None) -> None:
        """Open a file, or standard output (None or "-")."""
        self.name = "standard output" if path in (None, "-") else str(path)
        self._target: Path | None = None
        try:
            self._handle = os.dup(1) if path in (None, "-") else self._open(Path(str(path)))
        except (OSError, ValueError, RuntimeError) as error:
            raise OutputError(f"{self.name}: cannot be opened for writing ({_said(error)})") from None
        self.file = file_of(os.fstat(self._handle))
        """Which file it is, so that it is not read as an input."""

    def _open(self, path: Path) -> int:
        if path.exists() and not path.is_file():
            return os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NOCTTY)
        path = path.resolve()  # of a link, what it points to is replaced and not the link
        handle = os.open(_part(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        self._target = path
        return handle

    def write(self, line: bytes) -> None:
        """Write a line; a short write is continued."""
        try:
            with held():
                while line:
                    line = line[self._write_some(line) :]
        except BrokenPipeError:
            raise ReaderGoneError from None
        except OSError as error:
            raise OutputError(f"{self.name}: cannot be written ({_said(error)})") from None

    def _write_some(self, line: bytes) -> int:
        try:
            return os.write(self._handle, line)
        except BlockingIOError:  # a pipe that another process set so
            select.select((), (self._handle,), ())
            return 0

    def __enter__(self) -> Sink:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Rename the finished file, or remove what is there of it."""
        with held():
            try:
                if self._target is not None:
                    self._finish(self._target, whole=kind is None)
            except OSError as fault:
                raise OutputError(f"{self.name}: cannot be written ({_said(fault)})") from None
            finally:
                os.close(self._handle)

    def _finish(self, target: Path, *, whole: bool) -> None:
        try:
            if whole:
                os.fsync(self._handle)
                _part(target).replace(target)
        finally:
            _part(target).unlink(missing_ok=True)


def _part(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def _said(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
