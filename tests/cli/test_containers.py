"""Containers on the command line: as the files in them, one by one."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest


def zipped(members: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return output.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w:gz") as file:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return output.getvalue()


def warc(pages: list[bytes]) -> bytes:
    records = []
    for n, page in enumerate(pages):
        header = f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nContent-Type: text/plain\r\n"
        records.append(f"{header}Content-Length: {len(page)}\r\n\r\n".encode() + page + b"\r\n\r\n")
    return b"".join(map(gzip.compress, records))


def jsonl(pages: list[bytes]) -> bytes:
    return b"".join(json.dumps({"url": "https://example.org/x", "text": p.decode()}).encode() + b"\n" for p in pages)


def table(pages: list[bytes]) -> bytes:
    output = io.StringIO(newline="")
    csv.writer(output, delimiter=";").writerows(
        [["url", "text"], *(["https://example.org/x", p.decode()] for p in pages)]
    )
    return output.getvalue().encode("utf-8-sig")


def bare(output: bytes) -> list[dict]:
    """The records without what says where they came from."""
    records = [json.loads(line) for line in output.splitlines()]
    for record in records:
        for key in ("path", "member", "record_id", "line"):
            record["source"].pop(key)
        record.pop("url")
    return records


@pytest.fixture
def pages(here: Path) -> list[bytes]:
    good = (here / "good.txt").read_bytes()
    return [good, good.replace(b"Larkmoor", b"Oakmoor")]


def test_each_container_gives_the_records_of_its_files(newsclean, here: Path, pages: list[bytes]) -> None:
    named = {"a.txt": pages[0], "b.txt": pages[1]}
    for name, data in named.items():
        (here / name).write_bytes(data)
    expected = bare(newsclean("extract", *named).stdout)
    assert len(expected) == 2
    containers = {
        "x.zip": zipped(named),
        "x.tgz": tarred(named),
        "x.wet": warc(pages),
        "x.jsonl": jsonl(pages),
        "x.csv": table(pages),
        "deep": tarred({"in.zip": zipped(named)}),
    }
    for name, data in containers.items():
        (here / name).write_bytes(data)
    done = newsclean("extract", *containers, "-j2")
    found = bare(done.stdout)
    assert [found[at : at + 2] for at in range(0, 12, 2)] == [expected] * len(containers)
    assert done.stderr == b"newsclean: 12 inputs = 12 records + 0 rejected\n"
    assert bare(newsclean("extract", "-", input=containers["deep"]).stdout) == expected


def test_each_rejection_is_named_and_the_sum_is_right(newsclean, here: Path, pages: list[bytes]) -> None:
    (here / "x.zip").write_bytes(zipped({"a\x1b.txt": pages[0], "menu": b"Home\nNews\n", "b.txt": pages[1]})[:-200])
    (here / "x.jsonl").write_bytes(jsonl(pages[:1]) + b'{"text": "cut\n' + jsonl(pages[1:]))
    (here / "none.tgz").write_bytes(tarred({}))
    done = newsclean("extract", "x.zip", "x.jsonl", "none.tgz", "good.txt", "--rejects", "r.jsonl", "-v")
    rejects = [json.loads(line) for line in (here / "r.jsonl").read_bytes().splitlines()]
    assert [(r["source"]["path"], r["source"]["member"], r["source"]["line"], r["reason"]) for r in rejects] == [
        ("x.zip", "menu", None, "not-an-article"),
        ("x.zip", "b.txt", None, "truncated"),
        ("x.jsonl", None, 2, "malformed"),
        ("none.tgz", None, None, "binary"),
    ]
    told = done.stderr.decode().splitlines()
    assert told[0] == "newsclean: x.zip:a\\x1b.txt: record"
    assert told[1].startswith("newsclean: x.zip:menu: not-an-article: ")
    assert "newsclean: x.jsonl (line 3): record" in told
    assert told[-1] == "newsclean: 8 inputs = 4 records + 4 rejected"
    assert done.returncode == 1


def test_check_and_explain_name_what_stands_in_a_container(newsclean, here: Path, pages: list[bytes]) -> None:
    (here / "x.zip").write_bytes(zipped({"a.txt": pages[0], "b.txt": b"Home\nNews\n"}))
    checked = newsclean("check", "x.zip")
    assert b"x.zip:b.txt:1:1: NC" in checked.stdout
    assert checked.stderr.startswith(b"newsclean: 2 inputs: ")
    explained = newsclean("explain", "x.zip").stdout.splitlines()
    assert (explained[0], explained[-3]) == (b"# x.zip:a.txt", b"# x.zip:b.txt")
    plain = newsclean("explain", "good.txt").stdout.splitlines()
    assert explained[1:-3] == plain


def test_what_stands_in_a_container_is_not_mended(newsclean, here: Path, pages: list[bytes]) -> None:
    (here / "x.zip").write_bytes(zipped({"a.txt": pages[0].replace(b"\n", b"\r\n", 3)}))
    newsclean("check", "x.zip", "--fix")
    assert sorted(path.name for path in here.iterdir()) == ["good.txt", "x.zip"]


def test_a_list_of_paths(newsclean, here: Path) -> None:
    names = ["a b.txt", "é.txt", "new\nline"]
    for name in names:
        (here / name).write_bytes((here / "good.txt").read_bytes())
    for end in ("\n", "\r\n"):
        (here / "list").write_bytes(f"good.txt\n\na b.txt\né.txt{end[:-1]}".replace("\n", end).encode())
        done = newsclean("extract", "--files-from", "list")
        assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == ["good.txt", *names[:2]]
    listed = "\0".join(names).encode() + b"\0"
    done = newsclean("extract", "good.txt", "-0", "--files-from", "-", input=listed)
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == ["good.txt", *names]
    assert newsclean("check", "-0", "--files-from", "-", input=listed).stderr.startswith(b"newsclean: 3 inputs: ")
    assert newsclean("extract", "--files-from", "-", input=b"").stderr.endswith(b"0 inputs = 0 records + 0 rejected\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--null", "good.txt"), b"--files-from"),
        (("--files-from", "missing"), b"missing: No such file"),
        (("-", "--files-from", "-"), b"both a list and a dump"),
        (("-q",), b"give a path"),
    ],
)
def test_wrong_usage(newsclean, arguments: tuple[str, ...], words: bytes) -> None:
    for command in ("extract", "check"):
        done = newsclean(command, *arguments)
        assert done.returncode == 2
        assert words in done.stderr


def test_keys_and_limits_are_options(newsclean, here: Path, pages: list[bytes]) -> None:
    (here / "x").write_bytes(
        json.dumps({"story": pages[0].decode(), "text": "x", "at": "https://example.org/a"}).encode()
    )
    done = newsclean("extract", "x", "--text-key", "story", "--url-key", "at")
    assert json.loads(done.stdout)["url"] == "https://example.org/a"
    (here / "z").write_bytes(gzip.compress(zipped({"a": pages[0], "b": pages[1]})))
    for option, reason, records in [
        ("--max-members=1", b"too-large", 1),
        ("--max-nesting=1", b"too-deep", 0),
        ("--max-unpacked=1700", b"too-large", 1),
        ("--max-input=1000", b"too-large", 0),
    ]:
        done = newsclean("extract", "z", option)
        assert (done.stdout.count(b"\n"), done.returncode) == (records, 1), option
        assert reason in done.stderr
        assert option.partition("=")[0].encode() in done.stderr


@pytest.mark.parametrize("number", [2, 15])
def test_a_signal_ends_a_run_in_a_container_and_leaves_nothing(
    start, here: Path, pages: list[bytes], number: int
) -> None:
    import os
    import time

    (here / "z").write_bytes(zipped({str(n): pages[0] for n in range(3000)}))
    running = start("extract", "-j2", "-o", "out.jsonl", "z")
    part = here / "out.jsonl.part"
    while not (part.exists() and part.stat().st_size > 5000):
        assert running.poll() is None
        time.sleep(0.01)
    os.killpg(running.pid, number)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (128 + number, b"", b"")
    assert sorted(path.name for path in here.iterdir()) == ["good.txt", "z"]
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
