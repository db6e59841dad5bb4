"""A line on the terminal that counts, once the work takes long."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

LONG = 2.0
"""Seconds after which the work counts as long."""
EVERY = 0.1
"""Seconds between two drawings. No thread draws: workers are forked, and a fork copies locks but not threads."""


class Progress:
    """Shows what is done where standard error is a terminal and standard output is none; nothing elsewhere."""

    def __init__(self, say: Callable[[str], None], *, shown: bool) -> None:
        """`say` prints a message; `shown` is what the caller wishes."""
        self._say = say
        self._wanted = shown and os.isatty(2) and not os.isatty(1)
        self._next = time.monotonic() + LONG
        self._start = time.monotonic()
        self._bar: Bar | None = None

    def step(self, inputs: int, told: str) -> None:
        """So many inputs are done, which is told in these words."""
        now = time.monotonic()
        if not self._wanted or now < self._next:
            return
        self._next = now + EVERY
        if self._bar is None:
            self._bar = self._opened()
        rate = inputs / (now - self._start)
        self._bar.update(self._bar.task_ids[0], description=f"{told}, {rate:.0f} a second")
        self._bar.refresh()

    def say(self, message: str) -> None:
        """A message above the line."""
        if self._bar is not None:
            self._bar.stop()
        self._say(message)
        if self._bar is not None:
            self._bar.start()

    def _opened(self) -> Bar:
        from rich.console import Console
        from rich.progress import Progress as Bar
        from rich.progress import SpinnerColumn, TextColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
        bar = Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        bar.add_task("")
        bar.start()
        return bar

    def __enter__(self) -> Progress:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.stop()
