"""`extract --format` and the suffixes of its files, from outside."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from backports import zstd
from pyarrow import BufferReader
from pyarrow.parquet import read_table

from newsclean.cli.extract import SUFFIXES, Format
from newsclean.write.cells import COLUMNS

ROOT = Path(__file__).parents[2]
EMPTY = dict.fromkeys(Format, b"") | {Format.JSON: b"[]\n", Format.CSV: ",".join(COLUMNS).encode() + b"\r\n"}
"""What each text format is where no input gave a record."""


def test_files_and_refusals_are_packed_by_their_suffix(newsclean, here) -> None:
    (here / "empty.txt").write_text("")
    plain = newsclean("extract", "good.txt", "empty.txt", "--rejects", "rejects.jsonl")
    packed = newsclean("extract", "good.txt", "empty.txt", "-o", "a.jsonl.gz", "--rejects", "rejects.jsonl.zst")
    assert (packed.returncode, packed.stdout) == (1, b"")
    assert gzip.decompress((here / "a.jsonl.gz").read_bytes()) == plain.stdout
    refusals = zstd.decompress((here / "rejects.jsonl.zst").read_bytes())
    assert refusals == (here / "rejects.jsonl").read_bytes()
    assert json.loads(refusals)["reason"] == "empty"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *((f"a.b{suffix}", form) for suffix, form in SUFFIXES.items()),
        ("A.CSV", Format.CSV),
        ("a.csv.gz", Format.CSV),
        ("a.csv.GZ", Format.CSV),
        *((name, Format.JSONL) for name in ("a.jsonl", "a.csv.txt", "csv", ".csv")),
    ],
)
def test_the_end_of_a_name_says_the_format(newsclean, here, name: str, form: str) -> None:
    for more in (("-o", name), ("-o", "wanted", "--format", form)):
        assert newsclean("extract", "-q", "good.txt", *more).returncode == 0
    made = (here / name).read_bytes()
    assert (gzip.decompress(made) if name.lower().endswith(".gz") else made) == (here / "wanted").read_bytes()


def test_a_format_that_is_given_goes_before_the_end_of_a_name(newsclean, here) -> None:
    assert newsclean("extract", "-q", "good.txt", "--format", "jsonl", "-o", "a.csv").returncode == 0
    assert json.loads((here / "a.csv").read_bytes())["headline"]


@pytest.mark.parametrize("form", Format)
def test_equal_inputs_give_equal_bytes_in_every_format(newsclean, here, form: str) -> None:
    for i in range(4):
        (here / f"{i}.txt").write_text((here / "good.txt").read_text().replace("Larkmoor", f"Larkmoor{i}"))
    first = newsclean("extract", "--format", form, "-j1", ".", env={"PYTHONHASHSEED": "0", "TZ": "UTC"})
    other = newsclean("extract", "--format", form, "-j3", ".", env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})
    assert (first.returncode, first.stderr) == (0, b"newsclean: 5 inputs = 5 records + 0 rejected\n")
    assert first.stdout == other.stdout
    assert b"Larkmoor3" in first.stdout or form == "parquet"


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.PARQUET])
def test_a_run_without_records_gives_a_valid_file(newsclean, here, form: str) -> None:
    (here / "empty.txt").write_text("")
    done = newsclean("extract", "--format", form, "empty.txt")
    assert (done.returncode, done.stdout) == (1, EMPTY[form])


def test_cells_that_look_like_a_formula_are_text_unless_they_are_wanted_raw(newsclean, here) -> None:
    (here / "=1+1.txt").write_text((here / "good.txt").read_text())
    cells = [
        next(csv.DictReader(io.StringIO(newsclean("extract", "=1+1.txt", "--format", "csv", *raw).stdout.decode())))
        for raw in ((), ("--raw-csv",))
    ]
    assert [row["path"] for row in cells] == ["'=1+1.txt", "=1+1.txt"]
    assert (
        cells[0]["headline"] == cells[1]["headline"] == "Council backs plan to reopen the river ferry after nine years"
    )


def test_a_run_that_was_stopped_goes_on_in_another_format(newsclean, start, here) -> None:
    names = [f"{n}.txt" for n in range(60)]
    for name in names:
        (here / name).write_text((here / "good.txt").read_text().replace("Larkmoor", f"Larkmoor {name}"))
    running = start("extract", *names, "--resume", "-o", "out")
    while not ((here / "out.part").exists() and (here / "out.part").stat().st_size):
        assert running.poll() is None
        time.sleep(0.01)
    running.kill()
    running.communicate(timeout=20)
    assert (here / "out.resume").exists()
    for more in (("--resume", "-o", "out"), ("-o", "whole")):
        assert newsclean("extract", *names, "--format", "csv", *more).returncode == 0
    assert (here / "out").read_bytes() == (here / "whole").read_bytes()


def test_parquet_holds_the_records(newsclean, here) -> None:
    (here / "empty.txt").write_text("")
    line = newsclean("extract", "good.txt").stdout
    done = newsclean("extract", "good.txt", "empty.txt", "--format", "parquet", "-o", "a.parquet")
    assert (done.returncode, done.stdout) == (1, b"")
    assert read_table(here / "a.parquet").to_pylist() == [json.loads(line) | {"lines": None}]
    none = newsclean("extract", "empty.txt", "--format", "parquet")
    assert read_table(BufferReader(none.stdout)).num_rows == 0


def test_parquet_without_pyarrow_is_a_usage_error(newsclean, here) -> None:
    (here / "without").mkdir()
    (here / "without" / "pyarrow.py").write_text("raise ImportError")
    path = f"{here / 'without'}:{ROOT}"
    done = newsclean("extract", "good.txt", "--format", "parquet", "-o", "a.parquet", env={"PYTHONPATH": path})
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"parquet needs pyarrow: pip install 'newsclean[parquet]'" in b" ".join(done.stderr.split())
    assert not (here / "a.parquet").exists()
    assert newsclean("extract", "good.txt", env={"PYTHONPATH": path}).returncode == 0


def test_parquet_does_not_go_to_a_terminal(newsclean, here) -> None:
    terminal, end = os.openpty()
    done = newsclean("extract", "good.txt", "--format", "parquet", capture_output=False, stdout=end, stderr=-1)
    assert done.returncode == 2
    assert b"give -o FILE" in done.stderr
    assert newsclean("extract", "good.txt", "--format", "csv", capture_output=False, stdout=end).returncode == 0
    os.close(terminal)
    os.close(end)


def test_parquet_starts_no_thread_beside_the_workers_that_are_forked(here, environment) -> None:
    code = """
