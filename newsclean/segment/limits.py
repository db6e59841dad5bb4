"""The error of markup that passes a bound of its shape."""

from __future__ import annotations


class TooDeep(ValueError):  # noqa: N818 - named as the reason that it becomes
    """The document nests deeper, or holds more elements, than is allowed."""
