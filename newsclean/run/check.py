"""The work of `newsclean check`: every input to what is wrong with it."""

from __future__ import annotations

import json
import os
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from newsclean.check.case import TOP, Rule
from newsclean.check.choice import EVERY, Choice
from newsclean.check.fix import FIXES
from newsclean.check.repeats import Seen
from newsclean.check.report import FORMS, Checked, Form, Report
from newsclean.check.rules import BY_CODE, OF_REASON
from newsclean.names import File, shown
from newsclean.read.files import STDIN
from newsclean.run.local import run
from newsclean.run.reading import Reading
from newsclean.run.work import Job, Outcome, check, mend, prepare
from newsclean.run.worker import Work
from newsclean.write.sink import Sink

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request(Reading):
    """What the command line asks for."""

    form: str = "text"
    choice: Choice = EVERY
    statistics: bool = False
    quiet: bool = False
    fix: bool = False
    in_place: bool = False
    """Where what is mended goes: over the input, or beside it ("dump.fixed.txt")."""


@dataclass
class Tally:
    """What was found in how many inputs."""

    inputs: int = 0
    codes: Counter[str] = field(default_factory=Counter)

    def of(self, severity: str) -> int:
        """Findings of a severity."""
        return sum(many for code, many in self.codes.items() if BY_CODE[code].severity == severity)

    def __str__(self) -> str:
        """The sum, as printed at the end."""
        inputs, errors, warnings, info = self.inputs, *map(self.of, ("error", "warning", "info"))
        found = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}, {info} info"
        return f"{inputs} input{'s' * (inputs != 1)}: {found}"

    def count(self, inputs: Iterator[Checked]) -> Iterator[Checked]:
        """The same inputs, each counted as it passes."""
        for checked in inputs:
            self.inputs += 1
            self.codes.update(report.code for report in checked.reports)
            yield checked


def check_all(request: Request, say: Say, work: Work = check) -> int:
    """Report on standard output; 1 where a rule of severity "error" is broken, else 0. Raises ReaderGoneError."""
    prepare(request.options)
    tally = Tally()
    mendable: dict[str, frozenset[str]] = {}
    with Sink(None) as output, closing(_checked(request, work, mendable, output.file)) as inputs:
        form = _statistics(tally) if request.statistics else FORMS[request.form]
        for piece in form(tally.count(inputs)):
            output.write(piece.encode("utf-8", "backslashreplace"))
    if not request.quiet:
        say(str(tally))
    if request.fix:
        _mend(request, say, mendable)
    return int(tally.of("error") > 0)


def _statistics(tally: Tally) -> Form:
    """A form that prints the counts once all inputs have passed."""

    def counts(inputs: Iterable[Checked]) -> Iterator[str]:
        deque(inputs, maxlen=0)
        for code, many in sorted(tally.codes.items()):
            yield f"{many}\t{code}\t{BY_CODE[code].name}\n"

    return counts


def _mend(request: Request, say: Say, mendable: Mapping[str, frozenset[str]]) -> None:
    """Write the inputs anew of which something can be mended by the rules that were reported; each is whole or as it
    was. Raises OutputError."""
    jobs = (Job(path, None, request.limits) for path in mendable)
    with closing(run(jobs, partial(mend, codes=mendable), request.pool)) as outcomes:
        for job, outcome, _ in outcomes:
            path = job.path
            if outcome.refused or not outcome.lines:
                continue
            file = Path(path)
            target = file if request.in_place else file.with_suffix(f".fixed{file.suffix}")
            if not request.in_place and os.path.lexists(target):
                say(f"{shown(path)[0]}: not fixed, since {shown(str(target))[0]} exists: move it away")
                continue
            with Sink(str(target)) as output:
                output.write(outcome.lines)
            say(f"{shown(path)[0]}: fixed in {shown(str(target))[0]}")


def _checked(
    request: Request, work: Work, mendable: dict[str, frozenset[str]], output: File
) -> Generator[Checked, None, None]:
    """The inputs with what is reported of each; `mendable` gets those of which something can be mended, and by what."""
    codes = request.choice.reported()
    seen = Seen()
    jobs = request.jobs(request.left_out | {output})
    outcomes = run(jobs, work, request.pool)
    with closing(jobs), closing(outcomes):
        for job, outcome, _ in outcomes:
            chosen = (report for report in _reports(job.name, outcome, seen) if report.code in codes)
            path = _whole(job)
            reports = tuple(report for report in chosen if not request.choice.ignored(report, path))
            is_file = job.path != STDIN and job.item is None
            fixes = FIXES.keys() & {report.code for report in reports}
            if request.fix and is_file and fixes:
                mendable[job.path] = frozenset(fixes)
            yield Checked(job.name, reports)


def _whole(job: Job) -> str:
    """The name of an input with its whole path; that of a member in it may not lead elsewhere."""
    path = job.source.path
    return os.path.abspath(path) + job.name.removeprefix(path)  # noqa: PTH100 - that of pathlib keeps ".."


def _reports(path: str, outcome: Outcome, seen: Seen) -> Iterator[Report]:
    """What a worker found, then what was seen before."""
    if outcome.refused:  # the worker died or was late
        yield _at_top(path, OF_REASON[outcome.refused], outcome.message)
        return
    marks, *rows = map(json.loads, outcome.lines.splitlines())
    yield from (Report(path, *row) for row in rows)
    yield from (_at_top(path, BY_CODE[repeat.code], repeat.message) for repeat in seen.repeats(path, marks))


def _at_top(path: str, rule: Rule, message: str) -> Report:
    return Report(path, *TOP, rule.code, rule.severity, message, "")
