"""Bounds on the shape of a document; passing one is an error, never a silent cut."""

from __future__ import annotations

MAX_DEPTH = 1_000
"""Nested HTML elements. Real pages stay under 100; libxml2 alone would drop text below 256 or 2,048 in silence."""
MAX_ELEMENTS = 1_000_000
"""HTML elements of one document; the largest page of the bench has 30,000."""


class TooDeep(ValueError):  # noqa: N818 - named as the reason that it becomes
    """The document nests deeper, or holds more elements, than the limits above allow."""
