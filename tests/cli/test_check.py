"""`newsclean check` and `newsclean rule` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, ROOT, Run


def lines(done: object) -> list[str]:
    return done.stdout.decode().splitlines()  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def dumps(here: Path) -> Path:
    (here / "empty.txt").write_bytes(b"")
    (here / "cut.txt").write_text(ARTICLE[: ARTICLE.index("once the landing stages")])
    return here


def test_a_good_dump_passes(newsclean: Run) -> None:
    done = newsclean("check", "good.txt")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"newsclean: 1 input: 0 errors, 0 warnings, 0 info\n"


def test_findings_point_at_their_line(newsclean: Run, dumps: Path) -> None:
    done = newsclean("check", ".")
    assert done.returncode == 1
    assert lines(done) == [
        "./cut.txt:10:1: NC205 ends in the middle of a sentence",
        "./empty.txt:1:1: NC101 is empty: nothing to read",
    ]
    assert done.stderr == b"newsclean: 3 inputs: 1 error, 1 warning, 0 info\n"


def test_warnings_do_not_fail_and_exit_zero_never_does(newsclean: Run, dumps: Path) -> None:
    assert newsclean("check", "cut.txt").returncode == 0
    assert newsclean("check", ".", "--exit-zero").returncode == 0


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "NC1"), ["NC101"]),
        (("--select", "cut-off"), ["NC205"]),
        (("--ignore", "NC1,NC2"), []),
        (("--select", "NC101,NC2", "--ignore", "NC1"), ["NC205", "NC101"]),
        (("--ignore", "empty-input"), ["NC205"]),
    ],
)
def test_rules_are_chosen_and_the_longer_word_decides(
    newsclean: Run, dumps: Path, options: tuple[str, ...], codes: list[str]
) -> None:
    done = newsclean("check", ".", "-q", *options)
    assert [line.split()[1] for line in lines(done)] == codes
    assert done.returncode == int("NC101" in codes)
    assert done.stderr == b""


@pytest.mark.parametrize("word", ["NC999", "nothing", "select=NC1"])
def test_a_word_that_chooses_no_rule_is_an_error(newsclean: Run, word: str) -> None:
    done = newsclean("check", "good.txt", "--select", word)
    assert done.returncode == 2
    assert b"no rule is called" in done.stderr


def test_now_makes_later_times_impossible(newsclean: Run) -> None:
    assert lines(newsclean("check", "good.txt", "--now", "2024-09-20"))[0].startswith("good.txt:6:1: NC304 ")
    assert lines(newsclean("check", "good.txt", "--now", "2024-09-22")) == []
    assert lines(newsclean("check", "good.txt", "--now", "20240920"))[0].startswith("good.txt:6:1: NC304 ")
    assert newsclean("check", "good.txt", "--now", "yesterday").returncode == 2


def test_every_form_tells_of_the_same(newsclean: Run, dumps: Path) -> None:
    told = {form: newsclean("check", ".", "--format", form) for form in ("json", "jsonl", "sarif", "gitlab", "junit")}
    assert {done.returncode for done in told.values()} == {1}
    codes = ["NC205", "NC101"]
    assert [row["code"] for row in json.loads(told["json"].stdout)] == codes
    assert [json.loads(line)["code"] for line in lines(told["jsonl"])] == codes
    assert [result["ruleId"] for result in json.loads(told["sarif"].stdout)["runs"][0]["results"]] == codes
    assert [row["check_name"].split()[0] for row in json.loads(told["gitlab"].stdout)] == codes
    assert told["junit"].stdout.count(b"<testcase") == 3


def test_the_same_input_gives_the_same_bytes(newsclean: Run, dumps: Path) -> None:
    one, two = (newsclean("check", ".", "-j", jobs).stdout for jobs in ("1", "2"))
    assert one == two != b""


def test_statistics_count_by_rule(newsclean: Run, dumps: Path) -> None:
    done = newsclean("check", ".", "--statistics")
    assert lines(done) == ["1\tNC101\tempty-input", "1\tNC205\tcut-off"]
    assert done.returncode == 1


def test_a_record_has_the_issues_that_check_reports(newsclean: Run, dumps: Path) -> None:
    (issue,) = json.loads(newsclean("extract", "-q", "cut.txt").stdout)["issues"]
    (row,) = json.loads(newsclean("check", "cut.txt", "--format", "json").stdout)
    assert {key: issue[key] for key in ("code", "severity", "message", "line", "column")} == {
        key: row[key] for key in ("code", "severity", "message", "line", "column")
    }


def test_repeats_name_the_other_input(newsclean: Run, here: Path) -> None:
    (here / "copy.txt").write_text(ARTICLE.replace("The Larkmoor Courier\n\n", "Menu\n\n", 1))
    assert lines(newsclean("check", "copy.txt", "good.txt")) == ["good.txt:1:1: NC401 is the same as copy.txt"]


def test_extract_refuses_what_breaks_chosen_rules(newsclean: Run, dumps: Path) -> None:
    done = newsclean("extract", "cut.txt", "good.txt", "--reject", "cut-off,NC1")
    assert (done.returncode, len(lines(done))) == (1, 1)
    assert b"cut.txt: broken-rule: NC205 ends in the middle of a sentence" in done.stderr
    assert newsclean("extract", "good.txt", "--reject", "NC999").returncode == 2
    (dumps / "newsclean.toml").write_text('[extract]\nreject = ["NC205"]\n')
    assert newsclean("extract", "cut.txt").returncode == 1


def test_seeds_pass(newsclean: Run) -> None:
    done = newsclean("check", "-q", str(ROOT / "seeds"), "--format", "json")
    assert done.returncode == 0
    assert {row["severity"] for row in json.loads(done.stdout)} == {"info"}


def test_standard_input_and_a_missing_path(newsclean: Run) -> None:
    assert lines(newsclean("check", "-", input=b""))[0].startswith("-:1:1: NC101")
    assert lines(newsclean("check", "nowhere.txt"))[0].startswith("nowhere.txt:1:1: NC110")


BROKEN = (
    ARTICLE.replace("Mayor", "cafÃ© Mayor").replace("council of", "council\x1b[31m of").replace("\n\n", "\r\n\r\n", 1)
)
MENDED = ARTICLE.replace("Mayor", "café Mayor")


def test_fixes_go_beside_the_input_or_over_it_only_where_asked(newsclean: Run, dumps: Path) -> None:
    file, beside = dumps / "broken.txt", dumps / "broken.fixed.txt"
    file.write_bytes(BROKEN.encode())
    assert {row.split()[1] for row in lines(newsclean("check", "broken.txt"))} == {"NC106", "NC107", "NC108"}
    assert not beside.exists()
    done = newsclean("check", "broken.txt", "good.txt", "--fix")
    assert b"broken.txt: fixed in broken.fixed.txt" in done.stderr
    assert (file.read_bytes(), beside.read_bytes()) == (BROKEN.encode(), MENDED.encode())
    assert not (dumps / "good.fixed.txt").exists()
    beside.write_text("mine")
    assert b"not fixed, since broken.fixed.txt exists" in newsclean("check", "broken.txt", "--fix").stderr
    assert beside.read_text() == "mine"
    assert newsclean("check", "broken.txt", "--in-place").returncode == 2  # and nothing is mended
    assert newsclean("check", "broken.txt", "--fix", "--in-place", "--ignore", "NC202").returncode == 1
    assert file.read_bytes() == MENDED.encode()
    assert lines(newsclean("check", "broken.txt")) == []


@pytest.mark.parametrize(
    "given", [("--select", "NC107"), ("--ignore", "NC106,NC108"), ("--per-file-ignores", "broken*:mojibake,NC108")]
)
def test_only_what_is_reported_is_fixed(newsclean: Run, dumps: Path, given: tuple[str, str]) -> None:
    file = dumps / "broken.txt"
    file.write_bytes(BROKEN.encode())
    newsclean("check", "broken.txt", "--fix", "--in-place", *given)
    assert file.read_bytes() == BROKEN.replace("\x1b[31m", "").encode()


def test_markup_is_not_mended(newsclean: Run, dumps: Path) -> None:
    page = f"<html><body><h1>Ferry</h1><p>{BROKEN}</p></body></html>".encode()
    (dumps / "page.html").write_bytes(page)
    newsclean("check", "page.html", "--fix", "--in-place")
    assert (dumps / "page.html").read_bytes() == page


def test_a_report_in_the_folder_is_no_input(newsclean: Run, dumps: Path) -> None:
    with (dumps / "report.txt").open("wb") as report:
        newsclean("check", ".", stdout=report, stderr=None, capture_output=False)
    told = (dumps / "report.txt").read_text().splitlines()
    assert [line.split(":")[0] for line in told] == ["./cut.txt", "./empty.txt"]


def test_a_rule_is_explained(newsclean: Run) -> None:
    by_code, by_name = newsclean("rule", "nc205"), newsclean("rule", "cut-off")
    assert by_code.stdout == by_name.stdout
    assert lines(by_code)[0] == "NC205 cut-off (warning)"
    assert newsclean("rule", "NC999").returncode == 2
    assert newsclean("rule", "--format", "json").returncode == 2
    assert len(json.loads(newsclean("rule", "--all", "--format", "json").stdout)) > 20


def test_the_table_of_the_readme_is_the_one_that_is_printed(newsclean: Run) -> None:
    table = newsclean("rule", "--all", "--format", "markdown").stdout.decode()
    assert table in (ROOT / "README.md").read_text("utf-8")
