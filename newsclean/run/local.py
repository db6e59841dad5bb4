"""Worker processes that lose the one document that crashes or hangs, and no other.

Each worker has a pipe of its own and holds one document at a time, so that a dead or late worker says by itself which
document it was: no lock is shared that it could take along, and nothing has to be done twice. The parent reads nothing
but standard input, keeps a bounded number of outcomes, and gives them in the order of the inputs.

Workers are forked, since the parent has no threads: one is there in 3 ms and shares what is imported already.
"""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from newsclean.record import Reason
from newsclean.run.work import Job, Outcome, refuse
from newsclean.stops import held, ignore

AHEAD = 32
"""Outcomes for each worker that may wait for an earlier one: a slow document does not stop the others at once, and
memory stays bounded."""
LIVES = 5_000
"""Documents after which a worker is replaced, so that what a parser leaks stays bounded: nothing was seen to leak over
so many pages of HTML, and a new worker compiles its patterns anew, half a second of work."""

Work = Callable[[Job], Outcome]
"""What a worker does with a document."""


@dataclass(frozen=True, slots=True)
class Pool:
    """How the work is spread."""

    jobs: int = 1
    """Workers at most; there are never more than documents."""
    timeout: float = 20.0
    """Seconds for a document."""
    memory: int = 2 * 1024**3
    """Bytes of address space of a worker."""


ONE = Pool()
"""A single worker with the limits that are usual."""


def run(jobs: Iterable[Job], work: Work, pool: Pool = ONE) -> Generator[Outcome, None, None]:
    """The outcome of each job, in order. Close the iterator, and no process is left."""
    crew = _Crew(work, pool)
    try:
        yield from crew.outcomes(jobs)
    finally:
        with held():
            crew.dismiss()


class _Worker:
    """A process with the pipe to it."""

    def __init__(self, work: Work, pool: Pool, others: list[Connection]) -> None:
        context = get_context("fork")
        self._pool = pool
        with held():  # so that the child is deaf before it can hear
            self.pipe, far = context.Pipe()
            self._process = context.Process(target=_serve, args=(far, work, pool, [self.pipe, *others]), daemon=True)
            self._process.start()
            far.close()
        self.lives = LIVES
        self.deadline = 0.0
        """Monotonic time at which the document in hand is given up."""

    def take(self, index: int, job: Job) -> None:
        self.index, self.job = index, job
        self.lives -= 1
        self.deadline = time.monotonic() + self._pool.timeout
        try:
            self.pipe.send(job)
        except OSError:
            return  # it died while idle: reading its answer says so

    def answer(self) -> Outcome:
        """What came of the document in hand; a refusal where the worker is dead or late."""
        try:
            if self.pipe.poll():
                return Outcome.unpacked(self.pipe.recv_bytes())
        except (EOFError, OSError, ValueError):
            return refuse(self.job, Reason.CRASH, epitaph(self._process))
        message = f"took longer than {self._pool.timeout:g} s: raise --timeout, or leave it out"
        return refuse(self.job, Reason.TIMEOUT, message)

    def is_fit(self) -> bool:
        return self.lives > 0 and self._process.is_alive()

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


def epitaph(process: BaseProcess) -> str:
    """How a process ended that has closed its pipe."""
    process.join()
    code = process.exitcode or 0
    how = f"exit code {code}" if code >= 0 else signal.Signals(-code).name
    return f"ended its worker ({how}): leave it out, and please report it"


class _Crew:
    """The workers, and who has which document in hand."""

    def __init__(self, work: Work, pool: Pool) -> None:
        self._work, self._pool = work, pool
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, _Worker] = {}

    def outcomes(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        waiting = enumerate(jobs)
        done: dict[int, Outcome] = {}
        given = 0
        more = True
        while True:
            while more and self._is_free() and len(self._busy) + len(done) < AHEAD * self._pool.jobs:
                more = self._hand_out(next(waiting, None))
            if not self._busy:
                return
            done.update(self._answers())
            while given in done:
                yield done.pop(given)
                given += 1

    def dismiss(self) -> None:
        for worker in (*self._idle, *self._busy.values()):
            worker.end()

    def _is_free(self) -> bool:
        return len(self._busy) < self._pool.jobs

    def _hand_out(self, item: tuple[int, Job] | None) -> bool:
        if item is None:
            return False
        worker = self._idle.pop() if self._idle else _Worker(self._work, self._pool, list(self._busy))
        worker.take(*item)
        self._busy[worker.pipe] = worker
        return True

    def _answers(self) -> Iterator[tuple[int, Outcome]]:
        """Wait until a worker answers, dies or is late, and give what came of it."""
        patience = min(worker.deadline for worker in self._busy.values()) - time.monotonic()
        ready = set(wait(list(self._busy), max(0.0, patience)))
        now = time.monotonic()
        for worker in list(self._busy.values()):
            late = worker.deadline <= now
            if worker.pipe not in ready and not late:
                continue
            answer = worker.answer()
            del self._busy[worker.pipe]
            if late or not worker.is_fit():
                worker.end()
            else:
                self._idle.append(worker)
            yield worker.index, answer


def _serve(pipe: Connection, work: Work, pool: Pool, inherited: list[Connection]) -> None:
    """The life of a worker: a job in, an outcome out, until the parent closes the pipe."""
    settle(pool.memory, inherited)
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        # Should the parent be gone by then, nobody else ends a document that hangs.
        signal.setitimer(signal.ITIMER_REAL, 2 * pool.timeout)
        outcome = _tried(work, job)
        signal.setitimer(signal.ITIMER_REAL, 0)
        pipe.send_bytes(outcome.packed())


def _tried(work: Work, job: Job) -> Outcome:
    try:
        return work(job)
    except MemoryError:
        fault = "needs more memory than a worker has: leave it out"
    except (Exception, SystemExit) as error:
        fault = f"met a fault of newsclean ({place(error)}): please report it"
    return refuse(job, Reason.CRASH, fault)


def place(error: BaseException) -> str:
    """Kind of the error and the line of our code that met it; its words are left out, they may quote the document."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "newsclean" in code.co_filename:
            place = f" at {Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + place


def settle(memory: int, inherited: list[Connection]) -> None:
    """In a new worker: signals are the parent's business, memory is bounded, and what is printed goes nowhere."""
    ignore()
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for pipe in inherited:
        pipe.close()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    bound = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
