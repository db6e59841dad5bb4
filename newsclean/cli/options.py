"""Options that several commands have."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsclean.limits import MAX_MEMORY, TIMEOUT
from newsclean.names import File, file_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.label.stored import ModelFile
    from newsclean.read.items import Keys
    from newsclean.run.worker import Pool

LEAST_MEMORY = 128 * 1024**2
"""Bytes; with less a worker could not read an ordinary page."""


def _zone(value: str | None) -> str | None:
    """The zone of `--assume-tz`, or a usage error where there is no such zone."""
    if value is not None:
        from newsclean.pipeline import Options

        try:
            Options(assume_tz=value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    return value


def _now(value: str | None) -> str | None:
    """A time in the extended form of ISO 8601, or a usage error."""
    if value is None:
        return None
    from datetime import datetime

    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f'"{value}" is no time in ISO 8601, such as 2024-09-21') from None
    return value if "-" in value else time.isoformat()  # "20240921"


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATHS]...", help="Files, folders, globs, archives, or - for standard input."),
]
FilesFrom = Annotated[
    str | None,
    typer.Option("--files-from", metavar="FILE", help="Read more paths from here, one a line; - for standard input."),
]
Null = Annotated[bool, typer.Option("-0", "--null", help="With --files-from: paths end in NUL, as of find -print0.")]
TextKey = Annotated[
    list[str] | None,
    typer.Option(
        "--text-key", metavar="KEY", help="Key that holds text in JSON, CSV and Parquet.  [default: text and others]"
    ),
]
HtmlKey = Annotated[
    list[str] | None,
    typer.Option("--html-key", metavar="KEY", help="Key that holds HTML there.  [default: html and others]"),
]
UrlKey = Annotated[
    list[str] | None,
    typer.Option("--url-key", metavar="KEY", help="Key that holds the address there.  [default: url and others]"),
]
AssumeTz = Annotated[
    str | None,
    typer.Option(
        "--assume-tz",
        metavar="ZONE",
        callback=_zone,
        help="Zone of printed times that state none: Europe/Kyiv or +02:00.",
    ),
]
Now = Annotated[
    str | None,
    typer.Option("--now", metavar="TIME", callback=_now, help="Report times after this one as impossible (NC304)."),
]
Jobs = Annotated[int | None, typer.Option("-j", "--jobs", min=1, help="Worker processes.  [default: all cores]")]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time an input may take.")]
Model = Annotated[
    Path | None,
    typer.Option(
        "--model",
        metavar="FILE",
        resolve_path=True,
        help="Label with this model, which `python -m newsclean.training` made.  [default: the shipped one]",
    ),
]
MaxMemory = Annotated[
    int, typer.Option("--max-memory", min=LEAST_MEMORY, metavar="BYTES", help="Memory a worker may take.")
]


def _resolved(path: str) -> Path | None:
    """Where a path leads; None where no file can be called so, or links lead in a circle."""
    try:
        return Path(path).resolve()
    except (OSError, ValueError, RuntimeError):
        return None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is read."""

    paths: Paths = None
    files_from: FilesFrom = None
    null: Null = False
    text_key: TextKey = None
    html_key: HtmlKey = None
    url_key: UrlKey = None

    def sources(self) -> Iterable[str]:
        """The paths of the command line, then those of a list, read as they are wanted. Raises a usage error."""
        from itertools import chain

        from newsclean.read.files import STDIN, listed

        paths, listing = self.paths or (), self.files_from
        if self.null and listing is None:
            raise typer.BadParameter("goes with --files-from", param_hint="--null")
        if not paths and listing is None:
            raise typer.BadParameter("give a path, or --files-from", param_hint="PATHS")
        if listing is None:
            return tuple(paths)
        if listing == STDIN and STDIN in paths:
            raise typer.BadParameter("standard input cannot be both a list and a dump", param_hint="--files-from")
        try:
            stream = open(0 if listing == STDIN else listing, "rb", closefd=listing != STDIN)  # noqa: SIM115
        except OSError as error:
            raise typer.BadParameter(f"{listing}: {error.strerror}", param_hint="--files-from") from None
        return chain(paths, listed(stream, b"\0" if self.null else b"\n"))

    def spare(self, **outputs: str | None) -> None:
        """Raise a usage error for a file that would be read, and then be replaced by what is written."""
        for option, output in outputs.items():
            file = _resolved(output) if output else None
            # That of pathlib raises where a folder may not be read. Most outputs are new: then no path is looked at.
            if file is None or not os.path.isfile(file):  # noqa: PTH113
                continue
            places = {file, *file.parents}
            if any(_resolved(path) in places for path in self.paths or ()):
                raise typer.BadParameter(f"{output} is one of the inputs: write elsewhere", param_hint=f"--{option}")

    def keys(self) -> Keys:
        """The keys that were asked for."""
        return keys_of(self.text_key, self.html_key, self.url_key)


@dataclass(frozen=True, slots=True)
class Workers:
    """What reads them."""

    jobs: Jobs = None
    timeout: Timeout = TIMEOUT
    max_memory: MaxMemory = MAX_MEMORY

    def pool(self, *, ordered: bool = True) -> Pool:
        """The workers that were asked for."""
        from newsclean.run.worker import Pool

        return Pool(self.jobs or len(os.sched_getaffinity(0)), self.timeout, self.max_memory, ordered)


INPUTS, WORKERS = Inputs(), Workers()


def settings_in(ctx: typer.Context) -> frozenset[File]:
    """The files of the settings and of the model that hold, which are no inputs of the folder that they stand in."""
    files: tuple[Path | None, ...] = (ctx.obj.file, ctx.params["model"])
    return frozenset(file_of(file.stat()) for file in files if file)


def model_of(path: Path | None) -> ModelFile | None:
    """The model that was asked for. Raises a usage error where there is none in the file."""
    if path is None:
        return None
    from newsclean.label.stored import model_file

    try:
        return model_file(str(path))
    except (OSError, ValueError) as error:
        said = (os.strerror(error.errno or 0).lower()) if isinstance(error, OSError) else str(error)
        raise typer.BadParameter(f"{path}: {said}", param_hint="--model") from None


def keys_of(text: list[str] | None, html: list[str] | None, url: list[str] | None) -> Keys:
    """The keys that were asked for; where one of text and HTML is named, no usual one of both is looked for."""
    from newsclean.read.items import KEYS, Keys

    if not (text or html):
        return Keys(KEYS.html, KEYS.text, tuple(url or KEYS.url))
    return Keys(tuple(html or ()), tuple(text or ()), tuple(url or KEYS.url))
