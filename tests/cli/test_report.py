"""`newsclean report` and `newsclean review` from outside: exit codes, messages and signals."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest


def test_a_report_is_written_whatever_it_shows(newsclean, here: Path) -> None:
    (here / "empty.txt").write_bytes(b"")
    done = newsclean("report", "good.txt", "empty.txt", "-o", "report.html")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"newsclean: 2 dumps in report.html\n"
    page = (here / "report.html").read_bytes()
    assert b"Council backs plan" in page
    assert b"http://" not in page.replace(b"http://www.w3.org/2000/svg", b"")


def test_settings_hold_for_both(newsclean, here: Path) -> None:
    (here / "newsclean.toml").write_text('quiet = true\n[report]\nassume-tz = "+02:00"\n[review]\nport = 70000\n')
    done = newsclean("report", "good.txt", "-o", "report.html")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2024-09-21T17:59+02:00" in (here / "report.html").read_bytes()
    done = newsclean("review", "good.txt", "-o", "gold")
    assert done.returncode == 2
    assert b"--port" in done.stderr


def test_a_report_that_is_stopped_leaves_nothing(start, here: Path) -> None:
    process = start("report", "-", "-o", "report.html", stdin=-1)
    while not (here / "report.html.part").exists():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    assert [path.name for path in here.iterdir()] == ["good.txt"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_review_prints_its_address_and_ends_with_a_signal(start, here: Path, number: signal.Signals) -> None:
    process = start("review", "good.txt", "-o", "gold")
    assert process.stdout.readline().startswith(b"http://127.0.0.1:")
    process.send_signal(number)
    assert process.wait(20) == 128 + number
    assert process.stderr.read() == b"newsclean: 1 to review at this address; Ctrl-C ends it\n"
    assert [path.name for path in here.iterdir()] == ["good.txt"]


def test_a_review_of_nothing(newsclean, here: Path) -> None:
    (here / "empty.txt").write_bytes(b"")
    done = newsclean("review", "empty.txt", "-o", "gold")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.splitlines() == [
        b"newsclean: empty.txt: is empty: nothing to read",
        b"newsclean: nothing to review: no input could be read",
    ]
