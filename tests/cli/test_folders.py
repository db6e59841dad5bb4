"""G13 to G19 from outside: what a folder, a link or a change during the run may lead to, and what is kept of inputs."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

AUDIT = """
import os, sys
HEARD = ("socket.bind", "socket.connect", "socket.get", "socket.send", "subprocess.", "os.system", "os.exec", "urllib.")
LOG = os.environ["AUDIT_LOG"]
def heard(event, arguments):
    name = arguments[0] if event == "open" and isinstance(arguments[0], (str, bytes)) else ""
    if event.startswith(HEARD) or (name and os.fsdecode(name) != LOG):
        log = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(log, f"{event} {os.fsdecode(name)}\\n".encode())
        os.close(log)
sys.addaudithook(heard)
"""
"""Runs before the command in each of its processes: workers close what they inherit, so that it opens its log anew."""


def reasons(output: bytes) -> dict[str, str]:
    return {found["source"]["path"]: found["reason"] for found in map(json.loads, output.splitlines())}


def paths(output: bytes) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in output.splitlines()]


def test_a_link_in_a_folder_leads_nowhere(newsclean, here) -> None:
    (here / "dumps" / "inner").mkdir(parents=True)
    (here / "dumps" / "a.txt").write_bytes((here / "good.txt").read_bytes())
    links = {"file": "../good.txt", "out": "/etc/passwd", "circle": "circle", "gone": "nowhere", "tty": "/dev/zero"}
    for name, target in links.items():
        (here / "dumps" / name).symlink_to(target)
    (here / "dumps" / "folder").symlink_to(here)
    done = newsclean("extract", "dumps", "--rejects", "r.jsonl")
    assert done.returncode == 1
    assert paths(done.stdout) == ["dumps/a.txt"]
    expected = dict.fromkeys(("dumps/circle", "dumps/file", "dumps/gone", "dumps/out"), "not-a-file")
    assert reasons((here / "r.jsonl").read_bytes()) == expected
    assert b"root:" not in done.stdout + done.stderr
    assert paths(newsclean("extract", "dumps/file").stdout) == ["dumps/file"]  # given by its own name


def test_the_order_in_a_folder_and_on_the_disk_changes_nothing(newsclean, here) -> None:
    for folder, names in {"one": "dcba", "two": "abcd"}.items():
        (here / folder / "x").mkdir(parents=True)
        for name in names:
            (here / folder / "x" / name).write_text((here / "good.txt").read_text().replace("Venn", f"V{name}nn"))
    first, second = (newsclean("extract", "-j2", "x", cwd=here / folder).stdout for folder in ("one", "two"))
    assert len(first.splitlines()) == 4
    assert first == second


def test_files_that_vanish_change_or_close_during_the_run(start, here) -> None:
    names = [f"d/{n:03}.txt" for n in range(60)]
    (here / "d").mkdir()
    for name in names:
        (here / name).write_bytes((here / "good.txt").read_bytes())
    running = start("extract", "-j1", "--rejects", "r.jsonl", "d")
    head = os.read(running.stdout.fileno(), 10)  # the pipe is full long before the last
    (here / names[-1]).unlink()
    (here / names[-2]).write_bytes(b"")
    (here / names[-3]).unlink()
    os.mkfifo(here / names[-3])
    (here / names[-4]).unlink()
    (here / names[-4]).mkdir()
    (here / names[-5]).write_bytes(b"\x1f\x8b\x08cut")
    out, _ = running.communicate(timeout=60)
    assert running.returncode == 1
    assert paths(head + out) == names[:-5]
    ends = ("malformed", "not-a-file", "not-a-file", "empty", "unreadable")
    assert list(reasons((here / "r.jsonl").read_bytes()).values()) == list(ends)


def test_what_is_refused_is_kept_only_on_request(newsclean, here) -> None:
    menu = b"Home\nNews\nSport\nLog in\n"
    (here / "menu.txt").write_bytes(menu)
    (here / "rows.jsonl").write_bytes(b'{"text": "Home"}\n{"text": 5]\n')
    given = ("extract", "good.txt", "menu.txt", "rows.jsonl", "missing.txt", "--rejects", "r.jsonl")
    newsclean(*given)
    assert {path.name for path in here.iterdir()} == {"good.txt", "menu.txt", "rows.jsonl", "r.jsonl"}
    done = newsclean(*given, "--keep-rejected", "kept")
    assert done.returncode == 1
    kept = {path.name: path.read_bytes() for path in (here / "kept").iterdir()}
    assert kept == {hashlib.sha256(data).hexdigest(): data for data in (menu, b"Home")}
    digests = [json.loads(line)["source"]["sha256"] for line in (here / "r.jsonl").read_bytes().splitlines()]
    assert set(digests) == {*kept, None}
    again = newsclean("extract", ".", "--keep-rejected", "kept")  # the folder is no input
    assert not any(path.startswith("./kept") for path in paths(again.stdout))
    assert b"kept" not in again.stderr
    assert newsclean("extract", "good.txt", "--keep-rejected", "good.txt").returncode == 2


def test_fixing_follows_no_link(newsclean, here) -> None:
    (here / "dump.txt").write_bytes((here / "good.txt").read_bytes().replace(b"\n", b"\r\n", 3) + b"\x07")
    (here / "dump.fixed.txt").symlink_to("elsewhere.txt")
    done = newsclean("check", "--fix", "dump.txt")
    assert b"not fixed" in done.stderr
    assert not (here / "elsewhere.txt").exists()


def test_no_socket_no_process_and_no_file_that_was_not_named(newsclean, here, environment, tmp_path_factory) -> None:
    site, log = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("log") / "audit"
    (site / "sitecustomize.py").write_text(AUDIT)
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><base href="http://127.0.0.1:9/">'
    story = "".join(f"<p>{p}</p>" for p in (here / "good.txt").read_text().split("\n\n"))
    (here / "page.html").write_text(f"{entity}<link rel=stylesheet href=x.css><img src=y.png>&x;{story}")
    env = {"PYTHONPATH": f"{site}:{environment['PYTHONPATH']}", "AUDIT_LOG": str(log)}
    done = newsclean("extract", "-j2", "good.txt", "page.html", "-o", "out.jsonl", env=env)
    assert done.returncode == 0
    events = log.read_bytes().decode().splitlines()
    assert not [event for event in events if not event.startswith("open ")]
    opened = {event.removeprefix("open ") for event in events}
    ours = {name for name in opened if not name.startswith((sys.prefix, sys.base_prefix, "/proc/", "/dev/null"))}
    code = {name for name in ours if re.search(r"\.(?:pyc?|toml|npz|pth|so|cfg)\b|tzdata|/prose.txt$", name)}
    named = {"good.txt", "page.html", "out.jsonl.part"}
    assert {Path(name).name for name in ours - code if not Path(name).is_dir()} <= named


@pytest.mark.parametrize("command", ["explain", "check", "extract"])
def test_on_a_terminal_of_another_locale(here, environment, command: str) -> None:
    (here / "odd\x1b.txt").write_text((here / "good.txt").read_text() + "\n\u202eevil \x1b[31m caf\xe9 \u4e2d\n")
    ours, theirs = pty.openpty()
    env = environment | {"LC_ALL": "C", "PYTHONUTF8": "0", "TERM": "xterm", "NO_COLOR": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "newsclean", command, "odd\x1b.txt"], env=env, stdout=theirs, stderr=subprocess.PIPE
    ) as running:
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 1 << 16):
                shown += data
        except OSError:  # the other end is closed
            pass
        said = running.stderr.read()
    os.close(ours)
    assert b"internal failure" not in said
    assert running.returncode == 0
    assert shown
    assert not [sign for sign in ("\x1b[31m", "\u202e", "\x1b.txt") if sign.encode() in shown + said]


def test_rejects_on_a_full_disk(newsclean, here) -> None:
    (here / "menu.txt").write_text("Home\n")
    done = newsclean("extract", "menu.txt", "--rejects", "/dev/full")
    assert done.returncode == 1
    assert b"/dev/full: cannot be written (no space left on device)" in done.stderr


def test_no_file_is_left_after_a_signal_inside_a_container(start, here) -> None:
    row = json.dumps({"text": (here / "good.txt").read_text()}) + "\n"
    (here / "rows.jsonl").write_text(row * 999)
    running = start("extract", "-j2", "--keep-rejected", "kept", "rows.jsonl")
    os.read(running.stdout.fileno(), 100)
    running.terminate()
    running.communicate(timeout=20)
    assert running.returncode == 143
    assert {path.name for path in here.iterdir()} == {"good.txt", "rows.jsonl", "kept"}


@pytest.mark.parametrize(
    "words",
    [
        ("extract", "good.txt", "-o", "good.txt"),
        ("extract", "dumps", "-o", "dumps/../dumps/a.txt"),
        ("extract", "dumps/link.txt", "--rejects", "dumps/a.txt"),
        ("report", "dumps", "-o", "dumps/a.txt"),
    ],
)
def test_no_input_is_written_over(newsclean, here, words: tuple[str, ...]) -> None:
    (here / "dumps").mkdir()
    (here / "dumps" / "a.txt").write_bytes((here / "good.txt").read_bytes())
    (here / "dumps" / "link.txt").symlink_to("a.txt")
    done = newsclean(*words)
    assert done.returncode == 2
    assert b"is one of the inputs: write elsewhere" in done.stderr
    assert (here / "dumps" / "a.txt").read_bytes() == (here / "good.txt").read_bytes()


def test_an_output_that_is_new_may_stand_beside_its_inputs(newsclean, here) -> None:
    (here / "dumps").mkdir()
    (here / "dumps" / "a.txt").write_bytes((here / "good.txt").read_bytes())
    assert newsclean("extract", "dumps", "-o", "dumps/out.jsonl").returncode == 0
    assert paths((here / "dumps" / "out.jsonl").read_bytes()) == ["dumps/a.txt"]


def test_a_table_that_names_no_column_of_documents_is_refused(newsclean, here) -> None:
    (here / "a.csv").write_bytes(b"id|story\n7|" + (here / "good.txt").read_bytes().replace(b"\n", b" "))
    done = newsclean("extract", "a.csv")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"name one with --text-key" in done.stderr
