"""The quick look for dates says no only where the grammar finds none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields import dates
from newsclean.fields.date_look import may_be_date, may_be_relative, may_be_updated
from newsclean.fields.date_tokens import fold
from newsclean.fields.dates import find_dates
from newsclean.lang import codes, load

PARTS = """
21 9 09 2024 24 1 : . / - – , ' ago vor hace hours Stunden il y a 年 月 日 9月 년 월 일 May Sept. März août mayo 17:59
tháng 1 yesterday gestern hier T Z Monday lun. ٢١ ⁄ Top tips of 5
"""
PART = st.sampled_from([*PARTS.split(), " "])
TEXTS = st.lists(PART, max_size=9).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda gap: gap.join(parts)))


@given(TEXTS, st.sampled_from([*codes(), "und"]))
def test_no_date_is_overlooked(text: str, code: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        looked = find_dates.__wrapped__(text, load(code))
        patch.setattr(dates, "may_be_date", lambda folded, code: True)
        patch.setattr(dates, "may_be_relative", lambda folded, code: True)
        assert looked == find_dates.__wrapped__(text, load(code))


@pytest.mark.parametrize("code", codes())
def test_every_word_for_a_change_passes(code: str) -> None:
    assert all(may_be_updated(fold(word.upper()), code) for word in load(code).date.updated)


@pytest.mark.parametrize("code", codes())
def test_every_month_passes(code: str) -> None:
    for forms in load(code).date.months:
        assert all(may_be_date(fold(f"21 {form} 2024"), code) for form in forms)


@pytest.mark.parametrize(
    ("text", "date", "relative"),
    [
        ("2024-09-21", True, False),
        ("9 / 21 / 24", True, False),
        ("9/21-24", False, False),
        ("sept", False, False),
        ("5 hours ago", False, True),
        ("hours ago", False, False),
        ("top 10 piers", False, False),
    ],
)
def test_what_the_look_asks_for(text: str, date: bool, relative: bool) -> None:
    assert (may_be_date(text, "en"), may_be_relative(text, "en")) == (date, relative)
