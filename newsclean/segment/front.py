"""Front matter: what Markdown states about itself in lines of YAML, between two rows of dashes at its very top."""

from __future__ import annotations

import re
from typing import NamedTuple

LINES, LONGEST = 200, 100_000
"""Lines and characters that front matter may have."""
_OPEN = re.compile(r"\ufeff?---[ \t]{0,9}\r?\n")
_CLOSE = re.compile(r"(?:---|\.\.\.)\s*")
_PAIR = re.compile(r"([A-Za-z][\w.-]{0,60})[ \t]{0,9}:(?:[ \t]+(.{0,2000}))?\s*")
_ITEM = re.compile(r"\s{0,9}-[ \t]+(.{1,500})")
_OTHER = re.compile(r"\s*(?:#.*)?|[ \t].*", re.DOTALL)
"""A blank line, a comment, or one that goes on with the line before."""
_NO_BREAK = re.compile(r"[^\r\n]")


class Front(NamedTuple):
    """A text without its front matter."""

    text: str
    """With blanks where that was, so that all else keeps its place; of it the title alone is left, which is shown over
    the text, unless the text begins with it."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Keys in lower case with their values, as printed."""


def without_front_matter(text: str) -> Front:
    """The text, and what stood above it.

    >>> front = without_front_matter("---\\ntitle: Ferry\\ntags: [a, b]\\n---\\nWords.")
    >>> front.text.split(), front.pairs
    (['Ferry', 'Words.'], (('title', 'Ferry'), ('tags', 'a, b')))
    """
    end, pairs = _read(text)
    if not end:
        return Front(text)
    title = dict(pairs).get("title", "")
    at = text.find(title, 0, end) if title and title not in text[end : end + len(title) + 100] else end
    shown = text[at : min(end, at + len(title))]
    blank = _NO_BREAK.sub(" ", text[:at]), _NO_BREAK.sub(" ", text[at + len(shown) : end])
    return Front(shown.join(blank) + text[end:], tuple(pairs))


def _read(text: str) -> tuple[int, list[tuple[str, str]]]:
    """How many characters front matter takes, 0 where there is none, and what it says."""
    opened = _OPEN.match(text)
    end, pairs = opened.end() if opened else 0, list[tuple[str, str]]()
    for line in text[end : end + LONGEST].splitlines(keepends=True)[:LINES] if opened else ():
        end += len(line)
        if _CLOSE.fullmatch(line):
            return (end, pairs) if pairs else (0, [])
        if pair := _PAIR.fullmatch(line):
            pairs.append((pair[1].lower(), _scalar(pair[2] or "")))
        elif (item := _ITEM.match(line)) and pairs:
            key, value = pairs[-1]
            pairs[-1] = key, f"{value}, {_scalar(item[1])}" if value else _scalar(item[1])
        elif not _OTHER.fullmatch(line):
            break
    return 0, []


def _scalar(value: str) -> str:
    """A value without the marks of YAML around it."""
    value = value.strip()
    if value[:1] + value[-1:] in ("[]", '""', "''"):
        value = value[1:-1]
    return "" if value in ("null", "~", "|", ">", "|-", ">-") else value
