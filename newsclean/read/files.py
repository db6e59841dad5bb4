"""From the paths of a command line to files, and from a file to its bytes."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclean.read.limits import Limits, ReadError
from newsclean.record import Reason

STDIN = "-"


def expand(paths: Iterable[str]) -> Iterator[str]:
    """Each input in order: a file as it is, a folder's regular files below it, sorted, a pattern's matches.

    Hidden files of a folder are passed over; so are links to folders, so that no loop is followed. What does not exist
    is given as it is: reading it says so.
    """
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            yield from _walk(path)
        elif any(c in path for c in "*?[") and not os.path.lexists(path):
            yield from sorted(glob.iglob(path, recursive=True), key=os.fsencode) or [path]
        else:
            yield path


def _walk(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: os.fsencode(e.name))
    except OSError:
        yield folder  # reading it says why it cannot be listed
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.is_file():
            yield entry.path


def read_bytes(path: str, limits: Limits) -> bytes:
    """The bytes of a regular file, read once.

    Raises ReadError with `unreadable`, `not-a-file` or `too-large`. The file is opened without waiting and judged by
    what was opened, so that neither a pipe without a writer nor a file changed in between can hold or fool it.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(Reason.UNREADABLE, f"cannot be opened ({reason}): check the path and its rights") from None
    with os.fdopen(handle, "rb") as stream:
        kind = os.fstat(stream.fileno())
        if not stat.S_ISREG(kind.st_mode):
            raise ReadError(Reason.NOT_A_FILE, "is not a regular file: give files or folders, or - for standard input")
        try:
            data = stream.read(limits.max_input + 1)
        except OSError as error:
            raise ReadError(Reason.UNREADABLE, f"cannot be read ({error.strerror}): try again") from None
    return bounded(data, limits)


def bounded(data: bytes, limits: Limits) -> bytes:
    """The bytes, or ReadError `too-large` where they pass the limit."""
    if len(data) > limits.max_input:
        message = f"is larger than {limits.max_input} bytes: split it, or raise --max-input"
        raise ReadError(Reason.TOO_LARGE, message, limits.max_input)
    return data
