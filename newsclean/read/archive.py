"""What ZIP and tar have in common: names of members, which are labels and lead nowhere."""

from __future__ import annotations

from dataclasses import replace

from newsclean.document import Source
from newsclean.names import shown


def is_hidden(name: str) -> bool:
    """Whether a member is passed over, as a hidden file in a folder is.

    >>> is_hidden("site/.git/x"), is_hidden("../x"), is_hidden("./x")
    (True, False, False)
    """
    return any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))


def member_of(archive: Source, name: str) -> Source:
    """Where a member came from; its name may hold surrogates for bytes that are no UTF-8."""
    label = shown(name)[0] or "?"
    return replace(archive, member=f"{archive.member}:{label}" if archive.member else label)
