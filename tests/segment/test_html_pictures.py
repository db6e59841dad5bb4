"""Images and their captions."""

from __future__ import annotations

import pytest

from newsclean.document import Dump, Source
from newsclean.segment.html import segment_html


def pictures(html: str) -> list[tuple[str | None, str | None]]:
    page = segment_html(Dump(Source("-"), html, "html"))
    return [(p.url, None if p.block is None else page.blocks[p.block].text) for p in page.pictures]


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src=a.jpg><figcaption>A bridge</figcaption></figure>",
        "<figure><img src=a.jpg><figcaption><p>A bridge</p></figcaption></figure>",
        "<figure><figcaption>A bridge</figcaption><img src=a.jpg></figure>",
        "<div class=wp-caption><img src=a.jpg><p class=wp-caption-text>A bridge</p></div>",
        "<div><a href=/big><img src=a.jpg></a><span class=image-caption>A bridge</span></div>",
        "<figure><b>Zoom</b><img data-src=a.jpg src=data:image/gif;base64,R0><figcaption>A bridge</figure>",
        "<figure><img srcset='a.jpg 300w, b.jpg 600w'><figcaption>A bridge</figcaption></figure>",
        "<figure><amp-img src=a.jpg></amp-img><figcaption>A bridge</figcaption></figure>",
        "<aside><figure><img src=a.jpg><figcaption>A bridge</figcaption></figure></aside>",
    ],
)
def test_a_caption_goes_to_its_image(html: str) -> None:
    assert pictures(f"<p>Before</p>{html}<p>After</p>") == [("a.jpg", "A bridge")]


def test_each_image_keeps_its_own_caption() -> None:
    figure = "<figure><img src={0}.jpg><figcaption>Bridge {0}</figcaption></figure>"
    assert pictures(figure.format(1) + figure.format(2)) == [("1.jpg", "Bridge 1"), ("2.jpg", "Bridge 2")]


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<img src=a.jpg>", True),
        ("<img src=a.jpg width=60 height=400>", False),
        ("<img src=a.jpg width=61px height=400>", True),
        ("<img src=a.jpg width=100%>", True),
        ("<img src=logo.svg?v=2>", False),
        ("<img class=site-logo src=a.jpg>", False),
        ("<img src=data:image/gif;base64,R0>", False),
        ("<footer><img src=a.jpg></footer>", False),
        ("<div class=related-stories><img src=a.jpg></div>", False),
        ("<noscript><img src=a.jpg></noscript>", True),
    ],
)
def test_icons_and_what_belongs_elsewhere_are_left_out(html: str, kept: bool) -> None:
    assert bool(pictures(f"<p>Text</p>{html}")) is kept


def test_a_caption_far_from_any_image_has_none() -> None:
    between = "<p>One</p><p>Two</p><p>Three</p><p>Four</p>"
    assert pictures(f"<div><img src=a.jpg>{between}<p class=caption>A bridge</p></div>") == [("a.jpg", None)]
