"""Settings in files: found upwards, checked, and weaker than the command line."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run


@pytest.fixture
def project(here: Path) -> Path:
    folder = here / "dumps" / "old"
    folder.mkdir(parents=True)
    (folder / "cut.txt").write_text(ARTICLE[: ARTICLE.index("once the landing stages")])
    (folder / "empty.txt").write_bytes(b"")
    return here


def codes(newsclean: Run, *options: str) -> list[str]:
    done = newsclean("check", "dumps", "--format", "json", *options)
    assert done.returncode in (0, 1), done.stderr
    return [row["code"] for row in json.loads(done.stdout)]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("newsclean.toml", 'ignore = ["NC101"]'),
        ("newsclean.toml", '[check]\nignore = ["NC101"]'),
        ("pyproject.toml", '[tool.newsclean]\nignore = ["NC101"]'),
        ("dumps/newsclean.toml", '[extract]\ntimeout = 9\n[check]\nselect = ["NC205"]'),
        ("newsclean.toml", 'per-file-ignores = ["*/empty.txt:NC1", "new/*:NC2"]'),
    ],
)
def test_a_file_above_the_first_path_sets_options(newsclean: Run, project: Path, file: str, text: str) -> None:
    (project / file).write_text(text)
    assert set(codes(newsclean)) - {"NC202"} == {"NC205"}


@pytest.mark.parametrize("path", ["dumps", "dumps/old/", ".", "./dumps/old/../old", "{here}/dumps"])
@pytest.mark.parametrize(("pattern", "kept"), [("dumps/old/*", 0), ("{here}/*/cut.txt", 1), ("old/*", 2)])
def test_patterns_of_a_file_are_matched_from_its_folder(
    newsclean: Run, project: Path, path: str, pattern: str, kept: int
) -> None:
    here = project / "[a]"
    here.mkdir()
    (project / "dumps").rename(here / "dumps")
    settings = f'select = ["NC101", "NC205"]\nper-file-ignores = ["{pattern.format(here=glob.escape(str(here)))}:NC"]'
    (here / "newsclean.toml").write_text(settings)
    assert newsclean("check", path.format(here=here), cwd=here).stdout.count(b"\n") == kept


@pytest.mark.parametrize(("pattern", "kept"), [("old/*", 0), ("*/cut.txt", 1), ("*dumps/old/*", 2)])
def test_patterns_of_the_command_line_are_matched_as_paths_are_given(
    newsclean: Run, project: Path, pattern: str, kept: int
) -> None:
    given = ("--select", "NC101,NC205", "--per-file-ignores", f"{pattern}:NC")
    assert newsclean("check", "old", *given, cwd=project / "dumps").stdout.count(b"\n") == kept


def test_the_command_line_and_the_nearer_file_go_first(newsclean: Run, project: Path) -> None:
    (project / "newsclean.toml").write_text('ignore = ["NC101"]')
    assert codes(newsclean, "--ignore", "NC205") == ["NC101"]
    (project / "dumps" / "old" / "newsclean.toml").write_text('ignore = ["NC205"]')
    done = newsclean("check", "dumps/old/cut.txt")
    assert done.stdout == b""


def test_a_pyproject_without_a_table_is_passed_over(newsclean: Run, project: Path) -> None:
    (project / "dumps" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (project / "newsclean.toml").write_text('select = ["NC205"]')
    assert codes(newsclean) == ["NC205"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('slect = ["NC1"]', b'unknown setting "slect", did you mean "select"?'),
        ('[check]\nassume-tz = "UTC"', b'unknown setting "assume-tz"'),
        ('output = "stolen"', b'unknown setting "output"'),
        ("select = [", b"newsclean.toml: "),
        ('select = ["NC999"]', b"no rule is called"),
        ('timeout = "long"', b"timeout"),
        ('per-file-ignores = ["NC205"]', b"is no GLOB:RULES"),
        ("[tool.newsclean]\ntimeout = 9", b'unknown setting "tool": tables of this file have no tool.newsclean before'),
        ('[check]\nformat = "xml"', b"'xml' is not one of"),
        ('now = "soon"', b'"soon" is no time'),
        ('model = "none.npz"', b"none.npz: no such file"),
        ("a" + ".a" * 49_000 + " = 1", b"a key has more than 64 parts"),
        ("[check]\nx = {" + '\'a\' . "b\\"" . ' * 40 + "c = 1}", b"a key has more than 64 parts"),
        ("[[" + "a." * 64 + "a]]", b"a key has more than 64 parts"),
        ("select = " + "[" * 9_000, b"nest too deep"),
    ],
)
def test_a_file_that_is_wrong_is_named(newsclean: Run, project: Path, text: str, words: bytes) -> None:
    (project / "newsclean.toml").write_text(text)
    done = newsclean("check", "dumps")
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.replace(b"\n", b" ")
    assert str(project / "newsclean.toml: ").encode() in done.stderr.replace(b"\n", b" ")
    assert not (project / "stolen").exists()


def test_dots_that_part_no_key_are_no_parts(newsclean: Run, project: Path) -> None:
    longest, dotted = "a" + ".a" * 63, "a" + ".a" * 99
    text = f'{longest} = 1\nx = "{dotted}" # {dotted}\n[tool.newsclean]\nignore = ["NC101"]\n'
    (project / "pyproject.toml").write_text(text)
    assert set(codes(newsclean)) - {"NC202"} == {"NC205"}


def test_a_file_is_not_named_for_what_the_command_line_says(newsclean: Run, project: Path) -> None:
    (project / "newsclean.toml").write_text('select = ["NC1"]\ntimeout = 9\nformat = "full"')
    for given in (("--select", "NC999"), ("--timeout", "long"), ("--format", "xml"), ("--model", "none.npz")):
        done = newsclean("check", "dumps", *given)
        assert done.returncode == 2
        assert b"newsclean.toml" not in done.stderr


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: file.symlink_to(file.name), b"is neither a regular file"),
        (lambda file: file.symlink_to("gone.toml"), b"nor a link to one"),
        (lambda file: os.mkfifo(file), b"is neither a regular file"),
        pytest.param(
            lambda file: file.touch(0),
            b"cannot be read (permission denied)",
            marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything"),
        ),
    ],
    ids=["circle", "gone", "pipe", "permission"],
)
@pytest.mark.parametrize("name", ["newsclean.toml", "pyproject.toml"])
def test_a_file_that_cannot_be_opened_is_no_absent_one(
    newsclean: Run, project: Path, spoil: Callable[[Path], None], words: bytes, name: str
) -> None:
    spoil(project / name)
    done = newsclean("check", "dumps")
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.replace(b"\n", b" ")


def paths(newsclean: Run, *given: str) -> set[str]:
    """The inputs of both commands, which agree on them."""
    records = newsclean("extract", *given, "--rejects", "/dev/stdout").stdout.splitlines()
    extracted = {json.loads(line)["source"]["path"] for line in records}
    assert {row.split(b'name="')[1].split(b'"')[0].decode() for row in _suites(newsclean, *given)} == extracted
    return extracted


def _suites(newsclean: Run, *given: str) -> list[bytes]:
    done = newsclean("check", *given, "--format", "junit")
    return [line for line in done.stdout.splitlines() if line.startswith(b"<testsuite ")]


@pytest.mark.parametrize("name", ["newsclean.toml", "pyproject.toml"])
def test_the_settings_that_hold_are_no_input_of_their_folder(newsclean: Run, project: Path, name: str) -> None:
    inputs = {"dumps/old/cut.txt", "dumps/old/empty.txt"}
    file = f"dumps/{name}"
    (project / file).write_text("[tool.newsclean]\ntimeout = 9\n" if name == "pyproject.toml" else "timeout = 9\n")
    assert paths(newsclean, "dumps") == inputs
    assert paths(newsclean, file, "dumps") == inputs | {file}
    assert paths(newsclean, "good.txt", "dumps") == inputs | {"good.txt", file}


def test_a_pyproject_that_sets_nothing_is_an_input_like_others(newsclean: Run, project: Path) -> None:
    (project / "dumps" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert "dumps/pyproject.toml" in paths(newsclean, "dumps")


def test_extract_and_explain_are_set_too(newsclean: Run, project: Path) -> None:
    (project / "newsclean.toml").write_text('[extract]\nassume-tz = "+02:00"\nquiet = true\n')
    done = newsclean("extract", "good.txt")
    assert json.loads(done.stdout)["published"]["value"] == "2024-09-21T17:59+02:00"
    assert done.stderr == b""


def test_config_says_what_holds_and_where_it_comes_from(newsclean: Run, project: Path) -> None:
    (project / "newsclean.toml").write_text('timeout = 9\n[check]\nformat = "full"\n')
    rows = newsclean("config", "dumps").stdout.decode().splitlines()
    file = project / "newsclean.toml"
    assert {f"extract.timeout = 9  # {file}", f'check.format = "full"  # {file}'} <= set(rows)
    assert "check.exit-zero = false  # default" in rows
    assert not [row for row in rows if "output" in row or "help" in row]
