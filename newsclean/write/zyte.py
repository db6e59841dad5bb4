"""The `article` object of the Zyte API, one a line: for those who have code or benchmarks that read it."""

from __future__ import annotations

from newsclean.record import Article
from newsclean.write.jsonl import given, object_line, time_of


def zyte_article(article: Article) -> bytes:
    """What that object has names for; but for `url`, which it demands, what is null or empty is left out.

    Times keep the precision that is known. A time of change never stands in for that of publication, as it may there.
    """
    published, modified = article.published, article.modified
    images = [{"url": image.url} for image in article.images if image.url]
    stated = given(
        headline=article.headline,
        datePublished=time_of(published),
        datePublishedRaw=published.raw if published else None,
        dateModified=time_of(modified),
        dateModifiedRaw=modified.raw if modified else None,
        authors=[given(name=author.name, nameRaw=article.byline) for author in article.authors],
        breadcrumbs=[{"name": article.section}] if article.section else None,
        inLanguage=article.language,
        mainImage=images[0] if images and article.images[0].url else None,
        images=images,
        description=article.standfirst,
        articleBody=article.body,
        metadata={"probability": article.confidence.record},
    )
    return object_line({"url": article.url, **stated})
