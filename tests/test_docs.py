"""What the documents say is compared with what the code does."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import typer

from newsclean import __version__
from newsclean.check.rules import RULES
from newsclean.cli.app import app
from newsclean.cli.extract import Format
from newsclean.lang import codes
from newsclean.record import Article, Rejected
from newsclean.write.cells import COLUMNS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
MKDOCS = (ROOT / "mkdocs.yml").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_readme_names_every_key_of_the_record() -> None:
    table = README.split("## The record")[1].split("## How it works")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == set(Article.model_fields)


def test_readme_names_every_format_and_every_column_of_csv() -> None:
    section = README.split("## Formats")[1].split("## Check")[0]
    assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == list(Format)
    columns = section.split("columns of CSV are")[1].split("A cell that")[0]
    assert re.findall(r"`(\w+)`", columns) == list(COLUMNS)


def test_readme_counts_the_languages() -> None:
    assert f"{len(codes())} languages" in README


def test_readme_gives_each_set_up_in_one_line() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]
    assert len(lines) == 2
    assert "newsclean extract seeds/*.txt > articles.jsonl" in lines[0]
    assert lines[1].endswith("-m pytest")


def test_links_lead_somewhere() -> None:
    for page in ("README.md", "CONTRIBUTING.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text("utf-8")):
            assert (ROOT / link).exists(), f"{page} links to {link}"


def reference() -> dict[str, str]:
    """The pages of the documentation that are made from the code."""
    spec = importlib.util.spec_from_file_location("hooks", ROOT / "docs" / "hooks.py")
    assert spec
    assert spec.loader
    hooks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hooks)
    return {name: make() for name, make in hooks.REFERENCE.items()}


def test_the_reference_names_every_command_option_key_and_rule() -> None:
    pages = reference()
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        part = pages["commands"].split(f"## newsclean {name}\n")[1].split("\n## ")[0]
        options = [max(param.opts, key=len) for param in command.params if param.param_type_name == "option"]
        assert all(option in part for option in options)
    assert all(f"| `{key}` |" in pages["record"] for key in (*Article.model_fields, *Rejected.model_fields))
    assert all(f"## {rule.code} {rule.name} " in pages["rules"] for rule in RULES)
    assert set(re.findall(r"^      - \w.*: (.*\.md)$", MKDOCS, re.MULTILINE)) >= {
        f"reference/{name}.md" for name in pages
    }


def test_pages_show_sections_that_readme_has() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        for heading in re.findall(r"<!-- README: (.+) -->", page.read_text("utf-8")):
            assert f"\n## {heading}\n" in README


def test_the_comparison_has_the_figures_of_readme() -> None:
    page = (ROOT / "docs" / "how-it-works.md").read_text("utf-8")
    own = re.search(r"^\| newsclean, fitted on other sites (\|.*) \|$", page, re.MULTILINE)
    assert own
    assert f"\n| HTML {own[1]} |" in README


def test_version_is_one() -> None:
    assert PROJECT["version"] == __version__
