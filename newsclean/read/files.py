"""From the paths of a command line to files, and from a file to its bytes."""

from __future__ import annotations

import errno
import glob
import os
import re
import stat
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from newsclean.document import Source
from newsclean.limits import Limits
from newsclean.names import File, file_of, shown
from newsclean.read.limits import ReadError
from newsclean.read.streams import CHUNK
from newsclean.record import Reason

STDIN = "-"
SIGNS = "*?["
"""What makes a path a pattern."""

_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")
"""What a shell puts in place of `<(command)`."""

_CURES = {
    errno.ENOENT: "does not exist, or is a link to nothing: check the path",
    errno.EACCES: "may not be read: check its permissions",
    errno.EPERM: "may not be read: check its permissions",
    errno.ELOOP: "is a link that leads in a circle: check where it points",
    errno.ENOTDIR: "does not exist, since a part of its path is no folder: check the path",
    errno.ENAMETOOLONG: "has a name that is too long: check the path",
}
_KINDS = {
    stat.S_IFDIR: "is a folder in which no file was found",
    stat.S_IFIFO: "is a named pipe, not a regular file: read it with `newsclean extract - < PIPE`",
    stat.S_IFSOCK: "is a socket, not a regular file: leave it out",
    stat.S_IFCHR: "is a device, not a regular file: leave it out, or give - for standard input",
    stat.S_IFBLK: "is a device, not a regular file: leave it out",
}


def expand(paths: Iterable[str], left_out: Container[File] = ()) -> Iterator[str | ReadError]:
    """Each input in order: a file as it is, a folder's files in the order of their bytes, a pattern's matches.

    Of a folder, hidden entries, links to folders, `left_out` and what is no regular file are passed over, and a link
    to a file is refused: who fills a folder must not lead to what is outside. What does not exist and a folder without
    files are given as they are: reading them says so.
    """
    for path in paths:
        if path == STDIN:
            yield path
        elif any(sign in path for sign in SIGNS) and not os.path.lexists(path):
            matches = _matches(path)
            yield from chain.from_iterable(_files_of(match, left_out) for match in matches or [path])
        else:
            yield from _files_of(path, left_out)


def _matches(pattern: str) -> list[str]:
    """What a pattern finds, in the order of bytes, less what lies behind a link to a folder that it does not name."""
    named = len(Path(pattern[: min(at for sign in SIGNS if (at := pattern.find(sign)) >= 0)]).parts)
    is_link = cache(Path.is_symlink)  # most matches stand in the same few folders
    found = (
        match
        for match in glob.glob(pattern, recursive=True)  # noqa: PTH207 - pathlib takes none that leads upwards
        if not any(is_link(folder) for folder in Path(match).parents if len(folder.parts) > named)
    )
    return sorted(found, key=os.fsencode)


def listed(stream: BinaryIO, end: bytes) -> Iterator[str]:
    """The paths in a list, each of which ends in a byte; a newline may have a carriage return before it."""
    rest = b""
    with stream:
        while chunk := stream.read(CHUNK):
            *paths, rest = (rest + chunk).split(end)
            yield from _named(paths, end)
    yield from _named([rest], end)


def _named(paths: Iterable[bytes], end: bytes) -> Iterator[str]:
    return map(os.fsdecode, filter(None, (path.removesuffix(b"\r") if end == b"\n" else path for path in paths)))


def _files_of(path: str, left_out: Container[File]) -> Iterator[str | ReadError]:
    if not os.path.isdir(path):  # noqa: PTH112 - that of pathlib raises where a name is too long
        yield path
        return
    empty = True
    for file in _walk(path, left_out):
        empty = False
        yield file
    if empty:
        yield path


def _walk(folder: str, left_out: Container[File]) -> Iterator[str | ReadError]:
    """The files below a folder; a folder that cannot be listed is given as it is. Depth is bounded by memory only."""
    open_folders = [iter([folder])]
    while open_folders:
        path = next(open_folders[-1], None)
        if path is None:
            open_folders.pop()
        elif path != folder and not path.endswith("/"):
            yield _link(path) if Path(path).is_symlink() else path
        else:
            try:
                open_folders.append(iter(_entries(path, left_out)))
            except OSError:
                yield path


