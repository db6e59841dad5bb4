"""The work of `newsclean report`: every input on a page that shows what was kept of it and why, and further pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from newsclean.check.repeats import Seen
from newsclean.names import File
from newsclean.run.local import Done, run
from newsclean.run.progress import Progress
from newsclean.run.reading import Reading
from newsclean.run.work import prepare, view
from newsclean.run.worker import Work
from newsclean.stops import held
from newsclean.view.page import Page, dump_data, head, tail
from newsclean.view.sheet import Row, unread
from newsclean.write.sink import OutputError, Sink

Say = Callable[[str], None]
TITLE, MODULE = "newsclean report", "report"
MOST_DUMPS, MOST_BYTES = 2_000, 48 * 1024**2
"""Dumps of a page, and bytes of them, past which the next page begins."""


@dataclass(frozen=True, slots=True)
class Request(Reading):
    """What the command line asks for."""

    output: str = "report.html"
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """An input as a page shows it."""

    row: Row
    sheet: bytes
    """JSON."""
    repeats: list[dict[str, str]]
    """Rules about the run that it breaks, each with its code and message."""


def report_all(request: Request, say: Say, work: Work = view) -> int:
    """Write the pages: 0 where they are whole, 1 where they could not be written, 2 where none could be opened."""
    report = None
    try:
        with ExitStack() as pages:
            report = Report(request.output, pages, files={*request.left_out})
            _pour(request, say, report, work)
    except OutputError as error:
        say(str(error) if report is None else f"{error}: make room, or choose another place")
        return 2 if report is None else 1
    if not request.quiet:
        say(f"{report.told()} in {request.output}")
    return 0


def shown(inputs: Iterable[Done]) -> Iterator[tuple[Done, Shown]]:
    """Each input as a page shows it: what a worker said of it, and what was seen before."""
    seen = Seen()
    for done in inputs:
        name, outcome = done.job.name, done.outcome
        if outcome.refused:
            row, sheet = unread(name, outcome.refused, outcome.message)
            yield done, Shown(row, json.dumps(sheet).encode(), [])
            continue
        marks, values, lines = outcome.lines.split(b"\n")
        repeats = [{"code": each.code, "message": each.message} for each in seen.repeats(name, json.loads(marks))]
        row = Row(*json.loads(values))
        yield done, Shown(row._replace(codes=[*row.codes, *(each["code"] for each in repeats)]), lines, repeats)


@dataclass
class Report:
    """The pages of a report as they are written; all are there at the end, or none."""

    output: str
    stack: ExitStack
    """Closes the pages."""
    rows: list[Row] = field(default_factory=list)
    files: set[File] = field(default_factory=set)
    """Files that are no inputs, and the pages with them."""

    def __post_init__(self) -> None:
        """Open the first page. Raises OutputError."""
        self._sinks: list[Sink] = []
        self._firsts: list[int] = []
        self._next_page()

    def add(self, shown: Shown) -> None:
        """One more dump, on this page or the next."""
        number = len(self.rows) + 1
        if number - self._firsts[-1] >= MOST_DUMPS or self._size >= MOST_BYTES:
            self._next_page()
        data = dump_data(number, shown.sheet, shown.repeats)
        self._sinks[-1].write(data)
        self._size += len(data)
        self.rows.append(shown.row._replace(page=len(self._sinks)))

    def end(self) -> None:
        """Close each page with its table: the first has all dumps in it, each other those that it holds."""
        names = [Path(_path(self.output, n)).name for n in range(1, len(self._sinks) + 1)]
        for i, sink in enumerate(self._sinks):
            first = self._firsts[i]
            rows = [row for row in self.rows if row.page == i + 1] if i else self.rows
            sink.write(tail(TITLE, MODULE, Page(rows, names, i + 1, first)))

    def told(self) -> str:
        """The sum, as it is printed."""
        many, pages = len(self.rows), len(self._sinks)
        return f"{many} dump{'s' * (many != 1)}" + (f" on {pages} pages" if pages > 1 else "")

    def _next_page(self) -> None:
        with held():  # so that none is opened which nobody closes
            sink = self.stack.enter_context(Sink(_path(self.output, len(self._sinks) + 1)))
        self._sinks.append(sink)
        self._firsts.append(len(self.rows) + 1)
        self._size = 0
        self.files.add(sink.file)
        sink.write(head(TITLE, MODULE))


def _path(output: str, page: int) -> str:
    """Where a page goes: report.html, report-2.html, report-3.html."""
    path = Path(output)
    return str(path.with_stem(f"{path.stem}-{page}")) if page > 1 else output


def _pour(request: Request, say: Say, report: Report, work: Work) -> None:
    prepare(request.options)
    jobs = request.jobs(report.files)
    outcomes = run(jobs, work, request.pool)
    progress = Progress(say, lambda: None, shown=not request.quiet)
    with closing(jobs), progress, closing(outcomes):
        for _, each in shown(outcomes):
            report.add(each)
            progress.step(len(report.rows), report.told())
    report.end()
