"""What is right: gold cases in folders, or records in a JSONL.

A case is a folder with `input.*` and `expected.json`, as in fixtures/; its name is the folder's. A line of JSONL holds
`id`, and of `headline`, `authors` (names), `published`, `captions` (texts) and `body` what is known.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

Json = dict[str, Any]


class MeasureError(ValueError):
    """A file that is no gold, or holds no records, with its place."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What is right about one document; None where nothing is said of a field."""

    name: str
    kind: str | None = None
    """Kind of the document where the gold says so: a folder of cases, or the suffix of the input."""
    body: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    captions: tuple[str, ...] | None = None
    day: str | None = None
    """ISO 8601, a day or a time."""
    exact: Json = field(default_factory=dict)
    """Other keys of the record; of what they hold only what is given is compared."""
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    """Words that the body must have, and must not."""
    refused: bool = False
    """Whether the document holds no article."""


def gold_in(path: Path) -> list[Gold]:
    """The gold of a folder of cases or of a JSONL, in order. Raises MeasureError."""
    if not path.is_dir():
        return [_of_line(row, where) for row, where in rows_of(path)]
    found = sorted(path.rglob("expected.json"))
    if not found:
        raise MeasureError(f"{path}: holds no expected.json: each case is a folder with input.txt and expected.json")
    return [case_of(file, path) for file in found]


def rows_of(path: Path) -> Iterator[tuple[Json, str]]:
    """The objects of a JSONL, which may be compressed (.gz, .zst), each with its place. Raises MeasureError."""
    try:
        with _opened(path) as lines:
            for n, line in enumerate(lines, 1):
                if line.strip():
                    yield _object(line, f"{path}:{n}"), f"{path}:{n}"
    except (OSError, EOFError) as error:
        raise MeasureError(f"{path}: cannot be read ({error})") from None


def _opened(path: Path) -> BinaryIO:
    if path.suffix == ".zst":
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
        return cast("BinaryIO", zstd.open(path))
    return cast("BinaryIO", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _object(data: bytes, where: str) -> Json:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise MeasureError(f"{where}: is no JSON ({error})") from None
    if not isinstance(found, dict):
        raise MeasureError(f"{where}: is no object of JSON")
    return found


def _of_line(row: Json, where: str) -> Gold:
    try:
        return Gold(
            name=str(row["id"]),
            body=row.get("body"),
            headline=row.get("headline") or None,
            authors=tuple(map(str, row.get("authors") or ())) or None,
            captions=tuple(map(str, row.get("captions") or ())) or None,
            day=row.get("published") or None,
        )
    except (KeyError, TypeError):
        raise MeasureError(f'{where}: is no gold: "id" is needed; authors and captions are lists of texts') from None


def case_of(file: Path, root: Path) -> Gold:
    """The case of an `expected.json`, of the kind that its place below a folder says. Raises MeasureError."""
    case = file.parent
    try:
        said = _object(file.read_bytes(), str(file))
        record = dict(said.get("record", {}))
        inputs = sorted(case.glob("input.*"))
        group = case.parent.relative_to(root).as_posix() if case != root else "."
        kind = group if group != "." else inputs[0].suffix.lstrip(".") if inputs else "?"
        gold = {name: record.pop(name) for name in ("body", "headline", "authors") if record.get(name) is not None}
        if not all("name" in author for author in gold.get("authors", ())):  # as much as they say is compared
            record["authors"] = gold.pop("authors")
        if "authors" in gold:
            gold["authors"] = tuple(author["name"] for author in gold["authors"])
        if "images" in record:
            gold["captions"] = tuple(image["caption"] for image in record["images"] if image.get("caption"))
        day = (record.get("published") or {}).get("value")
        has, lacks = (tuple(said.get(key, ())) for key in ("body_has", "body_lacks"))
        return Gold(case.name, kind, day=day, exact=record, has=has, lacks=lacks, refused="rejected" in said, **gold)
    except OSError as error:
        raise MeasureError(f"{file}: cannot be read ({error})") from None
    except (AttributeError, KeyError, TypeError):
        raise MeasureError(f"{file}: is no gold case: CONTRIBUTING.md shows its form") from None
