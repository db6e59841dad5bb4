"""Worker processes that lose the one document that crashes or hangs, and no other.

Each worker holds one document at a time, so that nothing has to be done twice but a document of which a worker died:
that has one more try, alone in a new worker. The parent reads nothing but standard input, keeps a bounded number of
outcomes, and gives them in the order of the inputs, or as they are ready.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import NamedTuple

from newsclean.run.work import Job, Outcome
from newsclean.run.worker import Pool, Work, Worker
from newsclean.stops import held

AHEAD = 32
"""Outcomes for each worker that may wait for an earlier one: a slow document does not stop the others at once, and
memory stays bounded."""

ONE = Pool()
"""A single worker with the limits that are usual."""


class Done(NamedTuple):
    """A document, what became of it, and how long that took."""

    job: Job
    outcome: Outcome
    seconds: float


def run(jobs: Iterable[Job], work: Work, pool: Pool = ONE) -> Generator[Done, None, None]:
    """What became of each job, in order unless the pool says otherwise. Close the iterator, and no process is left."""
    crew = _Crew(work, pool)
    try:
        yield from crew.done(jobs)
    finally:
        with held():
            crew.dismiss()


class _Crew:
    """The workers, and who has which document in hand."""

    def __init__(self, work: Work, pool: Pool) -> None:
        self._work, self._pool = work, pool
        self._idle: list[Worker] = []
        self._busy: dict[Connection, Worker] = {}
        self._again: set[int] = set()
        """Documents that have their second try."""

    def done(self, jobs: Iterable[Job]) -> Iterator[Done]:
        waiting = enumerate(jobs)
        ready: dict[int, Done] = {}
        given = 0
        more = True
        while True:
            while more and self._is_free() and len(self._busy) + len(ready) < AHEAD * self._pool.jobs:
                more = self._hand_out(next(waiting, None))
            if not self._busy:
                return
            for index, done in self._answers():
                if self._pool.ordered:
                    ready[index] = done
                else:
                    yield done
            while given in ready:
                yield ready.pop(given)
                given += 1

    def dismiss(self) -> None:
        for worker in (*self._idle, *self._busy.values()):
            worker.end()

    def _is_free(self) -> bool:
        return len(self._busy) < self._pool.jobs

    def _hand_out(self, item: tuple[int, Job] | None) -> bool:
        if item is None:
            return False
        self._give(self._idle.pop() if self._idle else self._hired(), *item)
        return True

    def _hired(self) -> Worker:
        return Worker(self._work, self._pool)

    def _give(self, worker: Worker, index: int, job: Job) -> None:
        worker.take(index, job)
        self._busy[worker.pipe] = worker

    def _answers(self) -> Iterator[tuple[int, Done]]:
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
            if answer is None and worker.index not in self._again:
                self._again.add(worker.index)
                worker.end()
                self._give(self._hired(), worker.index, worker.job)
                continue
            self._again.discard(worker.index)
            done = Done(worker.job, answer or worker.epitaph(), worker.seconds())
            if late or not worker.is_fit():
                worker.end()
            else:
                self._idle.append(worker)
            yield worker.index, done
