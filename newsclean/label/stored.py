"""Models in files: the shipped one, and those that users fitted on their own dumps."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.label.model import GATE, NAMES, Model, checked, model_of, shipped, shipped_weights

LARGEST = 16 * 1024**2
"""Bytes of a file with a model, at most; the shipped one has 451,640."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model that was chosen, told from others by its bytes alone, so that it may be moved."""

    path: str = field(repr=False, compare=False)
    digest: str
    """SHA-256 of the file, in hex."""


def model_file(path: str) -> ModelFile:
    """The model in a file, which is loaded already for this process and for those that it forks.

    Raises OSError, and ValueError where the file holds no model of this version.
    """
    file = ModelFile(path, hashlib.sha256(_bytes(path)).hexdigest())
    loaded(file)
    return file


@cache
def loaded(file: ModelFile | None) -> Model:
    """The model in a file, or the shipped one. Raises as `model_file` does, also where the file is another by now."""
    if file is None:
        return shipped()
    data = _bytes(file.path)
    if hashlib.sha256(data).hexdigest() != file.digest:
        raise ValueError("has changed since it was chosen")
    weights = checked(_arrays(data))
    own = {name: w.shape for name, w in shipped_weights().items()}
    if {name: w.shape for name, w in weights.items()} not in (own, own | GATE):
        raise ValueError("holds weights of other sizes than this version has: fit it again")
    if not all(w.dtype == np.float32 and np.isfinite(w).all() for w in weights.values()):
        raise ValueError("holds weights that are no finite numbers of 32 bits: fit it again")
    return model_of(weights)


def _arrays(data: bytes) -> dict[str, NDArray[Any]]:
    try:
        with np.load(BytesIO(data)) as stored:
            arrays: dict[str, NDArray[Any]] = dict(stored)
        if arrays.keys() >= NAMES.keys():
            return arrays
    except Exception:  # noqa: S110  zipfile, zlib and numpy have many of their own
        pass
    raise ValueError("holds no model: `python -m newsclean.training` makes one")


def _bytes(path: str) -> bytes:
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ValueError("is no regular file")
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"is larger than {LARGEST} bytes, and so no model")
    return data
