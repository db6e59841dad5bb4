"""Markdown behind front matter in YAML: for readers, for site generators and for language models."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic_core import to_json

from newsclean.record import Article, Image
from newsclean.write.jsonl import time_of
from newsclean.write.visible import visible

FRONT: dict[str, Callable[[Article], Any]] = {
    # To add a key: its name and its value, a text, a whole number, texts or None.
    "headline": lambda article: article.headline,
    "authors": lambda article: [author.name for author in article.authors],
    "byline": lambda article: article.byline,
    "published": lambda article: time_of(article.published),
    "modified": lambda article: time_of(article.modified),
    "publisher": lambda article: article.publisher,
    "url": lambda article: article.url,
    "language": lambda article: article.language,
    "section": lambda article: article.section,
    "kicker": lambda article: article.kicker,
    "tags": lambda article: article.tags,
    "access": lambda article: article.access,
    "word_count": lambda article: article.word_count,
    "source": lambda article: article.source.path,
    "id": lambda article: article.id,
}
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What JSON leaves as it is, and YAML forbids or takes for the end of a line, or a terminal obeys."""
_MARK = re.compile(
    r"[\\`*_\[<~|&#+=>:-](?:"  # a set to begin with, for which it is quick to look
    r"(?<=[\\`*_\[<~|])"  # code, emphasis, links, markup, tables
    r"|(?<=&)(?=#?\w{1,32};)"  # entities
    r"|(?<=#)(?<!\S#)"  # headings, and what closes them
    r"|(?<=[-+=>:])(?<!..))",  # at the beginning of a line: lists, rules, quotes, definitions
    re.ASCII,
)
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.MULTILINE | re.ASCII)
"""What begins a numbered list."""


def page_of(article: Article) -> bytes:
    """Front matter that `yaml.safe_load` reads back; then headline, standfirst, body, and captions as quotes.

    What CommonMark and GitHub give a meaning to is escaped. Pages may follow each other: the two lines around the front
    matter are the only ones of a page that are "---".
    """
    front = _yaml("".join(f"{key}: {to_json(value(article)).decode()}\n" for key, value in FRONT.items()))
    text = "".join(f"{block}\n\n" for block in _blocks(article))
    return f"---\n{front}---\n\n{text}".encode()


def _yaml(json: str) -> str:
    """Lines of JSON as YAML, which allows all that JSON does but a few characters."""
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def _blocks(article: Article) -> Iterator[str]:
    if article.headline:
        yield "# " + _escaped(" ".join(visible(article.headline).split()))
    yield from _paragraphs(article.standfirst or "")
    yield from _paragraphs(article.body or "")
    for image in article.images:
        for paragraph in _paragraphs(_told(image)):
            yield "> " + paragraph.replace("\n", "\n> ")


def _told(image: Image) -> str:
    credit = f"({image.credit})" if image.credit else ""
    return f"{image.caption or ''} {credit}"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in visible(text).split("\n\n"):
        lines = [line.strip(" \t") for line in paragraph.split("\n")]
        if any(lines):
            yield _escaped("\n".join(filter(None, lines)))


def _escaped(text: str) -> str:
    return _NUMBER.sub(r"\1\\\2", _MARK.sub(lambda found: "\\" + found[0], text))
