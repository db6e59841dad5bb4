"""NC3xx: what is wrong with the fields of a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from newsclean.check.case import Case, Finding, Rule

DAY = len("2024-09-21")
OLDEST = "1600"
"""Year before which nothing was published: the first newspaper is of 1605."""


def _no_byline(case: Case) -> Iterator[Finding]:
    if not (case.article.byline or case.article.authors):
        yield Finding("no byline was found")


def _no_timestamp(case: Case) -> Iterator[Finding]:
    if not case.article.published:
        yield Finding("no time of publication was found")


def _ambiguous(case: Case) -> Iterator[Finding]:
    stamp = case.article.published
    if stamp and stamp.ambiguous:
        yield Finding(f'"{stamp.raw}" may be {" or ".join(stamp.alternatives)}', case.field("published"))


def _impossible(case: Case) -> Iterator[Finding]:
    for key, stamp in (("published", case.article.published), ("modified", case.article.modified)):
        value = stamp.value if stamp else None
        if value and value[:4] < OLDEST:
            yield Finding(f"{key} in {value[:4]}, before there were newspapers", case.field(key))
        elif value and case.now and _is_earlier(case.now, value):
            yield Finding(f"{key} at {value}, which is after {case.now}", case.field(key))


def _modified_first(case: Case) -> Iterator[Finding]:
    first = case.article.published.value if case.article.published else None
    last = case.article.modified.value if case.article.modified else None
    if first and last and _is_earlier(last, first):
        yield Finding(f"modified at {last}, before it was published at {first}", case.field("modified"))


def _is_earlier(one: str, other: str) -> bool:
    """Whether an ISO 8601 value is earlier at the precision that both have.

    Times of which one has no offset are told apart by more than a day: nobody knows how far apart their zones are.
    """
    if len(one) > DAY and len(other) > DAY:
        times = [datetime.fromisoformat(value) for value in (one, other)]
        if all(time.tzinfo for time in times):
            return times[0] < times[1]
        first, second = (time.replace(tzinfo=None) for time in times)
        return first < second - timedelta(days=1 if any(time.tzinfo for time in times) else 0)
    shorter = min(len(one), len(other), DAY)
    return one[:shorter] < other[:shorter]


def _credit_alone(case: Case) -> Iterator[Finding]:
    for image in case.article.images:
        if image.credit and not image.caption:
            yield Finding(f'the credit "{image.credit}" stands without a caption', case.field("images"))
            return


def _house_as_author(case: Case) -> Iterator[Finding]:
    house = (case.article.publisher or "").casefold()
    for author in case.article.authors:
        if house and author.name.casefold() == house:
            yield Finding(f'the author "{author.name}" is the publisher', case.field("authors"))


ROWS = (
    Rule(
        *("NC301", "no-byline", "info", "byline"),
        why="Many articles have no byline, but where all of a site have none, something is amiss.",
        bad="Ferry returns\\n\\nThe council voted on Monday ...",
        good="Ferry returns\\n\\nBy Maren Ostrick\\n\\nThe council voted on Monday ...",
        cure="Look whether the dump leaves out the lines under the headline.",
        test=_no_byline,
    ),
    Rule(
        *("NC302", "no-timestamp", "info", "published"),
        why="Nothing sure says when it was published: no date is printed, or it is a relative one.",
        bad="2 hours ago",
        good="September 21, 2024, 5:59 PM",
        cure="Keep the line with the date; relative times need the time of the crawl, which a dump does not have.",
        test=_no_timestamp,
    ),
    Rule(
        *("NC303", "ambiguous-timestamp", "warning", "published"),
        why="Day and month could be exchanged, and neither the page nor its language settles which is which.",
        bad="01/02/2024",
        good="1 February 2024",
        cure="Keep another date of the page, or its address, in the dump.",
        test=_ambiguous,
    ),
    Rule(
        *("NC304", "impossible-timestamp", "warning", "published"),
        why="A time before there were newspapers, or after the one given with `--now`, was misread or misprinted.",
        bad="September 21, 2204",
        good="September 21, 2024",
        cure="Look at the line that the finding points at.",
        test=_impossible,
    ),
    Rule(
        *("NC305", "modified-before-published", "warning", "modified"),
        why="One of the two times is not the article's.",
        bad="Published 21 September 2024, updated 20 September 2024",
        good="Published 20 September 2024, updated 21 September 2024",
        cure="Look at both lines; one may be a teaser's.",
        test=_modified_first,
    ),
    Rule(
        *("NC306", "caption-without-text", "info", "images"),
        why="A picture's credit was found, and not what the picture shows.",
        bad="Photo: Ada Quill",
        good="The ferry at the old harbour. Photo: Ada Quill",
        cure="Keep the captions in the dump.",
        test=_credit_alone,
    ),
    Rule(
        *("NC307", "publisher-as-author", "info", "authors"),
        why="The paper names itself where its author should stand.",
        bad="By The Larkmoor Courier",
        good="By Maren Ostrick",
        cure="Nothing, where the paper signs so.",
        test=_house_as_author,
    ),
)