def _link(path: str) -> ReadError:
    message = "is a link in a folder, which is not followed: give its own path, or what it leads to"
    return ReadError(Reason.NOT_A_FILE, message).of(Source(*shown(path)))


def _entries(folder: str, left_out: Container[File]) -> list[str]:
    """The files and folders in a folder, sorted as their whole paths sort; a folder ends in "/"."""
    with os.scandir(folder) as entries:
        kept = (_kept(entry, left_out) for entry in entries if not entry.name.startswith("."))
        return sorted(filter(None, kept), key=os.fsencode)


def _kept(entry: os.DirEntry[str], left_out: Container[File]) -> str | None:
    try:
        kind = entry.stat()
    except OSError:
        return entry.path  # a broken link, which is refused as others are
    if file_of(kind) in left_out:
        return None
    if entry.is_dir(follow_symlinks=False):
        return entry.path + "/"
    return entry.path if stat.S_ISREG(kind.st_mode) else None


def open_file(path: str) -> int:
    """A descriptor of a regular file, or of a pipe that the shell has opened, to be closed.

    Raises ReadError with `unreadable` or `not-a-file`. It is opened without waiting and judged by what was opened, so
    that neither a pipe without a writer nor a file changed in between can hold or fool it.
    """
    try:
        if (found := _DESCRIPTOR.fullmatch(path)) and is_pipe(number := int(found[1])):
            return os.dup(number)
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except (OSError, ValueError) as error:
        raise unreadable(error) from None
    kind = stat.S_IFMT(os.fstat(handle).st_mode)
    if kind != stat.S_IFREG:
        os.close(handle)
        raise ReadError(Reason.NOT_A_FILE, _KINDS.get(kind, "is no regular file: leave it out"))
    return handle


def is_pipe(handle: int) -> bool:
    """Whether what is behind a descriptor can be read once alone. Raises OSError."""
    return stat.S_ISFIFO(os.fstat(handle).st_mode)


def read_bytes(path: str, limits: Limits) -> bytes:
    """The bytes of a regular file, read once. Raises ReadError with `unreadable`, `not-a-file` or `too-large`."""
    handle = open_file(path)
    try:
        with open(handle, "rb", closefd=False) as stream:
            return bounded(stream.read(limits.max_input + 1), limits)
    except OSError as error:
        raise unreadable(error) from None
    finally:
        os.close(handle)


def head_of(handle: int, size: int) -> bytes:
    """The first bytes behind a descriptor, which are taken; none where it cannot be read."""
    head = b""
    try:
        while len(head) < size and (more := os.read(handle, size - len(head))):
            head += more
    except OSError:
        pass  # reading on says why
    return head


def chunks_of(handle: int, head: bytes = b"", wait: Callable[[], None] = lambda: None) -> Iterator[bytes]:
    """The bytes behind a descriptor, `head` being taken; `wait` is called before each reading. Raises ReadError."""
    if head:
        yield head
    while True:
        wait()
        try:
            data = os.read(handle, CHUNK)
        except OSError as error:
            raise unreadable(error) from None
        if not data:
            return
        yield data


def bounded(data: bytes, limits: Limits) -> bytes:
    """The bytes, or ReadError `too-large` where they pass the limit."""
    if len(data) > limits.max_input:
        message = f"is larger than {limits.max_input} bytes: split it, or raise --max-input"
        raise ReadError(Reason.TOO_LARGE, message, limits.max_input)
    return data


def unreadable(error: OSError | ValueError) -> ReadError:
    """What an error of the system means to the user."""
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENXIO, errno.ENODEV):  # what opening a socket gives
        return ReadError(Reason.NOT_A_FILE, _KINDS[stat.S_IFSOCK])
    said = os.strerror(number).lower() if number else "it is no name of a file"
    return ReadError(Reason.UNREADABLE, _CURES.get(number or 0, f"cannot be read ({said}): check the path"))
