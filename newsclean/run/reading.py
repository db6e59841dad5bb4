"""What is read in a run, within which bounds and by whom: the same for every command."""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable
from dataclasses import KW_ONLY, dataclass

from newsclean.limits import DEFAULT, Limits
from newsclean.names import File
from newsclean.pipeline import PLAIN, Options
from newsclean.read.items import KEYS, Context, Keys
from newsclean.run.feed import jobs_of
from newsclean.run.local import ONE
from newsclean.run.work import Job
from newsclean.run.worker import Pool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the command line says of reading; the request of a command adds what it does with that."""

    paths: Iterable[str]
    _: KW_ONLY
    options: Options = PLAIN
    limits: Limits = DEFAULT
    keys: Keys = KEYS
    left_out: frozenset[File] = frozenset()
    """Files that are no inputs where a folder is: those with settings."""
    pool: Pool = ONE

    def jobs(self, left_out: Container[File]) -> Generator[Job, None, None]:
        """A job for each document, less what a folder leaves out; close it, and no process is left."""
        return jobs_of(self.paths, Context(self.limits, self.keys), self.options, self.pool, left_out)
