"""`newsclean extract --engine`: the same work on a cluster, in shards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer

from newsclean.cli.talk import say

if TYPE_CHECKING:
    from newsclean.label.stored import ModelFile

OWN = frozenset(
    ("paths", "files_from", "null", "output", "rejects", "engine", "address", "jobs", "resume", "quiet", "verbose")
)
"""Options that a shard does not get: it has its own, or they are for the run as a whole."""


class Engine(StrEnum):
    """What places shards."""

    RAY = "ray"
    SPARK = "spark"


def on_cluster(
    ctx: typer.Context,
    engine: Engine,
    address: str | None,
    paths: Iterable[str],
    output: str,
    form: str,
    model: ModelFile | None,
) -> int:
    """Do all shards and give the exit code: 0 all records, 1 some rejected, 2 a shard could not be done."""
    try:
        run = getattr(import_module(f"newsclean.run.{engine}"), f"on_{engine}")
        from newsclean.run.shard import process_shard, shards_of
        from newsclean.run.summary import sum_of
    except ImportError:
        message = f"needs more packages: pip install 'newsclean[{engine}]'"
        raise typer.BadParameter(message, param_hint="--engine") from None
    shards = shards_of(paths, output, form, tuple(_arguments(ctx)), model.digest if model else "")
    records = rejected = skipped = 0
    try:
        for shard, count in run(process_shard, shards, address):
            records += count.records
            rejected += count.rejected
            skipped += count.skipped
            if ctx.params["verbose"]:
                say(f"{shard.name}: {count.records} records, {count.rejected} rejected")
    except Exception as error:  # engines have many of their own
        say(f"{engine}: {str(error).strip().splitlines()[-1] if str(error).strip() else type(error).__name__}")
        return 2
    if not ctx.params["quiet"]:
        say(f"{len(shards)} shard{'s' * (len(shards) != 1)}, {skipped} done before")
        say(sum_of(records, rejected))
    return int(rejected > 0)


def _arguments(ctx: typer.Context) -> Iterator[str]:
    """The options of this call as they stand on a command line, those of settings with them."""
    for parameter in ctx.command.params:
        name = parameter.name or ""
        value, source = ctx.params.get(name), ctx.get_parameter_source(name)
        if name in OWN or source is None or source.name == "DEFAULT" or value is None or value is False:
            continue
        option = max(parameter.opts, key=len)
        for each in value if isinstance(value, list | tuple) else [value]:
            yield option if each is True else f"{option}={_word(each)}"


def _word(value: Any) -> str:
    return value.value if isinstance(value, StrEnum) else str(value)
