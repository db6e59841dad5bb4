"""`newsclean rule`: what a rule means and what to do about it."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from newsclean.check.case import Rule


class Form(StrEnum):
    """Forms of the explanation."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="RULE", help="A code such as NC201, or a name such as no-headline.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every rule.")] = False,
    form: Annotated[Form, typer.Option("--format", help="Form of the explanation; markdown is a table.")] = Form.TEXT,
) -> None:
    """Explain a rule: why it matters, what breaks it, and the cure.

    \b
    Example:
      newsclean rule NC205
    """
    from newsclean.check.rules import RULES
    from newsclean.write.sink import Sink

    word = (code or "").casefold()
    chosen = [rule for rule in RULES if everything or word in (rule.code.casefold(), rule.name)]
    if not chosen:
        known = "`newsclean rule --all` lists them"
        raise typer.BadParameter(f'no rule is called "{code}": {known}' if code else f"which rule? {known}")
    with Sink(None) as output:
        output.write(_FORMS[form](chosen).encode())


def _text(rules: list[Rule]) -> str:
    return "\n".join(
        f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.why}\n\n"
        f"  wrong:  {rule.bad}\n  right:  {rule.good}\n\n{rule.cure}\n"
        for rule in rules
    )


def _markdown(rules: list[Rule]) -> str:
    rows = [f"| {rule.code} | `{rule.name}` | {rule.severity} | {rule.why} |" for rule in rules]
    return "\n".join(("| code | name | severity | why |", "| --- | --- | --- | --- |", *rows)) + "\n"


def _json(rules: list[Rule]) -> str:
    keys = ("code", "name", "severity", "field", "why", "bad", "good", "cure")
    told = [{key: getattr(rule, key) for key in keys} for rule in rules]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


_FORMS = {Form.TEXT: _text, Form.MARKDOWN: _markdown, Form.JSON: _json}
