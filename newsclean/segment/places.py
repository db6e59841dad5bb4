"""Where in its source a block begins. The parser does not say, so the words are looked for again."""

from __future__ import annotations

NEEDLE = 40
"""Characters of a block that are looked for."""
TRIES = 6
"""Places of the same words that are tried before the nearest is taken."""
PATIENCE = 8
"""Lengths of the source that vain searches may walk together: what bounds the time on hostile pages."""
INDENT = 400
"""White space between a tag and its text that is looked over."""


class Places:
    """Finds one text after another in a source, moving on only."""

    def __init__(self, source: str) -> None:
        """Begins at the start of the source."""
        self._source = source
        self._at = 0
        self._line = 1
        self._line_start = 0
        self._patience = PATIENCE * len(source)

    def find(self, text: str) -> tuple[int, int]:
        """Line and column, from 1, where a piece of text as the parser gave it stands next.

        Where it cannot be found, being written with entities, the place of the text before it.
        """
        needle = text.strip().split("\n", 1)[0][:NEEDLE].rstrip()
        found = self._search(needle) if needle and self._patience > 0 else -1
        if found >= 0:
            lines = self._source.count("\n", self._at, found)
            if lines:
                self._line += lines
                self._line_start = self._source.rfind("\n", self._at, found) + 1
            self._at = found
        return self._line, 1 + self._at - self._line_start

    def _search(self, needle: str) -> int:
        at = self._at
        for _ in range(TRIES):
            at = self._source.find(needle, at)
            if at < 0:
                self._patience -= len(self._source) - self._at
                return -1
            if self._source[max(0, at - INDENT) : at].rstrip()[-1:] in (">", ";", ""):
                return at
            at += 1
        return -1
