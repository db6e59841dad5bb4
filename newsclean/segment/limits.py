"""The bounds of markup, and the refusal of what passes them."""

MAX_DEPTH = 1_000
"""Elements inside one another."""
MAX_ELEMENTS = 1_000_000


class TooDeep(ValueError):
    """Markup that passes a bound; the message says which."""
