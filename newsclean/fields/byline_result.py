"""What was read of a byline so far."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from newsclean.fields.names import bare
from newsclean.record import Author

MOST = 30
"""Authors of one byline, at most; more is a list of something else."""
ROMAN = frozenset("IVX")


@dataclass
class Line:
    """What was read of a byline so far."""

    authors: list[Author] = field(default_factory=list)
    opened: bool = False
    """Whether a by-word stood before the names."""
    unread: int = 0
    """Pieces that are neither a name nor anything that stands in bylines."""
    role: str | None = None
    """A role before its name."""
    wary: bool = False
    """Whether more than a name was just read, so that what is joined to it may not be one."""
    common: Container[str] = frozenset()

    def last(self, *, role: str | None = None, affiliation: str | None = None) -> bool:
        """Add to the author before; whether there is one that lacks it."""
        if not self.authors:
            return False
        before = self.authors[-1]
        if (role and before.role) or (affiliation and before.affiliation):
            return False
        update = {"role": role} if role else {"affiliation": affiliation}
        self.authors[-1] = before.model_copy(update=update)
        return True

    def call(self, generation: str) -> None:
        """Add "Jr." or "III" to the name of the person before."""
        if self.authors and self.authors[-1].type == "person":
            before = self.authors[-1]
            said = generation.upper() if set(generation.upper()) <= ROMAN else generation.capitalize()
            self.authors[-1] = before.model_copy(update={"name": f"{before.name} {said}"})

    def add(self, name: str, kind: str, role: str | None = None) -> None:
        """One more author, once."""
        if len(self.authors) < MOST and bare(name) not in {bare(author.name) for author in self.authors}:
            given = role or (self.role if kind == "person" else None)
            self.authors.append(Author.model_validate({"name": name, "type": kind, "role": given}))
            self.role = None
