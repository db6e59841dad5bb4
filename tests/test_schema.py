"""The JSON Schema that is printed, the file that is kept, and the records that are made agree."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from newsclean.record import (
    Article,
    Author,
    Confidence,
    FeedItem,
    Image,
    Line,
    SourceRef,
    Teaser,
    Timestamp,
    article_schema,
)
from newsclean.write.jsonl import line_of

KEPT = Path(__file__).parents[1] / "schemas" / "article.schema.json"

FULL = Article(
    id="sha256:0",
    source=SourceRef(path="x"),
    headline="Ferry returns",
    authors=(Author(name="Maren Ostrick", type="person", role="Reporter"),),
    published=Timestamp(value="2024-09-21T17:59", raw="September 21, 2024, 5:59 PM", precision="minute"),
    images=(Image(caption="The old harbour", credit="Osk Perrin"),),
    live_feed=(FeedItem(time="3:44 PM", headline="Boat arrives"),),
    related=(Teaser(headline="Bridge narrowed"),),
    tags=("Transport",),
    confidence=Confidence(record=0.9, headline=0.95),
    lines=(Line(role="body", reason="prose-run", start=0, end=4, text="text"),),
)


def test_the_kept_schema_is_the_printed_one() -> None:
    kept = json.loads(KEPT.read_text("utf-8"))
    assert kept == article_schema(), "run: newsclean schema > schemas/article.schema.json"


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(article_schema())
    assert article_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert article_schema()["title"]


@pytest.mark.parametrize("article", [FULL, FULL.model_copy(update={"lines": None, "authors": (), "published": None})])
def test_records_are_valid(article: Article) -> None:
    jsonschema.validate(json.loads(line_of(article)), article_schema())


@pytest.mark.parametrize("key", [key for key in Article.model_fields if key != "lines"])
def test_every_key_is_required_but_lines(key: str) -> None:
    record = json.loads(line_of(FULL))
    del record[key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, article_schema())


def test_unknown_keys_are_errors() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(line_of(FULL)) | {"auhtors": []}, article_schema())


def test_every_key_is_documented() -> None:
    schema = article_schema()
    parts = {"Article": schema, **schema["$defs"]}  # type: ignore[dict-item]
    del parts["Confidence"]  # whose keys are those of the record
    bare = [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, said in part["properties"].items()
        if "description" not in said
    ]
    assert bare == []
