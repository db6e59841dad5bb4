"""The file of a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from newsclean.label import model
from newsclean.label.matrices import Weights
from newsclean.label.model import NAMES

SHIPPED = Path(model.__file__).with_name("model.npz")


def named(**nets: Weights) -> Weights:
    """The weights of nets as those of a model: those of the first as "first.inp.weight"."""
    return {f"{net}.{name}": w for net, weights in nets.items() for name, w in weights.items()}


def write(path: Path, weights: Weights) -> None:
    """Store weights with the names of what they belong to."""
    named: dict[str, Any] = {**{name: np.array(row) for name, row in NAMES.items()}, **weights}
    with path.open("wb") as file:
        np.savez(file, **named)