import sys
from newsclean.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, open("/proc/self/status").read().split("Threads:")[1].split()[0])
"""
    command = [sys.executable, "-c", code, "extract", "good.txt", "-q", "--format", "parquet", "-o", "a.parquet"]
    assert subprocess.run(command, capture_output=True, cwd=here, env=environment).stdout == b"0 1\n"


@pytest.mark.parametrize("form", Format)
def test_a_signal_leaves_no_file_in_any_format(start, here, form: str) -> None:
    running = start("extract", "--format", form, "-j2", "-o", "out.gz", *["good.txt"] * 2000)
    while not (here / "out.gz.part").exists():
        assert running.poll() is None
        time.sleep(0.01)
    time.sleep(0.5)
    running.send_signal(signal.SIGTERM)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (143, b"", b"")
    assert [path.name for path in here.iterdir()] == ["good.txt"]


@pytest.mark.parametrize("form", [form for form in Format if form != "parquet"])
def test_a_reader_that_leaves_is_no_failure(here, start, form: str) -> None:
    running = start("extract", "--format", form, "-j2", *["good.txt"] * 400)
    assert os.read(running.stdout.fileno(), 100)
    running.stdout.close()
    assert (running.wait(timeout=20), running.stderr.read()) == (0, b"")


@pytest.mark.parametrize("form", Format)
def test_a_full_disk_is_one_line_and_1_in_every_format(newsclean, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = newsclean(
            "extract", "good.txt", "--format", form, capture_output=False, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"newsclean: standard output: cannot be written (no space left on device)")
    assert done.stderr.count(b"\n") == 1
