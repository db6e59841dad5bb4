"""Shards of a large job: each is done by one process on some machine, whole or not at all.

No engine knows what a shard is: it only places `process_shard` somewhere, and calls it again where that machine was
lost. Within it the crash-proof pool loses one document at most, which no cluster engine can promise. Sources and
outputs are paths or addresses that pyarrow knows (s3://, gs://, hdfs://); what is not on this machine is copied to a
temporary folder, and so bounded by the size of a shard.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from pyarrow import fs

from newsclean import __version__
from newsclean.read.files import expand

FILES, BYTES = 1000, 64 * 1024**2
"""Files of a shard at most, and their bytes, from which it takes no more: a large WARC file is a shard of its own."""
_SUM = re.compile(rb"(\d{1,18}) inputs? = (\d{1,18}) records? \+ (\d{1,18}) rejected")


class ShardError(Exception):
    """A shard of which nothing was written, and why."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some inputs, and where their records go."""

    name: str
    paths: tuple[str, ...]
    out: str
    """Folder that gets `NAME.SUFFIX`, `NAME.rejects.jsonl` and, at last, `NAME.done.json`."""
    suffix: str = "jsonl"
    arguments: tuple[str, ...] = ()
    """Options of `newsclean extract` that hold for all shards."""
    model: str = ""
    """SHA-256 of the model that they name, if they do: with another one the shard is to be done anew."""


@dataclass(frozen=True, slots=True)
class Count:
    """What the inputs of a shard became."""

    inputs: int
    records: int
    rejected: int
    skipped: bool = False
    """Whether an earlier run had done it."""


def process_shard(shard: Shard) -> Count:
    """Do a shard, unless it is done already. Raises ShardError and OSError, after which it can be tried again."""
    store, folder = _store(shard.out)
    what = {"version": __version__, **asdict(shard)} | {"paths": list(shard.paths), "arguments": list(shard.arguments)}
    manifest = f"{folder}/{shard.name}.done.json"
    if store.get_file_info(manifest).type == fs.FileType.File:
        with store.open_input_stream(manifest) as stream:
            done = json.loads(stream.read())
        if done["shard"] == what:
            return Count(**done["count"], skipped=True)
    with TemporaryDirectory(prefix="newsclean-") as work:
        paths = [_fetched(path, Path(work) / "in" / str(n)) for n, path in enumerate(shard.paths)]
        ends = (shard.suffix, "rejects.jsonl")
        made = [Path(work) / f"{shard.name}.{end}" for end in ends]
        count = _extracted(shard, paths, *made)
        store.create_dir(folder)
        for path in made:
            _put(store, f"{folder}/{path.name}", path.read_bytes())
    counted = {key: value for key, value in asdict(count).items() if key != "skipped"}
    _put(store, manifest, json.dumps({"shard": what, "count": counted}).encode() + b"\n")
    return count


def _extracted(shard: Shard, paths: Sequence[str], records: Path, rejects: Path) -> Count:
    """Run the command line, which forks safely whatever threads the engine has here."""
    options = [*shard.arguments, "-j", "1", "-o", str(records), "--rejects", str(rejects)]
    listed = b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in paths)
    command = [sys.executable, "-m", "newsclean", "extract", *options, "--files-from", "-", "--null"]
    done = subprocess.run(command, input=listed, capture_output=True, check=False)  # noqa: S603
    said = _SUM.findall(done.stderr)
    if done.returncode not in (0, 1) or not said:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise ShardError(f"{shard.name}: ended with code {done.returncode}: {last}")
    inputs, became, refused = map(int, said[-1])
    return Count(inputs, became, refused)


def shards_of(paths: Iterable[str], out: str, suffix: str, arguments: Sequence[str], model: str = "") -> list[Shard]:
    """The inputs that paths name, in their order, grouped; equal for equal inputs."""
    groups: list[list[str]] = []
    size, full = 0, True
    for path, bytes_ in _sized(paths):
        if full or size + bytes_ > BYTES or len(groups[-1]) == FILES:
            groups.append([])
            size = 0
        groups[-1].append(path)
        size += bytes_
        full = size >= BYTES
    named = ((f"{n:05}-{Path(group[0]).name.split('.')[0][:60]}", tuple(group)) for n, group in enumerate(groups))
    return [Shard(name, group, out, suffix, tuple(arguments), model) for name, group in named]


def _sized(paths: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each input with its bytes; of what cannot be read 0, since its shard refuses it."""
    for path in paths:
        if not _is_address(path):
            for file in expand([path]):
                if not isinstance(file, str):
                    continue  # a link, which a shard would take for a path that was given
                yield file, Path(file).stat().st_size if Path(file).is_file() else 0
            continue
        store, place = _store(path)
        scheme = path.partition("://")[0]
        here = store.get_file_info(place)
        for info in (
            [here] if here.is_file else sorted(store.get_file_info(fs.FileSelector(place, recursive=True)), key=str)
        ):
            if info.is_file:
                yield f"{scheme}://{info.path}", info.size


def _is_address(path: str) -> bool:
    return "://" in path


def _store(path: str) -> tuple[fs.FileSystem, str]:
    """Where a path or address is, and its name there."""
    found: tuple[fs.FileSystem, str] = fs.FileSystem.from_uri(
        path if _is_address(path) else Path(path).resolve().as_uri()
    )
    return found


def _fetched(path: str, folder: Path) -> str:
    """A path on this machine."""
    if not _is_address(path):
        return path
    store, place = _store(path)
    folder.mkdir(parents=True)
    target = folder / Path(place).name
    fs.copy_files(place, str(target), source_filesystem=store, destination_filesystem=fs.LocalFileSystem())
    return str(target)


def _put(store: fs.FileSystem, place: str, data: bytes) -> None:
    """Write a file under a name of its own, then give it its name."""
    part = f"{place}.{uuid4().hex}.part"
    with store.open_output_stream(part) as stream:
        stream.write(data)
    store.move(part, place)
