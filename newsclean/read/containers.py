"""Containers: files that hold other files, records or rows.

How to add a format: a module of this folder with `unpack(stream, source, context)`, which gives an item or an error for
each document in it, and a row in `FORMATS`.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from newsclean.document import Source
from newsclean.lang.head import folded
from newsclean.read.decode import WIDE, marked
from newsclean.read.items import KEYS, Context, Item, Keys, OverError
from newsclean.read.limits import ReadError
from newsclean.read.streams import CHUNK, Stream
from newsclean.record import Reason

HEAD = 16 * 1024
"""Bytes by which a format is known."""

ROWS = 0.25
"""Share of the lines of JSONL that are objects, at least; others are damaged."""

_MARK = rb"(?:\xef\xbb\xbf)?\s{0,999}"
_KEY = rb"""\"(?:[^"\\\n]|\\.){1,200}\"\s{0,9}:"""
_JSONL = re.compile(_MARK + rb"\{[ \t]{0,9}" + _KEY)
_STRING = rb"""\"(?:[^"\\\x00-\x1f]|\\.){0,16384}+"""
_JSON = (
    _MARK
    + rb"""(?:(?:\[\s{0,999})?\{\s{0,999}%s|\[\s{0,999}%s(?:"\s{0,999}[],]|\\?\Z)|%s(?:"\s{0,999}|\\?)\Z)"""
    % (
        _KEY,
        _STRING,
        _STRING,
    )
)
"""An object, an array of them or of strings, or one string that is all that there is."""
_ROW = re.compile(rb"^[ \t]{0,9}\S", re.MULTILINE)
HEADER = re.compile(rb"([!-9;-~]{1,76}):")
_MAIL = (
    {b"mime-version", b"content-type"},
    {b"from", b"date", b"subject"},
    {b"from", b"date", b"message-id"},
)
"""Headers that all stand over a mail or a saved page, and not over a text that begins with a colon or two."""
DOCTYPE = rb"<!DOCTYPE[^>\[]{0,999}+(?:\[[^\]]{0,9999}+\]\s{0,99}+)?+>"
PROLOGUE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s{1,999}+|<\?[^>]{0,999}+>|<!--(?>.{0,9999}?-->)|%s){0,50}+" % DOCTYPE,
    re.DOTALL,
)
"""What may stand over the root element of XML."""
_ROOT = re.compile(rb"<(?:[\w-]{1,40}:)?+(rss|RDF|feed)(?=[\s>])([^>]{0,9999}+)>")
_ROOTS = {b"rss": b"", b"RDF": b"http://purl.org/rss/1.0/", b"feed": b"http://www.w3.org/2005/Atom"}
"""Root elements of feeds, and a namespace that they name."""


Unpack = Callable[[Stream, Source, Context], Iterator[Item | ReadError]]
"""What gives an item or an error for each document of a container."""


class Format(NamedTuple):
    """A kind of container."""

    name: str
    module: str
    """Of this folder; imported when one is met."""
    is_it: Callable[[bytes, Keys], object]
    """Whether a file begins so, its documents being under these keys where it has rows."""
    nests: bool = False
    """Whether containers may stand in it."""
    decodes: bool = False
    """Whether it reads UTF-16; else that is turned to UTF-8 before."""
    ends: tuple[str, ...] = ()
    """Ends of the names of files that are read so whatever they begin with: their parts would make no text."""

    def reader(self) -> Unpack:
        """Its `unpack`."""
        unpack: Unpack = import_module(f"newsclean.read.{self.module}").unpack
        return unpack


def _begins(*magics: bytes) -> Callable[[bytes, Keys], bool]:
    return lambda head, _: head.startswith(magics)


def _matches(pattern: bytes) -> Callable[[bytes, Keys], object]:
    match = re.compile(pattern).match
    return lambda head, _: match(head)


def _is_tar(head: bytes, _: Keys) -> bool:
    if b"\0" not in head[:512]:  # as text is
        return False
    from newsclean.read.tar import header_of

    return header_of(head[:512]) is not None


def _is_jsonl(head: bytes, keys: Keys) -> bool:
    """Whether a file begins with an object, as do many of its lines: not a text that a script stands over.

    Where its first line is none, as one that is damaged, the others must be, and have a key of documents.
    """
    if not _JSONL.match(head):
        first, _, head = head.partition(b"\n")
        if first.lstrip().startswith(b"[") or not _JSONL.match(head) or not _has_key(head, keys):
            return False
    if _goes_on(head):
        return False
    rows = [row[0][-1:] == b"{" for row in _ROW.finditer(head.removeprefix(b"\xef\xbb\xbf"))]
    return sum(rows) >= ROWS * len(rows)


