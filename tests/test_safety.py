"""What no module may do: parse markup elsewhere, run code, reach the network, or unpickle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "newsclean"
ALLOWED = {
    "lxml": {"segment/parser.py", "read/feed.py"},  # the one parser of HTML, and the one of XML
    "trafilatura": {"label/second.py"},  # reads pages without fetching them
    "email": {"read/mail.py"},
    "tarfile": {"read/tar.py"},  # headers alone
    "subprocess": {"run/shard.py"},  # starts this tool, with no shell
    "tempfile": {"run/shard.py"},
    "http": {"run/serve.py"},  # answers on 127.0.0.1 for `newsclean review`
    "socket": {"run/serve.py"},
}
"""Modules that only these files import; what is in no row and in `BANNED` is imported by none."""
PARSERS = ("bs4", "html.parser", "html5lib", "resiliparse", "selectolax", "xml", "yaml", "zipfile")
REACHING = ("ftplib", "http.client", "httpx", "requests", "smtplib", "ssl", "urllib.request", "urllib3")
RUNNING = ("ctypes", "marshal", "pickle", "pty", "runpy", "shelve")
BANNED = frozenset((*PARSERS, *REACHING, *RUNNING, "mmap"))  # which a file that shrinks turns into SIGBUS
CALLS = frozenset(("eval", "exec", "compile", "__import__", "input", "breakpoint"))
OFF_ROAD = ("training/", "run/ray.py", "run/spark.py")
"""What reads no dumps, or starts an engine."""


def modules() -> list[str]:
    every = (path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
    return sorted(name for name in every if not name.startswith(OFF_ROAD))


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names, and those of the packages that they stand in."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            yield from (".".join(parts[:n]) for n in range(1, len(parts) + 1))


@pytest.mark.parametrize("name", modules())
def test_only_named_modules_parse_run_or_reach_out(name: str) -> None:
    tree = ast.parse((PACKAGE / name).read_text())
    for module in imported(tree):
        assert module not in BANNED
        assert name in ALLOWED.get(module, {name})
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not called & CALLS
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "shell"]


REACHES_NOTHING = {"no_network": "True"}
RESOLVES_NOTHING = {"resolve_entities": "False", "load_dtd": "False", "huge_tree": "False"}


@pytest.mark.parametrize(
    ("name", "parser", "stated"),
    [
        ("segment/parser.py", "etree.HTMLParser", REACHES_NOTHING),
        ("read/feed.py", "etree.XMLParser", REACHES_NOTHING | RESOLVES_NOTHING),
    ],
)
def test_the_parsers_of_markup_reach_nothing(name: str, parser: str, stated: dict[str, str]) -> None:
    tree = ast.parse((PACKAGE / name).read_text())
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == parser]
    (options,) = [{word.arg: ast.unparse(word.value) for word in node.keywords} for node in made]
    assert options.items() >= stated.items()
