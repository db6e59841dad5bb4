"""NewsArticle of schema.org as JSON-LD, one object a line."""

from __future__ import annotations

from typing import Any

from newsclean.record import Article, Author, Image
from newsclean.write.jsonl import given, object_line, time_of

CONTEXT = "https://schema.org"
KINDS = {"person": "Person", "organization": "Organization"}
"""Types of authors; one that is not known has none."""
FREE = {"free": True, "metered": False, "paywalled": False}
"""`isAccessibleForFree`: false where a reader may come to a wall; what is unknown is not said."""


def news_article(article: Article) -> bytes:
    """What schema.org has words for; what is null or empty is left out.

    A kicker is none of the headlines that `alternativeHeadline` means, and an author's role is a person's alone. "<" is
    escaped, so that a page can hold the line in a script.
    """
    stated = given(
        identifier=article.id,
        url=article.url,
        mainEntityOfPage=article.url,
        headline=article.headline,
        description=article.standfirst,
        author=[_author(author) for author in article.authors],
        publisher=_organization(article.publisher),
        datePublished=time_of(article.published),
        dateModified=time_of(article.modified),
        dateline=article.dateline.raw if article.dateline else None,
        image=[_image(image) for image in article.images],
        articleBody=article.body,
        articleSection=article.section,
        keywords=list(article.tags),
        inLanguage=article.language,
        isAccessibleForFree=FREE.get(article.access),
        timeRequired=f"PT{article.reading_time_minutes}M" if article.reading_time_minutes is not None else None,
        wordCount=article.word_count if article.body else None,
    )
    return object_line({"@context": CONTEXT, "@type": "NewsArticle", **stated}).replace(b"<", b"\\u003c")


def _author(author: Author) -> dict[str, Any]:
    kind = {"@type": KINDS[author.type]} if author.type in KINDS else {}
    named = given(name=author.name)
    if author.type == "person":
        named |= given(jobTitle=author.role, affiliation=_organization(author.affiliation))
    return kind | named


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _image(image: Image) -> dict[str, Any]:
    return {"@type": "ImageObject", **given(contentUrl=image.url, caption=image.caption, creditText=image.credit)}
