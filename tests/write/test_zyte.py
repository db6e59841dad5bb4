"""Objects that Zyte's own class of an article reads."""

from __future__ import annotations

import json
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from zyte_common_items import Article as ZyteArticle
from zyte_common_items.base import Item

from newsclean.record import Article, Author, Confidence, Image, SourceRef, Timestamp
from newsclean.write.zyte import zyte_article

LEAST = Article(id="sha256:0", source=SourceRef(path="a.txt"), confidence=Confidence(record=0.5))


def object_of(article: Article) -> dict[str, Any]:
    line = zyte_article(article)
    assert line.count(b"\n") == 1
    return json.loads(line)


def unknown(value: object) -> list[str]:
    """Keys that Zyte's classes do not have, at any depth."""
    if isinstance(value, list):
        return [key for item in value for key in unknown(item)]
    if isinstance(value, Item):
        parts = [getattr(value, field.name) for field in attrs.fields(type(value))]
        return [*value._unknown_fields_dict, *unknown(parts)]
    return []


@given(st.from_type(Article))
def test_zytes_class_reads_it(article: Article) -> None:
    stated = object_of(article)
    item = ZyteArticle.from_dict(stated)
    assert unknown(item) == []
    assert {"url": None} | attrs.asdict(item, filter=lambda _, value: value not in (None, [])) == stated
    assert (item.headline, item.articleBody, item.url) == (article.headline, article.body, article.url)
    assert item.get_probability() == article.confidence.record


def test_unknown_keys_are_seen() -> None:
    wrong = object_of(LEAST) | {"headlin": "x", "authors": [{"name": "Ada Pole", "role": "Editor"}]}
    assert unknown(ZyteArticle.from_dict(wrong)) == ["headlin", "role"]


def test_every_value_is_where_zyte_has_it() -> None:
    article = LEAST.model_copy(
        update={
            "url": "https://pier.example/ferry",
            "language": "en",
            "section": "Harbour",
            "headline": "Ferry returns",
            "standfirst": "It sails in May.",
            "byline": "By Ada Pole and Bo Reed",
            "authors": tuple(Author(name=name, type="person") for name in ("Ada Pole", "Bo Reed")),
            "published": Timestamp(value="2024-09-21", raw="21 September", precision="day"),
            "modified": Timestamp(value=None, raw="an hour ago", precision=None),
            "images": (Image(url="https://pier.example/a.jpg"), Image(caption="A quay"), Image(url="/b.jpg")),
            "body": "One.\n\nTwo.",
        }
    )
    assert object_of(article) == {
        "url": "https://pier.example/ferry",
        "headline": "Ferry returns",
        "datePublished": "2024-09-21",
        "datePublishedRaw": "21 September",
        "dateModifiedRaw": "an hour ago",
        "authors": [
            {"name": "Ada Pole", "nameRaw": "By Ada Pole and Bo Reed"},
            {"name": "Bo Reed", "nameRaw": "By Ada Pole and Bo Reed"},
        ],
        "breadcrumbs": [{"name": "Harbour"}],
        "inLanguage": "en",
        "mainImage": {"url": "https://pier.example/a.jpg"},
        "images": [{"url": "https://pier.example/a.jpg"}, {"url": "/b.jpg"}],
        "description": "It sails in May.",
        "articleBody": "One.\n\nTwo.",
        "metadata": {"probability": 0.5},
    }


def test_the_address_is_there_even_where_it_is_not_known() -> None:
    assert object_of(LEAST) == {"url": None, "metadata": {"probability": 0.5}}


def test_a_lead_picture_without_an_address_has_no_other_in_its_place() -> None:
    article = LEAST.model_copy(update={"images": (Image(caption="A quay"), Image(url="/b.jpg"))})
    assert object_of(article)["images"] == [{"url": "/b.jpg"}]
    assert "mainImage" not in object_of(article)
