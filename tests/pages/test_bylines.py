"""Who wrote a story, as papers print it over the story, beside photographers, places and those who answer for it."""

from __future__ import annotations

import pytest

import newsclean
from pages import page

DAY = {
    "de": "4. März 2025",
    "en": "March 4, 2025",
    "es": "4 de marzo de 2025",
    "fr": "4 mars 2025",
    "it": "4 marzo 2025",
    "nl": "4 maart 2025",
    "pt": "4 de março de 2025",
    "sv": "4 mars 2025",
}


def authors(language: str, byline: str, *after: str) -> list[str]:
    article = newsclean.extract(page(language, *filter(None, (byline, DAY[language])), after=after))
    assert article.published
    assert article.published.value == "2025-03-04"
    return [author.name for author in article.authors]


@pytest.mark.parametrize(
    ("language", "byline", "writer"),
    [
        ("en", "By Ada Pole Photography by Bo Reed", "Ada Pole"),
        ("en", "By Ada Pole, photographs by Bo Reed", "Ada Pole"),
        ("en", "Story by Ada Pole | Illustrations by Bo Reed", "Ada Pole"),
        ("en", "Words by Ada Pole\nPhotos by Bo Reed", "Ada Pole"),
        ("de", "Text: Ada Pole Foto: Bo Ried", "Ada Pole"),
        ("de", "Von Ada Pole (Text) und Bo Ried (Fotos)", "Ada Pole"),
        ("de", "Text und Fotos: Ada Pole", "Ada Pole"),
        ("nl", "Tekst: Ada Pool Foto's: Bo Riet", "Ada Pool"),
        ("nl", "Ada Pool\nFoto Bo Riet", "Ada Pool"),
        ("sv", "Text: Ada Pålsson Foto: Bo Ried", "Ada Pålsson"),
        ("fr", "Par Ada Pole (texte) et Bo Ried (photos)", "Ada Pole"),
        ("it", "di Ada Polo - foto di Bo Redi", "Ada Polo"),
        ("es", "Texto: Ada Polo Fotos: Bo Redo", "Ada Polo"),
        ("pt", "Texto: Ada Polo | Fotos: Bo Redo", "Ada Polo"),
    ],
)
def test_photographers_are_no_authors(language: str, byline: str, writer: str) -> None:
    assert authors(language, byline) == [writer]


@pytest.mark.parametrize(
    ("language", "byline", "names"),
    [
        ("en", "By Carlos de la Cruz", ["Carlos de la Cruz"]),
        ("fr", "Par Jean de la Rivière", ["Jean de la Rivière"]),
        ("pt", "Por Maria das Dores da Silva", ["Maria das Dores da Silva"]),
        ("nl", "Door Jan te Riet", ["Jan te Riet"]),
        ("nl", "Jan van der Meer en Piet van Dam", ["Jan van der Meer", "Piet van Dam"]),
        ("de", "Von Anna von der Leine", ["Anna von der Leine"]),
        ("es", "Por María de los Ángeles Pérez", ["María de los Ángeles Pérez"]),
        ("it", "di Paolo della Torre", ["Paolo della Torre"]),
    ],
)
def test_particles_are_a_part_of_the_name(language: str, byline: str, names: list[str]) -> None:
    assert authors(language, byline) == names


@pytest.mark.parametrize(
    ("language", "byline", "names"),
    [
        ("en", "By Ada Pole, New York", ["Ada Pole"]),
        ("en", "Ada Pole, Tel Aviv", ["Ada Pole"]),
        ("en", "By Ada Pole in New York and Bo Reed in Hong Kong", ["Ada Pole", "Bo Reed"]),
        ("es", "Ada Polo / Buenos Aires", ["Ada Polo"]),
        ("es", "Ada Polo | Ciudad de México", ["Ada Polo"]),
        ("de", "Von Ada Pole, Bad Homburg", ["Ada Pole"]),
        ("it", "di Ada Polo, da San Marino", ["Ada Polo"]),
        ("pt", "Ada Polo, de São Paulo", ["Ada Polo"]),
        ("en", "By Ada Pole, Bo Reed and Cy Lane", ["Ada Pole", "Bo Reed", "Cy Lane"]),
    ],
)
def test_places_are_no_authors(language: str, byline: str, names: list[str]) -> None:
    assert authors(language, byline) == names


@pytest.mark.parametrize(
    ("language", "after"),
    [
        ("it", "Direttore responsabile: Carlo Bassi"),
        ("de", "Verantwortliche Redakteurin: Carla Bass"),
        ("sv", "Ansvarig utgivare: Karl Bass"),
        ("en", "Comments\n\nBo Reed\n2 hours ago\nI have waited for this.\n\nCy Lane\n3 hours ago\nSo have I."),
        ("de", "Kommentare\n\nBo Ried\nvor 2 Stunden\nDarauf habe ich gewartet.\n\nCy Lahn\nvor 3 Stunden\nIch auch."),
    ],
)
def test_nobody_under_the_story_wrote_it(language: str, after: str) -> None:
    assert authors(language, "", after) == []


@pytest.mark.parametrize(
    ("language", "byline", "names"),
    [
        ("es", "Lucía Villalobos Redactora de Cultura", ["Lucía Villalobos"]),
        ("en", "By Sen. Ada Pole (D-Ohio)", ["Ada Pole"]),
        ("en", "By Rev. Ada Pole", ["Ada Pole"]),
        ("de", "Ein Gastbeitrag von Dr. Ada Pole", ["Ada Pole"]),
        ("en", "As told to Ada Pole", ["Ada Pole"]),
        ("de", "Protokoll: Ada Pole", ["Ada Pole"]),
        ("en", "By Ada Pole, University of Marlow", ["Ada Pole"]),
        ("en", "Ada Pole\nChief Pier Correspondent\nBo Reed\nSenior Political Reporter", ["Ada Pole", "Bo Reed"]),
    ],
)
def test_titles_and_roles_stand_beside_the_name(language: str, byline: str, names: list[str]) -> None:
    assert authors(language, byline) == names
