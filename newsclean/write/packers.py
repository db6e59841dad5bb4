"""Compression by the suffix of a file.

How to add one: a row in `PACKERS` with the maker of an object that has `compress` and `flush`.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol


class Packer(Protocol):
    """Compresses a stream bit by bit."""

    def compress(self, data: bytes, /) -> bytes:
        """What can be written once these bytes are there."""

    def flush(self) -> bytes:
        """What is still to be written at the end."""


class Unpacked:
    """The bytes as they are."""

    def compress(self, data: bytes, /) -> bytes:
        """Untouched."""
        return data

    def flush(self) -> bytes:
        """Nothing."""
        return b""


def _gzip() -> Packer:
    return zlib.compressobj(wbits=zlib.MAX_WBITS | 16)  # `| 16` asks for gzip, with no time and no name in its header


def _zstd() -> Packer:
    if sys.version_info >= (3, 14):
        from compression.zstd import CompressionParameter, ZstdCompressor
    else:
        from backports.zstd import CompressionParameter, ZstdCompressor

    return ZstdCompressor(options={CompressionParameter.checksum_flag: 1})


PACKERS: dict[str, Callable[[], Packer]] = {".gz": _gzip, ".zst": _zstd}
"""By the suffix of the file in lower case."""


def packer_of(path: str | None) -> Packer:
    """What the name of an output asks for; standard output (None or "-") is not packed."""
    return PACKERS.get(Path(path or "-").suffix.lower(), Unpacked)()
