"""Sums over cases: how much of each field is right, in all and by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from newsclean.measure.fields import Dump, Hits, hits_of
from newsclean.measure.gold import MeasureError
from newsclean.measure.match import NO_KIND, Pair, kind_of, name_of

ALL = "all"
AGAIN = "day_p"
"""A figure of what another one counts already."""
Figures = dict[str, float]
"""By name; that of how many cases a figure is of ends in `_n`, precision and recall in `_p` and `_r`."""


@dataclass(frozen=True, slots=True)
class Result:
    """A case, and how much of each of its fields is right."""

    pair: Pair
    hits: Mapping[str, Hits]

    @property
    def score(self) -> float:
        """0..1: the mean of its fields."""
        return mean(hits.f1 for name, hits in self.hits.items() if name != AGAIN)


def results_of(pairs: Iterable[Pair], dumps: Path | None) -> list[Result]:
    """Each case compared with its record; with a folder of dumps only by what the dump of its name shows.

    Raises MeasureError.
    """
    dump_of = _dumps(dumps) if dumps else lambda _: Dump(None)
    return [_result(pair, dump_of(pair)) for pair in pairs]


def _result(pair: Pair, dump: Dump) -> Result:
    try:
        return Result(pair, hits_of(pair.gold, pair.record, dump))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise MeasureError(
            f"{pair.gold.name}: its gold or its record has a value of another type than records have"
        ) from None


def _dumps(folder: Path) -> Callable[[Pair], Dump]:
    """The dump of a case, in the folder of its kind where there is one; one that is missing shows nothing."""
    files = {(key, name_of(file)): file for file in sorted(folder.rglob("*.*")) for key in (kind_of(file), NO_KIND)}

    def dump_of(pair: Pair) -> Dump:
        file = files.get((pair.kind, pair.gold.name)) or files.get((NO_KIND, pair.gold.name))
        return Dump(file.read_bytes().decode("utf-8", "replace") if file else "")

    return dump_of


def figures_by_kind(results: Sequence[Result]) -> dict[str, Figures]:
    """The figures of all cases, then of each kind; of one kind only those of all."""
    kinds = sorted({result.pair.kind for result in results})
    groups = {kind: [result for result in results if result.pair.kind == kind] for kind in kinds}
    return {ALL: figures_of(results)} | ({k: figures_of(g) for k, g in groups.items()} if len(kinds) > 1 else {})


def figures_of(results: Sequence[Result]) -> Figures:
    """The figures of some cases."""
    figures: Figures = {"cases": len(results), "records": sum(bool(result.pair.record) for result in results)}
    for name in dict.fromkeys(name for result in results for name in result.hits):
        rows = [result.hits[name] for result in results if name in result.hits]
        figures |= SUMS.get(name, _share)(name, rows)
    return figures


def _share(name: str, rows: Sequence[Hits]) -> Figures:
    """Of what is wanted how much is right."""
    right, missing = (sum(row[i] for row in rows) for i in (0, 2))
    return {name: right / (right + missing), f"{name}_n": len(rows)}


def _means(name: str, rows: Sequence[Hits]) -> Figures:
    """Precision and recall as means over the cases that say or want something, then F1 of the two."""
    precision = mean([row.right / (row.right + row.extra) for row in rows if row.right + row.extra] or [0.0])
    recall = mean([row.right / (row.right + row.missing) for row in rows if row.right + row.missing] or [0.0])
    return _f1(name, precision, recall, len(rows))


def _pooled(name: str, rows: Sequence[Hits]) -> Figures:
    """Precision, recall and F1 over the values of all cases."""
    right, extra, missing = (sum(column) for column in zip(*rows, strict=True))
    return _f1(name, right / max(1, right + extra), right / max(1, right + missing), int(right + missing))


def _f1(name: str, precision: float, recall: float, many: int) -> Figures:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {name: f1, f"{name}_p": precision, f"{name}_r": recall, f"{name}_n": many}


SUMS: dict[str, Callable[[str, Sequence[Hits]], Figures]] = {"body": _means, "authors": _pooled, "captions": _pooled}
"""How the fields are summed that are not a share."""
