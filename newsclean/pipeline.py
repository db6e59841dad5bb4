"""The whole road: a dump in, an article or a named refusal out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError

from newsclean.check import check
from newsclean.check.case import Case
from newsclean.check.walls import is_wall
from newsclean.document import Dump, Label, LabelledPage, Role, line_keys
from newsclean.fields.date_match import DateMatch
from newsclean.fields.date_zones import LARGEST
from newsclean.fields.table import Fields, read_fields
from newsclean.fields.timestamp import offset_in
from newsclean.label import articles
from newsclean.label.stored import ModelFile
from newsclean.limits import DEFAULT, Limits
from newsclean.read.limits import ref_of
from newsclean.record import Article, Confidence, Line, Reason, Rejected
from newsclean.segment import segment
from newsclean.segment.limits import TooDeep

LEAST_BODY = 80
"""Characters of body under which a page is no article: the shortest gold body of dev has 150."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may choose; equal options and bytes give equal records."""

    assume_tz: str | None = None
    """IANA name or "+HH:MM" for printed times that state no zone."""
    with_lines: bool = False
    """Whether the record carries the labelled blocks."""
    reject: frozenset[str] = frozenset()
    """Codes of rules for which a document that breaks them is refused."""
    now: str | None = None
    """ISO 8601 time after which a time of publication is impossible."""
    model: ModelFile | None = None
    """What labels, in place of the shipped model."""

    def __post_init__(self) -> None:
        """Raise ValueError where there is no such zone."""
        if self.assume_tz is not None and abs(offset_in(self.assume_tz, _SOME_TIME)) > LARGEST:
            raise ValueError(f"no time zone is {self.assume_tz} away from UTC")


_SOME_TIME = DateMatch(0, 0, "", 2024, 1, 1, 0, 0)

PLAIN = Options()
"""Nothing chosen."""


class Judged(NamedTuple):
    """What was read out of a dump, and why it is refused where it is."""

    pages: tuple[LabelledPage, ...]
    """Its parts in order, one where it holds one article or none; empty where it could not be cut into blocks."""
    cases: tuple[Case | None, ...]
    """One for each part, with its record; None where the part is no article."""
    refused: Rejected | None = None


def clean(dump: Dump, options: Options = PLAIN, limits: Limits = DEFAULT) -> tuple[Article, ...] | Rejected:
    """Read the articles out of a dump: their records in order, one at least, or the refusal of the dump.

    Runs in the caller's process: hostile markup is only safe in a worker.
    """
    judged = judge(dump, options, limits)
    return judged.refused or tuple(case.article for case in judged.cases if case)


def judge(
    dump: Dump, options: Options = PLAIN, limits: Limits = DEFAULT, roles: Mapping[str, Role] = MappingProxyType({})
) -> Judged:
    """The same with all that it rests on; `roles` are those that a person gave to lines, by `line_keys`."""
    try:
        pages = tuple(corrected(page, roles) for page in articles(segment(dump, limits), options.model))
    except TooDeep as error:
        return Judged((), (), rejected(dump, Reason.TOO_DEEP, str(error)))
    cases: list[Case | None] = []
    for page in pages:
        try:
            cases.append(_case(page, options, index=sum(case is not None for case in cases)))
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            why = rejected(dump, Reason.INVALID_RECORD, f"gives an invalid record at {where}: please report it")
            return Judged(pages, (None,) * len(pages), why)
    return Judged(pages, tuple(cases), _refusal(dump, pages, cases, options))


def corrected(page: LabelledPage, roles: Mapping[str, Role]) -> LabelledPage:
    """The page with the roles that a person gave."""
    if not roles:
        return page
    rows = zip(line_keys(page.page.blocks), page.labels, strict=True)
    return LabelledPage(page.page, tuple(Label(roles[k], "corrected", 1.0) if k in roles else old for k, old in rows))


def _refusal(
    dump: Dump, pages: Iterable[LabelledPage], cases: Iterable[Case | None], options: Options
) -> Rejected | None:
    records = [case.article for case in cases if case]
    if not records:
        return _nothing(dump, pages)
    broken = [issue for record in records for issue in record.issues if issue.code in options.reject]
    return rejected(dump, Reason.BROKEN_RULE, f"{broken[0].code} {broken[0].message}") if broken else None


def _nothing(dump: Dump, pages: Iterable[LabelledPage]) -> Rejected:
    if any(is_wall(page.page) for page in pages):
        return rejected(dump, Reason.WALL, "asks for consent, or whether the reader is human, and holds no article")
    return rejected(dump, Reason.NOT_AN_ARTICLE, "holds no article: no run of prose was found")


def rejected(dump: Dump, reason: Reason, message: str) -> Rejected:
    """The refusal of a dump."""
    return Rejected(source=ref_of(dump.source), reason=reason, message=message)


def _case(page: LabelledPage, options: Options, index: int) -> Case | None:
    """The record of a page with what it was read from; None where the page has no body. Raises ValidationError."""
    fields = read_fields(page, options.assume_tz)
    if fields.body is None or len(fields.body.value) < LEAST_BODY:
        return None
    source = replace(page.page.dump.source, index=index)
    suffix = f"#{index}" if index else ""
    article = Article(
        id=f"sha256:{source.sha256}{suffix}",
        source=ref_of(source),
        confidence=_confidence(fields),
        lines=_lines(page) if options.with_lines else None,
        **fields.values(),
    )
    case = Case(page, fields.found, article, options.now)
    return replace(case, article=article.model_copy(update={"issues": check(case)}))


def _confidence(fields: Fields) -> Confidence:
    each = fields.confidences()
    kept = [each[name] for name in ("headline", "body") if name in each]
    return Confidence(record=round(min(kept, default=0.0), 3), **each)


def _lines(page: LabelledPage) -> tuple[Line, ...]:
    text = page.page.text
    pairs = zip(page.page.blocks, page.labels, strict=True)
    return tuple(
        Line(role=given.role, reason=given.reason, start=b.start, end=b.end, text=text[b.start : b.end])
        for b, given in pairs
    )
