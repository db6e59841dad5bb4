"""What was measured, as text and as JSON: figures, the worst cases, and what changed since another run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsclean.measure.figures import ALL, Figures, Result, figures_by_kind

LEAST = 0.005
"""How far a field must have moved for a case to be named as better or worse."""
DETAILS = ("_n", "_p", "_r")
"""Ends of the names of figures that stand behind another one."""
EXCERPT = 80
"""Characters of a value that are shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a case that got better or worse."""

    name: str
    kind: str
    field: str
    before: float
    now: float

    @property
    def by(self) -> float:
        """How much better."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of a run."""

    figures: Mapping[str, Figures]
    worst: Sequence[Result]
    before: Mapping[str, Figures] | None
    changes: Sequence[Change]
    """The greatest first."""


def report_of(results: Sequence[Result], before: Sequence[Result] | None, worst: int) -> Report:
    """The report of a run, with so many of the worst cases, and compared with another run over the same gold."""
    figures = figures_by_kind(results)
    ranked = sorted((r for r in results if r.score < 1), key=lambda r: (r.score, r.pair.gold.name, r.pair.kind))
    if before is None:
        return Report(figures, ranked[:worst], None, ())
    return Report(figures, ranked[:worst], figures_by_kind(before), _changes(before, results))


def _changes(before: Sequence[Result], now: Sequence[Result]) -> list[Change]:
    old = {(r.pair.gold.name, r.pair.kind): r for r in before}
    old |= {(r.pair.gold.name, ""): r for r in before}  # a case without a record has another kind
    found = []
    for r in now:
        name, kind = r.pair.gold.name, r.pair.kind
        was = old.get((name, kind)) or old[name, ""]
        for field, hits in r.hits.items():
            if field in was.hits and abs(hits.f1 - was.hits[field].f1) >= LEAST:
                found.append(Change(name, kind, field, was.hits[field].f1, hits.f1))
    return sorted(found, key=lambda change: (-abs(change.by), change.name, change.field))


def as_text(report: Report) -> Iterator[str]:
    """Lines to read."""
    for kind, figures in report.figures.items():
        before = (report.before or {}).get(kind, {})
        yield f"{kind}: {_count(figures)}  " + "  ".join(_figures(figures, before))
    for word, better in (("better", True), ("worse", False)):
        rows = [change for change in report.changes if (change.by > 0) == better]
        if rows:
            yield from ("", f"{word}: {len(rows)}")
            yield from (f"  {c.by:+.3f}  {c.name} ({c.kind})  {c.field} {c.before:.3f} -> {c.now:.3f}" for c in rows)
    if report.worst:
        yield from ("", f"worst {len(report.worst)} of {report.figures[ALL]['cases']}:")
    for result in report.worst:
        yield f"  {result.score:.3f}  {result.pair.gold.name} ({result.pair.kind})"
        yield from (f"         {wrong}" for wrong in wrong_in(result))


def _count(figures: Figures) -> str:
    cases, records = int(figures["cases"]), int(figures["records"])
    return f"{cases} case{'s' * (cases != 1)}, {records} record{'s' * (records != 1)}"


def _figures(figures: Figures, before: Figures) -> Iterator[str]:
    for name, value in figures.items():
        if name in ("cases", "records") or (name.endswith(DETAILS) and name[:-2] in figures and name != "day_p"):
            continue
        change = f" ({value - before[name]:+.3f})" if name in before else ""
        yield f"{name} {value:.3f}{change}"


def wrong_in(result: Result) -> Iterator[str]:
    """A line for each field that is not right."""
    gold, record = result.pair.gold, result.pair.record
    if not record and not gold.refused:
        yield "no record"
        return
    wanted = {"headline": gold.headline, "authors": gold.authors, "day": gold.day, "captions": gold.captions}
    said: dict[str, Any] = {
        **record,
        "authors": [author["name"] for author in record.get("authors") or ()],
        "day": (record.get("published") or {}).get("value"),
        "captions": [image["caption"] for image in record.get("images") or () if image.get("caption")],
    }
    for name, hits in result.hits.items():
        if hits.f1 == 1:
            continue
        if name == "record":
            yield "a record, where the gold refuses"
        elif name == "body":
            yield f"body {hits.f1:.3f}: of both texts {hits.missing:.3f} is missing, {hits.extra:.3f} is extra"
        elif name == "phrases":
            yield "; ".join(_phrases(gold.has, gold.lacks, record.get("body") or ""))
        elif name in wanted or name in gold.exact:
            yield f"{name}: {_excerpt(said.get(name))}, not {_excerpt(wanted.get(name, gold.exact.get(name)))}"


def _phrases(has: Sequence[str], lacks: Sequence[str], body: str) -> Iterator[str]:
    yield from (f"body lacks {_excerpt(text)}" for text in has if text not in body)
    yield from (f"body holds {_excerpt(text)}" for text in lacks if text in body)


def _excerpt(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "..."


def as_json(report: Report) -> str:
    """One object."""
    told: dict[str, Any] = {
        "figures": report.figures,
        "worst": [
            {
                "name": r.pair.gold.name,
                "kind": r.pair.kind,
                "score": r.score,
                "fields": {name: hits.f1 for name, hits in r.hits.items()},
                "wrong": list(wrong_in(r)),
            }
            for r in report.worst
        ],
    }
    if report.before is not None:
        rows = [
            {"name": c.name, "kind": c.kind, "field": c.field, "before": c.before, "now": c.now} for c in report.changes
        ]
        told |= {"before": report.before, "changes": rows}
    return json.dumps(told, ensure_ascii=False, indent=2)
