"""How far a run is, once it takes long: a bar on a terminal, a line now and then in a log."""

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
IN_LOG = 30.0
"""Seconds between two lines where standard error is no terminal."""

Total = Callable[[], int | None]
"""How many inputs there are; None where that is not known."""


class Progress:
    """A bar with rate and time left on a terminal that shows no records; lines where standard error goes to a file."""

    def __init__(self, say: Callable[[str], None], total: Total, *, shown: bool) -> None:
        """`say` prints a message; `total` is asked once, when a bar is drawn; `shown` is what the caller wishes."""
        self._say, self._total = say, total
        terminal = os.isatty(2)
        self._wanted = shown and not (terminal and os.isatty(1))
        self._every, first = (EVERY, LONG) if terminal else (IN_LOG, IN_LOG)
        self._terminal = terminal
        self._start = time.monotonic()
        self._next = self._start + first
        self._bar: Bar | None = None

    def step(self, inputs: int, told: str) -> None:
        """So many inputs are done, which is told in these words."""
        now = time.monotonic()
        if not self._wanted or now < self._next:
            return
        self._next = now + self._every
        told = f"{told}, {inputs / (now - self._start):.0f} a second"
        if not self._terminal:
            self._say(told)
            return
        if self._bar is None:
            self._bar = self._opened()
        task = self._bar.tasks[0]
        if task.total is not None and inputs > task.total:
            task.total = None  # a container holds many inputs
        self._bar.update(task.id, description=told, completed=inputs)
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
        from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        told = TextColumn("{task.description}", markup=False)
        columns = (SpinnerColumn(), BarColumn(), told, TimeRemainingColumn(compact=True))
        bar = Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        bar.add_task("", total=self._total())
        bar.start()
        return bar

    def __enter__(self) -> Progress:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
