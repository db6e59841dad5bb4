"""`python -m newsclean.training.render FOLDER`: more kinds of dump of the pages in `FOLDER/html`, to learn from.

Writes `FOLDER/dumps/markdown` by html2text and `FOLDER/dumps/layout` by inscriptis, each page in one of the two. A
page that a tool cannot read is left out.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Callable
from pathlib import Path

import html2text
import inscriptis

from newsclean.document import Source
from newsclean.read import dump_of
from newsclean.read.items import Item

TOOLS: dict[str, Callable[[str], str]] = {"markdown": html2text.html2text, "layout": inscriptis.get_text}
"""By the name of the kind. To add one: its name and what turns HTML into it."""


def main() -> None:
    """Parse the arguments and write the dumps."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.training.render", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds html/<id>.html.gz")
    folder = parser.parse_args().folder
    kinds = list(TOOLS)
    for n, packed in enumerate(sorted((folder / "html").glob("*.html.gz"))):
        kind, name = kinds[n % len(kinds)], packed.name.removesuffix(".html.gz")
        html = dump_of(Item(Source(name), gzip.decompress(packed.read_bytes()))).text
        try:
            text = TOOLS[kind](html)
        except (AssertionError, IndexError, KeyError, RecursionError, ValueError):
            continue
        out = folder / "dumps" / kind / f"{name}.txt"
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text.encode("utf-8", "replace").decode("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
