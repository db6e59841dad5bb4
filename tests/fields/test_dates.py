from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.fields.dates import find_dates
from newsclean.lang import UNKNOWN, codes, load

READ = [
    # language, text, value, raw
    ("en", "September 21, 2024 5:59 PM 2 min read", "2024-09-21T17:59", "September 21, 2024 5:59 PM"),
    ("en", "Sept. 21, 2024", "2024-09-21", "Sept. 21, 2024"),
    ("en", "Dec 21, 2023 at1:39 pm | By Ann Example", "2023-12-21T13:39", "Dec 21, 2023 at1:39 pm"),
    ("en", "20/1/2026 18:30", "2026-01-20T18:30", "20/1/2026 18:30"),
    ("en", "21/09/2024", "2024-09-21", "21/09/2024"),
    ("en", "2024-09-21T17:59:00+02:00", "2024-09-21T17:59:00+02:00", "2024-09-21T17:59:00+02:00"),
    ("en", "2024-09-21T17:59-05:00", "2024-09-21T17:59-05:00", "2024-09-21T17:59-05:00"),
    ("en", "2024-09-21T17:59:03.123456-0500", "2024-09-21T17:59:03-05:00", "2024-09-21T17:59:03.123456-0500"),
    ("en", "2024-09-21 17:59:03Z", "2024-09-21T17:59:03+00:00", "2024-09-21 17:59:03Z"),
    ("en", "Sat, 21 Sep 2024 17:59:03 +0200", "2024-09-21T17:59:03+02:00", "Sat, 21 Sep 2024 17:59:03 +0200"),
    ("en", "Sat 21 Sep 2024 17.59 BST", "2024-09-21T17:59+01:00", "Sat 21 Sep 2024 17.59 BST"),
    ("en", "5:59 PM EDT, Sat September 21, 2024", "2024-09-21T17:59-04:00", "5:59 PM EDT, Sat September 21, 2024"),
    ("en", "5:59 PM · Sep 21, 2024", "2024-09-21T17:59", "5:59 PM · Sep 21, 2024"),
    ("en", "21st of September, 2024", "2024-09-21", "21st of September, 2024"),
    ("en", "By Ann ExampleMay 21, 2024", "2024-05-21", "May 21, 2024"),
    ("en", "Sept 21 '24", "2024-09-21", "Sept 21 '24"),
    ("en", "21-Sep-24", "2024-09-21", "21-Sep-24"),
    ("en", "September 2024", "2024-09", "September 2024"),
    ("en", "Harbour-21/09/2024 20:00", "2024-09-21T20:00", "21/09/2024 20:00"),
    ("de", "21.9.2024", "2024-09-21", "21.9.2024"),
    ("de", "21.09.24", "2024-09-21", "21.09.24"),
    ("de", "21. September 2024, 17:59 Uhr", "2024-09-21T17:59", "21. September 2024, 17:59 Uhr"),
    ("de", "21.09.2024, 17.59 Uhr MESZ", "2024-09-21T17:59+02:00", "21.09.2024, 17.59 Uhr MESZ"),
    ("de", "21. September 2024, 17 Uhr", "2024-09-21T17", "21. September 2024, 17 Uhr"),
    ("fr", "Publié le 21 septembre 2024 à 17h59", "2024-09-21T17:59", "21 septembre 2024 à 17h59"),
    ("fr", "1er septembre 2024 à 17 h 59", "2024-09-01T17:59", "1er septembre 2024 à 17 h 59"),
    ("es", "21 de septiembre de 2024", "2024-09-21", "21 de septiembre de 2024"),
    ("es", "mar 24 sept 2024", "2024-09-24", "mar 24 sept 2024"),
    ("es", "24 mar 2024", "2024-03-24", "24 mar 2024"),
    ("pt", "21/09/2024 às 17h59", "2024-09-21T17:59", "21/09/2024 às 17h59"),
    ("da", "21. september 2024 kl. 17.59", "2024-09-21T17:59", "21. september 2024 kl. 17.59"),
    ("ru", "21 сентября 2024 г., 17:59 МСК", "2024-09-21T17:59+03:00", "21 сентября 2024 г., 17:59 МСК"),
    ("tr", "EYLÜL 21, 2024", "2024-09-21", "EYLÜL 21, 2024"),
    ("zh", "2024年9月21日 17:59", "2024-09-21T17:59", "2024年9月21日 17:59"),
    ("ja", "2024年9月21日(土) 午後5時59分", "2024-09-21T17:59", "2024年9月21日(土) 午後5時59分"),
    ("ko", "2024년 9월 21일", "2024-09-21", "2024년 9월 21일"),
    ("ko", "2024. 9. 21. 오후 5:59", "2024-09-21T17:59", "2024. 9. 21. 오후 5:59"),
    ("hu", "2024. szept. 21., szombat, 17:59", "2024-09-21T17:59", "2024. szept. 21., szombat, 17:59"),
    ("ro", "21 septembrie 2024 la ora 17.59", "2024-09-21T17:59", "21 septembrie 2024 la ora 17.59"),
    ("ca", "21 de setembre de 2024 a les 17:59", "2024-09-21T17:59", "21 de setembre de 2024 a les 17:59"),
    ("ca", "3 d’octubre del 2024", "2024-10-03", "3 d’octubre del 2024"),
    ("sk", "3. mája 2024 o 14:30", "2024-05-03T14:30", "3. mája 2024 o 14:30"),
    ("hr", "3. svibnja 2024. u 14:30", "2024-05-03T14:30", "3. svibnja 2024. u 14:30"),
    ("hr", "03. maj 2024. 14:30", "2024-05-03T14:30", "03. maj 2024. 14:30"),
    ("lt", "2024 m. gegužės 3 d. 14:30", "2024-05-03T14:30", "2024 m. gegužės 3 d. 14:30"),
    ("is", "15. mars 2024 kl. 14:05", "2024-03-15T14:05", "15. mars 2024 kl. 14:05"),
    ("sw", "Ijumaa, 14 Novemba 2025 saa 13:26", "2025-11-14T13:26", "Ijumaa, 14 Novemba 2025 saa 13:26"),
    ("af", "12 Junie 2023 02:15 nm", "2023-06-12T14:15", "12 Junie 2023 02:15 nm"),
    ("fa", "۲۱ ژانویه ۲۰۲۴ ساعت ۱۰:۳۰", "2024-01-21T10:30", "۲۱ ژانویه ۲۰۲۴ ساعت ۱۰:۳۰"),
    ("bn", "২১ জানুয়ারি ২০২৪, ১০:৩০ পিএম", "2024-01-21T22:30", "২১ জানুয়ারি ২০২৪, ১০:৩০ পিএম"),
    ("bg", "14 октомври 2024 г. в 08:35 ч.", "2024-10-14T08:35", "14 октомври 2024 г. в 08:35"),
    ("th", "14 ตุลาคม 2024 เวลา 08.35 น.", "2024-10-14T08:35", "14 ตุลาคม 2024 เวลา 08.35"),
    ("th", "14 ต.ค. 2567 08:35", "2024-10-14T08:35", "14 ต.ค. 2567 08:35"),
    ("th", "14/10/2567", "2024-10-14", "14/10/2567"),
    ("xx", "٢١/٠٩/٢٠٢٤ ١٧:٥٩", "2024-09-21T17:59", "٢١/٠٩/٢٠٢٤ ١٧:٥٩"),
    ("xx", "۲۱/۰۹/۲۰۲۴", "2024-09-21", "۲۱/۰۹/۲۰۲۴"),
    ("xx", "२१/०९/२०२४", "2024-09-21", "२१/०९/२०२४"),
    ("xx", "๒๑/๐๙/๒๐๒๔", "2024-09-21", "๒๑/๐๙/๒๐๒๔"),
]


