"""`python -m newsclean.training.render FOLDER`: more kinds of dump of the pages in `FOLDER/html`, to learn from.

Writes to `FOLDER/dumps` each page as `markdown` by html2text or as `layout` by inscriptis, and, all on one line, the
latter as `line` or all strings of the markup as `strings`. A page that a tool cannot read is left out.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Callable
from pathlib import Path

from newsclean.training import MISSING

try:
    import html2text
    import inscriptis
except ImportError:
    raise SystemExit(MISSING) from None
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from newsclean.document import Source
from newsclean.read import dump_of
from newsclean.read.items import Item

UNSEEN = ("script", "style", "noscript", "template")
"""Elements of which no text is shown."""


def strings(html: str) -> str:
    """All strings of the markup, with a space between them."""
    tree = document_fromstring(html, HTMLParser(remove_comments=True))
    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    return " ".join(filter(None, (str(said).strip() for said in tree.itertext())))


Tool = Callable[[str], str]
TOOLS: tuple[dict[str, Tool], ...] = (
    {"markdown": html2text.html2text, "layout": inscriptis.get_text},
    {"line": lambda html: " ".join(inscriptis.get_text(html).split()), "strings": strings},
)
"""By the name of the kind, each page in one kind of a row. To add one: its name and what turns HTML into it."""


def main() -> None:
    """Parse the arguments and write the dumps."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.training.render", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds html/<id>.html.gz")
    folder = parser.parse_args().folder
    for n, packed in enumerate(sorted((folder / "html").glob("*.html.gz"))):
        name = packed.name.removesuffix(".html.gz")
        html = dump_of(Item(Source(name), gzip.decompress(packed.read_bytes()))).text
        for tools in TOOLS:
            kind = list(tools)[n % len(tools)]
            try:
                text = tools[kind](html)
            except (AssertionError, IndexError, KeyError, RecursionError, ValueError, etree.LxmlError):
                continue
            out = folder / "dumps" / kind / f"{name}.txt"
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(text.encode("utf-8", "replace").decode("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
