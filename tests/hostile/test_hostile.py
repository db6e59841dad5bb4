"""Every hostile input through the command line: a named outcome each, and an output that harms nobody."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
import tarfile
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest

from hostile import Hostile, inputs
from hostile.markup import SECRET
from newsclean.read.limits import ReadError
from newsclean.record import Reason, Rejected
from newsclean.write.cells import FORMULA
from newsclean.write.forms import FORMS

ROOT = Path(__file__).parents[2]
LEAST = 150
SMALL = 60_000
"""Bytes of the inputs that `check` and `explain` read too."""
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, but tab and newline."""
OVERRIDES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")
"""The same for formats that cannot escape, in which Hebrew may be embedded and rows end in CR LF."""


class Ran(NamedTuple):
    """What a run of the command gave."""

    code: int
    out: bytes
    err: bytes
    rejects: bytes = b""


@pytest.fixture(scope="module")
def table() -> list[Hostile]:
    return list(inputs())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, table: list[Hostile]) -> Path:
    here = tmp_path_factory.mktemp("hostile")
    (here / "secret.txt").write_text(SECRET)
    for each in table:
        (here / os.fsdecode(each.name)).write_bytes(each.data)
    return here


def newsclean(here: Path, *arguments: str, paths: list[bytes] | None = None) -> Ran:
    """Run the command in a folder, under a locale that knows no UTF-8."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    environment = {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C", "PYTHONUTF8": "0"}
    listed = ("-0", "--files-from", "-") if paths is not None else ()
    done = subprocess.run(
        (sys.executable, "-m", "newsclean", *arguments, *listed),
        cwd=here,
        env=environment,
        input=b"".join(path + b"\0" for path in paths or ()),
        capture_output=True,
        check=False,
        timeout=300,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def ran(folder: Path, table: list[Hostile], tmp_path_factory: pytest.TempPathFactory) -> Ran:
    rejects = tmp_path_factory.mktemp("rejects") / "rejects.jsonl"
    done = newsclean(folder, "extract", "-j2", "--rejects", str(rejects), paths=[each.name for each in table])
    return done._replace(rejects=rejects.read_bytes())


def objects(lines: bytes) -> list[dict[str, Any]]:
    """Strict JSONL: no constant that JSON has not, no key twice, no half of a character."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    assert lines.endswith(b"\n")
    found = [
        json.loads(line, object_pairs_hook=unique, parse_constant=pytest.fail)
        for line in lines.decode("utf-8", "strict").split("\n")[:-1]
    ]
    json.dumps(found, ensure_ascii=False).encode("utf-8", "strict")
    return found


def path_of(found: dict[str, Any]) -> bytes:
    source = found["source"]
    return base64.b64decode(source["path_bytes"]) if source["path_bytes"] else source["path"].encode()


def test_the_list_is_long_and_of_different_inputs(table: list[Hostile]) -> None:
    assert len({each.name for each in table}) == len(table) > LEAST
    assert {outcome for each in table for outcome in each.outcomes} <= {"record", *Reason}


def test_each_has_the_outcomes_that_are_expected(ran: Ran, table: list[Hostile]) -> None:
    became: dict[bytes, list[str]] = defaultdict(list)
    for record in objects(ran.out):
        became[path_of(record)].append("record")
    for refusal in objects(ran.rejects):
        became[path_of(refusal)].append(refusal["reason"])
    assert {name: tuple(sorted(outcomes)) for name, outcomes in became.items()} == {
        each.name: each.outcomes for each in table
    }


def test_counts_add_up_and_every_refusal_is_one_line(ran: Ran) -> None:
    records, rejects = objects(ran.out), objects(ran.rejects)
    lines = ran.err.decode().splitlines()
    assert (
        lines[-1]
        == f"newsclean: {len(records) + len(rejects)} inputs = {len(records)} records + {len(rejects)} rejected"
    )
    told = [line for line in lines if re.search(rf": (?:{'|'.join(Reason)}): ", line)]
    assert len(told) == len(rejects)
    for line, refusal in zip(told, rejects, strict=True):
        assert f": {refusal['reason']}: " in line
    assert ran.code == 1


def test_no_input_meets_a_fault(ran: Ran) -> None:
    assert b"Traceback" not in ran.err
    assert b"please report" not in ran.err + ran.rejects


