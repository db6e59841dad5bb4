"""Containers through a feeder: the same as files, and nothing is left of it when it dies, hangs or is not wanted."""

from __future__ import annotations

import faulthandler
import gzip
import io
import json
import os
import resource
import signal
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsclean.document import Source
from newsclean.limits import DEFAULT, Limits
from newsclean.pipeline import PLAIN
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.record import Reason
from newsclean.run import feed
from newsclean.run.feed import jobs_of
from newsclean.run.work import Job
from newsclean.run.worker import Pool

BRIEF = Pool(timeout=1.0)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def given(*paths: str, limits: Limits = DEFAULT, pool: Pool = BRIEF) -> list[tuple[str, object]]:
    """The name of each input with its bytes, its refusal's reason, or None for a file."""
    with closing(jobs_of(paths, Context(limits), PLAIN, pool)) as jobs:
        return [(job.name, told(job.item)) for job in jobs]


def told(item: Item | ReadError | None) -> object:
    return str(item.reason) if isinstance(item, ReadError) else item and item.data


def zipped(**members: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return output.getvalue()


def test_documents_and_containers_in_the_order_of_their_paths(here: Path) -> None:
    (here / "a.txt").write_text("plain")
    (here / "b.dat").write_bytes(zipped(x=b"one", y=gzip.compress(b"two")))
    (here / "c").write_bytes(gzip.compress(b'{"text": "three"}\nbroken\n'))
    found = given("a.txt", "b.dat", "c", "missing")
    assert found == [
        ("a.txt", None),
        ("b.dat:x", b"one"),
        ("b.dat:y", b"two"),
        ("c (line 1)", b"three"),
        ("c (line 2)", "malformed"),
        ("missing", None),
    ]
    assert given(".")[:2] == [("./a.txt", None), ("./b.dat:x", b"one")]


def test_what_is_larger_than_a_pipe_holds(here: Path) -> None:
    texts = [bytes([65 + n]) * 1_000_000 for n in range(9)]
    (here / "z").write_bytes(zipped(**{str(n): text for n, text in enumerate(texts)}))
    assert given("z") == [(f"z:{n}", text) for n, text in enumerate(texts)]


def test_a_document_of_one_byte_too_many_is_left_to_its_worker(here: Path) -> None:
    (here / "z").write_bytes(zipped(x=b"12345678", y=b"1"))
    assert given("z", limits=Limits(max_input=7)) == [("z:x", b"12345678"), ("z:y", b"1")]


@pytest.fixture
def piped() -> Iterator[Callable[[bytes], int]]:
    """Puts bytes on standard input; gives the end to write more to."""
    before, ends = os.dup(0), []

    def put(data: bytes) -> int:
        reader, writer = os.pipe()
        os.dup2(reader, 0)
        os.close(reader)
        os.write(writer, data)
        ends.append(writer)
        return writer

    yield put
    os.dup2(before, 0)
    os.close(before)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"plain", [("-", b"plain")]),
        (b"", [("-", b"")]),
        (gzip.compress(b"packed"), [("-", b"packed")]),
        (zipped(x=b"one"), [("-:x", b"one")]),
    ],
)
def test_standard_input(piped, data: bytes, expected: list) -> None:
    os.close(piped(data))
    assert given("-") == expected


def test_standard_input_that_cannot_be_read(here: Path) -> None:
    before, folder = os.dup(0), os.open(here, os.O_RDONLY)
    os.dup2(folder, 0)
    try:
        assert given("-") == [("-", "unreadable")]
    finally:
        os.dup2(before, 0)
        os.close(before)
        os.close(folder)


def test_a_pipe_may_take_longer_than_a_document(piped, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "BEAT", 0.1)
    data = b'{"text": "one"}\n' * 2000
    writer = piped(data)
    child = os.fork()
    if not child:
        time.sleep(1.5)
        os.write(writer, b'{"text": "two"}\n')
        os._exit(0)
    os.close(writer)
    found = given("-", pool=Pool(timeout=0.5))
    os.waitpid(child, 0)
    assert (len(found), found[-1]) == (2001, ("- (line 2001)", b"two"))


def endless(*_: object) -> Iterator[Item]:
    yield Item(Source("x", member="first"), b"one")
    while True:
        time.sleep(1)


def dies(*_: object) -> Iterator[Item]:
    yield Item(Source("x", member="first"), b"one")
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


def leaves(*_: object) -> Iterator[Item]:
    yield Item(Source("x", member="first"), b"one")
    os._exit(0)


def fails(*_: object) -> Iterator[Item]:
    yield Item(Source("x", member="first"), b"one")
    raise KeyError("words")


def grows(*_: object) -> Iterator[Item]:
    yield Item(Source("x", member="first"), b"one")
    yield Item(Source("x"), b"x" * 2**40)


