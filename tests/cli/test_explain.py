"""`newsclean explain`."""

from __future__ import annotations

import os
import pty
import re
import sys

import pytest


def test_plain_rows_in_a_pipe(newsclean, here) -> None:
    done = newsclean("explain", "good.txt")
    assert done.returncode == 0
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert {len(row) for row in rows} == {5}
    lines = [int(row[0]) for row in rows]
    assert lines == sorted(lines)
    assert any(row[1] == "body" and row[4].startswith("The ferry will link") for row in rows)
    assert all(0 <= float(row[3]) <= 1 for row in rows)


def test_a_refusal(newsclean, here) -> None:
    (here / "rnd").write_bytes(bytes(range(256)) * 20)
    done = newsclean("explain", "rnd")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"newsclean: rnd: binary: is not text")


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_on_a_terminal(newsclean, here, env: dict[str, str], coloured: bool) -> None:
    (here / "evil.txt").write_bytes((here / "good.txt").read_bytes() + b"\n\x1b]0;owned\x07 \x1b[31mred\n")
    ours, theirs = pty.openpty()
    done = newsclean("explain", "evil.txt", env={"TERM": "xterm-256color", **env}, capture_output=False, stdout=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 65536)
        except OSError:
            break
    os.close(ours)
    assert done.returncode == 0
    assert b"The ferry will link" in shown.replace(b"\r\n", b" ")
    assert (b"\x1b[32m" in shown or b"\x1b[1;32m" in shown) is coloured
    underlined = re.findall(rb"\x1b\[[\d;]*\b4(?:;\d+)*m([^\x1b]*)", shown)
    assert b"Maren Ostrick" in b" ".join(underlined)  # which is no colour
    assert not any(b"The ferry will link" in words for words in underlined)
    assert b"\x1b]0;" not in shown
    assert b"\x07" not in shown
    assert sys.platform == "linux"
