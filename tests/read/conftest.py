"""Reading containers from bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsclean.document import Source
from newsclean.limits import Limits
from newsclean.read.containers import documents
from newsclean.read.items import KEYS, Context, Item, Keys
from newsclean.read.limits import ReadError
from newsclean.read.streams import Stream

Found = list[Item | ReadError]


@pytest.fixture
def find() -> Callable[..., Found]:
    """What is found in bytes that come in pieces of `size`; limits by name."""

    def find(data: bytes, size: int = 1000, keys: Keys = KEYS, **limits: Any) -> Found:
        pieces = (data[at : at + size] for at in range(0, len(data), size))
        found = list(documents(Stream(pieces), Source("x"), Context(Limits(**limits), keys)))
        assert all(each.source and each.source.path == "x" for each in found)
        return found

    return find


@pytest.fixture
def tell(find: Callable[..., Found]) -> Callable[..., list[tuple[str, bytes | str]]]:
    """The same as pairs: the name without the path, and the bytes or the reason."""

    def tell(data: bytes, **options: Any) -> list[tuple[str, bytes | str]]:
        pairs = [(each.source.name, each) for each in find(data, **options) if each.source]
        return [(name[1:].strip(" :"), str(e.reason) if isinstance(e, ReadError) else e.data) for name, e in pairs]

    return tell
