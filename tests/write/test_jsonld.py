"""JSON-LD that the vocabulary of schema.org allows, and that this tool reads back."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from schema_org import NewsArticle

from newsclean.record import Article, Author, Confidence, Dateline, Image, SourceRef, Timestamp
from newsclean.segment.schema_org import of_jsonld
from newsclean.write.jsonld import news_article

LEAST = Article(id="sha256:0", source=SourceRef(path="a.txt"), confidence=Confidence(record=0.5))
FULL = LEAST.model_copy(
    update={
        "url": "https://pier.example/ferry",
        "publisher": "The Pier",
        "language": "en",
        "section": "Harbour",
        "kicker": "Ferries",
        "headline": "Ferry returns",
        "standfirst": "It sails in May.",
        "authors": (
            Author(name="Ada Pole", type="person", role="Harbour Reporter", affiliation="Quay News"),
            Author(name="Quay News", type="organization", role="Agency"),
            Author(name="bo", type="unknown", role="Editor"),
        ),
        "published": Timestamp(value="2024-09-21T17:59+02:00", raw="21.9.2024 17:59", precision="minute"),
        "modified": Timestamp(value=None, raw="an hour ago", precision=None),
        "dateline": Dateline(place="PORT ELLERY", raw="PORT ELLERY (Quay News)"),
        "images": (Image(caption="A crane", credit="Osk Perrin", url="/a.jpg", alt="Crane"), Image(credit="Bo Reed")),
        "body": "One.\n\nTwo.",
        "tags": ("Ferry", "Bridge"),
        "access": "metered",
        "reading_time_minutes": 2,
        "word_count": 2,
    }
)
MOMENTS = st.one_of(st.datetimes().map(datetime.isoformat), st.dates().map(date.isoformat), st.none())
TIMES = st.builds(Timestamp, value=MOMENTS, raw=st.just("then"), precision=st.none())


def object_of(article: Article) -> dict[str, Any]:
    line = news_article(article)
    assert line.count(b"\n") == 1
    assert b"<" not in line  # which could end the script that holds it
    return json.loads(line)


def valid(stated: dict[str, Any]) -> NewsArticle:
    """The object in the words of the vocabulary. Raises ValidationError."""
    values = {key: value for key, value in stated.items() if key != "@context"}
    for key in ("datePublished", "dateModified"):
        if key in values:
            values[key] = (datetime if "T" in values[key] else date).fromisoformat(values[key])
    return NewsArticle.model_validate(values)


@settings(deadline=None)  # the first article compiles the vocabulary
@given(st.from_type(Article), TIMES, TIMES)
def test_the_vocabulary_allows_it(article: Article, published: Timestamp, modified: Timestamp) -> None:
    stated = object_of(article.model_copy(update={"published": published, "modified": modified}))
    assert stated["@context"] == "https://schema.org"
    assert json.loads(valid(stated).to_jsonld_json())["identifier"] == article.id
    assert stated.get("articleBody") == article.body
    assert "null" not in {json.dumps(value) for value in stated.values()}


@pytest.mark.parametrize("wrong", [{"headlin": "x"}, {"publisher": {"@type": "Person", "jobTitl": "x"}}, {"author": 1}])
def test_the_vocabulary_is_strict(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        valid(object_of(FULL) | wrong)


def test_every_value_is_where_schema_org_has_it() -> None:
    pier = {"@type": "Organization", "name": "The Pier"}
    assert object_of(FULL) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": "sha256:0",
        "url": "https://pier.example/ferry",
        "mainEntityOfPage": "https://pier.example/ferry",
        "headline": "Ferry returns",
        "description": "It sails in May.",
        "author": [
            {
                "@type": "Person",
                "name": "Ada Pole",
                "jobTitle": "Harbour Reporter",
                "affiliation": pier | {"name": "Quay News"},
            },
            {"@type": "Organization", "name": "Quay News"},
            {"name": "bo"},
        ],
        "publisher": pier,
        "datePublished": "2024-09-21T17:59+02:00",
        "dateline": "PORT ELLERY (Quay News)",
        "image": [
            {"@type": "ImageObject", "contentUrl": "/a.jpg", "caption": "A crane", "creditText": "Osk Perrin"},
            {"@type": "ImageObject", "creditText": "Bo Reed"},
        ],
        "articleBody": "One.\n\nTwo.",
        "articleSection": "Harbour",
        "keywords": ["Ferry", "Bridge"],
        "inLanguage": "en",
        "isAccessibleForFree": False,
        "timeRequired": "PT2M",
        "wordCount": 2,
    }
    assert valid(object_of(FULL))


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert object_of(LEAST) == {"@context": "https://schema.org", "@type": "NewsArticle", "identifier": "sha256:0"}


@pytest.mark.parametrize("value", ["2024", "2024-09", "2024-09-21", "2024-09-21T17:59", "2024-09-21T17:59:30Z"])
def test_times_keep_their_precision(value: str) -> None:
    time = Timestamp(value=value, raw="then", precision=None)
    assert object_of(LEAST.model_copy(update={"published": time, "modified": time})) == object_of(LEAST) | {
        "datePublished": value,
        "dateModified": value,
    }


@pytest.mark.parametrize(
    ("access", "free"), [("free", True), ("metered", False), ("paywalled", False), ("unknown", None)]
)
def test_access(access: str, free: bool | None) -> None:
    assert object_of(LEAST.model_copy(update={"access": access})).get("isAccessibleForFree") is free


def test_a_page_that_holds_it_says_the_same_to_this_tool() -> None:
    said = list(of_jsonld([news_article(FULL).decode()]))
    assert [value for name, value, _ in said if name == "headline"] == ["Ferry returns"]
    assert [(value, kind) for name, value, kind in said if name == "author"] == [
        ("Ada Pole", "person"),
        ("Quay News", "organization"),
        ("bo", None),
    ]
    assert {("published", "2024-09-21T17:59+02:00"), ("body", "One.\n\nTwo."), ("publisher", "The Pier")} <= {
        (name, value) for name, value, _ in said
    }