@pytest.mark.parametrize(
    ("fault", "reason", "words"),
    [
        (endless, Reason.TIMEOUT, "gave nothing for 1 s"),
        (dies, Reason.CRASH, "SIGSEGV"),
        (leaves, Reason.CRASH, "exit code 0"),
        (fails, Reason.CRASH, "KeyError"),
        (grows, Reason.TOO_LARGE, "--max-memory"),
    ],
)
def test_a_fault_costs_the_rest_of_its_container(here: Path, monkeypatch, fault, reason: Reason, words: str) -> None:
    monkeypatch.setattr(feed, "documents", fault)
    (here / "z").write_bytes(zipped(x=b"one"))
    (here / "a").write_text("plain")
    with closing(jobs_of(["z", "a"], Context(), PLAIN, BRIEF)) as jobs:
        first, second, third = jobs
    assert isinstance(first.item, Item)
    assert isinstance(second.item, ReadError)
    assert (second.item.reason, third.item) == (reason, None)
    assert words in second.item.message
    assert [job.name for job in (first, second, third)] == ["z:first", "z", "a"]


@pytest.mark.parametrize("message", [b"", b"junk", b"[1]", b'[{"x": 1}, {}]\n', b'[{}, {"reason": "no"}]', b"\xff\n"])
def test_what_is_no_document_is_refused(here: Path, monkeypatch, message: bytes) -> None:
    monkeypatch.setattr(feed, "_packed", lambda item: message or b"x" * 300)
    (here / "z").write_bytes(zipped(x=b"one"))
    limits = Limits(max_input=1) if not message else Limits()
    monkeypatch.setattr(feed, "MEBIBYTE", 100)
    assert given("z", limits=limits) == [("z", "crash")]


def test_items_and_errors_survive_their_packing() -> None:
    source = Source("p", "cGE=", member="é:\n", record_id="<x>", date="2024-09-21T17:59:00.5Z", line=3)
    item = Item(source, b"a\nb", "https://x", "utf-8", "html")
    assert feed._unpacked(feed._packed(item), Source("p", "cGE=")) == item
    item = item._replace(stated=(("title", "Ferry"), ("author", "\u010cap\nek")))
    assert feed._unpacked(feed._packed(item), Source("p", "cGE=")) == item
    error = ReadError(Reason.BOMB, "grows", 7).of(source)
    back = feed._unpacked(feed._packed(error), Source("p", "cGE="))
    assert isinstance(back, ReadError)
    assert (back.reason, back.message, back.offset, back.source) == (Reason.BOMB, "grows", 7, source)


def children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_closing_leaves_no_process_and_no_descriptor(here: Path) -> None:
    (here / "z").write_bytes(zipped(**{str(n): b"x" * 100_000 for n in range(99)}))
    processes, open_before = children(), descriptors()
    jobs = jobs_of(["z"] * 2, Context(), PLAIN, BRIEF)
    next(jobs)
    assert len(children()) == len(processes) + 1
    jobs.close()
    assert (children(), descriptors()) == (processes, open_before)


def test_a_feeder_ends_with_its_parent(here: Path) -> None:
    (here / "z").write_bytes(zipped(**{str(n): b"x" * 100_000 for n in range(99)}))
    reader, writer = os.pipe()
    parent = os.fork()
    if not parent:
        jobs = jobs_of(["z"], Context(), PLAIN, BRIEF)
        next(jobs)
        os.write(writer, children()[-1].encode())
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(parent, 0)
    feeder = int(os.read(reader, 20))
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and is_running(feeder):
        time.sleep(0.02)
    assert not is_running(feeder)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_jobs_travel_to_workers() -> None:
    import pickle

    job = Job("p", ReadError(Reason.BOMB, "grows", 7).of(Source("p", member="m")))
    back = pickle.loads(pickle.dumps(job))  # noqa: S301
    assert (back.source, str(back.item), back.item.offset) == (Source("p", member="m"), "grows", 7)


def test_memory_does_not_grow_with_the_container(here: Path) -> None:
    """60 MB of pages, each of 30 kB, with a job in hand at a time."""
    page = b"<html><p>" + b"Words of a page that is long. " * 1000
    with tarfile.open("t.tgz", "w:gz", compresslevel=1) as file:
        for n in range(2000):
            info = tarfile.TarInfo(str(n))
            info.size = len(page)
            file.addfile(info, io.BytesIO(page))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peaks = []
    with closing(jobs_of(["t.tgz"], Context(), PLAIN, Pool())) as jobs:
        for n, job in enumerate(jobs):
            assert isinstance(job.item, Item)
            if n % 500 == 100:
                peaks.append(peak(int(children()[-1])))
    assert n == 1999
    assert peaks[-1] - peaks[0] < 4096
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 4096


def peak(pid: int) -> int:
    """Kilobytes that a process had at most."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def test_a_header_is_json() -> None:
    head, _, data = feed._packed(Item(Source("x", line=1), b"a")).partition(b"\n")
    assert json.loads(head)[0]["line"] == 1
    assert data == b"a"
