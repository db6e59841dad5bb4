"""What a page states about itself, told in the names of the record."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from newsclean.document import Hint
from newsclean.segment.clean import one_line
from newsclean.segment.head import Head, Property
from newsclean.segment.jsonld import Node, nodes_of, texts_of, types_of

Source = Literal["jsonld", "microdata", "opengraph", "meta", "title", "link", "address"]

LENGTH = 2_000
"""Characters of a value."""
BODY = 1_000_000
"""Characters of an article's text."""
COUNT = 200
"""Values of one name and source."""

METAS: dict[str, tuple[Source, str]] = {
    # To add a row: the name or property in lower case, whose it is, and the hint that it gives.
    "og:title": ("opengraph", "headline"),
    "og:site_name": ("opengraph", "publisher"),
    "og:description": ("opengraph", "standfirst"),
    "og:image": ("opengraph", "image"),
    "og:image:url": ("opengraph", "image"),
    "og:image:secure_url": ("opengraph", "image"),
    "og:image:alt": ("opengraph", "caption"),
    "og:url": ("opengraph", "url"),
    "og:type": ("opengraph", "type"),
    "og:locale": ("opengraph", "language"),
    "og:article:author": ("opengraph", "author"),
    "og:article:published_time": ("opengraph", "published"),
    "article:published_time": ("opengraph", "published"),
    "article:published": ("opengraph", "published"),
    "og:published_time": ("opengraph", "published"),
    "article:modified_time": ("opengraph", "modified"),
    "article:modified": ("opengraph", "modified"),
    "og:updated_time": ("opengraph", "modified"),
    "article:author": ("opengraph", "author"),
    "article:author_name": ("opengraph", "author"),
    "article:section": ("opengraph", "section"),
    "article:tag": ("opengraph", "tag"),
    "article:content_tier": ("opengraph", "access"),
    "twitter:title": ("meta", "headline"),
    "twitter:description": ("meta", "standfirst"),
    "twitter:image": ("meta", "image"),
    "title": ("meta", "headline"),
    "headline": ("meta", "headline"),
    "dc.title": ("meta", "headline"),
    "dcterms.title": ("meta", "headline"),
    "parsely-title": ("meta", "headline"),
    "sailthru.title": ("meta", "headline"),
    "cxenseparse:title": ("meta", "headline"),
    "author": ("meta", "author"),
    "authors": ("meta", "author"),
    "byl": ("meta", "author"),
    "byline": ("meta", "author"),
    "dc.creator": ("meta", "author"),
    "dcterms.creator": ("meta", "author"),
    "dcsext.author": ("meta", "author"),
    "parsely-author": ("meta", "author"),
    "sailthru.author": ("meta", "author"),
    "cxenseparse:author": ("meta", "author"),
    "citation_author": ("meta", "author"),
    "date": ("meta", "published"),
    "pubdate": ("meta", "published"),
    "publishdate": ("meta", "published"),
    "publish-date": ("meta", "published"),
    "publish_date": ("meta", "published"),
    "publication_date": ("meta", "published"),
    "publicationdate": ("meta", "published"),
    "date.issued": ("meta", "published"),
    "datepublished": ("meta", "published"),
    "dc.date": ("meta", "published"),
    "dc.date.issued": ("meta", "published"),
    "dc.date.created": ("meta", "published"),
    "dcterms.date": ("meta", "published"),
    "dcterms.created": ("meta", "published"),
    "dcterms.issued": ("meta", "published"),
    "parsely-pub-date": ("meta", "published"),
    "sailthru.date": ("meta", "published"),
    "cxenseparse:recs:publishtime": ("meta", "published"),
    "cxenseparse:publishtime": ("meta", "published"),
    "citation_publication_date": ("meta", "published"),
    "last-modified": ("meta", "modified"),
    "lastmod": ("meta", "modified"),
    "datemodified": ("meta", "modified"),
    "revised": ("meta", "modified"),
    "dcterms.modified": ("meta", "modified"),
    "dc.date.modified": ("meta", "modified"),
    "description": ("meta", "standfirst"),
    "dc.description": ("meta", "standfirst"),
    "dcterms.abstract": ("meta", "standfirst"),
    "keywords": ("meta", "tag"),
    "news_keywords": ("meta", "tag"),
    "parsely-tags": ("meta", "tag"),
    "sailthru.tags": ("meta", "tag"),
    "parsely-section": ("meta", "section"),
    "section": ("meta", "section"),
    "cxenseparse:section": ("meta", "section"),
    "application-name": ("meta", "publisher"),
    "publisher": ("meta", "publisher"),
    "dc.publisher": ("meta", "publisher"),
    "dcterms.publisher": ("meta", "publisher"),
    "copyright": ("meta", "publisher"),
    "content-language": ("meta", "language"),
    "dc.language": ("meta", "language"),
    "parsely-type": ("meta", "type"),
}
LISTS = frozenset(("keywords", "news_keywords", "parsely-tags", "sailthru.tags"))
"""Metas that hold a list with commas."""

