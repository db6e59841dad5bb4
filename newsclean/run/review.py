"""The work of `newsclean review`: dumps whose lines and fields a person corrects, each of which becomes a gold case."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from newsclean.read.items import Item
from newsclean.record import article_schema
from newsclean.run.local import ONE, run
from newsclean.run.progress import Progress
from newsclean.run.reading import Reading
from newsclean.run.report import Shown, shown
from newsclean.run.work import Job, Outcome, original, prepare, view
from newsclean.run.worker import Pool, Work
from newsclean.stops import held
from newsclean.view import gold
from newsclean.view.gold import NONE, Corrections
from newsclean.view.page import Page, head, tail
from newsclean.write.sink import OutputError

Say = Callable[[str], None]
TITLE, MODULE = "newsclean review", "review"
POLICY = "; connect-src 'self'"
"""What the page may do besides: send what is corrected."""


@dataclass(frozen=True, slots=True)
class Request(Reading):
    """What the command line asks for."""

    output: str = "gold"


@dataclass
class Entry:
    """A dump that is reviewed."""

    job: Job
    shown: Shown
    folder: Path
    """Where its case is, or goes."""
    said: Corrections | None = None
    """None until somebody asks: what its case says."""


@dataclass
class Desk:
    """The dumps, the least certain first, and what a person said of them."""

    folder: str
    pool: Pool = ONE
    entries: list[Entry] = field(default_factory=list)

    def page(self) -> bytes:
        """The page on which they are corrected."""
        done = [number for number, entry in enumerate(self.entries, 1) if (entry.folder / "expected.json").is_file()]
        schema = article_schema()
        more = {"done": done, "folder": self.folder, "editable": gold.EDITABLE, "schema": schema}
        rows = [entry.shown.row for entry in self.entries]
        return head(TITLE, MODULE, POLICY) + tail(TITLE, MODULE, Page(rows, more=tuple(more.items())), POLICY)

    def dump(self, number: int) -> dict[str, Any]:
        """What the page shows of a dump. Raises IndexError, and ValueError with what is wrong."""
        entry = self._entry(number)
        said = self._said(entry)
        return self._answer(entry, said, self._sheet(entry, said))

    def correct(self, number: int, said: Corrections) -> dict[str, Any]:
        """Save a dump as corrected, or take its case back. Raises IndexError, and ValueError with what is wrong."""
        entry = self._entry(number)
        sheet = self._sheet(entry, said)
        try:
            with held():  # so that no case is left in part
                self._keep(entry, said, sheet)
        except OSError as error:
            raise ValueError(f"{entry.folder}: cannot be written ({error.strerror})") from None
        except OutputError as error:
            raise ValueError(str(error)) from None
        entry.said = said
        return self._answer(entry, said, sheet)

    def _keep(self, entry: Entry, said: Corrections, sheet: dict[str, Any]) -> None:
        if said.done:
            medium, _, data = self._done(entry.job, original).lines.partition(b"\n")
            unknown = ("url",) if isinstance(entry.job.item, Item) and entry.job.item.url else ()
            gold.save(entry.folder, medium.decode(), data, gold.expectation(entry.job.name, sheet, unknown))
        elif entry.folder.is_dir():
            gold.remove(entry.folder)

    def _entry(self, number: int) -> Entry:
        if not 0 < number <= len(self.entries):
            raise IndexError(number)
        return self.entries[number - 1]

    def _said(self, entry: Entry) -> Corrections:
        if entry.said is None:
            expected = gold.load(entry.folder)
            entry.said = NONE
            if expected is not None:
                roles = gold.changed(expected, json.loads(entry.shown.sheet))
                fields = gold.altered(expected, self._sheet(entry, Corrections(roles=roles)))
                entry.said = Corrections(True, roles, fields)
        return entry.said

    def _sheet(self, entry: Entry, said: Corrections) -> dict[str, Any]:
        """The sheet of a dump as corrected: its fields are read anew from the lines."""
        outcome = self._done(entry.job, partial(view, roles=said.roles)) if said.roles else None
        sheet: dict[str, Any] = json.loads(outcome.lines.split(b"\n")[2] if outcome else entry.shown.sheet)
        (part,) = sheet["parts"]
        if part["record"]:
            part["record"] = gold.with_fields(part["record"], said.fields)
        return sheet

    def _done(self, job: Job, work: Work) -> Outcome:
        """What a worker makes of a dump; raises ValueError where that is nothing."""
        with closing(run([job], work, self.pool)) as outcomes:
            outcome = next(outcomes).outcome
        if outcome.refused:
            raise ValueError(outcome.message)
        return outcome

    def _answer(self, entry: Entry, said: Corrections, sheet: dict[str, Any]) -> dict[str, Any]:
        state = {"done": said.done, "roles": said.roles, "fields": said.fields}
        return {"sheet": sheet, "repeats": entry.shown.repeats, "state": state}


def desk_of(request: Request, say: Say) -> Desk:
    """Read all dumps. What holds no text or several articles is named and left out: a case has one record."""
    prepare(request.options)
    desk = Desk(request.output, request.pool)
    jobs = request.jobs(request.left_out)
    outcomes = run(jobs, view, request.pool)
    progress = Progress(say, lambda: None, shown=True)
    with closing(jobs), progress, closing(outcomes):
        for many, (done, each) in enumerate(shown(outcomes), 1):
            progress.step(many, f"{many} read")
            if why := _unfit(each):
                progress.say(f"{done.job.name}: {why}")
            else:
                folder = Path(request.output) / gold.case_name(done.job.name, done.outcome.digest or "")
                desk.entries.append(Entry(done.job, each, folder))
    desk.entries.sort(key=lambda entry: (entry.shown.row.sure is None, entry.shown.row.sure))
    return desk


def _unfit(each: Shown) -> str | None:
    sheet = json.loads(each.sheet)
    if len(sheet["parts"]) == 1:
        return None
    if each.row.articles > 1:
        return f"holds {each.row.articles} articles, and a case has one: split it"
    return sheet["refused"]["message"] if sheet["refused"] else "is too large to be shown"
