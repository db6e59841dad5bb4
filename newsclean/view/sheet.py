"""The sheet of a dump: all that the page and the terminal show of it, as plain values for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from newsclean.check.case import Case
from newsclean.check.rules import OF_REASON
from newsclean.document import LabelledPage, line_keys
from newsclean.names import escaped
from newsclean.pipeline import Judged
from newsclean.record import Issue, Reason
from newsclean.view.origins import origins
from newsclean.write.jsonl import time_of

NOT_SHOWN = {"schema_version", "source", "issues", "lines"}
"""Keys of a record that the sheet has no room for: what they say is elsewhere in it."""


class Row(NamedTuple):
    """A dump in the table of all."""

    page: int
    """Number of the page that holds its sheet, from 1."""
    name: str
    headline: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    words: int | None = None
    sure: float | None = None
    """Confidence of the record, 0..1; None where there is none."""
    articles: int = 0
    codes: Sequence[str] = ()
    """Of the rules that it breaks, each once."""
    reason: str | None = None
    """Why it is refused."""


def sheet_of(judged: Judged) -> dict[str, Any]:
    """The parts of a dump, each with its lines, its record and where its fields came from, and the refusal."""
    parts = [_part(page, case) for page, case in zip(judged.pages, judged.cases, strict=True)]
    why = judged.refused
    return {"parts": parts, "refused": _refusal(why.reason, why.message) if why else None}


def row_of(name: str, judged: Judged) -> Row:
    """The row of a dump on the first page: what its first article says, and the issues of all."""
    records = [case.article for case in judged.cases if case]
    if judged.refused:
        return unread(name, judged.refused.reason, judged.refused.message)[0]
    first = records[0]
    return Row(
        page=1,
        name=escaped(name),
        headline=first.headline,
        publisher=first.publisher,
        published=time_of(first.published),
        language=first.language,
        words=first.word_count,
        sure=first.confidence.record,
        articles=len(records),
        codes=sorted({issue.code for record in records for issue in record.issues}),
    )


def unread(name: str, reason: Reason, message: str) -> tuple[Row, dict[str, Any]]:
    """The row and the sheet of an input that could not be read."""
    row = Row(1, escaped(name), codes=[OF_REASON[reason].code], reason=reason)
    return row, {"parts": [], "refused": _refusal(reason, message)}


def too_large() -> dict[str, Any]:
    """What stands in place of a sheet that no page can show."""
    return {"parts": [], "refused": None, "note": "Too large to be shown here; `newsclean explain` prints its lines."}


def _part(page: LabelledPage, case: Case | None) -> dict[str, Any]:
    """Each line as its key, number, role, reason, confidence and text."""
    blocks = page.page.blocks
    rows = zip(line_keys(blocks), blocks, page.labels, strict=True)
    return {
        "lines": [[key, b.line, given.role, given.reason, given.confidence, b.text] for key, b, given in rows],
        "record": case and case.article.model_dump(mode="json", exclude=NOT_SHOWN),
        "origins": origins(page, case.found) if case else {},
        "issues": [_at_line(page, issue) for issue in case.article.issues] if case else [],
    }


def _at_line(page: LabelledPage, issue: Issue) -> dict[str, Any]:
    """An issue with the index of the line that it is about: the last that begins at its place or before."""
    place = (issue.line or 1, issue.column or 1)
    begun = [i for i, b in enumerate(page.page.blocks) if (b.line, b.column) <= place]
    return issue.model_dump(mode="json") | {"block": begun[-1] if begun and place > (1, 1) else None}


def _refusal(reason: Reason, message: str) -> dict[str, Any]:
    return {"reason": reason, "message": message, "code": OF_REASON[reason].code}
