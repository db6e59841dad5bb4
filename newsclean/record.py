"""The record: what `newsclean extract` prints, one JSON object a line.

Names are the snake_case of schema.org's NewsArticle. Every key is always present: `null` is "not found", `[]` is
"none", and a string is never empty.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Text = Annotated[str, StringConstraints(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]


class Part(BaseModel):
    """Base of all parts: frozen, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceRef(Part):
    """Where the article came from."""

    path: str = Field(description='Path as given, "-" for standard input; escaped where it is not UTF-8.')
    path_bytes: str | None = Field(None, description="Base64 of the path's bytes where they are not UTF-8, else null.")
    member: str | None = Field(None, description='Name inside an archive, "inner.zip:name" where they nest, else null.')
    record_id: str | None = Field(None, description="WARC-Record-ID, else null.")
    date: str | None = Field(None, description="WARC-Date: when the page was fetched, as ISO 8601 in UTC, else null.")
    line: int | None = Field(
        None,
        ge=1,
        description="1-based line of JSONL, or row of Parquet or CSV, else null.",
    )
    index: int = Field(0, ge=0, description="0-based number of the article inside the dump.")
    media_type: str = Field("text/plain", description="text/plain or text/html, as sniffed.")
    encoding: str | None = Field(None, description="Encoding that decoded the bytes, as a WHATWG name in lower case.")
    sha256: str | None = Field(None, description="SHA-256 of the bytes that were read, in hex; null where none were.")


class Author(Part):
    """One of the names that a byline gives."""

    name: Text = Field(description="The name alone: no title, degree, suffix, address or handle.")
    type: Literal["person", "organization", "unknown"] = Field(description="A desk or an agency is an organization.")
    role: Text | None = Field(None, description='As printed: "Chief Political Correspondent"; null where none is.')
    affiliation: Text | None = Field(None, description="Organization that the byline puts the author in, else null.")


class Timestamp(Part):
    """A time as printed and as understood."""

    value: str | None = Field(
        description="ISO 8601 at the precision found (2024, 2024-09, 2024-09-21, 2024-09-21T17:59), with an offset "
        "only where the source states one; null where it is relative or cannot be settled."
    )
    raw: Text = Field(description="The words that it was read from.")
    precision: Literal["year", "month", "day", "hour", "minute", "second"] | None = Field(
        description="Smallest unit that the source states; null where value is."
    )
    zone: Text | None = Field(None, description='Zone as the source states it ("+02:00", "EST", "Z"), else null.')
    ambiguous: bool = Field(False, description="True where day and month could be exchanged and nothing settles it.")
    alternatives: tuple[str, ...] = Field((), description="The readings of an ambiguous time, as ISO 8601.")


class Dateline(Part):
    """The place that opens a story: "KYIV (Reuters) -". It stays in the body as well."""

    place: Text | None = Field(description="Place in the case printed, else null.")
    agency: Text | None = Field(None, description="Agency that it names, else null.")
    raw: Text = Field(description="The words as printed, without the dash.")


class Image(Part):
    """A picture of the article."""

    caption: Text | None = Field(None, description="What it shows, without the credit; null where none is printed.")
    credit: Text | None = Field(None, description='Who made it, without brackets or "Photo:"; null where none is.')
    url: Text | None = Field(None, description="Address as the page gives it; null for text dumps.")
    alt: Text | None = Field(None, description="The alt text; null where none is.")


class FeedItem(Part):
    """One item of a live ticker on the page."""

    time: Text | None = Field(description="Time as printed, else null.")
    headline: Text | None = Field(description="Headline of the item, else null.")
    text: Text | None = Field(None, description="Text of the item, paragraphs joined by a blank line, else null.")


class Teaser(Part):
    """A pointer to another story."""

    headline: Text = Field(description="Headline of the other story.")
    excerpt: Text | None = Field(None, description="Its first words as printed, else null.")


class Issue(Part):
    """A rule that the document breaks; `newsclean check` reports the same objects."""

    code: Text = Field(description="Stable code such as NC302.")
    severity: Literal["error", "warning", "info"] = Field(description="How grave it is.")
    field: Text | None = Field(None, description="Key of the record that it is about, else null.")
    message: Text = Field(description="What is wrong, in one sentence.")
    line: int | None = Field(None, ge=1, description="1-based line of the dump, else null.")
    column: int | None = Field(None, ge=1, description="1-based column of the dump, else null.")


