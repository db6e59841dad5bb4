"""What mkdocs takes from the code and from README.md, so that nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SECTION = re.compile(r"<!-- README: (.+) -->")
"""In a page: the section of README.md with this heading goes here."""
LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]+\)")
"""A link into the repository, of which the site keeps the words."""


def on_files(files: Any, config: Any) -> Any:
    """Add the pages of the reference."""
    from mkdocs.structure.files import File

    for name, make in REFERENCE.items():
        files.append(File.generated(config, f"reference/{name}.md", content=make()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Fill in sections of README.md."""
    return SECTION.sub(lambda found: section(found[1]), markdown)


def section(heading: str) -> str:
    """What stands under a heading of README.md; raises ValueError where there is none."""
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"README.md has no section {heading!r}")
    return LINK.sub(r"\1", found[1]).strip()


def commands() -> str:
    """Every command with its arguments and options."""
    import typer

    from newsclean.cli.app import app

    group: Any = typer.main.get_command(app)
    return "\n".join(["# Commands\n", *(part for name in group.commands for part in _command(name, group))])


def _command(name: str, group: Any) -> Iterator[str]:
    command = group.commands[name]
    context = command.make_context(name, [], resilient_parsing=True)
    text, _, example = (command.help or "").partition("\b\n")
    yield f"## newsclean {name}\n\n{text.strip()}\n"
    if example:
        yield "```sh\n" + "\n".join(line.strip() for line in example.splitlines()[1:]).strip() + "\n```\n"
    rows = [record for param in command.params if (record := _parameter(param, context))]
    if rows:
        yield "| argument or option | what it does |\n| --- | --- |"
        yield from (f"| `{left}` | {right} |" for left, right in rows)
        yield ""


def _parameter(param: Any, context: Any) -> tuple[str, str] | None:
    """The two cells of its row, as `--help` has them."""
    found = param.get_help_record(context)
    if found is None:
        return None
    left, right = (" ".join(cell.split()) for cell in found)
    return left, right.replace("|", "\\|")


def record() -> str:
    """Every key of a record, of a refusal, and of their parts, by their JSON Schema."""
    from newsclean.record import Article, Rejected

    schemas: dict[str, Any] = {}
    for model in (Article, Rejected):
        schema = model.model_json_schema(mode="serialization")
        schemas |= {model.__name__: schema, **schema["$defs"]}
    rows = ["# Record\n", "`newsclean schema` prints the same as JSON Schema.\n"]
    for name, schema in schemas.items():
        rows += [f"## {name}\n", f"{schema['description']}\n"]
        if "properties" not in schema:
            rows.append(f"{_type(schema)}\n")
            continue
        rows += ["| key | type | what it is |", "| --- | --- | --- |"]
        rows += [
            f"| `{key}` | {_type(each)} | {each.get('description', '')} |" for key, each in schema["properties"].items()
        ]
        rows.append("")
    return "\n".join(rows)


def _type(schema: Any) -> str:
    """What a value may be, in words."""
    if "anyOf" in schema:
        return " or ".join(map(_type, schema["anyOf"]))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in schema or "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    return f"list of {_type(schema['items'])}" if schema.get("type") == "array" else str(schema.get("type", "any"))


def rules() -> str:
    """Every rule, with an example and its cure."""
    from newsclean.check.rules import RULES

    rows = ["# Rules\n", "`newsclean check` reports them, and a record's `issues` hold the same.\n"]
    for rule in RULES:
        rows += [f"## {rule.code} {rule.name} {{ #{rule.code.lower()} }}\n", f"Severity: {rule.severity}. {rule.why}\n"]
        rows += [f"- Wrong: `` {rule.bad} ``", f"- Right: `` {rule.good} ``\n", f"{rule.cure}\n"]
    return "\n".join(rows)


REFERENCE: dict[str, Callable[[], str]] = {
    "commands": commands,
    "record": record,
    "rules": rules,
    "inputs": lambda: f"# Inputs\n\n{section('Containers')}\n",
    "formats": lambda: f"# Formats\n\n{section('Formats')}\n",
}
"""Pages by their names, and what makes them."""
