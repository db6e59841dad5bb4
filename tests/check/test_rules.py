"""Each rule, broken and kept."""

from __future__ import annotations

import re

import pytest

from newsclean.check import check
from newsclean.check.rules import RULES
from newsclean.document import Dump, Source
from newsclean.record import Article, Author, Confidence, SourceRef, Timestamp

DUMP = Dump(Source("x", encoding="utf-8"), "text")


def stamp(value: str | None, **more: object) -> Timestamp:
    return Timestamp.model_validate(
        {"value": value, "raw": "as printed", "precision": "day" if value else None, **more}
    )


def article(**values: object) -> Article:
    whole = {
        "id": "sha256:0",
        "source": SourceRef(path="x"),
        "confidence": Confidence(record=1),
        "headline": "Ferry returns",
        "byline": "By Maren Ostrick",
        "published": stamp("2024-09-21"),
    }
    return Article.model_validate(whole | values)


def codes(dump: Dump, of: Article) -> list[str]:
    return [issue.code for issue in check(dump, of)]


def test_nothing_is_amiss() -> None:
    assert check(DUMP, article()) == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"headline": None}, "NC201"),
        ({"byline": None}, "NC301"),
        ({"published": None}, "NC302"),
        ({"published": stamp(None, ambiguous=True, alternatives=("2024-01-02", "2024-02-01"))}, "NC303"),
        ({"modified": stamp("2024-09-20")}, "NC305"),
    ],
)
def test_broken_rules(values: dict[str, object], code: str) -> None:
    (issue,) = check(DUMP, article(**values))
    rule = next(rule for rule in RULES if rule.code == code)
    assert (issue.code, issue.severity, issue.field) == (code, rule.severity, rule.field)


def test_lost_characters_are_counted() -> None:
    dump = Dump(Source("x", encoding="big5"), "a\ufffdb\ufffd", undecodable=(1, 3))
    (issue,) = check(dump, article())
    assert (issue.code, issue.message) == ("NC105", "2 characters were lost in decoding as big5")


def test_authors_stand_for_a_byline() -> None:
    assert codes(DUMP, article(byline=None, authors=(Author(name="Maren Ostrick", type="person"),))) == []


def test_the_readings_of_an_ambiguous_time_are_named() -> None:
    published = stamp(None, raw="01/02/2024", ambiguous=True, alternatives=("2024-01-02", "2024-02-01"))
    (issue,) = check(DUMP, article(published=published))
    assert issue.message == '"01/02/2024" may be 2024-01-02 or 2024-02-01'


@pytest.mark.parametrize(
    ("published", "modified", "amiss"),
    [
        ("2024-09-21", "2024-09-21", False),
        ("2024-09-21", "2024-09-20", True),
        ("2024-09-21", "2024-09", False),
        ("2024-09-21", "2024-08", True),
        ("2024-09-21", "2024", False),
        ("2024-09-21T17:59", "2024-09-21", False),
        ("2024-09-21T17:59", "2024-09-21T17:58", True),
        ("2024-09-21T17:59", "2024-09-21T17:59", False),
        ("2024-09-21T01:00+02:00", "2024-09-20T23:30Z", False),
        ("2024-09-21T01:00+02:00", "2024-09-20T22:30Z", True),
        ("2024-09-21T01:00+02:00", "2024-09-20T09:00", False),
        ("2024-09-21T01:00+02:00", "2024-09-20T00:00", True),
        ("2024-09-21T17", "2024-09-21T16", True),
    ],
)
def test_modified_before_published(published: str, modified: str, amiss: bool) -> None:
    found = codes(DUMP, article(published=stamp(published), modified=stamp(modified)))
    assert found == (["NC305"] if amiss else [])


def test_the_table_is_in_order_and_every_row_is_explained() -> None:
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"NC\d{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
        assert rule.field is None or rule.field in Article.model_fields
        assert rule.test.__doc__
