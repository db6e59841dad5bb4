"""Gold and records made here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BODY = "The ferry will run again from the spring, the council of Larkmoor said on Monday after a long session."


def record(path: str, **fields: Any) -> dict[str, Any]:
    return {"id": f"sha256:{path}", "source": {"path": path, "member": None}, **fields}


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, *rows: Any) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    return write


@pytest.fixture
def cases(written: Callable[..., Path]) -> Path:
    """Three cases: one of text, one of HTML, one that is to be refused."""
    said = {"headline": "Ferry back", "authors": [{"name": "Ada Pole"}], "published": {"value": "2025-03-04T10:00"}}
    written("gold/a/expected.json", {"about": "A.", "record": {**said, "body": BODY}, "body_lacks": ["Subscribe"]})
    written("gold/b/expected.json", {"about": "B.", "record": {"images": [{"caption": "A boat at dawn"}]}})
    written("gold/c/expected.json", {"about": "C.", "rejected": "empty"})
    for name in ("a/input.txt", "b/input.html", "c/input.txt"):
        file = written(f"gold/{name}")
    return file.parents[1]
