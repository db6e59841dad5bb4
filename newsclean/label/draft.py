"""The labels of a page while they are decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count

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
    labels: list[Label | None] = field(init=False)
    headline: int = -1
    """Index of the headline, -1 where there is none."""
    first: int = 0
    """First and last index of body; last is -1 where there is none."""
    last: int = -1
    inside: bytearray = field(init=False)
    """For each block 1 where it is body, else 0; kept by `put` and `clear`, which alone set labels."""

    def __post_init__(self) -> None:
        """Begin without a label."""
        self.labels = [None] * len(self.facts)
        self.inside = bytearray(len(self.facts))

    def put(self, i: int, role: Role, reason: str, confidence: float) -> None:
        """Label a block, whatever it had."""
        self.labels[i] = _label(role, reason, confidence)
        self.inside[i] = role is Role.BODY

    def clear(self, i: int) -> None:
        """Take a block's label from it."""
        self.labels[i] = None
        self.inside[i] = False

    def is_body(self, i: int) -> bool:
        """Labelled as body."""
        return self.inside[i] == 1

    def body(self) -> list[int]:
        """The blocks that are body so far."""
        return list(compress(count(), self.inside))

    def indexes(self, *roles: Role) -> list[int]:
        """The blocks that have one of these roles so far."""
        return [i for i, given in enumerate(self.labels) if given is not None and given.role in roles]

    def free(self, i: int) -> bool:
        """In the page, and without a label."""
        return 0 <= i < len(self.labels) and self.labels[i] is None

    def measure(self) -> None:
        """Find the first and the last block of the body anew."""
        self.first = max(0, self.inside.find(1))
        self.last = self.inside.rfind(1)

    def claimed(self, i: int) -> bool:
        """Labelled, and not as body."""
        return self.labels[i] is not None and not self.inside[i]


_label = lru_cache(maxsize=4096)(Label)
"""Most labels of a page are the same few."""
