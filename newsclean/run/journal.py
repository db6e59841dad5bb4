"""What became of each input of a run, kept beside its output, so that a run that was killed does nothing twice.

An outcome counts again where the input has the same name and the same bytes, and the run the same options and version.
The file is an SQLite database with a write-ahead log: killed at any byte, it holds what was written whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from newsclean.names import File, file_of
from newsclean.run.local import Done
from newsclean.run.work import Job, Outcome
from newsclean.stops import held
from newsclean.write.sink import OutputError

FILES = ("", "-wal", "-shm", "-journal")
"""What SQLite appends to a name for the files that it works with."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS run (key TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outcome (name TEXT PRIMARY KEY, digest TEXT NOT NULL, packed BLOB NOT NULL) WITHOUT ROWID;
"""


class Journal:
    """Outcomes by the names of inputs. Raises OutputError where the file cannot be used."""

    def __init__(self, output: str, key: str) -> None:
        """Open `OUTPUT.resume`; what a run with another key left there is forgotten."""
        self._path = Path(f"{output}.resume")
        try:
            self._base = sqlite3.connect(self._path, isolation_level=None)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.executescript(SCHEMA)
            if self._base.execute("SELECT key FROM run").fetchall() != [(key,)]:
                self._base.executescript("DELETE FROM run; DELETE FROM outcome;")
                self._base.execute("INSERT INTO run VALUES (?)", (key,))
        except sqlite3.Error as error:
            raise self._failed(error) from None

    def files(self) -> set[File]:
        """Those that it works with, so that none is read as an input."""
        found = (self._path.with_name(self._path.name + end) for end in FILES)
        return {file_of(path.stat()) for path in found if path.exists()}

    def asked(self, jobs: Iterable[Job]) -> Iterator[Job]:
        """The same jobs, each with the digest of the bytes whose outcome is kept."""
        for job in jobs:
            rows = self._run("SELECT digest FROM outcome WHERE name = ?", job.key)
            yield job._replace(known=rows[0][0]) if rows else job

    def settled(self, done: Done) -> Outcome:
        """What became of an input: what is kept where its bytes are the same, else what is new, which is then kept.

        Where no bytes could be read, or a worker was lost over them, the next run tries again.
        """
        job, outcome, _ = done
        if outcome.digest is None:
            return outcome
        if job.known == outcome.digest:
            return Outcome.unpacked(self._run("SELECT packed FROM outcome WHERE name = ?", job.key)[0][0])
        self._run("INSERT OR REPLACE INTO outcome VALUES (?, ?, ?)", job.key, outcome.digest, outcome.packed())
        return outcome

    def _run(self, statement: str, *values: str | bytes) -> list[tuple[Any, ...]]:
        try:
            with held():
                return self._base.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._failed(error) from None

    def _failed(self, error: sqlite3.Error) -> OutputError:
        return OutputError(f"{self._path}: cannot be used ({error})")

    def __enter__(self) -> Journal:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove it where the run came to its end, else keep it."""
        with held():
            self._base.close()
            if kind is None:
                for end in FILES:
                    self._path.with_name(self._path.name + end).unlink(missing_ok=True)
