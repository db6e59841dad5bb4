"""Settings of a project: options of the commands, in `newsclean.toml` or `[tool.newsclean]` of `pyproject.toml`.

The file is looked for in the folder of the first path, then upwards. A key is the long name of an option; a table named
after a command holds keys for it alone. The command line goes first. The file is no input of its folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand

FILES = {"newsclean.toml": (), "pyproject.toml": ("tool", "newsclean")}
"""Names of files with settings, the stronger first, and the table of each that holds them."""
OUTER = ": tables of this file have no tool.newsclean before their names, as [check]"
"""Said of what was written for pyproject.toml."""
_WRITTEN = ("output", "rejects", "keep_rejected", "fix", "in_place")
NOT_SET = frozenset(("help", *_WRITTEN, "files_from", "null", "engine", "address"))
"""Options that no file sets: a folder of dumps from elsewhere must not say what is read or written, and where."""
MOST_PARTS = 64
"""Parts of a dotted key: tomllib takes the square of their number, 48 s for one key of 98 KB."""
_PART = r"""(?:[\w-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')"""
_LONG_KEY = rf"(?:^[ \t]*+\[{{0,2}}|[{{,])[ \t]*+{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_PARTS}}}"
"""A key of more, where a line, a table or the next key of a table begins; compiled for who has such a file alone."""


def _patterns_in(folder: Path, given: Any) -> Any:
    """Each "GLOB:RULES" with the folder before it; what is none stays as it is, and is refused as such."""
    if not isinstance(given, list):
        return given
    from glob import escape

    place = escape(os.path.normpath(folder))
    return [os.path.join(place, row) if ":" in row else row for row in map(str, given)]  # noqa: PTH118 - it is no path


FROM_FOLDER: Mapping[str, Callable[[Path, Any], Any]] = {
    "model": lambda folder, given: str(folder / str(given)),
    "per-file-ignores": _patterns_in,
}
"""Options with paths, which a file of settings gives from the folder that it stands in, and how that is put before."""


class Settings(NamedTuple):
    """What a project sets, and the file that says so."""

    file: Path | None
    values: Mapping[str, Any]

    def of(self, command: str) -> dict[str, Any]:
        """The settings of a command, by the long names of options."""
        common = {key: value for key, value in self.values.items() if not isinstance(value, dict)}
        own = self.values.get(command, {})
        values = common | own if isinstance(own, dict) else common
        folder = self.file.parent if self.file else Path()
        return {key: FROM_FOLDER[key](folder, value) if key in FROM_FOLDER else value for key, value in values.items()}


class Configured(TyperCommand):
    """A command whose options may stand in a file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what is not given on the command line from the settings of the project."""
        ctx.obj = settings = settings_of(self._first_path(ctx, args))
        if settings.file:
            keys = options_of(self)
            _refuse_unknown(settings, ctx.parent.command.commands)
            given = settings.of(self.name or "")
            ctx.default_map = {keys[key]: value for key, value in given.items() if key in keys}
        with self._told(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        with self._told(ctx):
            return super().invoke(ctx)

    @contextmanager
    def _told(self, ctx: Any) -> Iterator[None]:
        """Name the file in a usage error about a value that it sets."""
        try:
            yield
        except typer.BadParameter as error:
            parameters, hint = options_of(self), str(error.param_hint or "")
            names = [parameters.get(option.removeprefix("--")) for option in hint.split(", ")]
            names = [error.param.name] if error.param else names
            sources = {source.name for name in names if name and (source := ctx.get_parameter_source(name))}
            if "DEFAULT_MAP" in sources and "COMMANDLINE" not in sources:
                error.message = f"{ctx.obj.file}: {error.message}"
            raise

    def _first_path(self, ctx: Any, args: list[str]) -> str | None:
        try:
            given, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        except Exception:  # which the second, real parsing tells the user of
            return None
        paths = given.get("paths") or given.get("path") or ()
        return next(iter([paths] if isinstance(paths, str) else paths), None)


def options_of(command: Any) -> dict[str, str]:
    """The parameter that each option sets which may stand in a file, by its long name."""
    pairs = ((max(param.opts, key=len), param.name) for param in command.params)
    return {
        option.removeprefix("--"): name for option, name in pairs if option.startswith("--") and name not in NOT_SET
    }


def settings_of(path: str | None) -> Settings:
    """The settings that hold for a path, or for the working folder. Raises a usage error for a file that is wrong."""
    try:
        start = Path(path or ".").absolute()
        folders = [start, *start.parents] if start.is_dir() else list(start.parents)
    except (OSError, ValueError):
        folders = []  # a name that no file can have: who reads the path says so
    for folder in folders:
        for name, table in FILES.items():
            values = _table(folder / name, table)
            if values is not None:
                return Settings(folder / name, values)
    return Settings(None, {})


def _table(file: Path, table: Iterable[str]) -> dict[str, Any] | None:
    """The table of a file; None where there is none."""
    if not os.path.lexists(file):
        return None
    import tomllib

    if not file.is_file():
        raise typer.BadParameter(f"{file}: is neither a regular file nor a link to one")
    try:
        text = file.read_text("utf-8")
        if re.search(_LONG_KEY, text, re.MULTILINE):
            raise typer.BadParameter(f"{file}: a key has more than {MOST_PARTS} parts")
        values: Any = tomllib.loads(text)
    except RecursionError:
        raise typer.BadParameter(f"{file}: tables or lists nest too deep") from None
    except OSError as error:
        raise typer.BadParameter(f"{file}: cannot be read ({os.strerror(error.errno or 0).lower()})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{file}: {error}") from None
    for key in table:
        values = values.get(key) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else None


def _refuse_unknown(settings: Settings, commands: Mapping[str, Any]) -> None:
    from difflib import get_close_matches

    known = {name: set(options_of(command)) for name, command in commands.items()}
    for key, value in settings.values.items():
        own = isinstance(value, dict) and key in known
        rows = [(word, known[key]) for word in value] if own else [(key, set().union(*known.values()) | set(known))]
        for word, words in rows:
            if word not in words:
                near = get_close_matches(word, sorted(words), 1)
                hint = f', did you mean "{near[0]}"?' if near else ""
                hint = OUTER if word == "tool" else hint
                raise typer.BadParameter(f'{settings.file}: unknown setting "{word}"{hint}')
