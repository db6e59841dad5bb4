"""Options that several commands have."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from newsclean.run.worker import Pool

MAX_INPUT = 64 * 1024**2
"""Bytes; the same as in `newsclean.read.limits`, which is not imported for `--help`."""
TIMEOUT = 20.0
"""Seconds."""
MAX_MEMORY = 2 * 1024**3
LEAST_MEMORY = 256 * 1024**2
"""Bytes; a worker holds 150 MB of address space before it reads anything."""

Paths = Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files, folders, globs, or - for standard input.")]
Jobs = Annotated[int | None, typer.Option("-j", "--jobs", min=1, help="Worker processes.  [default: all cores]")]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time an input may take.")]
MaxMemory = Annotated[int, typer.Option("--max-memory", min=LEAST_MEMORY, metavar="BYTES", help="Memory of a worker.")]
MaxInput = Annotated[int, typer.Option("--max-input", min=1, metavar="BYTES", help="Size an input may have.")]


def pool_of(jobs: int | None, timeout: float, memory: int, *, ordered: bool = True) -> Pool:
    """The workers that were asked for."""
    from newsclean.run.worker import Pool

    return Pool(jobs or len(os.sched_getaffinity(0)), timeout, memory, ordered)
