"""Options that several commands have."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from newsclean.read.files import File
    from newsclean.run.local import Pool

MAX_INPUT = 64 * 1024**2
"""Bytes; the same as in `newsclean.read.limits`, which is not imported for `--help`."""
TIMEOUT = 20.0
"""Seconds."""

Paths = Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files, folders, globs, or - for standard input.")]
Jobs = Annotated[int | None, typer.Option("-j", "--jobs", min=1, help="Worker processes.  [default: all cores]")]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time an input may take.")]
MaxInput = Annotated[int, typer.Option("--max-input", min=1, metavar="BYTES", help="Size an input may have.")]


def settings_in(ctx: typer.Context) -> frozenset[File]:
    """The file of the settings that hold, which is no input of the folder that it stands in."""
    file: Path | None = ctx.obj.file
    if file is None:
        return frozenset()
    kind = file.stat()
    return frozenset(((kind.st_dev, kind.st_ino),))


def pool_of(jobs: int | None, timeout: float) -> Pool:
    """The workers that were asked for."""
    from newsclean.run.local import Pool

    return Pool(jobs or len(os.sched_getaffinity(0)), timeout)
