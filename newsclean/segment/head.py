"""What a document states about itself, collected as it is read; `hints` makes sense of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

STATEMENTS = 2_000
"""Statements of one kind that are kept of a document."""
SCOPES = 8
"""Enclosing microdata items that a property knows."""


class Scope(NamedTuple):
    """A microdata item that stands open: the property that it is the value of, and its type."""

    number: int
    """That of its element."""
    prop: str
    kind: str


class Property(NamedTuple):
    """A microdata property with its value."""

    name: str
    value: str
    scopes: tuple[Scope, ...]
    """Items around it, innermost last."""


@dataclass(slots=True)
class Head:
    """Statements in document order."""

    language: str | None = None
    title: str | None = None
    metas: list[tuple[str, str]] = field(default_factory=list)
    """Name and content of meta elements, the name in lower case."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Relation and address of link elements."""
    scripts: list[str] = field(default_factory=list)
    """JSON-LD as it stands."""
    properties: list[Property] = field(default_factory=list)

    def meta(self, attrib: Mapping[str, str]) -> None:
        """Take a meta element."""
        content = attrib.get("content")
        name = attrib.get("property") or attrib.get("name") or attrib.get("http-equiv")
        if name and content and len(self.metas) < STATEMENTS:
            self.metas.append((name.strip().lower(), content))

    def link(self, attrib: Mapping[str, str]) -> None:
        """Take a link element."""
        rel, href = attrib.get("rel"), attrib.get("href")
        if rel and href and len(self.links) < STATEMENTS:
            self.links.append((rel.strip().lower(), href))

    def property(self, name: str, value: str, scopes: tuple[Scope, ...]) -> None:
        """Take a microdata property."""
        if value and len(self.properties) < STATEMENTS:
            self.properties.append(Property(name, value, scopes[-SCOPES:]))
