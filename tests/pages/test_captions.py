"""What stands under a picture and who made it, as papers of many languages print it."""

from __future__ import annotations

import pytest

import newsclean
from pages import page


@pytest.mark.parametrize(
    ("language", "printed", "caption", "credit"),
    [
        (
            "en",
            "The old pier at dusk last week. (Example photo by Bo Reed)",
            "The old pier at dusk last week.",
            "Bo Reed",
        ),
        ("en", "The old pier at dusk last week. Photo / Bo Reed", "The old pier at dusk last week.", "Bo Reed"),
        ("en", "The old pier at dusk. (Bo Reed | For The Herald)", "The old pier at dusk.", "Bo Reed | For The Herald"),
        (
            "es",
            "El viejo muelle al atardecer. Lucía Ferrer (EFE)",
            "El viejo muelle al atardecer.",
            "Lucía Ferrer (EFE)",
        ),
        ("de", "Die alte Brücke am Abend. Collage: Bo Ried", "Die alte Brücke am Abend.", "Bo Ried"),
        ("de", "Die alte Brücke im Jahr 1910. Repro: Bo Ried", "Die alte Brücke im Jahr 1910.", "Bo Ried"),
        (
            "ru",
            "Старый пирс на закате. Фото: Борис Рид / РИА Новости",
            "Старый пирс на закате.",
            "Борис Рид / РИА Новости",
        ),
        ("zh", "黄昏时的旧码头。李大山 摄", "黄昏时的旧码头。", "李大山"),
        ("zh", "黄昏时的旧码头。新华社记者 李大山 摄", "黄昏时的旧码头。", "新华社记者 李大山"),
        ("zh", "黄昏时的旧码头。（图/新华社）", "黄昏时的旧码头。", "新华社"),
        ("ko", "해 질 녘의 낡은 부두. /사진=이영희 기자", "해 질 녘의 낡은 부두.", "이영희 기자"),
        ("ko", "해 질 녘의 낡은 부두 [연합뉴스 제공]", "해 질 녘의 낡은 부두", "연합뉴스"),
        ("ja", "夕暮れの古い桟橋＝2025年3月3日、佐藤花子撮影", "夕暮れの古い桟橋＝2025年3月3日", "佐藤花子"),
        ("tr", "Eski iskele gün batımında. (Fotoğraf: Burak Kamış/AA)", "Eski iskele gün batımında.", "Burak Kamış/AA"),
        ("ar", "الرصيف القديم عند الغروب (رويترز)", "الرصيف القديم عند الغروب", "رويترز"),
        ("en", "Image caption, The old pier at dusk last week.", "The old pier at dusk last week.", None),
        ("fr", "La vieille jetée au crépuscule. (Photo Bo Ried)", "La vieille jetée au crépuscule.", "Bo Ried"),
        ("it", "Il vecchio pontile al tramonto (Ansa)", "Il vecchio pontile al tramonto", "Ansa"),
    ],
)
def test_captions(language: str, printed: str, caption: str, credit: str | None) -> None:
    images = newsclean.extract(page(language, "2025-03-04 15:11", printed)).images
    assert [(image.caption, image.credit) for image in images] == [(caption, credit)]
