"""The work of `newsclean extract`: every input to a record on the output or a refusal among the rejects."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass

from newsclean.names import shown
from newsclean.pipeline import PLAIN, Options
from newsclean.read.files import File
from newsclean.read.limits import DEFAULT, Limits
from newsclean.run.local import ONE, Pool, Work, run
from newsclean.run.progress import Progress
from newsclean.run.work import extract, jobs_of, prepare
from newsclean.write.sink import OutputError, Sink

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    paths: tuple[str, ...]
    output: str | None = None
    rejects: str | None = None
    options: Options = PLAIN
    limits: Limits = DEFAULT
    left_out: frozenset[File] = frozenset()
    """Files that are no inputs where a folder is: those with settings."""
    pool: Pool = ONE
    quiet: bool = False
    verbose: bool = False


@dataclass
class Count:
    """How many inputs became what."""

    records: int = 0
    """Inputs that gave a record or more."""
    rejected: int = 0
    more: int = 0
    """Records of second and later articles of an input."""

    def __str__(self) -> str:
        """The sum, as printed at the end."""
        inputs, records = self.records + self.rejected, self.records
        named = f"{inputs} input{'s' * (inputs != 1)} = {records} record{'s' * (records != 1)}"
        more = f"; {self.more} more from inputs of several articles" if self.more else ""
        return f"{named} + {self.rejected} rejected{more}"


def extract_all(request: Request, say: Say, work: Work = extract) -> int:
    """Do the work and give the exit code: 0 all records, 1 some rejected or output lost, 2 an output cannot be opened.

    `work` is what a worker does with a job; tests give one that fails. Raises ReaderGoneError.
    """
    try:
        sinks = ExitStack()
        output = sinks.enter_context(Sink(request.output))
        rejects = sinks.enter_context(Sink(request.rejects)) if request.rejects else None
    except OutputError as error:
        sinks.__exit__(OutputError, error, None)
        say(str(error))
        return 2
    try:
        with sinks:
            count = _pour(request, say, output, rejects, work)
    except OutputError as error:
        say(f"{error}: make room, or choose another place")
        return 1
    if not request.quiet:
        say(str(count))
    return int(count.rejected > 0)


def _pour(request: Request, say: Say, output: Sink, rejects: Sink | None, work: Work) -> Count:
    prepare()
    count = Count()
    sent: deque[str] = deque()
    left_out = request.left_out | {sink.file for sink in (output, rejects) if sink}
    outcomes = run(jobs_of(request.paths, request.limits, request.options, sent, left_out), work, request.pool)
    with Progress(say, shown=not request.quiet) as progress, closing(outcomes):
        for outcome in outcomes:
            path, _ = shown(sent.popleft())
            if outcome.refused is None:
                records = outcome.lines.count(b"\n")
                count.records += 1
                count.more += records - 1
                output.write(outcome.lines)
                told = ("record" if records == 1 else f"{records} records") if request.verbose else None
            else:
                count.rejected += 1
                if rejects:
                    rejects.write(outcome.lines)
                told = f"{outcome.refused}: {outcome.message}"
            if told:
                progress.say(f"{path}: {told}")
            progress.step(count.records + count.rejected, str(count))
    return count
