"""The page that shows sheets: one HTML file with its styles, its script and its data, which loads nothing.

Its parts are files of this folder. The modules of the script are put one behind the other, in the order of their use;
text of dumps stands in it as JSON alone, of which no browser runs anything.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from newsclean.check.rules import RULES
from newsclean.view.sheet import Row

MODULES = ("dom", "index", "roles", "overview", "table", "record", "dump", "app")
"""What all pages run, each after what it imports."""
OWN = {"report": ("report",), "review": ("editor", "review")}
"""What each kind of page runs besides."""
POLICY = (
    "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src {style}; script-src {script}"
)
"""What the page may load and run: the styles and the script in it, by their hashes."""
_IMPORT = re.compile(r"^import .*\n|^export ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows besides its dumps."""

    rows: Sequence[Row]
    names: Sequence[str] = ("",)
    """Addresses of all pages, from this one; the rows say by number which holds their sheet."""
    number: int = 1
    first: int = 1
    """Number of the first row."""
    more: tuple[tuple[str, Any], ...] = ()
    """What else the script of the page reads, by name."""


def head(title: str, module: str, policy: str = "") -> bytes:
    """All that stands before the dumps, of a page that ends with this module; `policy` allows more."""
    return _filled(title, module, policy)[0]


def tail(title: str, module: str, page: Page, policy: str = "") -> bytes:
    """All that stands behind the dumps."""
    before, after = _filled(title, module, policy)[1].split(_INDEX.encode())
    rules = {rule.code: {"name": rule.name, "severity": rule.severity} for rule in RULES}
    index = {
        "columns": Row._fields,
        "rows": page.rows,
        "rules": rules,
        "pages": page.names,
        "page": page.number,
        "first": page.first,
        **dict(page.more),
    }
    return before + inert(json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()) + after


def dump_data(number: int, sheet: bytes, repeats: Iterable[dict[str, str]]) -> bytes:
    """The sheet of a dump, as JSON, and what it repeats, for its place in the page."""
    data = b"[" + sheet + b"," + json.dumps([*repeats]).encode() + b"]"
    return b'<script type="application/json" id="dump-%d">%s</script>\n' % (number, inert(data))


def inert(data: bytes) -> bytes:
    r"""JSON that no HTML parser takes for markup.

    >>> inert(b'["</script><!--"]')
    b'["\\u003c/script>\\u003c!--"]'
    """
    return data.replace(b"<", b"\\u003c")


_DUMPS, _INDEX = "@@dumps@@", "@@index@@"


@cache
def _filled(title: str, module: str, policy: str) -> tuple[bytes, bytes]:
    style = _file("style.css")
    script = "".join(_IMPORT.sub("", _file(f"{name}.js")) for name in (*MODULES, *OWN[module]))
    allowed = POLICY.format(style=_hash(style), script=_hash(script)) + policy
    words = {"title": html.escape(title), "policy": allowed, "style": style, "script": script}
    page = Template(_file("page.html")).substitute(words, dumps=_DUMPS, index=_INDEX)
    before, after = page.split(_DUMPS)
    return before.encode(), after.encode()


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
