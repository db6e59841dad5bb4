"""What ZIP and tar have in common: names of members, which are labels and lead nowhere, and how one is left behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsclean.document import Source
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError


def is_hidden(name: str) -> bool:
    """Whether a member is passed over, as a hidden file in a folder is.

    >>> is_hidden("site/.git/x"), is_hidden("../x"), is_hidden("./x")
    (True, False, False)
    """
    return any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))


def member_of(archive: Source, name: str) -> Source:
    """Where a member came from; its name may hold surrogates for bytes that are no UTF-8."""
    label = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") or "?"
    return replace(archive, member=f"{archive.member}:{label}" if archive.member else label)


def counted(chunks: Iterable[bytes], inside: Context) -> Iterator[bytes]:
    """The bytes of a member that is not compressed, counted against its archive; raises OverError."""
    for chunk in chunks:
        inside.spend(len(chunk))
        yield chunk


def behind(found: Iterable[Item | ReadError], data: Iterator[bytes], here: Source) -> Iterator[Item | ReadError]:
    """What was found in a member; then the rest of its data is passed over, and what is wrong there told unless the
    member has its one answer already."""
    answered = False
    for each in found:
        answered = answered or isinstance(each, ReadError) or each.source == here
        yield each
    try:
        deque(data, maxlen=0)
    except ReadError as error:
        if not answered:
            yield error.of(here)
