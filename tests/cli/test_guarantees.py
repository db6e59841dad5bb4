"""G1 to G9 of the promises for bad inputs and bad machines, from outside."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

CONTROLS = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")


def records(output: bytes) -> list[dict]:
    def unique(pairs: list[tuple[str, object]]) -> dict:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    def never(constant: str) -> None:
        pytest.fail(f"{constant} in JSON")

    assert output == b"" or output.endswith(b"\n")
    return [json.loads(line, object_pairs_hook=unique, parse_constant=never) for line in output.splitlines()]


@pytest.fixture
def hostile(here: Path) -> dict[str | bytes, str | None]:
    """Inputs of every bad kind, and the reason that each must give; None for a record."""
    good = (here / "good.txt").read_bytes()
    (here / "empty.txt").write_bytes(b"")
    (here / "white.txt").write_bytes(b" \n\t\n")
    (here / "random.txt").write_bytes(bytes(i * i * 7 % 256 for i in range(9000)))
    (here / "page.gz").write_bytes(b"\x1f\x8b\x08" + bytes(100))
    (here / "garbled.txt").write_bytes(bytes(128 + (i * i * 7 + i) % 127 for i in range(9000)))
    (here / "menu.txt").write_text("Home\nNews\nSport\nLog in\n")
    (here / "large.txt").write_bytes(good + b"x" * 100_000)
    (here / "loop").symlink_to("loop")
    (here / "dangling").symlink_to("nowhere")
    (here / "folder").mkdir()
    os.mkfifo(here / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(here / "sock"))
    (here / "evil\n\x1b[31m\x9bred.txt").write_bytes(b"")
    (here / "-leading-dash.txt").write_bytes(good)
    (here / os.fsdecode(b"caf\xe9.txt")).write_bytes(good)
    (here / "escapes.txt").write_bytes(good.replace(b"Larkmoor", b"Lark\x1b[31mmoor\x07\xc2\x9b"))
    return {
        "good.txt": None,
        "empty.txt": "empty",
        "white.txt": "empty",
        "random.txt": "binary",
        "page.gz": "malformed",
        "garbled.txt": "undecodable",
        "menu.txt": "not-an-article",
        "large.txt": "too-large",
        "loop": "unreadable",
        "dangling": "unreadable",
        "missing.txt": "unreadable",
        "x" * 300: "unreadable",
        "/proc/self/mem": "unreadable",  # as a disk that fails: EIO
        "folder": "not-a-file",
        "pipe": "not-a-file",
        "sock": "not-a-file",
        "/dev/zero": "not-a-file",
        "evil\n\x1b[31m\x9bred.txt": "empty",
        "-leading-dash.txt": None,
        b"caf\xe9.txt": None,
        "escapes.txt": None,
    }


def test_one_line_and_one_reason_for_each_bad_input_and_the_rest_unharmed(newsclean, here, hostile) -> None:
    alone = newsclean("extract", "good.txt")
    done = newsclean(
        "extract", "--max-input", "50000", "-j2", "--rejects", "rejects.jsonl", "--", *hostile, env={"LC_ALL": "C"}
    )
    assert done.returncode == 1

    good = records(done.stdout)
    assert [r["source"]["path"] for r in good] == ["good.txt", "-leading-dash.txt", "caf\\xe9.txt", "escapes.txt"]
    assert [r["source"]["path_bytes"] for r in good] == [None, None, base64.b64encode(b"caf\xe9.txt").decode(), None]
    assert done.stdout.splitlines()[0] == alone.stdout.rstrip(b"\n")

    rejects = records((here / "rejects.jsonl").read_bytes())
    assert [r["reason"] for r in rejects] == [reason for reason in hostile.values() if reason]
    assert [r["source"]["path"] for r in rejects] == [name for name, reason in hostile.items() if reason]

    *lines, counts, last = done.stderr.splitlines()
    assert len(lines) == len(rejects)
    assert counts.startswith(b"newsclean: rejected: ")
    for line, reject in zip(lines, rejects, strict=True):
        assert line.endswith(f": {reject['reason']}: {reject['message']}".encode())
        assert line.startswith(b"newsclean: ")
    assert b"newsclean: evil\\n\\x1b[31m\\x9bred.txt: empty: is empty: nothing to read" in lines
    assert last == f"newsclean: {len(hostile)} inputs = 4 records + {len(rejects)} rejected".encode()

    for output in (done.stdout, done.stderr, (here / "rejects.jsonl").read_bytes()):
        assert not CONTROLS.search(output)
    assert all("\x1b" not in text and "\x07" not in text for r in good for text in (r["body"], r["headline"]))


def test_equal_inputs_give_equal_bytes(newsclean, here) -> None:
    for i in range(6):
        (here / f"{i}.txt").write_text((here / "good.txt").read_text().replace("Larkmoor", f"Larkmoor{i}"))
    names = [f"{i}.txt" for i in range(6)]
    first = newsclean("extract", "-j1", *names, env={"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8"})
    other = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    assert len(records(first.stdout)) == 6
    assert newsclean("extract", "-j3", *names, env=other).stdout == first.stdout


def test_standard_input_is_as_a_file_is(newsclean, here) -> None:
    piped = records(newsclean("extract", "-", input=(here / "good.txt").read_bytes()).stdout)
    (filed,) = records(newsclean("extract", "good.txt").stdout)
    filed["source"]["path"] = "-"
    assert piped == [filed]


@pytest.mark.parametrize("packed", [False, True])
def test_a_pipe_of_the_shell_is_as_a_file_is(newsclean, here, packed: bool) -> None:
    good = (here / "good.txt").read_bytes()
    (filed,) = records(newsclean("extract", "good.txt").stdout)
    out, into = os.pipe()
    os.write(into, gzip.compress(good) if packed else good)
    os.close(into)
    (piped,) = records(newsclean("extract", f"/dev/fd/{out}", pass_fds=(out,)).stdout)
    os.close(out)
    assert piped == filed | {"source": filed["source"] | {"path": f"/dev/fd/{out}"}}


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_closed_standard_streams(here, environment, closed: int) -> None:
    command = f"{sys.executable} -m newsclean extract good.txt - {closed}>&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=environment, stdin=subprocess.DEVNULL)
    assert done.returncode == 1  # standard input is empty, or standard output cannot be written
    assert len(records(done.stdout)) == (0 if closed == 1 else 1)
    assert b"Traceback" not in done.stderr


def test_a_closed_pipe_is_quiet(here, environment) -> None:
    command = f"{sys.executable} -m newsclean extract -j2 $(for i in $(seq 400); do echo good.txt; done); echo $? >&2"
    done = subprocess.run(["bash", "-c", f"({command}) | head -n 1"], capture_output=True, env=environment, timeout=60)
    assert len(records(done.stdout)) == 1
    assert done.stderr == b"0\n"


@pytest.mark.parametrize("arguments", [("-o", "/dev/full"), ()])
def test_a_full_disk_is_one_line_and_1(newsclean, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = newsclean("extract", "good.txt", *arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    name = b"/dev/full" if arguments else b"standard output"
    assert done.stderr.startswith(b"newsclean: " + name + b": cannot be written (no space left on device)")
    assert done.stderr.count(b"\n") == 1


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "everyone"), [(signal.SIGINT, True), (signal.SIGTERM, False), (signal.SIGHUP, True)]
)
def test_a_signal_ends_a_run_quietly_and_leaves_nothing(start, here, number: signal.Signals, everyone: bool) -> None:
    """`everyone` is Ctrl-C on a terminal, which reaches the workers too."""
    running = start("extract", "-j2", "-o", "out.jsonl", "--rejects", "rejects.jsonl", *["good.txt"] * 1000)
    part = here / "out.jsonl.part"
    while not (part.exists() and part.stat().st_size > 5000):
        assert running.poll() is None
        time.sleep(0.01)
    (os.killpg if everyone else os.kill)(running.pid, number)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (128 + number, b"", b"")
    assert [path.name for path in here.iterdir()] == ["good.txt"]
    assert not alive(running.pid)


def test_standard_output_holds_whole_lines_after_a_signal(start, here) -> None:
    running = start("extract", "-j2", *["good.txt"] * 3000)
    head = os.read(running.stdout.fileno(), 100)
    time.sleep(0.3)  # the pipe is full by now
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (130, b"")
    assert len(records(head + out)) > 1
    assert not alive(running.pid)