class Line(Part):
    """A block of the page with its label; only with `--with lines`."""

    role: Text = Field(description="What the block was judged to be: headline, body, promo ...")
    reason: Text = Field(description="Short name of the evidence that decided.")
    start: int = Field(ge=0, description="First code point; the lines of a record partition the page's text.")
    end: int = Field(ge=0, description="One past the last code point.")
    text: str = Field(description="The characters from start to end, control characters replaced.")


class Confidence(Part):
    """How sure each value is, 0..1; null where the field is."""

    record: Share
    headline: Share | None = None
    standfirst: Share | None = None
    byline: Share | None = None
    authors: Share | None = None
    published: Share | None = None
    modified: Share | None = None
    images: Share | None = None
    body: Share | None = None
    live_feed: Share | None = None
    related: Share | None = None


class Article(Part):
    """One news article."""

    schema_version: Literal["1.0"] = Field(SCHEMA_VERSION, description="Version of this schema.")
    id: Text = Field(description='"sha256:" and the digest of the article\'s bytes, with "#index" past the first.')
    source: SourceRef = Field(description="Where it came from.")
    url: Text | None = Field(None, description="Canonical address that the page or the caller states.")
    publisher: Text | None = Field(None, description="Name of the paper or site.")
    language: Text | None = Field(None, description='BCP 47 tag, told from the text: "en".')
    section: Text | None = Field(None, description="Section that it stands in, as printed.")
    kicker: Text | None = Field(None, description="Short line above the headline, as printed.")
    headline: Text | None = Field(None, description="Headline as printed, without the site's name.")
    standfirst: Text | None = Field(None, description="Summary under the headline.")
    byline: Text | None = Field(None, description="The line as printed, without date and reading time.")
    authors: tuple[Author, ...] = Field((), description="Who wrote it, in the order printed.")
    published: Timestamp | None = Field(None, description="When it was first published.")
    modified: Timestamp | None = Field(None, description="When it was last changed, where the page says so.")
    dateline: Dateline | None = Field(None, description="Place and agency that open the story.")
    images: tuple[Image, ...] = Field((), description="Pictures that have a caption, a credit or an address.")
    body: Text | None = Field(None, description="Paragraphs joined by a blank line; subheads are paragraphs.")
    live_feed: tuple[FeedItem, ...] = Field((), description="Ticker items of the page, kept out of the body.")
    related: tuple[Teaser, ...] = Field((), description="Teasers of other stories.")
    tags: tuple[Text, ...] = Field((), description="Topics that the page names, in its order.")
    access: Literal["free", "metered", "paywalled", "unknown"] = Field(
        "unknown", description="What a reader without a subscription may see, where the page says so."
    )
    reading_time_minutes: int | None = Field(None, ge=0, description="As the page states it, else null.")
    word_count: int = Field(0, ge=0, description="Words of the body; characters where a script has no spaces.")
    confidence: Confidence = Field(description="How sure the record and each of its values are.")
    issues: tuple[Issue, ...] = Field((), description="Rules that the document breaks, in the order of their codes.")
    lines: tuple[Line, ...] | None = Field(None, description="The labelled blocks; left out unless asked for.")


class Reason(StrEnum):
    """Why an input gave no record. Stable: scripts may rely on the words."""

    EMPTY = "empty"
    BINARY = "binary"
    NOT_AN_ARTICLE = "not-an-article"
    WALL = "wall"
    BROKEN_RULE = "broken-rule"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    UNREADABLE = "unreadable"
    NOT_A_FILE = "not-a-file"
    TIMEOUT = "timeout"
    CRASH = "crash"
    INVALID_RECORD = "invalid-record"
    TRUNCATED = "truncated"
    MALFORMED = "malformed"
    ENCRYPTED = "encrypted"
    BOMB = "bomb"


class Rejected(Part):
    """A named refusal, one JSON object a line in the file of `--rejects`."""

    schema_version: Literal["1.0"] = Field(SCHEMA_VERSION, description="Version of this schema.")
    source: SourceRef = Field(description="Where it came from.")
    reason: Reason = Field(description="Stable word for what is wrong.")
    message: Text = Field(description="One sentence: what is wrong and what to do.")
    offset: int | None = Field(None, ge=0, description="Byte where the trouble starts, else null.")


def article_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of what `newsclean extract` prints: every key but `lines` is required."""
    schema = Article.model_json_schema(mode="serialization")
    schema["required"] = [key for key in schema["properties"] if key != "lines"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "newsclean article"}
