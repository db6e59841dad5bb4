"""Which record is of which case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsclean.measure.gold import Gold, Json, MeasureError, rows_of

NO_KIND = "no record"


class Pair(NamedTuple):
    """A case, and the record that is to be right about it; empty where there is none."""

    gold: Gold
    kind: str
    record: Json


def pairs_of(gold: Sequence[Gold], path: Path) -> list[Pair]:
    """Each case with its record, in the order of the gold. Raises MeasureError.

    A record is of the case whose name is the name of its input up to the first dot, the folder of an input called
    `input.*`, or the record's id; of an input with several articles the first one counts. Where inputs of several
    folders have one name, as the same pages in several kinds of dump have, each case is wanted in each folder.
    """
    names = {case.name for case in gold}
    found: defaultdict[str, dict[str, Json]] = defaultdict(dict)
    empty = True
    for record, where in rows_of(path):
        empty = False
        try:
            file = Path(record["source"].get("member") or record["source"]["path"])
            candidates = (name_of(file), str(record["id"]))
        except (AttributeError, KeyError, TypeError):
            raise MeasureError(f"{where}: is no record of `newsclean extract`") from None
        name = next((name for name in candidates if name in names), None)
        if name is not None:
            found[name].setdefault(kind_of(file), record)
    if not (found or empty):
        raise MeasureError(f"{path}: holds no record of the gold: names of inputs and ids of gold must be the same")
    kinds = sorted({kind for records in found.values() if len(records) > 1 for kind in records})
    return [pair for case in gold for pair in _pairs(case, found.get(case.name, {}), kinds)]


def _pairs(case: Gold, records: dict[str, Json], kinds: Sequence[str]) -> list[Pair]:
    if case.kind is not None:
        return [Pair(case, case.kind, next(iter(records.values()), {}))]
    return [Pair(case, kind, records.get(kind, {})) for kind in (kinds or list(records) or [NO_KIND])]


def name_of(file: Path) -> str:
    """The name by which an input is known: up to its first dot, or that of its folder."""
    return file.parent.name if file.name.startswith("input.") else file.name.split(".")[0]


def kind_of(file: Path) -> str:
    """The folder that an input stands in, or the suffix of its name."""
    return file.parent.name or file.suffix.lstrip(".")
