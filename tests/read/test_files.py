"""Paths to files, and files to bytes."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest

from newsclean.limits import DEFAULT, Limits
from newsclean.read.files import expand, read_bytes
from newsclean.read.limits import ReadError
from newsclean.record import Reason


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_are_given_as_they_are_and_in_order(here: Path) -> None:
    fill(here, "b", "a")
    assert list(expand(["b", "-", "missing", "a", "./b"])) == ["b", "-", "missing", "a", "./b"]


def test_a_folder_gives_its_files_in_the_order_of_their_bytes(here: Path) -> None:
    fill(here, "d/b/z", "d/b.txt", "d/a", "d/B", "d/é", "d/b/c/y", "d/.hidden", "d/.git/x")
    expected = ["d/B", "d/a", "d/b.txt", "d/b/c/y", "d/b/z", "d/é"]
    assert list(expand(["d"])) == expected
    assert expected == sorted(expected, key=os.fsencode)


def test_a_folder_without_files_is_given_itself(here: Path) -> None:
    fill(here, "d/.hidden")
    (here / "d" / "empty").mkdir()
    assert list(expand(["d", "d/"])) == ["d", "d/"]


def test_a_pattern_leads_behind_no_link_that_it_does_not_name(here: Path) -> None:
    fill(here, "d/a", "d/e/b", "elsewhere/c")
    (here / "d" / "loop").symlink_to(".")
    (here / "d" / "out").symlink_to("../elsewhere")
    assert list(expand(["d/**/[abc]"])) == ["d/a", "d/e/b"]
    assert list(expand([f"{here}/d/**/[abc]"])) == [f"{here}/d/a", f"{here}/d/e/b"]
    assert list(expand(["d/out/[abc]"])) == ["d/out/c"]


def test_links_in_a_folder(here: Path) -> None:
    fill(here, "d/a", "elsewhere/b")
    for name, target in {"d/file": "a", "d/circle": ".", "d/folder": "../elsewhere", "d/broken": "nowhere"}.items():
        (here / name).symlink_to(target)
    (here / "d" / "loop").symlink_to("loop")
    first, *links = expand(["d"])
    assert first == "d/a"
    assert all(isinstance(link, ReadError) and link.reason is Reason.NOT_A_FILE for link in links)
    assert [link.source.path for link in links] == ["d/broken", "d/file", "d/loop"]
    assert list(expand(["d/file", "d/broken"])) == ["d/file", "d/broken"]  # given by their own names


def test_what_is_no_file_and_what_is_written_is_passed_over(here: Path) -> None:
    fill(here, "d/a", "d/out.jsonl")
    os.mkfifo(here / "d" / "pipe")
    written = (here / "d" / "out.jsonl").stat()
    assert list(expand(["d"], {(written.st_dev, written.st_ino)})) == ["d/a"]


def test_patterns(here: Path) -> None:
    fill(here, "d/b.txt", "d/a.txt", "d/c/e.txt", "d/f.html", "x[1].txt", "-")
    assert list(expand(["d/*.txt"])) == ["d/a.txt", "d/b.txt"]
    assert list(expand(["d/**/*.txt"])) == ["d/a.txt", "d/b.txt", "d/c/e.txt"]
    assert list(expand(["x[1].txt"])) == ["x[1].txt"]  # a file of that very name
    assert list(expand(["d/*.pdf"])) == ["d/*.pdf"]
    assert list(expand(["?"])) == ["-", "d/a.txt", "d/b.txt", "d/c/e.txt", "d/f.html"]


def test_deep_folders(here: Path) -> None:
    depth = 1200  # more than the stack of Python is deep
    deepest = os.open(here, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=deepest)
        deeper = os.open("d", os.O_RDONLY, dir_fd=deepest)
        os.close(deepest)
        deepest = deeper
    os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=deepest))
    os.close(deepest)
    try:
        (found,) = expand(["d"])
    finally:
        subprocess.run(["rm", "-r", "d"], check=True)  # pytest's own tidying is not up to it
    assert found == "d/" * depth + "file"


def test_names_that_are_no_utf8(here: Path) -> None:
    (here / "d").mkdir()
    (here / "d" / os.fsdecode(b"caf\xe9")).write_text("x")
    assert [os.fsencode(path) for path in expand(["d"])] == [b"d/caf\xe9"]


def refusal(path: str | Path, limits: Limits = DEFAULT) -> tuple[Reason, str]:
    with pytest.raises(ReadError) as caught:
        read_bytes(str(path), limits)
    return caught.value.reason, caught.value.message


def test_what_cannot_be_opened(here: Path) -> None:
    (here / "loop").symlink_to("loop")
    fill(here, "file")
    assert refusal("missing") == (Reason.UNREADABLE, "does not exist, or is a link to nothing: check the path")
    assert refusal("loop")[1] == "is a link that leads in a circle: check where it points"
    assert refusal("file/x")[0] is Reason.UNREADABLE
    assert "too long" in refusal("x" * 300)[1]
    assert refusal("nul\0")[0] is Reason.UNREADABLE
    assert refusal("")[0] is Reason.UNREADABLE


def test_what_is_no_regular_file_is_refused_without_waiting(here: Path) -> None:
    os.mkfifo(here / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        for path in ("pipe", "socket", here, "/dev/zero", "/dev/null"):
            assert refusal(path)[0] is Reason.NOT_A_FILE


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_a_pipe_that_the_shell_opened_is_read(folder: str) -> None:
    out, into = os.pipe()
    os.write(into, b"Words.")
    os.close(into)
    assert read_bytes(f"{folder}/{out}", DEFAULT) == b"Words."
    os.close(out)
    assert refusal(f"{folder}/{out}")[0] is Reason.UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(here: Path) -> None:
    fill(here, "secret")
    (here / "secret").chmod(0)
    assert refusal("secret") == (Reason.UNREADABLE, "may not be read: check its permissions")


def test_size(here: Path) -> None:
    (here / "file").write_bytes(b"12345")
    assert read_bytes("file", Limits(max_input=5)) == b"12345"
    assert refusal("file", Limits(max_input=4))[0] is Reason.TOO_LARGE


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_no_descriptor_is_left_open(here: Path) -> None:
    os.mkfifo(here / "pipe")
    fill(here, "file")
    before = descriptors()
    read_bytes("file", DEFAULT)
    refusal("pipe")
    refusal("file", Limits(max_input=0))
    assert descriptors() == before
