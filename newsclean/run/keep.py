"""Bytes of what was refused, kept on request: the only copies of inputs that a run makes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from newsclean.names import file_of
from newsclean.read.files import read_bytes
from newsclean.read.limits import ReadError
from newsclean.run.work import Job, Outcome
from newsclean.write.sink import OutputError, Sink


class Keep:
    """A folder that gets each refused document as a file named by its SHA-256. Raises OutputError."""

    def __init__(self, folder: str) -> None:
        """Make the folder, unless it is there."""
        self._folder = Path(folder)
        try:
            self._folder.mkdir(exist_ok=True)
            self.file = file_of(self._folder.stat())  # so that it is no input
        except (OSError, ValueError) as error:
            raise OutputError(f"{folder}: is no folder that can be written ({error})") from None

    def keep(self, job: Job, outcome: Outcome) -> None:
        """Write the bytes of a document; nothing where there are none, where they are over the limit, or are others by
        now than those that were refused."""
        data = _bytes_of(job)
        digest = hashlib.sha256(data).hexdigest()
        target = self._folder / digest
        if not data or outcome.digest not in (None, digest) or target.exists():
            return
        with Sink(str(target)) as sink:
            sink.write(data)


def _bytes_of(job: Job) -> bytes:
    if isinstance(job.item, ReadError):
        return b""
    if job.item:
        return job.item.data if len(job.item.data) <= job.limits.max_input else b""
    try:
        return read_bytes(job.path, job.limits)
    except ReadError:
        return b""