def _has_key(head: bytes, keys: Keys) -> bool:
    from newsclean.read.jsonl import keys_in

    return keys_in(head, keys)


def _goes_on(head: bytes) -> bool:
    """Whether something stands behind the object in its line."""
    from newsclean.read.jsonl import DECODER

    text = head.decode("utf-8-sig", "replace").lstrip()
    try:
        _, end = DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return bool(text[end:].partition("\n")[0].strip())


def _is_mail(head: bytes, _: Keys) -> bool:
    block = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    first, *others = block.split(b"\n")
    lines = others if first.startswith(b"From ") else [first, *others]
    if not lines or not HEADER.match(lines[0]):
        return False
    found = [HEADER.match(line) for line in lines]
    names = {match[1].lower() for match in found if match}
    whole = all(match or line[:1] in b" \t" for match, line in zip(found[:-1], lines, strict=False))
    return whole and any(names >= wanted for wanted in _MAIL)


def _is_feed(head: bytes, _: Keys) -> bool:
    head = head.replace(b"\0", b"")  # in UTF-16, too
    prologue = PROLOGUE.match(head)
    root = _ROOT.match(head, prologue.end() if prologue else 0)
    return root is not None and _ROOTS[root[1]] in root[2]


def _is_table(head: bytes, keys: Keys) -> bool:
    line = head.partition(b"\n")[0]
    letters = folded(line.decode("utf-8", "replace"))
    if not any(sign in line for sign in b",;\t") or not any(folded(key) in letters for key in keys.documents):
        return False
    from newsclean.read.csv_file import is_table

    return is_table(head, keys)


FORMATS = (
    Format("gzip", "packed", _begins(b"\x1f\x8b\x08"), nests=True),
    Format("bzip2", "packed", _matches(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), nests=True),
    Format("xz", "packed", _begins(b"\xfd7zXZ\x00"), nests=True),
    Format("Zstandard", "packed", _matches(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), nests=True),
    Format("ZIP", "zip", _begins(b"PK\x03\x04", b"PK\x05\x06"), nests=True),
    Format("tar", "tar", _is_tar, nests=True),
    Format("WARC", "warc", _matches(rb"WARC/\d")),
    Format("JSONL", "jsonl", _is_jsonl),
    Format("JSON", "json_file", _matches(_JSON)),
    Format("Parquet", "parquet", _begins(b"PAR1")),
    Format("mail", "mail", _is_mail),
    Format("CSV", "csv_file", _is_table, ends=(".csv", ".tsv")),
    Format("feed", "feed", _is_feed, decodes=True),
)
"""In the order in which they are looked for."""


def format_of(head: bytes, keys: Keys = KEYS, name: str = "") -> Format | None:
    """The kind of container that begins so or, where none does, that a name tells of; None for a document."""
    if marked(head) in WIDE:
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    begun = (each for each in FORMATS if each.is_it(head, keys))
    named = (each for each in FORMATS if name.lower().endswith(each.ends) and head.strip())
    return next(begun, None) or next(named, None)


def documents(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """Each document of a container, or why it cannot be read; of what is no container, itself.

    Every one is named by its source. Memory is bounded by that of one document.
    """
    try:
        yield from members(stream, source, context)
    except OverError as over:
        yield over.refusal


def members(stream: Stream, source: Source, context: Context) -> Iterator[Item | ReadError]:
    """The same inside of another container; raises OverError where the bounds of the outermost one are passed."""
    head = stream.head(HEAD)
    form = format_of(head, context.keys, source.member or source.path)
    if form is None:
        yield _document(stream, source, context)
    elif form.nests and context.depth >= context.limits.max_nesting:
        message = f"is {form.name} inside {context.depth} others: unpack it, or raise --max-nesting"
        yield ReadError(Reason.TOO_DEEP, message).of(source)
    else:
        empty = True
        if marked(head) in WIDE and not form.decodes:
            stream = Stream(_in_utf8(stream))
        for each in form.reader()(stream, source, context):
            empty = False
            yield each
        if empty:
            yield ReadError(Reason.EMPTY, "holds no document").of(source)


def _in_utf8(stream: Stream) -> Iterator[bytes]:
    """The bytes of a stream that is in UTF-16. Half a character stays one, which no reader takes for UTF-8."""
    decoder = getincrementaldecoder("utf-16")("surrogatepass")
    while chunk := stream.some(CHUNK):
        if text := decoder.decode(chunk):
            yield text.encode("utf-8", "surrogatepass")


def _document(stream: Stream, source: Source, context: Context) -> Item | ReadError:
    """The one document that a stream is; past the limit of its size it is cut, so that its reader refuses it."""
    try:
        return Item(source, stream.read(context.limits.max_input + 1))
    except ReadError as error:
        return error.of(source)
