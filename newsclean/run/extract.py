"""The work of `newsclean extract`: every input to a record on the output or a refusal among the rejects."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

from newsclean.pipeline import Options
from newsclean.read.files import STDIN, expand
from newsclean.read.limits import Limits
from newsclean.names import shown
from newsclean.run.local import Pool, Work, run
from newsclean.run.progress import Progress
from newsclean.run.work import Job, extract
from newsclean.write.sink import Sink

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    paths: tuple[str, ...]
    output: str | None = None
    rejects: str | None = None
    with_lines: bool = False
    assume_tz: str | None = None
    jobs: int = 1
    timeout: float = 20.0
    max_input: int = Limits().max_input
    quiet: bool = False
    verbose: bool = False


def extract_all(request: Request, say: Say, work: Work = extract) -> int:
    """Do the work and give the exit code: 0 all records, 1 some rejected or the output failed, 2 it cannot be opened.

    `work` is what a worker does with a job; tests give one that fails.
    """
    with ExitStack() as stack:
        try:
            output = stack.enter_context(Sink(request.output))
            rejects = stack.enter_context(Sink(request.rejects)) if request.rejects else None
        except OSError as error:
            say(f"{error.filename or request.output}: cannot be opened for writing ({error.strerror})")
            return 2
        try:
            return _pour(request, say, output, rejects, work)
        except BrokenPipeError:
            raise
        except OSError as error:
            stack.pop_all().__exit__(type(error), error, error.__traceback__)
            say(f"{output.name}: cannot be written ({error.strerror}): what is missing was not extracted")
            return 1


def _pour(request: Request, say: Say, output: Sink, rejects: Sink | None, work: Work) -> int:
    records = refused = 0
    sent: list[str] = []
    with Progress(shown=not request.quiet) as progress:
        for outcome in run(_jobs(request, sent), work, Pool(request.jobs, request.timeout)):
            path = sent.pop(0)
            if outcome.refused is None:
                records += 1
                output.write(outcome.line)
                if request.verbose:
                    progress.say(say, f"{shown(path)[0]}: record")
            else:
                refused += 1
                if rejects:
                    rejects.write(outcome.line)
                if not request.quiet:
                    progress.say(say, f"{shown(path)[0]}: {outcome.refused}: {outcome.message}")
            progress.step(records, refused)
    if not request.quiet:
        say(f"{records + refused} inputs = {records} records + {refused} rejected")
    return int(refused > 0)


def _jobs(request: Request, sent: list[str]) -> Iterator[Job]:
    limits = Limits(max_input=request.max_input)
    options = Options(request.assume_tz, request.with_lines)
    for path in expand(request.paths):
        sent.append(path)
        data = sys.stdin.buffer.read(limits.max_input + 1) if path == STDIN else None
        yield Job(path, data, limits, options)
