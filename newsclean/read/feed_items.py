"""The items of a feed, collected from the events of its parser."""

from __future__ import annotations

from collections.abc import Mapping, Set
from html import escape
from io import StringIO

from newsclean.limits import Limits
from newsclean.read.limits import ReadError
from newsclean.record import Reason

Found = dict[str, list[str]]
"""What an item says, by the paths of its elements in it."""
NAMESPACES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
"""Prefixes that names have here, whatever the feed calls them; elements of other namespaces say nothing."""
ITEMS = frozenset(("item", "atom:entry"))
PUBLISHER = "feed's title"  # which is no path of an element
TITLES = (["channel", "title"], ["atom:feed", "atom:title"])
"""The title of the feed itself names the publisher."""
MEDIA = ("", "text", "html", "xhtml", "text/plain", "text/html", "application/xhtml+xml")
ONLY = {"atom:link": ("rel", ("", "alternate")), "guid": ("isPermaLink", ("", "true")), "atom:content": ("type", MEDIA)}
"""Elements that are read only where an attribute is one of these, or missing: others lead elsewhere, or are none."""
IN_ATTRIBUTES = {"atom:link": ("href",), "atom:category": ("label", "term")}
"""Elements whose words stand in an attribute, the first that they have."""
DEEPEST = 200
"""Elements inside one another, at most; libxml2 ends at 256."""
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
"""Elements of HTML without an end."""


class Reader:
    """Collects the items of a feed from the events of its parser."""

    def __init__(self, read: Set[str], limits: Limits) -> None:
        """`read` are the paths of the elements whose words are kept."""
        self._read = read
        self._most, self._deepest = limits.max_input, min(limits.max_depth, DEEPEST)
        self._open: list[str] = []
        """Names of the elements that stand open."""
        self._publisher = ""
        self._item: Found | None = None
        self._top, self._at = 0, 0
        """How many elements are open down to the item, and to the element in it whose words are collected; or 0."""
        self._words = StringIO()
        self._size = 0
        """Characters of the item."""
        self._done: list[Found | ReadError] = []

    def taken(self) -> list[Found | ReadError]:
        """The items that ended since this was asked last."""
        done, self._done = self._done, []
        return done

    def doctype(self, *_: object) -> None:
        """A document type that was not taken out."""
        raise ReadError(Reason.MALFORMED, "declares a document type in UTF-16: convert it to UTF-8")

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element begins."""
        if len(self._open) >= self._deepest:
            raise ReadError(Reason.TOO_DEEP, f"nests over {self._deepest} elements: leave it out")
        self._open.append(_name(tag))
        if self._at:
            self._write(_markup(tag, attrib))
        elif self._item is None and self._open[-1] in ITEMS:
            self._item, self._top, self._size = {PUBLISHER: [self._publisher]}, len(self._open), 0
        elif self._path in self._read and _is_read(self._open[-1], attrib):
            self._at = len(self._open)
            self._write(next((attrib[key] for key in IN_ATTRIBUTES.get(self._open[-1], ()) if key in attrib), ""))

    @property
    def _path(self) -> str:
        """Where it stands in the item; of the feed's own elements the title alone has one."""
        if self._item is None:
            return PUBLISHER if self._open[-2:] in TITLES else ""
        names = self._open[self._top :]
        return "/".join(names) if len(names) < 3 else ""

    def data(self, data: str) -> None:
        """Characters."""
        if self._at:
            self._write(escape(data, quote=False) if len(self._open) > self._at else data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._at == len(self._open):
            self._keep(self._words.getvalue().strip())
            self._at, self._words = 0, StringIO()
        elif self._at:
            self._write("" if _local(tag) in VOID else f"</{_local(tag)}>")
        elif self._item is not None and self._top == len(self._open):
            message = f"is larger than {self._most} bytes: raise --max-input"
            self._done.append(self._item if self._size <= self._most else ReadError(Reason.TOO_LARGE, message))
            self._item = None
        self._open.pop()

    def close(self) -> None:
        """The feed ends, or is damaged."""

    def _write(self, words: str) -> None:
        self._size += len(words)
        if self._size <= self._most:
            self._words.write(words)

    def _keep(self, words: str) -> None:
        if self._item is None:
            self._publisher = words
        elif words:
            self._item.setdefault(self._path, []).append(words)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _name(tag: str) -> str:
    """The name of an element with the prefix that it has here; "" of one that says nothing."""
    prefix = NAMESPACES.get(tag.rpartition("}")[0].removeprefix("{"))
    return "" if prefix is None else prefix + _local(tag)


def _is_read(name: str, attrib: Mapping[str, str]) -> bool:
    key, values = ONLY.get(name, ("", ("",)))
    return attrib.get(key, "") in values


def _markup(tag: str, attrib: Mapping[str, str]) -> str:
    """An element of XHTML as one of HTML, where it begins."""
    attributes = (f' {_local(key)}="{escape(value)}"' for key, value in attrib.items())
    return f"<{_local(tag)}{''.join(attributes)}>"
