"""What pages state about themselves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Source
from newsclean.segment.html import segment_html
from newsclean.segment.jsonld import nodes_of, types_of

ARTICLE = {"@type": "NewsArticle", "headline": "A bridge opens", "datePublished": "2024-05-01T10:00:00Z"}


def hints(html: str) -> set[tuple[str, str, str, str | None]]:
    return {(h.source, h.name, h.value, h.kind) for h in segment_html(Dump(Source("-"), html, "html")).hints}


def of_script(value: Any) -> set[tuple[str, str, str | None]]:
    text = value if isinstance(value, str) else json.dumps(value)
    found = hints(f'<script type="application/ld+json">{text}</script>')
    return {(name, value, kind) for source, name, value, kind in found if source == "jsonld"}


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "https://schema.org/NewsArticle"]},
        {**ARTICLE, "@type": "schema:NewsArticle"},
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE).replace("opens", "o\npens").replace("o\npens", "opens\n"),
        json.dumps(ARTICLE) + ";",
        json.dumps({"@type": "Organization"}) + json.dumps(ARTICLE),
        json.dumps(ARTICLE).replace("{", '{"about": "a\\\'s", ', 1),
    ],
)
def test_the_article_is_found_however_it_is_wrapped(value: Any) -> None:
    assert ("headline", "A bridge opens", None) in of_script(value)
    assert ("published", "2024-05-01T10:00:00Z", None) in of_script(value)


def test_fields_of_the_article() -> None:
    found = of_script(
        {
            **ARTICLE,
            "headline": " Bridge &amp; <b>tunnel</b> ",
            "author": [{"@type": "Person", "name": "Ada Pole"}, {"@id": "#desk"}, "Jo Sand"],
            "publisher": {"@type": "Organization", "name": "The Daily Gull"},
            "keywords": "bridges, harbour",
            "image": {"url": "/a.jpg", "caption": "The bridge", "creditText": "Bo Lund"},
            "isAccessibleForFree": False,
            "mainEntityOfPage": {"@id": "https://example.org/a"},
            "articleBody": "One.\n\nTwo.",
            "@graph": [{"@id": "#desk", "@type": "Organization", "name": "News desk"}],
        }
    )
    assert found >= {
        ("headline", "Bridge & tunnel", None),
        ("author", "Ada Pole", "person"),
        ("author", "News desk", "organization"),
        ("author", "Jo Sand", None),
        ("publisher", "The Daily Gull", None),
        ("tag", "harbour", None),
        ("image", "/a.jpg", None),
        ("caption", "The bridge", None),
        ("caption", "Bo Lund", "credit"),
        ("access", "False", None),
        ("url", "https://example.org/a", None),
        ("body", "One.\nTwo.", None),
    }


def test_the_dates_of_the_page_stand_in_where_no_article_is_told_of() -> None:
    page = {"@type": "WebPage", "datePublished": "2023-01-02", "dateModified": "2023-02-03", "headline": "Home"}
    assert of_script(page) == {("published", "2023-01-02", None), ("modified", "2023-02-03", None)}
    said = of_script([page, ARTICLE])
    assert {value for name, value, _ in said if name == "published"} == {ARTICLE["datePublished"]}


def test_other_things_and_other_articles_give_no_article() -> None:
    assert not of_script({"@type": "Product", "name": "A chair", "headline": "A chair"})
    teaser = {"@type": "NewsArticle", "headline": "Another story"}
    found = of_script([{"@type": "ItemList", "itemListElement": [teaser]}, teaser, ARTICLE])
    assert {value for name, value, _ in found if name == "headline"} == {"A bridge opens"}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"@type": ' * 100_000,
        '{"@type": "Article", "n": ' + "9" * 5000 + "}",
        "nonsense",
        "",
        "{",
        "NaN",
    ],
    ids=["lists", "objects", "digits", "nonsense", "empty", "open", "nan"],
)
def test_hostile_json_is_no_error(text: str) -> None:
    assert isinstance(nodes_of(text), list)


KEYS = st.sampled_from(["@type", "@id", "author", "image", "name", "headline", "publisher", "keywords"])
LEAF = st.none() | st.booleans() | st.text(max_size=5) | st.integers() | st.just("Article")


@given(st.recursive(LEAF, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_any_json_is_read(value: Any) -> None:
    of_script(json.dumps(value).replace("<", " "))
    assert all(isinstance(name, str) for node in nodes_of(json.dumps(value)) for name in types_of(node))


def test_meta_title_links_and_language() -> None:
    html = (
        '<html lang="de-AT"><head><title>Eine Brücke | Der Bote</title>'
        '<meta property="og:title" content="Eine Brücke"><meta property="og:site_name" content="Der Bote">'
        '<meta name="Author" content="Ada Pole"><meta name="news_keywords" content="Hafen, Brücke">'
        '<meta property="article:published_time" content="2024-05-01"><meta name="viewport" content="width=1">'
        '<link rel="canonical" href="https://example.org/a"><link rel="stylesheet" href="x.css">'
    )
    assert hints(html) == {
        ("meta", "language", "de-AT", None),
        ("title", "headline", "Eine Brücke | Der Bote", None),
        ("opengraph", "headline", "Eine Brücke", None),
        ("opengraph", "publisher", "Der Bote", None),
        ("meta", "author", "Ada Pole", None),
        ("meta", "tag", "Hafen", None),
        ("meta", "tag", "Brücke", None),
        ("opengraph", "published", "2024-05-01", None),
        ("link", "url", "https://example.org/a", None),
    }


def test_microdata_of_the_article_and_not_of_its_comments() -> None:
    html = """<article itemscope itemtype="https://schema.org/NewsArticle">
      <h1 itemprop="headline">A <b>bridge</b> opens</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name" href="/u">Ada Pole</a>
      </span><meta itemprop="datePublished" content="2024-05-01"><time itemprop="dateModified" datetime="2024-05-02">
      today</time><img itemprop="image" src="/a.jpg">
      <div itemprop="comment" itemscope><span itemprop="author">Troll</span></div></article>
      <div itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline">Another story</h3></div>"""
    assert {found[1:] for found in hints(html) if found[0] == "microdata"} == {
        ("headline", "A bridge opens", None),
        ("author", "Ada Pole", "person"),
        ("published", "2024-05-01", None),
        ("modified", "2024-05-02", None),
        ("image", "/a.jpg", None),
    }


def test_values_are_bounded() -> None:
    found = hints('<meta name="author" content="' + "a" * 5000 + '">' + '<meta name="author" content="b">' * 5)
    assert sorted(len(value) for source, _, value, _ in found if source == "meta") == [1, 2000]
    many = "".join(f'<meta property="article:tag" content="t{i}">' for i in range(500))
    assert len([h for h in hints(many) if h[1] == "tag"]) == 200
