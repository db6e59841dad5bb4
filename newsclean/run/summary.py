"""What a run came to: how many inputs became what, and which took longest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop

from newsclean.record import Reason
from newsclean.run.local import Done
from newsclean.run.work import Outcome

LONG = 10.0
"""Seconds from which it is told how fast a run was, and what held it up."""
SLOWEST = 10
"""Inputs that are named."""


@dataclass
class Summary:
    """Counts of a run, as it goes on."""

    records: int = 0
    """Inputs that gave a record or more."""
    more: int = 0
    """Records of second and later articles of an input."""
    reasons: Counter[Reason] = field(default_factory=Counter)
    """Refusals."""
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """A heap of the inputs that took longest, with their seconds."""

    @property
    def rejected(self) -> int:
        """Inputs that gave none."""
        return self.reasons.total()

    @property
    def inputs(self) -> int:
        """All that were read."""
        return self.records + self.rejected

    def add(self, done: Done, outcome: Outcome) -> None:
        """One more input, and what became of it."""
        if outcome.refused is None:
            self.records += 1
            self.more += outcome.lines.count(b"\n") - 1
        else:
            self.reasons[outcome.refused] += 1
        row = (done.seconds, done.job.name)
        if len(self.slowest) < SLOWEST:
            heappush(self.slowest, row)
        else:
            heappushpop(self.slowest, row)

    def lines(self, seconds: float) -> Iterator[str]:
        """All that is told at the end of a run that took so long; the sum comes last."""
        if self.reasons:
            yield "rejected: " + ", ".join(f"{many} {reason}" for reason, many in self.reasons.most_common())
        if seconds >= LONG:
            yield f"{self.inputs / seconds:.1f} inputs a second; the slowest:"
            yield from (f"  {took:.2f} s  {name}" for took, name in sorted(self.slowest, reverse=True))
        yield str(self)

    def __str__(self) -> str:
        """The sum."""
        more = f"; {self.more} more from inputs of several articles" if self.more else ""
        return sum_of(self.records, self.rejected) + more


def sum_of(records: int, rejected: int) -> str:
    """How many inputs became what, as it is printed and as `run.shard` reads it."""
    inputs = records + rejected
    return f"{inputs} input{'s' * (inputs != 1)} = {records} record{'s' * (records != 1)} + {rejected} rejected"
