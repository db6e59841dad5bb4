"""Pages made here, to learn from."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

SENTENCE = "The board of the harbour said on day {} that the bridge would open again before the winter, as planned."
MENU = ["Home", "News", "Sport", "Weather", "Subscribe", "Log in"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    dumps = tmp_path / "dumps" / "copied"
    dumps.mkdir(parents=True)
    rows = []
    for n in range(12):
        title = f"Bridge number {n} will open again"
        body = [SENTENCE.format(n + k) for k in range(5)]
        text = [
            *MENU,
            title,
            "By Ada Pole",
            "May 12, 2025",
            "A crane over the quay at dawn. Photo: Bo Reed",
            *body,
            *MENU,
        ]
        (dumps / f"p{n}.txt").write_text("\n\n".join(text))
        said = {"headline": title, "body": "\n\n".join(body), "authors": ["Ada Pole"]}
        said |= {"captions": ["A crane over the quay at dawn. Photo: Bo Reed"], "source": "made"}
        rows.append({"id": f"p{n}", "url": f"https://site{n % 4}.example/a", **said})
    with gzip.open(tmp_path / "gold.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path