@pytest.mark.parametrize(("code", "text", "value", "raw"), READ)
def test_reads_what_is_printed(code: str, text: str, value: str, raw: str) -> None:
    (found,) = find_dates(text, load(code))
    assert (found.value, found.raw) == (value, raw)


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2024",
        "29/02/2023",
        "21/13/2024",
        "0/9/2024",
        "2024-00-10",
        "version 1.2.2024.5",
        "https://news.example/2024/09/21/title",
        "photo-2024-09-21.jpg",
        "2024-09-21-title",
        "score 10-12-24",
        "May I ask 3 questions",
        "call 555 2024",
        "²¹.⁹.²⁰²⁴",
        "",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_dates(text, load("en")) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12:00 AM, 1 Jan 2024", "2024-01-01T00:00"),
        ("12:59 pm, 1 Jan 2024", "2024-01-01T12:59"),
        ("1 Jan 2024 23:59", "2024-01-01T23:59"),
        ("1 Jan 2024 24:00", "2024-01-01"),
        ("1 Jan 2024 17:60", "2024-01-01"),
        ("1 Jan 2024 17:59 PM", "2024-01-01T17:59"),
        ("1 Jan 2024 17:59 AM", "2024-01-01"),
        ("1 Jan 2024, 3.25 million people", "2024-01-01"),
        ("1 Jan 2024 17:59 - 18:30", "2024-01-01T17:59"),
        ("1 Jan 1900", "1900-01-01"),
        ("1 Jan 2099", "2099-01-01"),
    ],
)
def test_a_clock_that_cannot_be_leaves_the_day(text: str, value: str) -> None:
    assert find_dates(text, load("en"))[0].value == value


