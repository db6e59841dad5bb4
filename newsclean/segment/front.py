"""Front matter: what a text states about itself at its very top.

In Markdown that is YAML between two rows of dashes, or TOML between two of plus signs; elsewhere it is lines with
labels.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import NamedTuple

from newsclean.segment.clean import blanked
from newsclean.segment.labelled import Head, read_head

LINES, LONGEST = 200, 100_000
"""Lines and characters that front matter may have."""
_OPEN = re.compile(r"\ufeff?(---|\+\+\+)[ \t]{0,9}\r?\n")


class Form(NamedTuple):
    """How front matter is written. tomllib takes a minute for a hostile one."""

    close: re.Pattern[str]
    pair: re.Pattern[str]
    item: re.Pattern[str]
    """That of a list over several lines."""
    other: re.Pattern[str]
    """A blank line, a comment, or one that goes on with the line before."""


FORMS = {
    "---": Form(
        re.compile(r"(?:---|\.\.\.)\s*"),
        re.compile(r"([A-Za-z][\w.-]{0,60})[ \t]{0,9}:(?:[ \t]+(.{0,2000}))?\s*"),
        re.compile(r"\s{0,9}-[ \t]+(.{1,500})"),
        re.compile(r"\s*(?:#.*)?|[ \t].*", re.DOTALL),
    ),
    "+++": Form(
        re.compile(r"\+\+\+\s*"),
        re.compile(r"([A-Za-z][\w.-]{0,60})[ \t]{0,9}=[ \t]{0,9}(.{0,2000})\s*"),
        re.compile(r"\s{1,9}([\"'].{0,500}[\"'])\s{0,9},?\s*"),
        re.compile(r"\s*(?:#.*)?|[ \t\[\]].*", re.DOTALL),  # and the name of a table
    ),
}
"""By the row that opens it."""


class Front(NamedTuple):
    """A text without its front matter."""

    text: str
    """With blanks where that was, so that all else keeps its place; of it the title is left, which is shown over the
    text, unless the text begins with it, and lines that are read as part of the text."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Keys in lower case with their values, as printed."""


def without_front_matter(text: str) -> Front:
    """The text, and what stood above it.

    >>> front = without_front_matter("---\\ntitle: Ferry\\ntags: [a, b]\\n---\\nWords.")
    >>> front.text.split(), front.pairs
    (['Ferry', 'Words.'], (('title', 'Ferry'), ('tags', 'a, b')))
    """
    head = _read(text)
    if not head.end:
        head = read_head(text)
    if not head.end:
        return Front(text)
    end, (start, behind) = head.end, head.title
    again = text[start:behind] in text[end : end + behind - start + 100]
    shown = sorted(head.printed if again else [*head.printed, head.title])
    gaps = pairwise([0, *chain.from_iterable(shown), end])
    kept = [text[a:b] if n % 2 else blanked(text[a:b]) for n, (a, b) in enumerate(gaps)]
    return Front("".join(kept) + text[end:], head.pairs)


def _read(text: str) -> Head:
    """What front matter says."""
    opened = _OPEN.match(text)
    if not opened:
        return Head()
    form, end, pairs = FORMS[opened[1]], opened.end(), list[tuple[str, str]]()
    for line in text[end : end + LONGEST].splitlines(keepends=True)[:LINES]:
        end += len(line)
        if form.close.fullmatch(line):
            return _head(text, end, pairs)
        if pair := form.pair.fullmatch(line):
            pairs.append((pair[1].lower(), _scalar(pair[2] or "")))
        elif (item := form.item.match(line)) and pairs:
            key, value = pairs[-1]
            pairs[-1] = key, f"{value}, {_scalar(item[1])}" if value else _scalar(item[1])
        elif not form.other.fullmatch(line):
            break
    return Head()


def _head(text: str, end: int, pairs: list[tuple[str, str]]) -> Head:
    title = dict(pairs).get("title", "")
    at = text.find(title, 0, end)  # a list of titles stands nowhere as it is told
    return Head(end, tuple(pairs), (at, at + len(title)) if at >= 0 else (0, 0)) if pairs else Head()


def _scalar(value: str) -> str:
    """A value without the marks of YAML and TOML around it.

    >>> _scalar("'Ferry'"), _scalar('["Ada Pole", "Ben Venn"]'), _scalar("[ferry, council]")
    ('Ferry', 'Ada Pole, Ben Venn', 'ferry, council')
    """
    value = value.strip()
    if value[:1] + value[-1:] == "[]":
        return ", ".join(filter(None, map(_scalar, value[1:-1].split(","))))
    if value[:1] + value[-1:] in ('""', "''"):
        value = value[1:-1]
    return "" if value in ("null", "~", "|", ">", "|-", ">-", "[") else value
