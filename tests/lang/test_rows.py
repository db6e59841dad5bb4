from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from newsclean.lang import UNKNOWN, codes, load

KINDS = set(load(UNKNOWN).furniture)


def test_the_promised_languages_are_there() -> None:
    promised = (
        "en de fr es pt it nl pl uk ru tr sv no da fi cs el id vi ar he hi ja zh ko"
        " hu ro ca sk hr lt is sw af bg fa bn th"
    )
    assert set(promised.split()) <= set(codes())


@pytest.mark.parametrize("code", codes())
def test_shape(code: str) -> None:
    row = load(code)
    assert row.code == code
    assert (len(row.date.months), len(row.date.weekdays)) == (12, 7)
    assert all(row.date.months)
    assert all(row.date.weekdays)
    assert len(row.stopwords) >= 10
    assert set(row.furniture) == KINDS


@pytest.mark.parametrize("code", codes())
def test_words_are_in_lower_case(code: str) -> None:
    row = load(code)
    words = [
        *row.by,
        *row.desk,
        *row.role,
        *row.credit,
        *row.stopwords,
        *(w for ws in row.furniture.values() for w in ws),
    ]
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize("code", codes())
def test_no_key_is_unknown(code: str) -> None:
    def keys(name: str) -> set[str]:
        table = tomllib.loads(resources.files("newsclean.lang").joinpath(f"{name}.toml").read_text("utf-8"))
        return {f"{section}.{key}" for section, row in table.items() if isinstance(row, dict) for key in row}

    assert keys(code) <= keys("en") | keys("neutral") | keys("ja") | keys("ko") | keys("zh") | keys("hi") | keys("vi")