@pytest.mark.parametrize("text", ["1 Jan 1899", "1 Jan 2100", "Sept. 21", "21 September", "21-23 September 2024"])
def test_without_a_year_of_its_own_there_is_no_value(text: str) -> None:
    assert [found.value for found in find_dates(text, load("en")) if found.value] == []


@pytest.mark.parametrize(
    ("code", "text", "zone", "offset"),
    [
        ("en", "21 Sep 2024 17:59 EST", "EST", -300),
        ("pt", "21/09/2024 17:59 EST", "EST", None),
        ("en", "21 Sep 2024 17:59 CST", "CST", None),
        ("en", "21 Sep 2024 5:59 p.m. ET", "ET", None),
        ("fr", "21 septembre 2024 17:59 et", None, None),
        ("en", "21 Sep 2024 17:59 (GMT+7)", "GMT+7", 420),
        ("en", "21 Sep 2024 17:59 GMT +0530", "GMT +0530", 330),
        ("en", "21 Sep 2024 17:59 UTC", "UTC", 0),
        ("en", "2024-09-21T17:59:00+14:00", "+14:00", 840),
        ("en", "2024-09-21T17:59:00+15:00", None, None),
        ("en", "21 Sep 2024 17:59-18:30", None, None),
    ],
)
def test_offset_only_where_the_zone_is_sure(code: str, text: str, zone: str | None, offset: int | None) -> None:
    found = find_dates(text, load(code))[0]
    assert (found.zone, found.offset, found.hour, found.minute) == (zone, offset, 17, 59)


@pytest.mark.parametrize(
    ("code", "day_first", "text", "value", "alternatives"),
    [
        ("en", None, "01/02/2024", "2024-01-02", ("2024-01-02", "2024-02-01")),
        ("en", True, "01/02/2024", "2024-02-01", ()),
        ("en", False, "01/02/2024", "2024-01-02", ()),
        ("en", None, "12/12/2024", "2024-12-12", ()),
        ("en", None, "12/13/2024", "2024-12-13", ()),
        ("en", True, "12/13/2024", "2024-12-13", ()),
        ("de", None, "01/02/2024", "2024-02-01", ()),
        ("en", None, "01/02/2024 17:59", "2024-01-02T17:59", ("2024-01-02T17:59", "2024-02-01T17:59")),
    ],
)
def test_order_of_day_and_month(
    code: str, day_first: bool | None, text: str, value: str, alternatives: tuple[str, ...]
) -> None:
    (found,) = find_dates(text, load(code), day_first=day_first)
    assert (found.value, found.alternatives, found.ambiguous) == (value, alternatives, bool(alternatives))


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("en", "Published 17:59, 21 Sep 2024 Updated 18:20, 22 Sep 2024", ["published", "updated"]),
        ("pt", "21/09/2024 às 17h59 - Atualizado em 22/09/2024", [None, "updated"]),
        ("ko", "입력 2024.09.21 17:59 수정 2024.09.22 10:00", ["published", "updated"]),
        ("en", "21 Sep 2024 (updated)", ["updated"]),
        ("en", "Published by Ann Example, 21 Sep 2024", [None]),
        ("en", "Updated yesterday", ["updated"]),
    ],
)
def test_the_word_beside_a_date_says_what_it_is(code: str, text: str, kinds: list[str | None]) -> None:
    assert [found.kind for found in find_dates(text, load(code))] == kinds


