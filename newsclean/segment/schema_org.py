"""Statements in the words of schema.org, as JSON-LD or as microdata, told in the names of hints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsclean.segment.head import Property, Scope
from newsclean.segment.jsonld import Node, nodes_of, texts_of, types_of

Statement = tuple[str, str, str | None]
"""Name, value and kind of a hint."""

ARTICLES = frozenset(
    (
        *("Article", "NewsArticle", "AdvertiserContentArticle", "AnalysisNewsArticle", "AskPublicNewsArticle"),
        *("BackgroundNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "Report"),
        *("SatiricalArticle", "ScholarlyArticle", "SocialMediaPosting", "BlogPosting", "LiveBlogPosting"),
        *("TechArticle", "Recipe", "Review"),
    )
)
"""Types of schema.org that are an article."""
PEOPLE = {"Person": "person", "Organization": "organization", "NewsMediaOrganization": "organization"}
FIELDS = {
    # To add a row: the property of schema.org and the hint that its texts give.
    "headline": "headline",
    "alternativeHeadline": "headline",
    "datePublished": "published",
    "dateModified": "modified",
    "articleSection": "section",
    "inLanguage": "language",
    "description": "standfirst",
    "articleBody": "body",
    "isAccessibleForFree": "access",
}
NAMED = {"author": "author", "creator": "author", "publisher": "publisher"}
"""Properties whose values are people or organizations."""
PROPERTIES = {**FIELDS, **NAMED, "image": "image", "url": "url"}
"""Microdata properties that are texts."""
TOLD = ("headline", "datePublished", "author", "articleBody")
"""What is said of the page's own article more than of others."""
DATED = ("datePublished", "dateModified")
"""What is said of the page where no article is told of."""
REFERENCE = 2
"""Keys of an object that only points to another: its type and its name."""
NESTED = frozenset(
    (
        *("comment", "comments", "review", "reviews", "itemListElement", "relatedLink", "hasPart", "mentions"),
        "recipeIngredient",
    )
)
"""Microdata properties whose items are not the article."""


def of_jsonld(scripts: Iterable[str]) -> Iterator[Statement]:
    """What JSON-LD says of the article and of its publisher."""
    nodes = [node for script in scripts for node in nodes_of(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > REFERENCE}
    articles = [node for node in nodes if not ARTICLES.isdisjoint(types_of(node))]
    if articles:  # a page may list other articles too, of which it says less
        yield from _article(max(articles, key=lambda node: sum(key in node for key in TOLD)), by_id)
    for node in nodes:
        if "WebSite" in types_of(node):
            for text in texts_of(node.get("name")):
                yield "publisher", text, None
        if {"WebSite", "WebPage"} & set(types_of(node)):
            yield from _named("publisher", node.get("publisher"), by_id)
        if not articles and "WebPage" in types_of(node):
            for key in DATED:
                for text in texts_of(node.get(key)):
                    yield FIELDS[key], text, None


def _article(node: Node, by_id: dict[str, Node]) -> Iterator[Statement]:
    for kind in types_of(node)[:1]:
        yield "type", kind, None
    for key, name in FIELDS.items():
        for text in _said(node.get(key)):
            yield name, text, None
    for text in texts_of(node.get("keywords")):
        for tag in text.split(","):
            yield "tag", tag, None
    for key, name in NAMED.items():
        yield from _named(name, node.get(key), by_id)
    for image in _objects(node.get("image"), by_id):
        yield from _image(image)
    for text in [*texts_of(node.get("url")), *texts_of(node.get("mainEntityOfPage"))]:
        yield "url", text, None


def _said(value: Any) -> list[str]:
    """Texts, and truth values as words."""
    return [str(value)] if isinstance(value, bool) else texts_of(value)


def _objects(value: Any, by_id: dict[str, Node]) -> list[Any]:
    """The items of a value, with references followed."""
    items = value if isinstance(value, list) else [value]
    return [by_id.get(item.get("@id", ""), item) if _is_reference(item) else item for item in items[:100]]


def _is_reference(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("@id"), str) and "name" not in item and "url" not in item


def _named(name: str, value: Any, by_id: dict[str, Node]) -> Iterator[Statement]:
    for item in _objects(value, by_id):
        if isinstance(item, str):
            yield name, item, None
        elif isinstance(item, dict):
            kind = next((PEOPLE[t] for t in types_of(item) if t in PEOPLE), None)
            stated = item.get("name")
            for text in texts_of(stated):
                yield name, text, kind if name == "author" else None


def _image(item: Any) -> Iterator[Statement]:
    if isinstance(item, str):
        yield "image", item, None
    elif isinstance(item, dict):
        for key in ("url", "contentUrl", "@id"):
            if isinstance(item.get(key), str):
                yield "image", item[key], None
                break
        for key in ("caption", "creditText"):
            for text in texts_of(item.get(key)):
                yield "caption", text, None if key == "caption" else "credit"


def of_microdata(properties: Iterable[Property]) -> Iterator[Statement]:
    """What microdata says of the first article, and what stands in no item at all."""
    first: int | None = None
    for prop in properties:
        inner = prop.scopes[-1] if prop.scopes else None
        article = next((scope for scope in prop.scopes if _kind(scope) in ARTICLES), None)
        if any(NESTED & set(scope.prop.split()) for scope in prop.scopes):
            continue
        if article is not None and first is None:
            first = article.number
        if article is not None and article.number != first:
            continue
        for name in prop.name.split():
            yield from _property(name, prop.value, inner if inner is not article else None)


def _kind(scope: Scope) -> str:
    return scope.kind.rsplit("/", 1)[-1]


def _property(name: str, value: str, holder: Scope | None) -> Iterator[Statement]:
    """A property of the article, or the name of what one of its properties holds."""
    if holder is None and name in PROPERTIES:
        yield PROPERTIES[name], value, None
    elif holder is not None and name == "name":
        for role in holder.prop.split():
            if role in NAMED:
                yield NAMED[role], value, PEOPLE.get(_kind(holder)) if NAMED[role] == "author" else None
