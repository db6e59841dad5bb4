"""What a rule looks at, and what it finds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from newsclean.document import Dump, Found, LabelledPage
from newsclean.record import Article, Reason

Severity = Literal["error", "warning", "info"]
TOP = (1, 1)


class Finding(NamedTuple):
    """A rule that is broken."""

    message: str
    """What is wrong, in one sentence."""
    place: tuple[int, int] = TOP
    """1-based line and column of the dump."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """An article of a dump; compared by identity, as its page is."""

    page: LabelledPage
    found: Mapping[str, Found[Any] | None]
    """What each field was read from."""
    article: Article
    now: str | None = None
    """ISO 8601 time from which on a time is in the future; None where nobody said so."""

    @property
    def dump(self) -> Dump:
        """The dump that the article stands in."""
        return self.page.page.dump

    def block(self, i: int) -> tuple[int, int]:
        """Line and column of a block."""
        block = self.page.page.blocks[i]
        return block.line, block.column

    def field(self, key: str) -> tuple[int, int]:
        """Line and column of what a field was read from; the top where only metadata or nothing says it."""
        found = self.found.get(key)
        return self.block(found.blocks[0]) if found and found.blocks and found.blocks[0] >= 0 else TOP

    def shown(self, at: int) -> tuple[int, int]:
        """Line and column of a character of the page's text; in markup those of the block that holds it."""
        if self.dump.medium == "text":
            return self.offset(at)
        blocks = self.page.page.blocks
        return self.block(max(0, bisect_right(blocks, at, key=lambda block: block.start) - 1)) if blocks else TOP

    def offset(self, at: int) -> tuple[int, int]:
        """Line and column of a character of the dump."""
        before = self.dump.text[:at].splitlines(keepends=True)
        if not before or before[-1].endswith(("\n", "\r")):
            return len(before) + 1, 1
        return len(before), len(before[-1]) + 1


Test = Callable[[Case], Iterator[Finding]]


class Rule(NamedTuple):
    """One row of the table."""

    code: str
    """Stable: 1xx is about the bytes, 2xx about the shape of the text, 3xx about its fields, 4xx about a run."""
    name: str
    severity: Severity
    field: str | None
    """Key of the record that it is about."""
    why: str
    """What is wrong with a document that breaks it."""
    bad: str
    good: str
    cure: str
    test: Test | None = None
    """What finds it in a document that was read; None where such a document is refused, and for rules about a run."""
    reasons: tuple[Reason, ...] = ()
    """The refusals that it stands for."""