@pytest.mark.parametrize(
    ("code", "text", "raw"),
    [
        ("en", "Posted 2 hours ago", "2 hours ago"),
        ("de", "vor 2 Stunden", "vor 2 Stunden"),
        ("es", "hace 3 días", "hace 3 días"),
        ("ja", "2時間前", "2時間前"),
        ("en", "Yesterday", "Yesterday"),
    ],
)
def test_relative_times_have_words_and_no_value(code: str, text: str, raw: str) -> None:
    (found,) = find_dates(text, load(code))
    assert (found.raw, found.value, found.precision, found.relative) == (raw, None, None, True)


def test_only_the_first_300_characters_are_read() -> None:
    assert find_dates(" " * 290 + "2024-09-21", load("en")) != ()
    assert find_dates(" " * 291 + "2024-09-21", load("en")) == ()  # "2024-09-2" would be another day


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("September 2024", "month"),
        ("21 Sep 2024", "day"),
        ("21 Sep 2024 5 PM", "hour"),
        ("21 Sep 2024 5:59 PM", "minute"),
        ("21 Sep 2024 17:59:03", "second"),
    ],
)
def test_precision_is_what_is_stated(text: str, precision: str) -> None:
    assert find_dates(text, load("en"))[0].precision == precision


TIMES = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2099, 12, 31))


FORMS = ["%Y-%m-%dT%H:%M:%S", "%a, %d %b %Y %H:%M:%S", "%B %d, %Y %I:%M:%S %p", "%Y/%m/%d %H:%M:%S"]


@given(TIMES, st.sampled_from(FORMS))
def test_reads_back_every_moment(moment: dt.datetime, form: str) -> None:
    (found,) = find_dates(moment.strftime(form), load("en"))
    assert found.value == moment.replace(microsecond=0).isoformat()


@given(TIMES, st.sampled_from(codes()), st.data())
def test_reads_every_month_of_every_language(moment: dt.datetime, code: str, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(load(code).date.months[moment.month - 1]))
    if month[0].isdigit():
        return  # "9月" is written behind the year, and READ has it
    (found,) = find_dates(f"{moment.day} {month} {moment.year} 17:59", load(code))
    assert found.value == f"{moment.date()}T17:59"


SIGNS = [
    "21",
    "2024",
    "9",
    "may.",
    "sept",
    "Uhr",
    "年",
    "月",
    "日",
    "Z",
    "GMT",
    "EST",
    "PM",
    "T",
    "de",
    "h",
    "17:59",
    "ago",
]
SIGNS += [*":-/.,()+|", "2 hours", "2024-09-21", "21.9.2024"]
PIECES = st.one_of(st.text(max_size=8), st.sampled_from(SIGNS), st.integers(0, 10**12).map(str))


@given(st.lists(PIECES, max_size=30), st.sampled_from([" ", ""]), st.sampled_from([*codes(), "und"]))
@example(["9" * 5000], "", "en")
@example(["\ud800 2024-09-21"], "", "en")
@example(["İ 21 Sep 2024"], "", "tr")
def test_never_raises_and_spans_point_at_their_text(pieces: list[str], glue: str, code: str) -> None:
    text = glue.join(pieces)
    end = 0
    for found in find_dates(text, load(code)):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.raw
        end = found.end
        if found.value is not None and found.hour is not None:
            dt.datetime.fromisoformat(found.value)


def test_updated_before_a_relative_time_says_nothing_of_the_day_before_it() -> None:
    english = load("en")
    assert find_dates("March 4, 2025 3:11 PM · Updated a day ago", english)[0].kind is None
    assert find_dates("March 4, 2025 3:11 PM · Updated", english)[0].kind == "updated"


def test_a_page_in_an_unknown_language_has_the_dates_of_english() -> None:
    assert find_dates("Sept. 21, 2024", load(UNKNOWN))[0].value == "2024-09-21"
    assert find_dates("Published 15 hours ago", load(UNKNOWN))[0].kind == "published"


@pytest.mark.parametrize(
    ("printed", "offset"),
    [("Eastern Standard Time", -300), ("Central European Time", 60), ("Eastern Time", None), ("EST", -300)],
)
def test_zones_that_are_spelled_out(printed: str, offset: int | None) -> None:
    (found,) = find_dates(f"March 4, 2025 09:00 AM {printed}", load("en"))
    assert (found.zone, found.offset) == (printed, offset)
