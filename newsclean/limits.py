"""The bounds of what is read: each is an option of the command line, and past it is a refusal, never a silent cut."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024
TIMEOUT = 20.0
"""Seconds that an input may take."""
MAX_MEMORY = 2048 * MEBIBYTE
"""Bytes of memory that a worker may take."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one input. To add one: a field here, and its row in `cli/bounds.py`."""

    max_input: int = 64 * MEBIBYTE
    """Bytes of an input."""
    max_line: int = 16 * MEBIBYTE
    """Characters of a line of plain text, bytes of a line of JSONL or a row of CSV."""
    max_lines: int = 200_000
    """Lines of plain text; dumps have hundreds, some thousands."""
    max_depth: int = 1_000
    """Nested HTML elements. Real pages stay under 100; libxml2 alone would drop text below 256 or 2,048 in silence."""
    max_elements: int = 1_000_000
    """HTML elements of one document; the largest page of the bench has 30,000."""
    max_json_depth: int = 200
    """Objects and lists inside one another in a line of JSONL."""
    max_unpacked: int = 256 * MEBIBYTE
    """Bytes of all members of a ZIP or tar archive, those of archives inside it included. What is only compressed, such
    as a WARC of gigabytes, is bounded by its ratio alone."""
    max_ratio: int = 200
    """Times that compressed bytes may grow, once they are over 8 MiB. Text grows by 3 to 10, zeros by 1,000."""
    max_members: int = 100_000
    """Members of an archive, those of archives inside it included."""
    max_nesting: int = 3
    """Archives and compressions inside each other: gzip of tar of gzip is 3."""


DEFAULT = Limits()
