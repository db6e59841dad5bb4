"""What comes out of a container, and what is handed down from one container to those inside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.document import Medium, Source
from newsclean.lang.head import folded
from newsclean.limits import DEFAULT, Limits
from newsclean.read.limits import ReadError
from newsclean.record import Reason


class Item(NamedTuple):
    """One document as bytes, with what its container says of it."""

    source: Source
    data: bytes
    url: str | None = None
    charset: str | None = None
    """Label of the encoding that it is said to be in."""
    medium: Medium | None = None
    """Where the container says so; else its bytes tell."""
    stated: tuple[tuple[str, str], ...] = ()
    """Names of metas, and what they state, beside the document: title, author, date and the like."""


class Keys(NamedTuple):
    """Names under which rows of JSON, CSV and Parquet hold their document, the first that a row has is read.

    Names are the same that differ in case, or in what stands between their words.
    """

    html: tuple[str, ...] = (
        *("html", "raw_html", "html_content", "content_html", "body_html", "browser_html", "http_response_body"),
    )
    text: tuple[str, ...] = (
        *("text", "raw_content", "content", "body", "article_body", "body_text", "article_text", "content_text"),
        *("full_text", "main_text", "plain_text", "cleaned_text", "markdown", "article", "document", "story"),
        *("body_markdown", "selftext"),
    )
    url: tuple[str, ...] = (
        "url",
        "link",
        "source_url",
        "web_url",
        "page_url",
        "article_url",
        "canonical_url",
        "permalink",
    )

    @property
    def documents(self) -> tuple[str, ...]:
        """Those of documents: markup says more than text."""
        return self.html + self.text

    def found(self, names: Iterable[str], wanted: Sequence[str]) -> list[str]:
        """The names that are one of those wanted, in the order of these; first those that are written the same.

        >>> Keys().found(("Title", "articleBody", "Text"), Keys().documents)
        ['Text', 'articleBody']
        """
        written: dict[str, list[str]] = {}
        for name in names:
            written.setdefault(folded(name), []).append(name)
        return [name for key in wanted for name in sorted(written.get(folded(key), ()), key=key.__ne__)]


KEYS = Keys()
"""Those that dumps use."""


class OverError(Exception):
    """An archive passed a bound that all its members share; `refusal` is that of the whole."""

    def __init__(self, refusal: ReadError) -> None:
        """`refusal` names what was passed."""
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(slots=True)
class Budget:
    """What an archive may still give, with all that is inside it."""

    source: Source
    limits: Limits
    unpacked: int = 0
    members: int = 0

    def spend(self, size: int) -> None:
        """Count unpacked bytes; raises OverError."""
        self.unpacked += size
        if self.unpacked > self.limits.max_unpacked:
            self._refuse(f"unpacks to over {self.limits.max_unpacked} bytes: raise --max-unpacked")

    def count_member(self) -> None:
        """Count a member; raises OverError."""
        self.members += 1
        if self.members > self.limits.max_members:
            self._refuse(f"holds over {self.limits.max_members} members: raise --max-members")

    def _refuse(self, message: str) -> None:
        raise OverError(ReadError(Reason.TOO_LARGE, f"{message}, if you trust it").of(self.source))


class Context(NamedTuple):
    """Where in the nesting a container is, and what bounds it."""

    limits: Limits = DEFAULT
    keys: Keys = KEYS
    depth: int = 0
    """Archives and compressions around it."""
    budget: Budget | None = None
    """That of the outermost archive around it."""

    def inside(self, archive: Source | None = None) -> Context:
        """The same for what is inside an archive, or inside a compression."""
        budget = self.budget or (Budget(archive, self.limits) if archive else None)
        return self._replace(depth=self.depth + 1, budget=budget)

    def spend(self, size: int) -> None:
        """Count unpacked bytes against the archive around, if there is one; raises OverError."""
        if self.budget:
            self.budget.spend(size)

    def count_member(self) -> None:
        """Count a member against it; raises OverError."""
        if self.budget:
            self.budget.count_member()
