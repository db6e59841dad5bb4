"""The commands in one table. To add one: write its file, with a function of the same name, and its row here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from newsclean.cli import version
from newsclean.cli.settings import Configured

SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,  # rich takes 0.1 s to import, and examples keep their line breaks
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}
COMMANDS: dict[str, dict[str, Any]] = {
    "extract": {"cls": Configured, "no_args_is_help": True},
    "check": {"cls": Configured, "no_args_is_help": True},
    "explain": {"cls": Configured, "no_args_is_help": True},
    "report": {"cls": Configured, "no_args_is_help": True},
    "review": {"cls": Configured, "no_args_is_help": True},
    "evaluate": {"no_args_is_help": True},
    "rule": {"no_args_is_help": True},
    "config": {},
    "schema": {},
    "version": {},
}


@cache
def command_of(name: str) -> Any:
    """The command of that name, built from its row."""
    alone = typer.Typer(**SETTINGS)
    alone.command(name, **COMMANDS[name])(getattr(import_module(f"newsclean.cli.{name}"), name))
    return typer.main.get_command(alone)


class OnDemand(Mapping[str, Any]):
    """The commands by name. The file of one is imported when it is asked for: all of them take .04 s."""

    def __getitem__(self, name: str) -> Any:
        """The command of that name; KeyError where there is none."""
        return command_of(name)

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the table."""
        return iter(COMMANDS)

    def __len__(self) -> int:
        """How many there are."""
        return len(COMMANDS)


class Commands(TyperGroup):
    """The group of all commands."""

    def __init__(self, **given: Any) -> None:
        """What typer gives, but for the commands, of which it knows none."""
        super().__init__(**given | {"commands": OnDemand()})


app = typer.Typer(name="newsclean", cls=Commands, no_args_is_help=True, **SETTINGS)


@app.callback()
def newsclean(
    version: bool = typer.Option(
        False, "--version", help="Print the version and exit.", callback=version.show, is_eager=True
    ),
) -> None:
    """Turn noisy news-article dumps, with or without markup, into validated, structured records."""
