"""The values that travel down the road, from bytes to labels. Standard library only.

    bytes -> read -> Dump -> segment -> Page -> label -> LabelledPage -> fields -> Article

Everything here is frozen: a stage takes one of these values and returns the next. Most are named tuples: a frozen
dataclass takes four times as long to make, and its class, six times as long to define: a millisecond of each start.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import fsum
from typing import Generic, Literal, NamedTuple, TypeVar

Medium = Literal["text", "html"]
T = TypeVar("T")


class Role(StrEnum):
    """What a block of the page is."""

    HEADLINE = "headline"
    """The article's own title, once."""
    KICKER = "kicker"
    """The short line above a headline: a topic, a series, "Opinion"."""
    STANDFIRST = "standfirst"
    """The summary under the headline; also called deck, dek or lede."""
    BYLINE = "byline"
    """Who wrote it; a date or a reading time may be glued to it."""
    TIMESTAMP = "timestamp"
    """When it was published or updated."""
    CAPTION = "caption"
    """The text of a picture, with or without its credit."""
    CREDIT = "credit"
    """Who made a picture, where that stands alone."""
    BODY = "body"
    """A paragraph of the article."""
    SUBHEAD = "subhead"
    """A heading inside the article; kept in the body as a paragraph."""
    LIVE_FEED = "live_feed"
    """A ticker item of the page: its time, headline or text."""
    RELATED = "related"
    """A teaser of another story: its headline or excerpt."""
    PROMO = "promo"
    """An appeal to subscribe, donate, join, install or buy."""
    NAVIGATION = "navigation"
    """Menus, breadcrumbs, section names, tags, "skip to content"."""
    FORM = "form"
    """Input labels, "* indicates required", log-in and sign-up."""
    LEGAL = "legal"
    """Copyright, terms, privacy and cookie notices, disclosures."""
    SOCIAL = "social"
    """Share buttons, names of networks, counts of likes."""
    COMMENT = "comment"
    """What readers wrote, and the frame around it."""
    BIOGRAPHY = "biography"
    """Who the author is, in prose."""
    OTHER = "other"
    """Dropped, and of none of the kinds above."""

    __hash__ = str.__hash__  # that of enumerations runs in Python, and roles are looked up for every block


@dataclass(frozen=True, slots=True)
class Source:
    """Where a dump came from; copied into the record as it is."""

    path: str
    """As given on the command line, "-" for standard input; never made absolute."""
    path_bytes: str | None = None
    """Base64 of the path's bytes, only where they are not UTF-8."""
    member: str | None = None
    """Name inside an archive, "[n]" for the nth of a JSON file or a feed, from 0; nested ones are parted by ":"."""
    record_id: str | None = None
    """WARC-Record-ID."""
    date: str | None = None
    """WARC-Date: when the page was fetched, in ISO 8601 and UTC."""
    line: int | None = None
    """1-based line of JSONL or row of Parquet or CSV; neither the header of CSV nor blank lines are counted."""
    index: int = 0
    """0-based number of the article inside the dump."""
    media_type: str = "text/plain"
    encoding: str | None = None
    """WHATWG name in lower case; null where nothing was decoded."""
    sha256: str | None = None
    """Hex digest of the bytes that were read; null where none could be."""

    @property
    def name(self) -> str:
        """As messages say it: "path", "path:member", "path (record <urn:uuid:...>)", "path (line 7)"."""
        name = f"{self.path}:{self.member}" if self.member else self.path
        name = f"{name} (record {self.record_id})" if self.record_id else name
        return f"{name} (line {self.line})" if self.line else name


class Declaration(NamedTuple):
    """An encoding that markup names."""

    label: str
    """As printed."""
    at: int
    """Where the element begins in the text."""


class Dump(NamedTuple):
    """One document as read and decoded."""

    source: Source
    text: str
    """Decoded characters with newlines as they came; an HTML dump holds its markup."""
    medium: Medium = "text"
    url: str | None = None
    undecodable: tuple[int, ...] = ()
    """Offsets into `text` of replacement characters that decoding put there."""
    misdeclared: Declaration | None = None
    """The encoding that markup names, where the bytes are in another one."""
    stated: tuple[tuple[str, str], ...] = ()
    """Names of metas, and what they state, as printed: what the container says of the document beside it."""


class Markup(NamedTuple):
    """What HTML says about a block and plain text cannot."""

    tag: str
    """Name of the block element in lower case: "p", "h1", "li", "figcaption"."""
    path: tuple[str, ...] = ()
    """Tags of its ancestors, nearest first, without html and body."""
    tokens: frozenset[str] = frozenset()
    """Class and id words of the block, split at "-", "_" and case: {"article", "body"}."""
    path_tokens: frozenset[str] = frozenset()
    """The same words of all its ancestors up to, and without, body."""
    link_share: float = 0.0
    """Share of the block's characters that stand in links, 0..1."""
    level: int = 0
    """Heading level 1..6; 0 where the block is no heading."""
    itemprop: str | None = None
    """Nearest microdata itemprop, of the block or an ancestor."""
    datetime: str | None = None
    """`datetime` attribute of a `<time>` inside the block, as printed."""
    author_links: tuple[str, ...] = ()
    """Texts of links in the block that are rel=author or lead to an author page."""
    hidden: bool = False
    """Carries `hidden`, aria-hidden or display:none."""
    kicker: bool = False
    """Opened a heading, in an element whose class calls it a kicker."""
    container: tuple[int, ...] = ()
    """Numbers of the element around its text and of that element's ancestors, nearest first: blocks that share one
    stand in the same element. Without html and body."""


