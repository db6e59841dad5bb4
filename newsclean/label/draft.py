"""The labels of a page while they are decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from newsclean.document import Label, Page, Role
from newsclean.label.features import Facts
from newsclean.label.model import Judged
from newsclean.label.vocabulary import Vocabulary


@dataclass
class Draft:
    """The labels of a page while they are decided."""

    page: Page
    facts: Facts
    judged: Judged
    vocabulary: Vocabulary
    labels: list[Label | None] = field(default_factory=list)
    headline: int = -1
    """Index of the headline, -1 where there is none."""
    first: int = 0
    """First and last index of body; last is -1 where there is none."""
    last: int = -1

    def put(self, i: int, role: Role, reason: str, confidence: float) -> None:
        """Label a block, whatever it had."""
        self.labels[i] = _label(role, reason, confidence)

    def is_body(self, i: int) -> bool:
        """Labelled as body."""
        given = self.labels[i]
        return given is not None and given.role is Role.BODY

    def indexes(self, *roles: Role) -> list[int]:
        """The blocks that have one of these roles so far."""
        return [i for i, given in enumerate(self.labels) if given is not None and given.role in roles]

    def free(self, i: int) -> bool:
        """In the page, and without a label."""
        return 0 <= i < len(self.labels) and self.labels[i] is None

    def measure(self) -> None:
        """Find the first and the last block of the body anew."""
        places = range(len(self.labels))
        self.first = next(filter(self.is_body, places), 0)
        self.last = next(filter(self.is_body, reversed(places)), -1)

    def claimed(self, i: int) -> bool:
        """Labelled, and not as body."""
        return not self.free(i) and not self.is_body(i)


_label = lru_cache(maxsize=4096)(Label)
"""Most labels of a page are the same few."""
