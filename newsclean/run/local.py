"""A pool of worker processes that loses the one document that crashes or hangs, and no other.

The parent reads nothing but standard input. It keeps a window of tasks ahead, so that memory does not grow with the
number of inputs, and gives outcomes in the order of the inputs.
"""

from __future__ import annotations

import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from newsclean.record import Reason
from newsclean.run.work import Job, Outcome, refuse

WINDOW = 4
"""Tasks ahead for each worker."""
CHUNK = 8
"""Small inputs in a task: measured, 25 microseconds of overhead each instead of 200."""
SMALL = 64 * 1024
"""Bytes up to which an input counts as small."""
LIVES = 1_000
"""Tasks after which a worker is replaced, so that what a parser leaks stays bounded."""
PRELOAD = ["newsclean.run.work", "newsclean.label.roles", "newsclean.segment.html", "newsclean.segment.plain"]

Work = Callable[[Job], Outcome]


@dataclass(frozen=True, slots=True)
class Pool:
    """How the work is spread."""

    jobs: int = 1
    timeout: float = 20.0
    """Seconds for an input."""
    memory: int = 2 * 1024**3
    """Bytes of address space of a worker."""


def run(jobs: Iterable[Job], work: Work, pool: Pool) -> Iterator[Outcome]:
    """The outcome of each job, in order. `work` must be a function of a module, and prints nothing."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads of a worker would fight over the same cores
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    with ProcessPool(pool.jobs, LIVES, _prepare, (pool.memory,), context) as processes:
        try:
            yield from _in_order(
                jobs, lambda chunk: processes.schedule(_all, (work, chunk), timeout=pool.timeout), pool
            )
        except BaseException:
            processes.stop()
            raise


Schedule = Callable[[list[Job]], ProcessFuture]


def _in_order(jobs: Iterable[Job], schedule: Schedule, pool: Pool) -> Iterator[Outcome]:
    waiting: deque[tuple[list[Job], ProcessFuture]] = deque()
    for chunk in _chunks(jobs):
        waiting.append((chunk, schedule(chunk)))
        if len(waiting) >= WINDOW * pool.jobs:
            yield from _outcomes(*waiting.popleft(), schedule, pool)
    while waiting:
        yield from _outcomes(*waiting.popleft(), schedule, pool)


def _chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Small inputs by the handful, others alone."""
    chunk: list[Job] = []
    for job in jobs:
        if not _is_small(job):
            if chunk:
                yield chunk
            yield [job]
            chunk = []
            continue
        chunk.append(job)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_small(job: Job) -> bool:
    try:
        return len(job.data) <= SMALL if job.data is not None else Path(job.path).stat().st_size <= SMALL
    except (OSError, ValueError):
        return True


def _outcomes(chunk: list[Job], future: ProcessFuture, schedule: Schedule, pool: Pool) -> Iterator[Outcome]:
    try:
        yield from future.result()
    except Exception as error:
        if len(chunk) == 1:
            yield refuse(chunk[0], *_fault(error, pool))
            return
        for job in chunk:  # one of them did it: each again, alone
            yield from _outcomes([job], schedule([job]), schedule, pool)


def _fault(error: Exception, pool: Pool) -> tuple[Reason, str]:
    if isinstance(error, FutureTimeout):
        return Reason.TIMEOUT, f"took longer than {pool.timeout:g} s: raise --timeout, or leave it out"
    if isinstance(error, MemoryError):
        return Reason.CRASH, "needs more memory than a worker has: leave it out"
    if isinstance(error, ProcessExpired):
        return Reason.CRASH, f"ended its worker (exit code {error.exitcode}): leave it out, and please report it"
    return Reason.CRASH, f"met a fault of newsclean ({type(error).__name__}): please report it"


def _all(work: Work, chunk: list[Job]) -> list[Outcome]:
    return [work(job) for job in chunk]


def _prepare(memory: int) -> None:
    """In a new worker: Ctrl-C is the parent's business, memory is bounded, and nothing is printed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
