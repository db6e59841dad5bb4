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
OPENS = (">", ";", "")
"""What stands before a text: a tag, an entity, nothing."""


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
        needle = text.lstrip()[:NEEDLE].split("\n", 1)[0].rstrip()
        found = self._search(needle) if needle and self._patience > 0 else -1
        if found >= 0:
            newline = self._source.rfind("\n", self._at, found)
            if newline >= 0:
                self._line += self._source.count("\n", self._at, found)
                self._line_start = newline + 1
            self._at = found
        return self._line, 1 + self._at - self._line_start

    def _search(self, needle: str) -> int:
        source, at = self._source, self._at
        for _ in range(TRIES):
            at = source.find(needle, at)
            if at < 0:
                self._patience -= len(source) - self._at
                return -1
            if source[at - 1 : at] in OPENS or source[max(0, at - INDENT) : at].rstrip()[-1:] in OPENS:
                return at
            at += 1
        return -1
