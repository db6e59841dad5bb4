"""What stands over and under the text of a story: sources, clocks that are glued to a date, titles of galleries."""

from __future__ import annotations

import pytest

import newsclean
from pages import PAPERS, page


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "Source: Reuters"),
        ("en", "© Agence France-Presse"),
        ("en", "(AFP)"),
        ("de", "Quelle: dpa"),
        ("de", "Quelle: pier.example, ade/dpa"),
        ("de", "© dpa-infocom, dpa:250304-930-1234/2"),
        ("es", "Fuente: EFE"),
        ("fr", "Source : AFP"),
        ("it", "Fonte: ANSA"),
        ("nl", "Bron: ANP"),
        ("pt", "Fonte: Agência Brasil"),
        ("sv", "Källa: TT"),
    ],
)
def test_whose_the_text_is_makes_no_caption_of_it(language: str, source: str) -> None:
    article = newsclean.extract(page(language, after=[source]))
    assert article.body.endswith(PAPERS[language]["body"][-1])
    assert not article.images


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "By Ada Pole\nMarch 4, 20253:11 PM"),
        ("en", "By Ada PolePublished March 4, 20253:11 PM EST"),
        ("de", "Von Ada Pole04.03.202515:11 Uhr"),
        ("en", "Ada Pole2025-03-0415:11"),
    ],
)
def test_a_clock_glued_to_the_day(language: str, printed: str) -> None:
    published = newsclean.extract(page(language, printed)).published
    assert published
    assert published.value.startswith("2025-03-04T15:11")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "VIDEO: Storm tears the old wooden pier apart at Marlow Point"),
        ("en", "Photos: The old wooden pier of Marlow Point, then and now"),
        ("es", "Fotos: así quedó el viejo muelle de madera de Marlow"),
        ("de", "Video: Sturm zerstört die alte Seebrücke von Marlow"),
        ("fr", "VIDÉO. La tempête emporte la vieille jetée de Marlow"),
    ],
)
def test_a_title_may_open_with_its_medium(language: str, title: str) -> None:
    assert newsclean.extract(page(language, title=title)).headline == title


@pytest.mark.parametrize(
    ("language", "byline", "told"),
    [
        (
            "en",
            "By Ada Pole",
            "Ada Pole is the Herald’s chief pier correspondent and has covered the coast for 20 years.",
        ),
        ("de", "Von Ada Pole", "Ada Pole schreibt seit zwanzig Jahren über die Küste und leitet die Lokalredaktion."),
    ],
)
def test_who_wrote_it_is_no_part_of_the_text(language: str, byline: str, told: str) -> None:
    assert newsclean.extract(page(language, byline, "4.3.2025", after=[told])).body.endswith(
        PAPERS[language]["body"][-1]
    )
    other = told.replace("Ada Pole", "Bo Reed")  # of whom the story may tell
    assert newsclean.extract(page(language, byline, "4.3.2025", after=[other])).body.endswith(other)


def test_a_ticker_under_latest_news() -> None:
    ticker = "Latest news\n4:14 PM\nFerry service returns to the islands\n3:58 PM\nWhy the lighthouse will stay dark\n"
    article = newsclean.extract(
        page("en", "By Ada Pole", over=[f"{ticker}3:30 PM\nFish prices fall for a third month"])
    )
    assert [item.time for item in article.live_feed] == ["4:14 PM", "3:58 PM", "3:30 PM"]
    assert [item.headline for item in article.live_feed][1:] == [
        "Why the lighthouse will stay dark",
        "Fish prices fall for a third month",
    ]
    shorter = newsclean.extract(page("en", "By Ada Pole", over=[ticker]))
    assert not shorter.live_feed


def test_a_day_or_a_club_at_the_beginning_of_a_line_is_no_item_of_a_list() -> None:
    text = page("de", "Von Ada Pole", "4. März 2025", first="1. FC Marlow und Stadt sind sich einig. ")
    article = newsclean.extract(text)
    assert article.published
    assert article.published.raw == "4. März 2025"
    assert article.body.startswith("1. FC Marlow")


def test_a_time_beside_whose_the_text_is_is_no_caption() -> None:
    article = newsclean.extract(page("en", "March 4, 2025 09:00 ET | Source: Town of Marlow Point"))
    assert article.published
    assert article.published.value == "2025-03-04T09:00"
    assert not article.images
