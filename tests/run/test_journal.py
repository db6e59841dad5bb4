"""A run that was killed and goes on: the same output as if it had never stopped."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsclean.document import Source
from newsclean.label.stored import ModelFile
from newsclean.pipeline import PLAIN, Options
from newsclean.read.items import Item
from newsclean.record import Reason
from newsclean.run.extract import Request, extract_all, key_of
from newsclean.run.journal import FILES, Journal
from newsclean.run.local import Done
from newsclean.run.work import Job, Outcome, extract, refuse
from newsclean.run.worker import Pool, Work

INPUTS = 300
SEEDS = Path(__file__).parents[2] / "seeds"


def copied(job: Job) -> Outcome:
    """A line for each input, some refused; nothing where its bytes are known."""
    data = Path(job.path).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest == job.known:
        return Outcome(b"", digest=digest)
    with Path("done").open("a") as log:
        log.write(f"{job.path}\n")
    if data.startswith(b"7"):
        return Outcome(data + b"\n", Reason.NOT_AN_ARTICLE, "holds no article", digest)
    return Outcome(data + b"\n", digest=digest)


def lost(job: Job) -> Outcome:
    """A document that takes its worker along."""
    return refuse(job, Reason.CRASH, "ended its worker") if job.path == "0007" else copied(job)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.chdir(tmp_path)
    names = [f"{n:04}" for n in range(INPUTS)]
    for n, name in enumerate(names):
        Path(name).write_text(f"{n}")
    return tuple(names)


def request(paths: tuple[str, ...], output: str = "out", *, resume: bool = True, jobs: int = 2) -> Request:
    return Request(paths, output, rejects=f"{output}.rejects", pool=Pool(jobs=jobs), resume=resume, quiet=True)


def quiet(_: str) -> None:
    """Nobody listens."""


def was_killed(work: Callable[[], int], seconds: float) -> bool:
    """Do it in a process of its own and kill that after some time; False where it was done before."""
    child = os.fork()
    if child == 0:
        os._exit(work())
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) < 0


def outputs(name: str) -> tuple[bytes, bytes]:
    return Path(name).read_bytes(), Path(f"{name}.rejects").read_bytes()


def test_killed_a_hundred_times_the_output_is_the_same(paths: tuple[str, ...]) -> None:
    extract_all(request(paths, "plain", resume=False), quiet, copied)
    Path("done").unlink()
    chance, kills, ends = random.Random(7), 0, 0  # noqa: S311
    while kills < 100:
        again = request(paths, jobs=1 + kills % 3)
        if was_killed(lambda again=again: extract_all(again, quiet, copied), chance.uniform(0, 0.02)):  # type: ignore[misc]
            kills += 1
        else:
            ends += 1
            Path("out").unlink()
    extract_all(request(paths), quiet, copied)
    assert outputs("out") == outputs("plain")
    done = Path("done").read_text().split()
    assert set(done) == set(paths)
    assert len(done) < (ends + 20) * INPUTS, "what is done is not done again"


def test_nothing_is_left_but_the_output(paths: tuple[str, ...]) -> None:
    before = set(Path().iterdir())
    extract_all(request(paths), quiet, copied)
    assert {path.name for path in set(Path().iterdir()) - before} == {"out", "out.rejects", "done"}


def all_kept(paths: tuple[str, ...], options: Options = PLAIN, work: Work = copied) -> None:
    """A run with these options came to its last input, and was killed."""
    key = key_of(replace(request(paths), options=options))

    def read() -> None:
        with Journal("out", key) as journal:
            for job in journal.asked(map(Job, paths)):
                journal.settled(Done(job, work(job), 0.0))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read()


def worked_on(paths: tuple[str, ...]) -> list[str]:
    Path("done").unlink()
    Path("done").touch()
    extract_all(request(paths, jobs=1), quiet, copied)
    return Path("done").read_text().split()


def test_an_input_that_changed_is_read_again(paths: tuple[str, ...]) -> None:
    all_kept(paths)
    Path("0005").write_text("new")
    assert worked_on(paths) == ["0005"]
    assert b"new\n" in Path("out").read_bytes()


def test_other_options_do_all_again(paths: tuple[str, ...]) -> None:
    all_kept(paths, Options(with_lines=True))
    assert worked_on(paths) == list(paths)


def test_another_model_does_all_again_and_the_same_one_elsewhere_does_not() -> None:
    keys = [key_of(Request((), options=Options(model=ModelFile(*row)))) for row in (("a", "1"), ("b", "1"), ("a", "2"))]
    assert keys[0] == keys[1] != keys[2]


def test_what_was_lost_is_tried_again(paths: tuple[str, ...]) -> None:
    all_kept(paths, work=lost)
    assert worked_on(paths) == ["0007"]


def test_the_journal_is_no_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").write_text("x")
    assert extract_all(request((".",)), quiet, copied) == 0
    assert Path("out").read_bytes() == b"x\n"


def test_a_journal_that_is_none_is_said_and_kept(paths: tuple[str, ...]) -> None:
    Path("out.resume").write_bytes(b"something else " * 100)
    said: list[str] = []
    assert extract_all(request(paths), said.append, copied) == 2
    assert said == ["out.resume: cannot be used (file is not a database)"]
    assert Path("out.resume").read_bytes().startswith(b"something else")


def test_the_real_work_is_skipped_where_the_bytes_are_known() -> None:
    job = Job(str(sorted(SEEDS.glob("*.txt"))[0]))
    first = extract(job)
    assert first.digest
    assert extract(Job(job.path, known=first.digest)) == Outcome(b"", digest=first.digest)
    assert extract(Job(job.path, known="0" * 64)) == first


def test_files_are_named_that_exist(tmp_path: Path) -> None:
    with Journal(str(tmp_path / "out"), "key") as journal:
        there = {path.name.removeprefix("out.resume") for path in tmp_path.iterdir()}
        assert there <= set(FILES)
        assert len(journal.files()) == len(there)


def test_what_a_container_states_of_the_same_bytes_is_another_input() -> None:
    source = Source("x.jsonl", line=7)
    items = [
        Item(source, b"text"),
        Item(source, b"text", "https://example.org/7"),
        Item(source, b"text", medium="html"),
    ]
    items += [Item(replace(source, date="2024-09-21T17:59:00Z"), b"text"), Item(replace(source, line=8), b"text")]
    assert len({Job("x.jsonl", item).key for item in items}) == len(items)
    assert Job("x.jsonl", items[0]).key == Job("x.jsonl", Item(source, b"other")).key