ARTICLES = frozenset(
    "Article NewsArticle AdvertiserContentArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle"
    " OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle Report SatiricalArticle ScholarlyArticle"
    " SocialMediaPosting BlogPosting LiveBlogPosting TechArticle Recipe Review".split()
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
PROPERTIES = {
    **FIELDS,
    "author": "author",
    "creator": "author",
    "publisher": "publisher",
    "image": "image",
    "url": "url",
}
"""Microdata properties and the hints that they give."""
NESTED = frozenset(
    "comment comments review reviews itemListElement relatedLink hasPart mentions recipeIngredient".split()
)
"""Microdata properties whose items are not the article."""


def hints_of(head: Head) -> tuple[Hint, ...]:
    """The statements of a page, JSON-LD first, each once; empty values are left out."""
    found: dict[Hint, None] = {}
    counts: dict[tuple[str, str], int] = {}
    for source, name, value, kind in _statements(head):
        text = _clean(value, BODY if name == "body" else LENGTH)
        seen = counts.get((source, name), 0)
        if text and seen < COUNT:
            counts[source, name] = seen + 1
            found[Hint(source, name, text, kind)] = None
    return tuple(found)


Statement = tuple[Source, str, str, str | None]


def _statements(head: Head) -> Iterator[Statement]:
    if head.language:
        yield "meta", "language", head.language, None
    for name, value, kind in _jsonld(head.scripts):
        yield "jsonld", name, value, kind
    for key, content in head.metas:
        source, name = METAS.get(key, ("meta", ""))
        if name:
            for value in content[:BODY].split(",") if key in LISTS else [content]:
                yield source, name, value, None
    for name, value, kind in _microdata(head.properties):
        yield "microdata", name, value, kind
    if head.title:
        yield "title", "headline", head.title, None
    for rel, href in head.links:
        if "canonical" in rel.split():
            yield "link", "url", href, None
        elif "author" in rel.split() and not href.startswith(("http", "/", "#")):
            yield "link", "author", href, None


def _clean(value: str, limit: int) -> str:
    """The value unescaped, without markup; lines are kept in a body only."""
    value = value[:limit]
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if limit == BODY:
        return "\n".join(filter(None, map(one_line, value.splitlines())))
    return one_line(value)


def _jsonld(scripts: Iterable[str]) -> Iterator[tuple[str, str, str | None]]:
    nodes = [node for script in scripts for node in nodes_of(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    articles = [node for node in nodes if not ARTICLES.isdisjoint(types_of(node))]
    if articles:
        yield from _article(articles[0], by_id)
    for node in nodes:
        if {"WebSite", "WebPage"} & set(types_of(node)):
            yield from _site(node, by_id)


def _article(node: Node, by_id: dict[str, Node]) -> Iterator[tuple[str, str, str | None]]:
    for kind in types_of(node)[:1]:
        yield "type", kind, None
    for key, name in FIELDS.items():
        for text in _said(node.get(key)):
            yield name, text, None
    if not node.get("headline"):
        for text in texts_of(node.get("name")):
            yield "headline", text, None
    for text in texts_of(node.get("keywords")):
        for tag in text.split(","):
            yield "tag", tag, None
    for key in ("author", "creator"):
        yield from _named("author", node.get(key), by_id)
    yield from _named("publisher", node.get("publisher"), by_id)
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


def _named(name: str, value: Any, by_id: dict[str, Node]) -> Iterator[tuple[str, str, str | None]]:
    for item in _objects(value, by_id):
        if isinstance(item, str):
            yield name, item, None
        elif isinstance(item, dict):
            kind = next((PEOPLE[t] for t in types_of(item) if t in PEOPLE), None)
            stated = item.get("name")
            for text in texts_of(stated):
                yield name, text, kind if name == "author" else None


def _image(item: Any) -> Iterator[tuple[str, str, str | None]]:
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


def _site(node: Node, by_id: dict[str, Node]) -> Iterator[tuple[str, str, str | None]]:
    if "WebSite" in types_of(node):
        for text in texts_of(node.get("name")):
            yield "publisher", text, None
    yield from _named("publisher", node.get("publisher"), by_id)


def _microdata(properties: Iterable[Property]) -> Iterator[tuple[str, str, str | None]]:
    article: int | None = None
    for prop in properties:
        scopes = prop.scopes
        if any(NESTED & set(scope.prop.split()) for scope in scopes):
            continue
        inner = scopes[-1] if scopes else None
        outer = next((s for s in scopes if not ARTICLES.isdisjoint([s.kind.rsplit("/", 1)[-1]])), None)
        if outer is not None:
            article = outer.number if article is None else article
            if outer.number != article:
                continue
        for name in prop.name.split():
            if name == "name" and inner is not None and inner is not outer:
                role = next((PROPERTIES[p] for p in inner.prop.split() if p in PROPERTIES), None)
                if role in ("author", "publisher"):
                    yield role, prop.value, PEOPLE.get(inner.kind.rsplit("/", 1)[-1]) if role == "author" else None
            elif name in PROPERTIES and (inner is None or inner is outer):
                yield PROPERTIES[name], prop.value, None
