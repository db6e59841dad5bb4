"""A worker: a process of its own with a pipe, which holds one document at a time.

So a dead or late worker says by itself which document it was: no lock is shared that it could take along. It is forked,
since the parent has no threads: one is there in 3 ms and shares what is imported already.
"""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from newsclean.limits import MAX_MEMORY, TIMEOUT
from newsclean.record import Reason
from newsclean.run.work import Job, Outcome, refuse
from newsclean.stops import held, ignore

LIVES = 5_000
"""Documents after which a worker is replaced, so that what a parser leaks stays bounded: nothing was seen to leak over
so many pages of HTML, and a new worker compiles its patterns anew, half a second of work."""
GROWN = 0.5
"""Share of its memory from which a worker is replaced before it takes the next document."""
PAGE = os.sysconf("SC_PAGE_SIZE")
SPACE, RESIDENT = 0, 1
"""Columns of proc_pid_statm(5): pages of address space, and those of them in memory."""

FULL = "needs more memory than a process may have: leave it out, or raise --max-memory"
"""Said of an input that ran out of it."""

Work = Callable[[Job], Outcome]
"""What a worker does with a document."""


class Pool(NamedTuple):
    """How the work is spread."""

    jobs: int = 1
    """Workers at most; there are never more than documents."""
    timeout: float = TIMEOUT
    """Seconds for a document."""
    memory: int = MAX_MEMORY
    """Bytes of address space that a worker may take on top of what it was forked with."""
    ordered: bool = True
    """Whether outcomes come in the order of the inputs, or as they are ready."""


class Worker:
    """A process with the pipe to it."""

    def __init__(self, work: Work, pool: Pool) -> None:
        """Fork it."""
        context = get_context("fork")
        self._pool = pool
        with held():  # so that the child is deaf before it can hear
            self.pipe, far = context.Pipe()
            self._process = context.Process(target=_serve, args=(far, work, pool), daemon=True)
            self._process.start()
            far.close()
        self._lives = LIVES
        self._born = held_by(self._process.pid, RESIDENT)
        self._started = 0.0
        self.deadline = 0.0
        """Monotonic time at which the document in hand is given up."""

    def take(self, index: int, job: Job) -> None:
        """Take a document in hand."""
        self.index, self.job = index, job
        self._lives -= 1
        self._started = time.monotonic()
        self.deadline = self._started + self._pool.timeout
        try:
            self.pipe.send(job)
        except OSError:
            return  # it died while idle: reading its answer says so

    def answer(self) -> Outcome | None:
        """What came of the document in hand, a refusal where the worker is late; None where the worker is dead."""
        try:
            if self.pipe.poll():
                return Outcome.unpacked(self.pipe.recv_bytes())
        except (EOFError, OSError, ValueError):
            return None
        message = f"took longer than {self._pool.timeout:g} s: raise --timeout, or leave it out"
        return refuse(self.job, Reason.TIMEOUT, message)

    def epitaph(self) -> Outcome:
        """The refusal of the document that the worker died of, twice."""
        message = f"ended its worker ({ended(self._process)}), and once more alone: leave it out, and please report it"
        return refuse(self.job, Reason.CRASH, message)

    def seconds(self) -> float:
        """Since it took the document in hand."""
        return time.monotonic() - self._started

    def is_fit(self) -> bool:
        """Whether it may take another document."""
        grown = held_by(self._process.pid, RESIDENT) - self._born
        return self._lives > 0 and self._process.is_alive() and grown < GROWN * self._pool.memory

    def end(self) -> None:
        """Kill it and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def held_by(process: int | str | None, column: int) -> int:
    """Bytes of memory that a process holds, by a column of proc_pid_statm(5); 0 where it is gone."""
    try:
        return int(Path(f"/proc/{process}/statm").read_bytes().split()[column]) * PAGE
    except (OSError, IndexError):
        return 0


def ended(process: BaseProcess) -> str:
    """How a process ended that has closed its pipe."""
    process.join()
    code = process.exitcode or 0
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name


def _serve(pipe: Connection, work: Work, pool: Pool) -> None:
    """The life of a worker: a job in, an outcome out, until the parent closes the pipe."""
    settle(pool.memory, pipe.fileno())
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        # Should the parent be gone by then, nobody else ends a document that hangs.
        signal.setitimer(signal.ITIMER_REAL, 2 * pool.timeout)
        outcome = _tried(work, job)
        signal.setitimer(signal.ITIMER_REAL, 0)
        try:
            pipe.send_bytes(outcome.packed())
        except OSError:
            return  # the parent is gone


def _tried(work: Work, job: Job) -> Outcome:
    try:
        return work(job)
    except MemoryError:
        reason, message = Reason.TOO_LARGE, FULL
    except (Exception, SystemExit) as error:
        reason, message = Reason.CRASH, f"met a fault of newsclean ({place(error)}): please report it"
    return refuse(job, reason, message)  # only now: a caught error keeps alive all that its frames hold


def place(error: BaseException) -> str:
    """Kind of the error and the line of our code that met it; its words are left out, they may quote the document."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "newsclean" in code.co_filename:
            place = f" at {Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + place


def settle(memory: int, *kept: int) -> None:
    """In a new process: signals are the parent's business, memory is bounded, what is printed goes nowhere, and of the
    descriptors that it has inherited only these are kept.

    So the parent alone has its ends of all pipes, and whoever is at the other end of one notices when it dies.
    """
    ignore()
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    start = 3
    for number in (*sorted(kept), os.sysconf("SC_OPEN_MAX")):
        os.closerange(start, number)
        start = number + 1
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    memory += held_by("self", SPACE)  # a caller may have loaded much before it forked
    bound = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
