"""A line on the terminal that counts, once the work takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

LONG = 2.0
"""Seconds after which the work counts as long."""


class Progress:
    """Shows records, refusals and rate where standard error is a terminal; nothing elsewhere."""

    def __init__(self, *, shown: bool) -> None:
        """`shown` is what the caller wishes; a pipe overrules it."""
        self._wanted = shown and sys.stderr.isatty()
        self._start = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def step(self, records: int, refused: int) -> None:
        """An input is done."""
        if self._bar is None and self._wanted and time.monotonic() - self._start > LONG:
            self._open()
        if self._bar is not None and self._task is not None:
            rate = (records + refused) / (time.monotonic() - self._start)
            self._bar.update(
                self._task, description=f"{records + refused} inputs, {refused} rejected, {rate:.0f} a second"
            )

    def say(self, say: Callable[[str], None], message: str) -> None:
        """A message above the line."""
        if self._bar is None:
            say(message)
            return
        self._bar.stop()
        say(message)
        self._bar.start()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar
        from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("")
        self._bar.start()

    def __enter__(self) -> Progress:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.stop()
