# ruff: noqa: E501  a row a seed
"""The dumps to try the tool on, whole: what a newcomer sees first must be right."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

import newsclean

SEEDS = Path(__file__).parent.parent / "seeds"
EXPECTED = {
    # language, headline, authors, published, first and last words of the body
    "bare.pt.html": ("pt", "Pescadores de Vila Areia trocam o petróleo pelo sol", ["Jussara Pimentel"], "2025-04-07T10:22", "Trinta e dois barcos", "janela da peixaria."),
    "fragments.en.txt": ("en", "Beekeepers sue over mosquito spraying that killed 300 hives", ["Ruben Achterberg", "Sadie Molina"], "2025-06-03T07:02", "LOWER HADLEY (Valley Sentinel) - Eleven", "nine in the evening."),
    "fragments.it.txt": ("it", "Il treno dei limoni torna sui binari dopo quarant'anni", ["Ginevra Salis"], "2025-05-09T08:15", "PORTOVENTO - Quarant'anni dopo", "per il 6 giugno."),
    "jsonld.en.html": ("en", "Museum returns 11 bronze bells to the valley they were taken from", ["Philippa Oduya", "Rhys Caddick"], "2025-04-22T15:10:00+01:00", "Eleven bronze bells", "by agreement, the receipt."),
    "live-blog.en.txt": ("en", "Storm Isbel latest: 40,000 homes without power as ferry passengers spend second night aboard", ["Gareth Penhallow"], "2025-01-11T06:05", "More than 40,000 homes", "until the wind drops."),
    "lynx.en.txt": ("en", "County votes 5-2 to reopen the Quarry Road landfill it closed in 2011", ["Wendell Aspinall"], "2024-10-08T21:15", "BRINLEY FALLS — The Tamarack", "to court before then."),
    "markdown.nl.txt": ("nl", "Waterschap Oostmeer zet vijftig bevers op de loonlijst", ["Gerbrand Hoekema", "Noor Ypma"], "2024-11-27T06:30", "HEGEMERZIJL – Het waterschap", "net als stagiairs.\""),
    "newsfeed.en.txt": ("en", "Marrow's 'tidewall plan' asks for ferry subsidy, faster dredging permits, Meridian Wire reports", ["Odile Farran", "The Ellery Courier news desk"], "2025-03-14T16:26", "Governor Halvard Marrow's", "how it would do so."),
    "paywalled.fr.txt": ("fr", "À Valgrèze, la dernière sage-femme de la vallée rend sa blouse", ["Solène Aubrac", "Igor Mestral"], "2025-03-14T18:05", "Elle a plié la blouse", "n'est remboursée"),
    "select-all.ar.txt": ("ar", "قرية وادي السدر تعيد تشغيل ساعة البرج بعد خمسين عاما من الصمت", ["ليلى الحمداني"], "2025-03-12", "عادت ساعة البرج", "عقد الأسبوع الماضي."),
    "select-all.de.txt": ("de", "Moorauer Hängebrücke bleibt bis zum Herbst gesperrt", ["Hannelore Brix", "Jasper Tiedemann"], "2025-05-12T18:40", "Moorau. Die Hängebrücke", "auf der Nordseite gesperrt."),
    "select-all.ja.txt": ("ja", "閉校の島で灯台学校が再開 七年ぶりに子ども四人", ["長峰さやか"], "2024-09-21T17:59", "青浜市の離島", "議会に出す方針だ。"),
    "select-all.pl.txt": ("pl", "Biblioteka w Starej Wierzbicy pożycza już nie tylko książki. Na półkach wiertarki i namioty", ["Bożena Krzemińska"], "2025-01-12T11:05", "W bibliotece w Starej", "Wierzbicy 24 stycznia."),
    "select-all.uk.txt": ("uk", "У Зорянці жителі самі збудували міст, якого чекали від області одинадцять років", ["Соломія Вербова", "Тарас Низовий"], "2025-03-03T14:20", "У селі Зорянка", "ремонту на 2027 рік."),
    "wet.es.txt": ("es", "El embalse de Torrealba recupera en tres semanas el agua de dos años", ["Lucía Armendáriz"], "2025-02-12T09:41", "El embalse de Torrealba ha ganado", "amarillo hasta el viernes."),
}  # fmt: skip
PICTURES = {
    # first words of each caption, and its credit
    "bare.pt.html": [["Barco \"Estrela Mansa\"", "Adilson Queirós/Diário do Litoral Sul"]],
    "fragments.en.txt": [["Dead bees lie", "Corinne Baptiste"]],
    "fragments.it.txt": [["Il primo convoglio", None]],
    "jsonld.en.html": [["The bells on", "Marius Teale/Hillside Images"]],
    "live-blog.en.txt": [["A wave breaks", "Tamsin Reeve/Coastline News"]],
    "lynx.en.txt": [["A bulldozer pushes", "Delphine Marsh/Lakeside Herald"]],
    "markdown.nl.txt": [["Een bever aan", "Douwe Sikkema"]],
    "newsfeed.en.txt": [["(From left) Harbour", "Renske Okafor/tidelight pictures via Northpress Images"]],
    "paywalled.fr.txt": [["Maud Ferrandier devant", "ÉLOI CASSEGRAIN / ATELIER LUCARNE"]],
    "select-all.ar.txt": [["أهالي القرية أمام", "سامر العتيبي"]],
    "select-all.de.txt": [["Die Hängebrücke über", "Mirko Ahlers/nordlicht"], ["Die Tragseile von", "Stadt Moorau"]],
    "select-all.ja.txt": [
        ["再開した汐鳴小学校の教室で授業を受ける子どもたち＝2024年9月20日、青浜市汐鳴島", "野添航"],
    ],
    "select-all.uk.txt": [["Пішохідний міст через", "Остап Ґонта / «Подільський вісник»"]],
    "wet.es.txt": [["El embalse de", "Nuria Beltrán / Agencia Cierzo"], ["La alcaldesa de", "Ayuntamiento de Almarza"]],
}  # fmt: skip
FIELDS = ("language", "headline", "authors", "published", "body")


@functools.cache
def article_of(name: str) -> newsclean.Article:
    return newsclean.extract((SEEDS / name).read_bytes())


@pytest.mark.parametrize(("name", "field"), [(name, field) for name in EXPECTED for field in FIELDS])
def test_seed(name: str, field: str) -> None:
    article = article_of(name)
    language, headline, authors, published, first, last = EXPECTED[name]
    body = article.body or ""
    said, expected = {
        "language": (article.language, language),
        "headline": (article.headline, headline),
        "authors": ([author.name for author in article.authors], authors),
        "published": (article.published and article.published.value, published),
        "body": ((body[: len(first)], body[-len(last) :]), (first, last)),
    }[field]
    assert said == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_pictures_of_a_seed(name: str) -> None:
    shown = article_of(name).images
    assert [[" ".join((image.caption or "").split()[:3]), image.credit] for image in shown] == PICTURES.get(name, [])


def test_every_seed_is_expected() -> None:
    assert {path.name for path in SEEDS.iterdir()} == set(EXPECTED)
