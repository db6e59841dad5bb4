"""Shards: whole or not at all, done once, the same on every engine."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra newsclean[ray] or newsclean[spark]")

from newsclean.run import shard as shards
from newsclean.run.extract import Request, extract_all
from newsclean.run.shard import Count, Shard, ShardError, process_shard, shards_of

SEEDS = sorted(str(path) for path in (Path(__file__).parents[2] / "seeds").glob("*.txt"))[:6]


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    Path("bad.txt").write_text("")
    monkeypatch.setattr(shards, "FILES", 3)
    return [*SEEDS, "bad.txt"]


def records() -> bytes:
    return joined(path for path in Path("out").glob("*.jsonl") if ".rejects." not in path.name)


def joined(paths: Iterable[Path]) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(paths))


def plain(inputs: list[str]) -> bytes:
    extract_all(Request(tuple(inputs), "plain.jsonl", quiet=True), lambda _: None)
    return Path("plain.jsonl").read_bytes()


def test_shards_give_the_records_of_one_run_and_are_done_once(inputs: list[str]) -> None:
    made = shards_of(inputs, "out", "jsonl", ())
    counts = [process_shard(each) for each in made]
    assert counts == [Count(3, 3, 0), Count(3, 3, 0), Count(1, 0, 1)]
    assert records() == plain(inputs)
    assert [json.loads(line)["reason"] for line in joined(Path("out").glob("*.rejects.jsonl")).splitlines()] == [
        "empty"
    ]
    before = {path: path.stat().st_mtime_ns for path in Path("out").iterdir()}
    assert [process_shard(each) for each in made] == [replace(count, skipped=True) for count in counts]
    assert {path: path.stat().st_mtime_ns for path in Path("out").iterdir()} == before
    assert not process_shard(replace(made[0], arguments=("--with=lines",))).skipped
    assert b'"lines":[' in records()
    assert not process_shard(replace(made[0], model="0" * 64)).skipped


def test_a_shard_without_its_manifest_is_done_again(inputs: list[str]) -> None:
    (each,) = shards_of(inputs[:1], "out", "jsonl", ())
    process_shard(each)
    next(Path("out").glob("*.done.json")).unlink()
    assert process_shard(each) == Count(1, 1, 0)


def test_what_cannot_be_done_leaves_nothing(inputs: list[str]) -> None:
    with pytest.raises(ShardError, match=r"ended with code 2: .*--no-such-option"):
        process_shard(Shard("00000-x", tuple(inputs), "out", arguments=("--no-such-option",)))
    assert not Path("out").exists()


def test_large_files_are_shards_of_their_own(inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "BYTES", 100)
    for name, size in (("a", 40), ("b", 60), ("c", 10), ("d", 200), ("e", 10), ("f", 91)):
        Path(name).write_bytes(b"x" * size)
    made = shards_of([*"abcdef", "missing"], "out", "jsonl", ())
    assert [each.paths for each in made] == [("a", "b"), ("c",), ("d",), ("e",), ("f", "missing")]
    assert [each.name for each in made] == ["00000-a", "00001-c", "00002-d", "00003-e", "00004-f"]


def test_addresses_are_listed_and_fetched(inputs: list[str]) -> None:
    Path("far").mkdir()
    Path("far/x.txt.gz").write_bytes(gzip.compress(Path(SEEDS[0]).read_bytes()))
    (each,) = shards_of([Path("far").resolve().as_uri()], Path("out").resolve().as_uri(), "jsonl", ())
    assert process_shard(each) == Count(1, 1, 0)
    record = json.loads(records())
    assert record["source"]["path"].endswith("x.txt.gz")


def kills_its_worker_once(each: Shard) -> Count:
    mark = Path(each.out).parent / f"{each.name}.tried"
    if each.name.startswith("00001") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return process_shard(each)


def on_ray(work: Callable[[Shard], Count], made: list[Shard]) -> list[tuple[Shard, Count]]:
    pytest.importorskip("ray", reason="needs the extra newsclean[ray]")
    from newsclean.run.ray import on_ray as run

    return list(run(work, made, None))


def on_spark(work: Callable[[Shard], Count], made: list[Shard]) -> list[tuple[Shard, Count]]:
    pytest.importorskip("pyspark", reason="needs the extra newsclean[spark]")
    from newsclean.run.spark import on_spark as run

    return list(run(work, made, None))


@pytest.mark.parametrize("engine", [on_ray, on_spark])
def test_an_engine_that_loses_a_worker_gives_the_same(
    inputs: list[str], engine: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parents[2]}:{Path(__file__).parent}")
    made = shards_of([str(Path(path).resolve()) for path in inputs], str(Path("out").resolve()), "jsonl", ())
    done = dict(engine(kills_its_worker_once, made))
    assert [done[each] for each in made] == [Count(3, 3, 0), Count(3, 3, 0), Count(1, 0, 1)]
    assert Path("00001-" + Path(made[1].paths[0]).name.split(".")[0] + ".tried").exists()
    assert records() == plain([path for each in made for path in each.paths])


def test_a_command_line_on_a_cluster(inputs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The options of the call reach each shard, and the counts of all come back."""
    from typer.testing import CliRunner

    from newsclean.cli.app import app

    seen: list[Shard] = []

    def here(work: Callable[[Shard], Count], made: list[Shard], address: str | None) -> list[tuple[Shard, Count]]:
        seen.extend(made)
        assert address == "x"
        return [(each, work(each)) for each in made]

    monkeypatch.setitem(sys.modules, "newsclean.run.ray", types.SimpleNamespace(on_ray=here))
    call = ["extract", "--engine", "ray", "--address", "x", *inputs, "-o", "out", "--with", "lines", "--timeout", "9"]
    result = CliRunner().invoke(app, call)
    assert result.exit_code == 1
    assert {each.arguments for each in seen} == {("--with=lines", "--timeout=9.0")}
    assert result.stderr.splitlines()[-2:] == [
        "newsclean: 3 shards, 0 done before",
        "newsclean: 7 inputs = 6 records + 1 rejected",
    ]
    result = CliRunner().invoke(app, [*call, "--text-key", "t", "--text-key", "u"])
    assert seen[-1].arguments == ("--text-key=t", "--text-key=u", "--with=lines", "--timeout=9.0")


def test_an_engine_that_is_not_installed_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from newsclean.cli.app import app

    monkeypatch.setitem(sys.modules, "newsclean.run.ray", None)
    result = CliRunner().invoke(app, ["extract", "--engine", "ray", "x", "-o", "out"])
    assert (result.exit_code, "newsclean[ray]" in result.stderr) == (2, True)
    assert "-o FOLDER" in CliRunner().invoke(app, ["extract", "--engine", "ray", "x"]).stderr
