"""The same dump in another shape: real dumps, changed as tools and people change them, give the record that they gave
before. `python tests/quality/test_shapes.py` prints how alike. Skipped where ../shared/bench is absent."""

from __future__ import annotations

import functools
import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import newsclean

DUMPS = Path(__file__).resolve().parents[3] / "shared" / "bench" / "dev" / "dumps" / "innertext"
EVERY = 16
WIDTH = 60
Shape = Callable[[str], str]


def rows(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def printed(text: str) -> Iterator[str]:
    """Lines of a column, with words split at its margin."""
    for row in rows(text):
        line = ""
        for word in row.split():
            room = WIDTH - len(line) - 2
            if len(line) + len(word) < WIDTH:
                line = f"{line} {word}".lstrip()
            elif room > 2 and len(word) - room > 2 and word.isalpha():
                yield f"{line} {word[:room]}-"
                line = word[room:]
            else:
                yield line
                line = word
        yield line


def mailed(text: str) -> Iterator[str]:
    """Wrapped lines with the address of a link in each, as html-to-text writes mail."""
    for n, row in enumerate(rows(text)):
        words = row.split()
        words.insert(5, f"[https://post.example/news/{'of-the-town/' * (n % 7)}{n}]")
        yield from textwrap.wrap(" ".join(words), 80, break_long_words=False, break_on_hyphens=False)
        yield ""


SHAPES: dict[str, tuple[Shape, tuple[float, float, float]]] = {
    # What makes it of a dump, and how alike bodies, headlines and authors must be at least, 0..1: what is reached.
    "numbers": (
        lambda text: "".join(f"{n}. {row}\n" for n, row in enumerate(text.splitlines(), 1)),
        (0.99, 0.99, 0.99),
    ),
    "an editor's lines": (
        lambda text: "".join(f"{n:6}\t{row}\n" for n, row in enumerate(text.splitlines(), 1)),
        (0.99, 0.99, 0.99),
    ),
    "breaks": (lambda text: "<br>\n".join(text.splitlines()), (0.99, 0.99, 0.99)),
    "bars": (lambda text: "|".join(rows(text)), (0.97, 0.92, 0.9)),
    "tabs": (lambda text: "\t".join(rows(text)), (0.99, 0.92, 0.9)),
    "a JSON string": (lambda text: json.dumps(text)[1:-1], (0.99, 0.99, 0.99)),
    "a mail's quote": (lambda text: "".join(f"> {row}\n" for row in text.splitlines()), (0.99, 0.99, 0.99)),
    "addresses in brackets": (lambda text: "\n".join(mailed(text)), (0.99, 0.98, 0.99)),
    "capitals": (str.upper, (0.97, 0.98, 0.78)),
    "a column": (lambda text: "\n".join(printed(text)), (0.96, 0.83, 0.9)),
}

pytestmark = pytest.mark.skipif(not DUMPS.exists(), reason=f"no dumps at {DUMPS}")


@functools.cache
def dumps() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(DUMPS.iterdir())[::EVERY]]


@functools.cache
def records(shape: str | None) -> list[newsclean.Article | None]:
    """What each dump gives in a shape; None where it is refused."""
    change = SHAPES[shape][0] if shape else str
    return [_record(change(text)) for text in dumps()]


def _record(text: str) -> newsclean.Article | None:
    try:
        return newsclean.extract_all(text.encode())[0]
    except newsclean.RejectedError:
        return None


def alike(shape: str) -> dict[str, float]:
    """How alike records are to those of the dumps as they are: words of bodies in common (F1), and shares of those with
    a headline or authors that have the same."""
    pairs = [(one, other) for one, other in zip(records(None), records(shape), strict=True) if one]
    titled = [(one, other) for one, other in pairs if one.headline]
    signed = [(one, other) for one, other in pairs if one.authors]
    return {
        "body": sum(_common(one.body, other.body if other else None) for one, other in pairs) / len(pairs),
        "headline": sum(_folded(one.headline) == _folded(other.headline if other else None) for one, other in titled)
        / len(titled),
        "authors": sum(_names(one) == _names(other) for one, other in signed) / len(signed),
    }


def _common(one: str | None, other: str | None) -> float:
    words, others = (Counter(_folded(text).split()) for text in (one, other))
    both = (words & others).total()
    return 2 * both / (words.total() + others.total()) if both else float(words == others)


def _folded(text: str | None) -> str:
    return (text or "").casefold()


def _names(article: newsclean.Article | None) -> list[str]:
    return [author.name for author in article.authors] if article else []


@pytest.mark.parametrize("shape", SHAPES)
def test_another_shape_gives_nearly_the_same_record(shape: str) -> None:
    found = alike(shape)
    assert all(value >= least for value, least in zip(found.values(), SHAPES[shape][1], strict=True)), found


if __name__ == "__main__":
    for name in SHAPES:
        print(name, {figure: round(value, 3) for figure, value in alike(name).items()})
