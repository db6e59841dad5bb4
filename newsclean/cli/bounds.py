"""The options that bound what is read, in one table.

How to add one: a field of `Limits`, and its row in `BOUNDS`; every command that reads documents has it then.
"""

from __future__ import annotations

import inspect
from typing import Annotated, NamedTuple

import typer

from newsclean.limits import DEFAULT


class Bound(NamedTuple):
    """An option, its unit and least value, and what it says of itself."""

    metavar: str
    help: str
    least: int = 1
    most: int | None = None


BOUNDS = {
    "max_input": Bound("BYTES", "Size a document may have."),
    "max_line": Bound("BYTES", "Size a line may have."),
    "max_lines": Bound("LINES", "Lines a text may have."),
    "max_depth": Bound("ELEMENTS", "HTML elements inside each other."),
    "max_elements": Bound("ELEMENTS", "HTML elements a document may have."),
    "max_json_depth": Bound("LEVELS", "Objects and lists inside each other in JSON.", 1, 500),
    "max_unpacked": Bound("BYTES", "Size the members of an archive may have in all."),
    "max_ratio": Bound("TIMES", "Times compressed bytes over 8 MiB may grow."),
    "max_members": Bound("MEMBERS", "Members an archive may have."),
    "max_nesting": Bound("LEVELS", "Archives and compressions inside each other.", 0),
}
"""By the names of the fields of `Limits`. JSON that nests more than the most allowed is beyond what Python reads."""


def bounds() -> list[inspect.Parameter]:
    """The options as parameters of a command."""
    return [_option(name, bound) for name, bound in BOUNDS.items()]


def _option(name: str, bound: Bound) -> inspect.Parameter:
    option = typer.Option(
        f"--{name.replace('_', '-')}", metavar=bound.metavar, min=bound.least, max=bound.most, help=bound.help
    )
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(name, kind, default=getattr(DEFAULT, name), annotation=Annotated[int, option])