class Block(NamedTuple):
    """A line or paragraph of a text, or a block element of HTML."""

    start: int
    end: int
    """Half-open span of code points in `Page.text`; the spans of a page partition it, so trailing blank lines
    belong to the block before them and leading ones to the first."""
    text: str
    """What it says: hard wraps joined, runs of white space made one space, no control characters. May be ""."""
    line: int = 1
    column: int = 1
    """1-based position of its first visible character in the dump (in the HTML source for HTML)."""
    gap: int = 0
    """Blank lines before it; for HTML 1 where a paragraph margin would stand, else 0."""
    bullet: bool = False
    """A list marker stood before the text and was taken off ("•", "*", "+", "-", "1.")."""
    markup: Markup | None = None
    level: int = 0
    """Heading level that a dump without markup states: by "#" or underlines in Markdown; 0 elsewhere."""
    runs_on: bool = False
    """Stands behind the block before on one line that holds a page: nothing says whether a paragraph begins."""


def line_keys(blocks: Sequence[Block]) -> tuple[str, ...]:
    """What gold cases call the blocks: their line, and "line:column" where several begin in one line.

    >>> line_keys([Block(0, 1, "a", 1), Block(1, 2, "b", 2, 1), Block(2, 3, "c", 2, 9)])
    ('1', '2:1', '2:9')
    """
    begun = Counter(block.line for block in blocks)
    return tuple(f"{b.line}:{b.column}" if begun[b.line] > 1 else str(b.line) for b in blocks)


HintSource = Literal["jsonld", "microdata", "opengraph", "meta", "title", "link", "address"]


class Hint(NamedTuple):
    """A statement of the page about itself that is not visible text."""

    source: HintSource
    name: str
    """One of: headline, standfirst, author, published, modified, publisher, section, tag, language, image, caption,
    url, body, access, kicker, type."""
    value: str
    """As printed; never empty."""
    kind: str | None = None
    """A qualifier: for author "person" or "organization"; else null."""


class Picture(NamedTuple):
    """An image that the page shows, with the block of its caption."""

    url: str | None
    alt: str | None
    block: int | None
    """Index into `Page.blocks` of the caption; null where it has none."""


class Page(NamedTuple):
    """A dump cut into blocks. After this no stage asks which medium it was."""

    dump: Dump
    text: str
    """What the blocks partition: the dump's text, or for HTML its visible text with a line for each block."""
    blocks: tuple[Block, ...]
    hints: tuple[Hint, ...] = ()
    pictures: tuple[Picture, ...] = ()
    language: str = "und"
    """BCP 47 primary tag ("en"), told from the text; "und" where it could not be told."""
    openings: tuple[int, ...] = ()
    """Blocks with which articles open for certain, as an export of many says."""
    attributes: int = 0
    """Those of the element of HTML that has the most."""


class Label(NamedTuple):
    """What a block was judged to be, why, and how sure."""

    role: Role
    reason: str
    """Short kebab-case name of the evidence that decided: "prose-run", "by-word", "promo-words"."""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class LabelledPage:
    """A page with one label a block; compared by identity, so that what is read from it can be kept beside it."""

    page: Page
    labels: tuple[Label, ...]
    """One for each block, in order."""
    places: dict[Role, tuple[int, ...]] = field(init=False, repr=False)
    """Indexes of the blocks of each role."""

    def __post_init__(self) -> None:
        """Sort the blocks by role, once."""
        places: defaultdict[Role, list[int]] = defaultdict(list)
        for i, label in enumerate(self.labels):
            places[label.role].append(i)
        object.__setattr__(self, "places", {role: tuple(found) for role, found in places.items()})

    def indexes(self, *roles: Role) -> list[int]:
        """Indexes of the blocks that have one of these roles, in page order."""
        if len(roles) == 1:
            return [*self.places.get(roles[0], ())]
        return sorted(i for role in set(roles) for i in self.places.get(role, ()))

    def confidence(self, blocks: Iterable[int], otherwise: float) -> float:
        """Mean confidence of the labels of blocks, 0..1. Summed exactly: `sum` gives another last digit from Python
        3.12 on, which can fall to the other side of a rounding."""
        sure = [self.labels[i].confidence for i in blocks]
        return fsum(sure) / len(sure) if sure else otherwise

    def texts(self, *roles: Role) -> list[str]:
        """Texts of the blocks that have one of these roles, in page order."""
        return [self.page.blocks[i].text for i in self.indexes(*roles)]


class Found(NamedTuple, Generic[T]):
    """A field's value, how sure it is, and the blocks that it was read from."""

    value: T
    confidence: float
    """0..1."""
    blocks: tuple[int, ...] = ()
    """Indexes into `Page.blocks`; empty where only hints spoke."""
