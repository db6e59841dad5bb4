"""The work of `newsclean extract`: every input to a record on the output or a refusal among the rejects."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsclean import __version__
from newsclean.names import File
from newsclean.read.files import expand
from newsclean.run.keep import Keep
from newsclean.run.local import run
from newsclean.run.progress import Progress
from newsclean.run.reading import Reading
from newsclean.run.summary import Summary
from newsclean.run.work import Outcome, extract, prepare
from newsclean.run.worker import Work
from newsclean.write.output import Output, output_to
from newsclean.write.sink import OutputError

if TYPE_CHECKING:
    from newsclean.run.journal import Journal

Say = Callable[[str], None]
COUNTED = 1_000_000
"""Inputs that are counted beforehand, at most, to tell how long a run still takes."""


@dataclass(frozen=True, slots=True)
class Request(Reading):
    """What the command line asks for."""

    output: str | None = None
    rejects: str | None = None
    keep: str | None = None
    """Folder for the bytes of what is refused."""
    form: str = "jsonl"
    quiet: bool = False
    verbose: bool = False
    resume: bool = False
    """Whether outcomes are kept beside the output, and those of a run that was stopped are used."""


class Outputs(NamedTuple):
    """Where everything goes."""

    records: Output
    rejects: Output | None
    keep: Keep | None
    journal: Journal | None

    @property
    def files(self) -> set[File]:
        """Those that are no inputs."""
        sinks = {sink.file for sink in (self.records, self.rejects, self.keep) if sink}
        return sinks | self.journal.files() if self.journal else sinks


def extract_all(request: Request, say: Say, work: Work = extract) -> int:
    """Do the work and give the exit code: 0 all records, 1 some rejected or output lost, 2 an output cannot be opened.

    `work` is what a worker does with a job; tests give one that fails. Raises ReaderGoneError.
    """
    start = time.monotonic()
    try:
        opened = ExitStack()
        outputs = _opened(request, opened)
    except OutputError as error:
        opened.__exit__(OutputError, error, None)
        say(str(error))
        return 2
    try:
        with opened:
            summary = _pour(request, say, outputs, work)
    except OutputError as error:
        say(f"{error}: make room, or choose another place")
        return 1
    if not request.quiet:
        for line in summary.lines(time.monotonic() - start):
            say(line)
    return int(summary.rejected > 0)


def key_of(request: Request) -> str:
    """All that outcomes depend on besides the bytes of their inputs."""
    return repr((__version__, request.options, request.limits, request.keys))


def _opened(request: Request, stack: ExitStack) -> Outputs:
    """The journal is the last to be closed, since it may go only when the output is whole."""
    journal = None
    if request.resume and request.output:
        from newsclean.run.journal import Journal  # here, since few runs need its database

        journal = stack.enter_context(Journal(request.output, key_of(request)))
    records = stack.enter_context(output_to(request.output, request.form))
    rejects = stack.enter_context(output_to(request.rejects)) if request.rejects else None
    return Outputs(records, rejects, Keep(request.keep) if request.keep else None, journal)


def _pour(request: Request, say: Say, outputs: Outputs, work: Work) -> Summary:
    prepare(request.options)
    summary, journal = Summary(), outputs.journal
    left_out = request.left_out | outputs.files
    jobs = request.jobs(left_out)
    done = run(journal.asked(jobs) if journal else jobs, work, request.pool)
    progress = Progress(say, lambda: _total(request.paths, left_out), shown=not request.quiet)
    with closing(jobs), progress, closing(done):
        for each in done:
            outcome = journal.settled(each) if journal else each.outcome
            summary.add(each, outcome)
            if outputs.keep and outcome.refused:
                outputs.keep.keep(each.job, outcome)
            if told := _written(outcome, outputs, verbose=request.verbose):
                progress.say(f"{each.job.name}: {told}")
            progress.step(summary.inputs, str(summary))
    return summary


def _written(outcome: Outcome, outputs: Outputs, *, verbose: bool) -> str | None:
    """Write what became of an input, and give what is said of it."""
    if outcome.refused is not None:
        if outputs.rejects:
            outputs.rejects.write(outcome.lines)
        return f"{outcome.refused}: {outcome.message}"
    outputs.records.write(outcome.lines)
    records = outcome.lines.count(b"\n")
    return ("record" if records == 1 else f"{records} records") if verbose else None


def _total(paths: Iterable[str], left_out: Container[File]) -> int | None:
    """How many files there are to read; None where they are very many, or come from a list that is read once."""
    if not isinstance(paths, tuple):
        return None
    many = sum(1 for _ in islice(expand(paths, left_out), COUNTED + 1))
    return many if many <= COUNTED else None
