"""One story as papers in many languages would print it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

PAPERS = tomllib.loads(Path(__file__).with_name("papers.toml").read_text("utf-8"))
"""By language: menu, title, standfirst, body and footer."""


def page(
    language: str,
    *under: str,
    title: str | None = None,
    over: Sequence[str] = (),
    first: str = "",
    after: Sequence[str] = (),
) -> str:
    """A copy of the whole page: `over` and `under` stand around title and standfirst, `after` behind the body, and
    `first` is put before its first paragraph."""
    paper = PAPERS[language]
    head = ["\n".join(paper["menu"]), *over, title or paper["title"], paper["standfirst"], *under]
    return "\n\n".join([*head, first + paper["body"][0], *paper["body"][1:], *after, "\n".join(paper["footer"])])
