"""Comma-separated values as RFC 4180 has them: a header and a row a record."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from newsclean.record import Article
from newsclean.write.jsonl import articles_of, time_of
from newsclean.write.visible import visible

FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet takes for a formula; the wide forms count where the script has them, and a
carriage return is shown as an escape."""
GUARD = "'"
"""What stands before such a cell, so that it is text."""

Cell = str | int | float | None

COLUMNS: dict[str, Callable[[Article], Cell]] = {
    # To add a column: its name and what stands in it.
    "id": lambda article: article.id,
    "path": lambda article: article.source.path,
    "member": lambda article: article.source.member,
    "record_id": lambda article: article.source.record_id,
    "line": lambda article: article.source.line,
    "index": lambda article: article.source.index,
    "url": lambda article: article.url,
    "publisher": lambda article: article.publisher,
    "language": lambda article: article.language,
    "section": lambda article: article.section,
    "kicker": lambda article: article.kicker,
    "headline": lambda article: article.headline,
    "standfirst": lambda article: article.standfirst,
    "byline": lambda article: article.byline,
    "authors": lambda article: _listed(author.name for author in article.authors),
    "published": lambda article: time_of(article.published),
    "modified": lambda article: time_of(article.modified),
    "dateline": lambda article: article.dateline.raw if article.dateline else None,
    "captions": lambda article: "\n".join(image.caption for image in article.images if image.caption),
    "body": lambda article: article.body,
    "tags": lambda article: _listed(article.tags),
    "access": lambda article: article.access,
    "reading_time_minutes": lambda article: article.reading_time_minutes,
    "word_count": lambda article: article.word_count,
    "confidence": lambda article: article.confidence.record,
    "issues": lambda article: _listed(issue.code for issue in article.issues),
}


class Cells:
    """The columns of `COLUMNS`; what is null is empty, and lists are joined."""

    def __init__(self, *, raw: bool = False) -> None:
        """`raw` leaves cells that look like a formula as they are."""
        self._guard = "" if raw else GUARD
        self._text = io.StringIO(newline="")
        self._rows = csv.writer(self._text)
        self._rows.writerow(COLUMNS)

    def of(self, lines: bytes) -> bytes:
        """A row a record, behind the header."""
        for article in articles_of(lines):
            self._rows.writerow([self._safe(cell(article)) for cell in COLUMNS.values()])
        return self.end()

    def end(self) -> bytes:
        """The header, where no record was there."""
        rows = self._text.getvalue()
        self._text.seek(0)
        self._text.truncate()
        return rows.encode("utf-8")

    def _safe(self, cell: Cell) -> Cell:
        if not isinstance(cell, str):
            return cell
        return visible(self._guard + cell if cell.startswith(FORMULA) else cell)


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(texts)
