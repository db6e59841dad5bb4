"""Feeds: RSS 2.0, RSS 1.0 and Atom. An item is a document, with what the feed states of it.

lxml sends events to a target and builds no tree, so that memory stays that of one item. What a document type declares
is taken out unread: so no entity is there to grow, and none leads to a file or an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.entities import html5
from typing import Any

from lxml import etree

from newsclean.document import Source
from newsclean.lang.head import ADDRESS
from newsclean.read.containers import DOCTYPE, HEAD, PROLOGUE
from newsclean.read.feed_items import PUBLISHER, Found, Reader
from newsclean.read.items import KEYS, Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.rows import item_of
from newsclean.read.sniff import is_html
from newsclean.read.streams import CHUNK, Stream
from newsclean.record import Reason

CONTENT = ("content:encoded", "atom:content", "description", "atom:summary")
"""Elements of an item that hold its document, the fullest first."""
STATED = {
    "title": ("title", "atom:title", "dc:title"),
    "author": ("dc:creator", "atom:author/atom:name", "author"),
    "date": ("pubDate", "atom:published", "dc:date"),
    "modified": ("atom:updated",),
    "tags": ("category", "atom:category", "dc:subject"),
}
"""Those that state something, by the column of a row that would state it; the first that an item has is read."""
URLS = ("link", "atom:link", "guid")
READ = frozenset((PUBLISHER, *CONTENT, *URLS, *(path for paths in STATED.values() for path in paths)))
LONGEST_NAME = 33
"""Bytes of the longest name that HTML has for a character, "&" and ";" among them."""
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
REASONS = {
    etree.ErrorTypes.ERR_INVALID_ENCODING: Reason.UNDECODABLE,
    etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING: Reason.UNDECODABLE,
    etree.ErrorTypes.ERR_CDATA_NOT_FINISHED: Reason.TOO_LARGE,  # libxml2 takes 10 MB
    etree.ErrorTypes.ERR_COMMENT_NOT_FINISHED: Reason.TOO_LARGE,
}
"""By what libxml2 calls a damage; the others are malformed."""


def unpack(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The document of each item, or why there is none; where the feed is damaged, one refusal behind those before."""
    reader = Reader(READ, context.limits)
    events: Any = reader  # the stubs ask for more than lxml does
    parser = etree.XMLParser(target=events, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    chunk = stream.head(HEAD)
    stream.skip(len(chunk))
    chunk = _without_doctype(chunk)
    number, damage, kept = 0, None, b""
    while chunk and not damage:
        try:
            whole, kept = _spelled_out(kept + chunk)
            parser.feed(whole)
            chunk = stream.some(CHUNK)
            if not chunk:
                parser.feed(kept)
                parser.close()
        except etree.XMLSyntaxError as error:
            damage = _damaged(error, ended=not chunk)
        except ReadError as error:
            damage = error
        for found in reader.taken():
            yield _item(found, replace(source, member=f"{source.member or ''}[{number}]"))
            number += 1
    if damage:
        yield damage.of(source)


def _without_doctype(head: bytes) -> bytes:
    """The beginning of a feed without its document type and the white space that scripts print above all."""
    prologue = PROLOGUE.match(head)
    end = prologue.end() if prologue else 0
    return re.sub(DOCTYPE, b"", head[:end]).lstrip() + head[end:]


def _spelled_out(chunk: bytes) -> tuple[bytes, bytes]:
    """Characters by their numbers where HTML alone has a name for them, "&nbsp;", which ends a document of XML; and the
    beginning of a name that ends in the next chunk.

    >>> _spelled_out(b"Tea&nbsp;&amp; a caf&eacute;&mda")
    (b'Tea&#160;&amp; a caf&#233;', b'&mda')
    """
    last = chunk.rfind(b"&", -LONGEST_NAME)
    end = last if last >= 0 and b";" not in chunk[last:] else len(chunk)
    return _NAMED.sub(_numbered, chunk[:end]), chunk[end:]


def _numbered(name: re.Match[bytes]) -> bytes:
    characters = html5.get(name[1].decode(), "")
    return b"".join(b"&#%d;" % ord(each) for each in characters) or name[0]


def _damaged(error: etree.XMLSyntaxError, *, ended: bool) -> ReadError:
    reason = Reason.TRUNCATED if ended else REASONS.get(getattr(error, "code", 0), Reason.MALFORMED)
    return ReadError(reason, f"is a damaged feed ({error.msg}): get it anew")


def _item(found: Found | ReadError, source: Source) -> Item | ReadError:
    if isinstance(found, ReadError):
        return found.of(source)
    content = next((value for path in CONTENT for value in found.get(path, ())), None)
    if content is None:
        return ReadError(Reason.EMPTY, "has no content: get the page at its address").of(source)
    # A fragment may begin with a word: whether it is HTML is told as if an element stood before that.
    key = "html" if is_html("<i>" + content) else "text"
    return item_of({key: content} | _row(found), source, KEYS)


def _row(found: Found) -> dict[str, object]:
    """What an item states, as a row would."""
    said = {column: next((found[path] for path in paths if path in found), []) for column, paths in STATED.items()}
    tags = said["tags"]
    return {
        "url": next((url for path in URLS for url in found.get(path, ()) if url.startswith(ADDRESS)), None),
        "title": said["title"][:1],
        "author": [name for author in said["author"] if (name := _person(author))],
        "date": said["date"][:1],
        "modified": said["modified"][:1],
        "publisher": found[PUBLISHER],
        "section" if len(tags) == 1 else "tags": tags,
    }


def _person(author: str) -> str:
    """The name that RSS prints in brackets behind an address; "" of an address alone.

    >>> _person("ada@post.example (Ada Pole)"), _person("Ada Pole (London)"), _person("ada@post.example")
    ('Ada Pole', 'Ada Pole (London)', '')
    """
    mail, _, name = author.partition("(")
    return name.rstrip(" )") if "@" in mail else author
