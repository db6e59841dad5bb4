"""`newsclean config`: which settings hold, and where they come from."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from newsclean.cli.settings import Configured, Settings, options_of, settings_of


def config(
    ctx: typer.Context,
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="The first path that a command would be given.")] = ".",
) -> None:
    """Print every option with the value that holds for a path, and the file that sets it.

    \b
    Example:
      newsclean config seeds/
    """
    from newsclean.names import escaped
    from newsclean.write.sink import Sink

    settings = settings_of(path)
    commands: dict[str, Any] = ctx.parent.command.commands if ctx.parent else {}  # type: ignore[attr-defined]
    with Sink(None) as output:
        for name, command in commands.items():
            if isinstance(command, Configured):
                output.write("".join(escaped(row) + "\n" for row in _rows(name, command, settings)).encode())


def _rows(name: str, command: Any, settings: Settings) -> list[str]:
    defaults = {param.name: param.default for param in command.params}
    given = settings.of(name)
    return [
        f"{name}.{key} = {json.dumps(given.get(key, defaults[parameter]), default=str, ensure_ascii=False)}"
        f"  # {settings.file if key in given else 'default'}"
        for key, parameter in sorted(options_of(command).items())
    ]