def test_records_and_rejects_are_valid(ran: Ran) -> None:
    schema = json.loads((ROOT / "schemas" / "article.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    for record in objects(ran.out):
        validator.validate(record)
    for line in ran.rejects.splitlines():
        assert Rejected.model_validate_json(line).message


def test_nothing_that_a_terminal_obeys_is_printed(ran: Ran) -> None:
    for text in (ran.out, ran.err, ran.rejects):
        assert not OBEYED.search(text.decode())
    (kept,) = (record for record in objects(ran.out) if path_of(record) == b"text-bidi_overrides")
    assert "\u202e" in kept["body"]
    assert "NC117" in {issue["code"] for issue in kept["issues"]}


def test_text_holds_no_controls(ran: Ran) -> None:
    def texts(value: Any) -> Any:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return [value] if isinstance(value, str) else [text for each in inner for text in texts(each)]

    for record in objects(ran.out):
        del record["source"]
        for text in texts(record):
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


def test_no_other_file_is_read_or_written(ran: Ran, folder: Path, table: list[Hostile]) -> None:
    assert SECRET.encode() not in ran.out + ran.err + ran.rejects
    assert {os.fsencode(path.name) for path in folder.iterdir()} == {b"secret.txt", *(each.name for each in table)}


def test_equal_bytes_give_equal_records_in_any_crowd(ran: Ran) -> None:
    alike: dict[str, list[str]] = defaultdict(list)
    for record in objects(ran.out):
        if not path_of(record).startswith(
            (b"rows-warc", b"rows-jsonl", b"rows-csv", b"rows-feed", b"rows-mail")
        ):  # which state more
            alike[record["id"]].append(json.dumps({**record, "source": None}))
    assert max(map(len, alike.values())) > 60
    assert all(len(set(records)) == 1 for records in alike.values())


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"parquet"}))
def test_no_format_prints_what_a_terminal_obeys(ran: Ran, form: str) -> None:
    writer = FORMS[form]()
    printed = (writer.of(ran.out) + writer.end()).decode("utf-8", "strict")
    assert not (OVERRIDES if form in ("csv", "raw-csv", "markdown") else OBEYED).search(printed)


def test_no_cell_is_a_formula(ran: Ran) -> None:
    writer = FORMS["csv"]()
    csv.field_size_limit(10**9)
    cells = [cell for row in csv.reader(io.StringIO((writer.of(ran.out) + writer.end()).decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith((*FORMULA, "\r"))]
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


def test_parquet_takes_all(ran: Ran) -> None:
    import pyarrow.parquet as parquet

    writer = FORMS["parquet"]()
    table = parquet.read_table(io.BytesIO(writer.of(ran.out) + writer.end()))
    assert table.num_rows == len(objects(ran.out))


@pytest.fixture(scope="module")
def small(table: list[Hostile]) -> list[Hostile]:
    return [each for each in table if len(each.data) <= SMALL]


def test_check_names_what_is_wrong_with_each(folder: Path, small: list[Hostile]) -> None:
    done = newsclean(folder, "check", "-j2", paths=[each.name for each in small])
    printed = done.out.decode("utf-8", "strict")
    assert done.code == 1
    assert not OBEYED.search(printed + done.err.decode())
    assert b"Traceback" not in done.err
    assert all(re.search(r":\d+:\d+: NC\d{3} ", line) for line in printed.splitlines())
    assert not re.search("NC111", printed)
    assert done.err.decode().count("\n") == 1
    refused = sum(outcome != "record" for each in small for outcome in each.outcomes)
    assert printed.count(": NC10") + printed.count(": NC11") >= refused


@pytest.mark.parametrize("form", ["full", "json", "jsonl", "github", "gitlab", "sarif", "junit"])
def test_no_report_prints_what_a_terminal_obeys(folder: Path, table: list[Hostile], form: str) -> None:
    named = [each.name for each in table if each.outcomes == ("record",) and not each.name.startswith(b"text")][-40:]
    done = newsclean(folder, "check", "-j2", "--format", form, paths=[*named, b"text-escape_title", b"no such\x1b\x9b"])
    assert done.code == 1
    assert not OBEYED.search(done.out.decode("utf-8", "strict") + done.err.decode())


def test_explain_shows_each(folder: Path, small: list[Hostile], tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "all.tar", "w") as archive:
        for each in small:
            info = tarfile.TarInfo(os.fsdecode(each.name))
            info.size = len(each.data)
            archive.addfile(info, io.BytesIO(each.data))
    done = newsclean(folder, "explain", "--max-nesting", "4", str(tmp_path / "all.tar"))
    assert done.code == 1
    assert b"Traceback" not in done.err
    assert b"please report" not in done.err
    printed = done.out.decode("utf-8", "strict")
    assert not OBEYED.search(printed + done.err.decode())
    assert printed.count("\n# ") > LEAST
    assert all(line.startswith("# ") or line.count("\t") >= 4 for line in printed.splitlines())


def test_a_refusal_of_any_words_can_be_packed() -> None:
    from newsclean.run.work import Job, Outcome, extract

    outcome = extract(Job("x", ReadError(Reason.MALFORMED, "of \ud800 words").of(Job("x").source)))
    assert Outcome.unpacked(outcome.packed()).refused is Reason.MALFORMED
