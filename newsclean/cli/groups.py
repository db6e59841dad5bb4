"""Groups of options: a parameter of a command that stands for several options, which it gets as one value.

How to add one: a frozen dataclass whose fields are options; commands that take a parameter of it have them all.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial, wraps
from typing import Any, get_type_hints

from newsclean.cli.bounds import bounds
from newsclean.limits import Limits


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of each group in place of the parameter that stands for it."""
    signature = inspect.signature(command, eval_str=True)
    parameters = signature.parameters.values()
    groups = {each.name: (each.annotation, options_of(each.annotation)) for each in parameters if _is_group(each)}

    @wraps(command)
    def with_options(*args: Any, **given: Any) -> None:
        for name, (group, options) in groups.items():
            given[name] = group(**{option.name: given.pop(option.name) for option in options})
        command(*args, **given)

    spread = [option for each in parameters for option in (groups[each.name][1] if each.name in groups else [each])]
    with_options.__signature__ = signature.replace(parameters=spread)  # type: ignore[attr-defined]
    with_options.__annotations__ = {each.name: each.annotation for each in spread}
    return with_options


def _is_group(parameter: inspect.Parameter) -> bool:
    return isinstance(parameter.annotation, type) and is_dataclass(parameter.annotation)


def options_of(group: type) -> list[inspect.Parameter]:
    """The options of a group, in the order of its fields."""
    if group is Limits:
        return bounds()
    hints = get_type_hints(group, include_extras=True)
    new = partial(inspect.Parameter, kind=inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return [new(each.name, default=each.default, annotation=hints[each.name]) for each in fields(group)]
