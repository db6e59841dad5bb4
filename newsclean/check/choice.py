"""Which rules are meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import chain
from typing import TYPE_CHECKING

from newsclean.check.rules import OF_REASON, RULES
from newsclean.record import Reason

if TYPE_CHECKING:
    from newsclean.check.report import Report


def words_of(given: Iterable[str] | None) -> tuple[str, ...]:
    """The words of lists with commas.

    >>> words_of(["NC1, NC2", "paywalled"])
    ('NC1', 'NC2', 'paywalled')
    """
    return tuple(word.strip() for words in given or () for word in words.split(",") if word.strip())


def chosen(words: Iterable[str]) -> frozenset[str]:
    """The codes of the rules that words choose; ValueError for a word that chooses none."""
    return Choice(tuple(words)).codes()


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules that are reported."""

    select: tuple[str, ...] = ("NC",)
    """Beginnings of codes, or names of rules."""
    ignore: tuple[str, ...] = ()
    by_glob: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns of paths, and what is ignored in those that match: "*" takes "/" as well. Those of settings are of whole
    paths, those of the command line of paths as they are given."""

    def __post_init__(self) -> None:
        """Raise ValueError for a word that chooses no rule."""
        for word in (*self.select, *self.ignore, *chain.from_iterable(rules for _, rules in self.by_glob)):
            if not any(_chooses(word, rule.code, rule.name) for rule in RULES):
                raise ValueError(f'no rule is called "{word}": `newsclean rule --all` lists them')

    def codes(self) -> frozenset[str]:
        """The codes of the rules; what names a code at greater length decides."""
        return frozenset(rule.code for rule in RULES if self._takes(rule.code, rule.name))

    def reported(self) -> frozenset[str]:
        """Those codes and, unless it is ignored, that of what could not be read: a wrong path must not pass."""
        unreadable = OF_REASON[Reason.UNREADABLE]
        ignored = any(_chooses(word, unreadable.code, unreadable.name) for word in self.ignore)
        return self.codes() if ignored else self.codes() | {unreadable.code}

    def ignored(self, report: Report, whole: str) -> bool:
        """Whether a finding is ignored where it stands; `whole` is its path from the root on."""
        return any(
            (fnmatch(report.path, glob) or (glob.startswith("/") and fnmatch(whole, glob)))
            and any(_chooses(word, report.code, report.name) for word in words)
            for glob, words in self.by_glob
        )

    def _takes(self, code: str, name: str) -> bool:
        wanted = max((_names(word, code, name) for word in self.select), default=0)
        return wanted > max((_names(word, code, name) for word in self.ignore), default=0)


def _names(word: str, code: str, name: str) -> int:
    """How much of a code a word names: some letters of it, more than all where it is the rule's name, or nothing."""
    if name == word.lower():
        return len(code) + 1
    return len(word) if code.startswith(word.upper()) else 0


def _chooses(word: str, code: str, name: str) -> bool:
    return _names(word, code, name) > 0


EVERY = Choice()
"""All rules."""
