"""The dump that started the project gives the record that the design spells out for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.api import extract
from newsclean.record import Article, Author

DUMP = Path(__file__).parents[2] / "shared" / "seeds" / "000_446cf8c76ff80ce9.txt"


@pytest.fixture(scope="module")
def article() -> Article:
    if not DUMP.exists():
        pytest.skip(f"{DUMP} is not on this machine")
    return extract(DUMP.read_bytes())


def test_headline_and_byline(article: Article) -> None:
    assert article.headline == (
        "Zelensky's 'victory plan' includes invitation to NATO, commitment to sustained weapons supply, "
        "Bloomberg reports"
    )
    assert article.byline == "by Dinara Khalilova and The Kyiv Independent news desk"
    assert article.authors == (
        Author(name="Dinara Khalilova", type="person"),
        Author(name="The Kyiv Independent news desk", type="organization"),
    )
    assert (article.publisher, article.language, article.reading_time_minutes) == ("The Kyiv Independent", "en", 2)


def test_published(article: Article) -> None:
    assert article.published is not None
    assert article.published.value == "2024-09-21T17:59"
    assert (article.published.precision, article.published.zone) == ("minute", None)
    assert article.modified is None


def test_image(article: Article) -> None:
    (image,) = article.images
    assert image.caption is not None
    assert image.caption.startswith("(From left)")
    assert image.caption.endswith("July 12, 2024.")
    assert image.credit == "Kay Nietfeld/picture alliance via Getty Images"


def test_body(article: Article) -> None:
    paragraphs = (article.body or "").split("\n\n")
    assert len(paragraphs) == 8
    assert paragraphs[0].startswith("President Volodymyr")
    assert paragraphs[-1].endswith("would achieve this.")


def test_teaser_and_feed(article: Article) -> None:
    (teaser,) = article.related
    assert teaser.headline.startswith("‘Russia must feel it’s going to lose’")
    assert [item.time for item in article.live_feed] == ["3:44 PM", "1:40 PM", "11:54 PM"]
    assert all(item.headline and item.text for item in article.live_feed)
