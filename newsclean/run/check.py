"""The work of `newsclean check`: every input to what is wrong with it."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsclean.check.choice import EVERY, Choice
from newsclean.check.fix import FIXABLE
from newsclean.check.repeats import Mark, Seen
from newsclean.check.report import FORMS, Checked, Report
from newsclean.check.rules import OF_REASON, RULES
from newsclean.names import shown
from newsclean.pipeline import PLAIN, Options
from newsclean.read.files import STDIN, expand, read_stdin
from newsclean.read.limits import DEFAULT, Limits
from newsclean.run.local import ONE, Pool, Work, run
from newsclean.run.work import Job, Outcome, check, mend, prepare
from newsclean.write.sink import Sink

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    paths: tuple[str, ...]
    form: str = "text"
    choice: Choice = EVERY
    statistics: bool = False
    options: Options = PLAIN
    limits: Limits = DEFAULT
    pool: Pool = ONE
    quiet: bool = False
    fix: bool = False
    in_place: bool = False
    """Where what is mended goes: over the input, or beside it ("dump.fixed.txt")."""


def check_all(request: Request, say: Say, work: Work = check) -> int:
    """Report on standard output; 1 where a rule of severity "error" is broken, else 0. Raises ReaderGoneError."""
    prepare()
    counts: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    mendable: list[str] = []
    inputs = _counted(_checked(request, work, mendable), counts, severities)
    with closing(inputs), Sink(None) as output:
        if request.statistics:
            for _ in inputs:
                pass
            for code, many in sorted(counts.items()):
                name = next(rule.name for rule in RULES if rule.code == code)
                output.write(f"{many}\t{code}\t{name}\n".encode())
        else:
            for piece in FORMS[request.form](inputs):
                output.write(piece.encode("utf-8", "backslashreplace"))
    if not request.quiet:
        say(_sum(severities))
    if request.fix:
        _mend(request, say, mendable)
    return int(severities["error"] > 0)


def _sum(severities: Counter[str]) -> str:
    inputs = severities["inputs"]
    found = ", ".join(
        f"{severities[kind]} {kind if kind == 'info' else kind + 's' * (severities[kind] != 1)}"
        for kind in ("error", "warning", "info")
    )
    return f"{inputs} input{'s' * (inputs != 1)}: {found}"


def _counted(
    inputs: Iterator[Checked], counts: Counter[str], severities: Counter[str]
) -> Generator[Checked, None, None]:
    for checked in inputs:
        severities["inputs"] += 1
        for report in checked.reports:
            counts[report.code] += 1
            severities[report.severity] += 1
        yield checked


def _mend(request: Request, say: Say, paths: list[str]) -> None:
    """Write the inputs anew of which something can be mended; each is whole or as it was. Raises OutputError."""
    jobs = (Job(path, None, request.limits) for path in paths)
    with closing(run(jobs, mend, request.pool)) as outcomes:
        for path, outcome in zip(paths, outcomes, strict=True):
            if outcome.refused or not outcome.lines:
                continue
            file = Path(path)
            target = file if request.in_place else file.with_suffix(f".fixed{file.suffix}")
            if not request.in_place and target.exists():
                say(f"{shown(path)[0]}: not fixed, since {shown(str(target))[0]} exists: move it away")
                continue
            with Sink(str(target)) as output:
                output.write(outcome.lines)
            say(f"{shown(path)[0]}: fixed in {shown(str(target))[0]}")


def _checked(request: Request, work: Work, mendable: list[str]) -> Iterator[Checked]:
    codes = request.choice.codes()
    seen = Seen()
    sent: deque[str] = deque()
    outcomes = run(_jobs(request, sent), work, request.pool)
    with closing(outcomes):
        for outcome in outcomes:
            name = sent.popleft()
            path, _ = shown(name)
            found = (*_reports(path, outcome), *_repeats(path, outcome, seen))
            chosen = (report for report in found if report.code in codes)
            reports = tuple(report for report in chosen if not request.choice.ignored(report))
            if request.fix and name != STDIN and not FIXABLE.isdisjoint(report.code for report in reports):
                mendable.append(name)
            yield Checked(path, reports)


def _reports(path: str, outcome: Outcome) -> Iterable[Report]:
    if outcome.refused:  # its worker died or was late
        rule = OF_REASON[outcome.refused]
        return (Report(path, 1, 1, rule.code, rule.severity, outcome.message, ""),)
    return (Report(path, *json.loads(row)) for row in outcome.lines.splitlines()[1:])


def _repeats(path: str, outcome: Outcome, seen: Seen) -> Iterator[Report]:
    marks = json.loads(outcome.lines.splitlines()[0]) if outcome.lines and not outcome.refused else ()
    for digest, bands in marks:
        if repeat := seen.repeat(path, Mark(digest, tuple(bands))):
            code, what = ("NC401", "is the same") if repeat.exact else ("NC402", "is nearly the same")
            rule = next(rule for rule in RULES if rule.code == code)
            yield Report(path, 1, 1, code, rule.severity, f"{what} as {repeat.path}", "")


def _jobs(request: Request, sent: deque[str]) -> Iterator[Job]:
    for path in expand(request.paths, ()):
        sent.append(path)
        data = read_stdin(request.limits) if path == STDIN else None
        yield Job(path, data, request.limits, request.options)
