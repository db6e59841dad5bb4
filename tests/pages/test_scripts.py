"""Bylines and days in scripts and languages other than those of western Europe."""

from __future__ import annotations

import pytest

import newsclean
from pages import page


@pytest.mark.parametrize(
    ("language", "printed", "names"),
    [
        ("ru", "4 марта 2025, 15:11\nАнна Полева", ["Анна Полева"]),
        ("ru", "Текст: Анна Полева Фото: Борис Рид\n\n4 марта 2025", ["Анна Полева"]),
        ("uk", "Анна Полева — 4 березня 2025, 15:11", ["Анна Полева"]),
        ("uk", "4 березня 2025, 15:11 | Анна Полева", ["Анна Полева"]),
        ("tr", "Ayşe Direk - 4 Mart 2025 15:11", ["Ayşe Direk"]),
        ("tr", "Ayşe Direk / Marlow\n\nGiriş Tarihi: 04.03.2025 15:11 Güncelleme: 05.03.2025 16:20", ["Ayşe Direk"]),
        ("tr", "Haber Merkezi\n\n04.03.2025 - 15:11", ["Haber Merkezi"]),
        ("tr", "Haber: Ayşe Direk Fotoğraf: Burak Kamış\n\n4 Mart 2025 Salı", ["Ayşe Direk"]),
        ("ar", "أحمد العمود ومحمد القصب\n\n4 مارس 2025", ["أحمد العمود", "محمد القصب"]),
        ("ar", "أحمد العمود - مارلو\n\nالثلاثاء 4 مارس 2025 15:11", ["أحمد العمود"]),
        ("ar", "بقلم: أحمد العمود | تصوير: محمد القصب\n\n4 مارس 2025", ["أحمد العمود"]),
        ("zh", "记者 王小明 报道\n\n2025-03-04 15:11", ["王小明"]),
        ("zh", "2025年3月4日 15:11\n\n記者王小明／台北報導", ["王小明"]),
        ("zh", "文/王小明 图/李大山\n\n2025-03-04", ["王小明"]),
        ("ja", "文・山田太郎 写真・佐藤花子\n\n2025年3月4日", ["山田太郎"]),
        ("ko", "입력 : 2025-03-04 15:11\n\n김철수·이영희 기자", ["김철수", "이영희"]),
        ("ko", "김철수 기자 kim@marlow.example\n\n등록 2025.03.04 15:11", ["김철수"]),
        ("pl", "Oprac. Anna Pal\n\n04.03.2025 15:11, aktualizacja: 05.03.2025 09:00", ["Anna Pal"]),
        ("hi", "राम शर्मा\n\n4 मार्च 2025, 03:11 PM", ["राम शर्मा"]),
    ],
)
def test_byline_and_day(language: str, printed: str, names: list[str]) -> None:
    article = newsclean.extract(page(language, printed))
    assert article.published
    assert article.published.value[:10] == "2025-03-04"
    assert [author.name for author in article.authors] == names
    assert not article.images
