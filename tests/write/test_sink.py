"""Outputs: whole or not there."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from newsclean.stops import Stopped, obey
from newsclean.write.sink import OutputError, ReaderGoneError, Sink


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_it_is_whole(target: Path) -> None:
    with Sink(str(target)) as sink:
        sink.write(b"one\n")
        assert names(target.parent) == ["out.jsonl.part"]
        sink.write(b"two\n")
    assert names(target.parent) == ["out.jsonl"]
    assert target.read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize("error", [ValueError, Stopped(2), KeyboardInterrupt])
def test_a_failure_leaves_nothing_and_keeps_what_was_there(
    target: Path, error: type[BaseException] | BaseException
) -> None:
    target.write_bytes(b"before")
    with pytest.raises(BaseException), Sink(str(target)) as sink:  # noqa: B017, PT011, PT012
        sink.write(b"one\n")
        raise error
    assert names(target.parent) == ["out.jsonl"]
    assert target.read_bytes() == b"before"


def test_what_a_killed_run_left_is_overwritten(target: Path) -> None:
    target.with_name("out.jsonl.part").write_bytes(b"left over by another run")
    with Sink(str(target)) as sink:
        sink.write(b"one\n")
    assert (names(target.parent), target.read_bytes()) == (["out.jsonl"], b"one\n")


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target.name)
    with Sink(str(link)) as sink:
        sink.write(b"one\n")
    assert link.is_symlink()
    assert target.read_bytes() == b"one\n"


def test_the_unfinished_file_is_never_a_link_that_somebody_laid(target: Path) -> None:
    victim = target.with_name("victim")
    victim.write_bytes(b"precious")
    target.with_name("out.jsonl.part").symlink_to(victim)
    with pytest.raises(OutputError):
        Sink(str(target))
    assert victim.read_bytes() == b"precious"


@pytest.mark.parametrize("name", ["missing/out.jsonl", ".", "file/out.jsonl", "x" * 300, "nul\0"])
def test_what_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be opened for writing") as caught:
        Sink(name)
    assert str(caught.value).startswith(f"{name}: ")


def test_devices_are_written_as_they_are() -> None:
    with Sink("/dev/null") as sink:
        sink.write(b"one\n")
    with Sink("/dev/full") as sink, pytest.raises(OutputError, match=r"^/dev/full: cannot be written .no space left"):
        sink.write(b"one\n")


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for path in (None, "-"):
        with Sink(path) as sink:
            sink.write(b"one\n")
    assert capfdbinary.readouterr().out == b"one\none\n"


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> tuple[int, Sink]:
    """The reading end of a pipe and a sink that writes to it."""
    reader, writer = os.pipe()
    with monkeypatch.context() as patch:
        patch.setattr(os, "dup", lambda _: writer)
        return reader, Sink(None)


def drain(reader: int, into: list[bytes]) -> threading.Thread:
    def read() -> None:
        while data := os.read(reader, 4096):
            into.append(data)

    thread = threading.Thread(target=read)
    thread.start()
    return thread


def test_a_closed_pipe_is_told_apart(pipe: tuple[int, Sink]) -> None:
    os.close(pipe[0])
    with pipe[1] as sink, pytest.raises(ReaderGoneError):
        sink.write(b"one\n")


def test_a_pipe_that_is_full_is_waited_for(pipe: tuple[int, Sink]) -> None:
    reader, sink = pipe
    os.set_blocking(sink._handle, False)
    line = b"x" * 300_000 + b"\n"
    got: list[bytes] = []
    thread = drain(reader, got)
    with sink:
        sink.write(line)
    thread.join()
    assert b"".join(got) == line


def test_a_signal_waits_until_the_line_is_written(pipe: tuple[int, Sink]) -> None:
    reader, sink = pipe
    old = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    got: list[bytes] = []
    line = b"x" * 300_000 + b"\n"
    main = threading.main_thread().ident
    assert main is not None
    threading.Timer(0.2, lambda: signal.pthread_kill(main, signal.SIGTERM)).start()
    threading.Timer(0.4, lambda: drain(reader, got)).start()  # until then the pipe is full, and the write waits
    try:
        obey()
        with pytest.raises(Stopped) as caught, sink:
            sink.write(line)
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)
    while sum(map(len, got)) < len(line):
        pass
    assert (caught.value.number, b"".join(got)) == (signal.SIGTERM, line)
