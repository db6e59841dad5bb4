from __future__ import annotations

from collections.abc import Sequence
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Block, Dump, Hint, Label, LabelledPage, Markup, Page, Role, Source
from newsclean.fields.date_machine import machine_date
from newsclean.fields.date_match import DateMatch
from newsclean.fields.date_places import ABOVE, BEFORE_BODY, BELOW, LABELS, LONG, PAST_BODY, PLACES
from newsclean.fields.date_votes import FAINT, WEIGHTS, Candidate, compared, vote
from newsclean.fields.timestamp import find_modified, find_published, offset_in

ROLES = {
    "H": Role.HEADLINE,
    "B": Role.BODY,
    "T": Role.TIMESTAMP,
    "y": Role.BYLINE,
    "C": Role.CAPTION,
    "L": Role.LIVE_FEED,
    "R": Role.RELATED,
    "c": Role.COMMENT,
    "P": Role.PROMO,
    "G": Role.LEGAL,
    ".": Role.OTHER,
}
PROSE = "B The harbour of Lindholm opens its new pier on Saturday, the mayor said."


def page(
    rows: str,
    language: str = "en",
    url: str | None = None,
    hints: Sequence[Hint] = (),
    times: dict[int, str] | None = None,
) -> LabelledPage:
    """A page of lines such as "T 21 Sep 2024"; `times` gives some blocks a `<time datetime>`."""
    lines = [row.strip().split(" ", 1) for row in rows.strip().splitlines()]
    blocks: list[Block] = []
    start = 0
    for i, (_, said) in enumerate(lines):
        stated = (times or {}).get(i)
        blocks.append(
            Block(start, start + len(said) + 1, said, i + 1, markup=Markup("p", datetime=stated) if stated else None)
        )
        start = blocks[-1].end
    text = "".join(f"{said}\n" for _, said in lines)
    labels = tuple(Label(ROLES[letter], "test") for letter, _ in lines)
    return LabelledPage(Page(Dump(Source("-"), text, url=url), text, tuple(blocks), tuple(hints), (), language), labels)


def published(*args: object, **kwargs: object) -> str | None:
    found = find_published(page(*args, **kwargs))  # type: ignore[arg-type]
    return found.value.value if found else None


def modified(*args: object, **kwargs: object) -> str | None:
    found = find_modified(page(*args, **kwargs))  # type: ignore[arg-type]
    return found.value.value if found else None


def hint(name: str, value: str, source: str = "jsonld") -> Hint:
    return Hint(source, name, value)  # type: ignore[arg-type]


def test_the_date_glued_to_a_byline() -> None:
    found = find_published(page(f"H Pier opens\ny by Ann Example September 21, 2024 5:59 PM 2 min read\n{PROSE}"))
    assert found is not None
    stamp = found.value
    assert (stamp.value, stamp.raw) == ("2024-09-21T17:59", "September 21, 2024 5:59 PM")
    assert (stamp.precision, stamp.zone, stamp.ambiguous, found.blocks) == ("minute", None, False, (1,))


@pytest.mark.parametrize("role", ["L", "R", "c", "P", "G"])
def test_a_date_of_something_else_is_not_the_articles(role: str) -> None:
    rows = f"H Pier opens\n{{}} 21 September 2024\n{PROSE}"
    assert published(rows.format(".")) == "2024-09-21"
    assert published(rows.format(role)) is None


@pytest.mark.parametrize(
    ("role", "said", "value"),
    [
        ("C", "21 September 2024", "2024-09-21"),
        ("C", "The pier at dusk on 21 September 2024, seen from the east", None),
        ("C", "Contributor, The Lindholm Harbour Post 21 Sep 2024 5:59 pm", "2024-09-21T17:59"),
        ("B", "21 September 2024", "2024-09-21"),
        ("B", "The pier opens on 21 September 2024 at 17:59, the mayor said.", None),
    ],
)
def test_captions_and_prose_count_only_where_they_are_little_else(role: str, said: str, value: str | None) -> None:
    assert published(f"H Pier opens\n{role} {said}\n{PROSE}") == value


@pytest.mark.parametrize(("gap", "value"), [(BELOW, "2024-09-21"), (BELOW + 1, None)])
def test_how_far_under_the_headline(gap: int, value: str | None) -> None:
    between = ". Share this\n" * (gap - 1)
    assert published(f"H Pier opens\n{between}. 21 Sep 2024\n" + ". Share this\n" * BEFORE_BODY + PROSE) == value


@pytest.mark.parametrize(("gap", "value"), [(ABOVE, "2024-09-21"), (ABOVE + 1, None)])
def test_how_far_above_the_headline(gap: int, value: str | None) -> None:
    between = ". Share this\n" * (gap - 1)
    far = ". Share this\n" * BEFORE_BODY  # so that the body's own reach ends before
    assert published(f". 21 Sep 2024\n{between}H Pier opens\n{far}{PROSE}") == value


@pytest.mark.parametrize(("gap", "value"), [(PAST_BODY, "2024-09-21"), (PAST_BODY + 1, None)])
def test_after_the_body_a_word_must_say_so(gap: int, value: str | None) -> None:
    rows = f"H Pier opens\n{PROSE}\n" + ". Share this\n" * (gap - 1)
    far = ". Share this\n" * BELOW  # so that the headline's own reach ends before
    assert (
        published(f"H Pier opens\n{far}{PROSE}\n" + ". Share this\n" * (gap - 1) + ". Published 21 Sep 2024") == value
    )
    assert published(rows + ". 21 Sep 2024") is None


@pytest.mark.parametrize(("length", "value"), [(LONG, "2024-09-21"), (LONG + 1, None)])
def test_a_long_block_is_prose_unless_it_is_labelled(length: int, value: str | None) -> None:
    said = ("Published 21 Sep 2024 by " + "Ann Example " * 40)[:length].rstrip(" ").ljust(length, "x")
    assert published(f"H Pier opens\n. {said}\n{PROSE}") == value
    assert published(f"H Pier opens\ny {said}\n{PROSE}") == "2024-09-21"


def test_word_date_and_time_on_three_lines_join() -> None:
    rows = f"H Pier opens\n. Published on\n. 21 Sep 2024\n. 17:59\n. Updated\n. 22 Sep 2024\n{PROSE}"
    assert published(rows) == "2024-09-21T17:59"
    assert modified(rows) == "2024-09-22"


def test_a_change_is_never_the_publication() -> None:
    rows = f"H Pier opens\n. Updated 22 Sep 2024\n{PROSE}"
    assert published(rows) is None
    assert modified(rows) == "2024-09-22"


def test_of_two_dates_without_a_word_the_earlier_is_the_publication() -> None:
    assert published(f"H Pier opens\n. May 21, 2025April 24, 2025 by Ann Example\n{PROSE}") == "2025-04-24"


def test_a_month_alone_counts_only_in_a_labelled_block() -> None:
    assert published(f"H Pier opens\nT September 2024\n{PROSE}") == "2024-09"
    assert published(f"H Pier opens\n. September 2024\n{PROSE}") is None


def test_a_relative_time_has_words_and_no_value() -> None:
    found = find_published(page(f"H Pier opens\nT 2 hours ago\n{PROSE}"))
    assert found is not None
    assert (found.value.value, found.value.raw, found.value.precision) == (None, "2 hours ago", None)
    assert published(f"H Pier opens\nT 2 hours ago\n. 21 Sep 2024\n{PROSE}") == "2024-09-21"


def test_a_list_marker_may_be_the_day() -> None:
    text = "Pier opens\n5. Juni 2024\nText des Artikels.\n"
    blocks = (
        Block(0, 11, "Pier opens"),
        Block(11, 24, "Juni 2024", 2, bullet=True),
        Block(24, 43, "Text des Artikels.", 3),
    )
    labels = tuple(Label(role, "test") for role in (Role.HEADLINE, Role.TIMESTAMP, Role.BODY))
    found = find_published(LabelledPage(Page(Dump(Source("-"), text), text, blocks, language="de"), labels))
    assert found is not None
    assert found.value.value == "2024-06-05"


def test_english_months_are_read_on_pages_of_other_languages() -> None:
    assert published(f"H Pier öffnet\nT Lindholm, December 16, 2024\n{PROSE}", "de") == "2024-12-16"


SLASHES = f"H Pier opens\nT 01/02/2024\n{PROSE}"


def test_an_unsettled_order_has_alternatives_and_no_value() -> None:
    found = find_published(page(SLASHES))
    assert found is not None
    assert (found.value.value, found.value.precision, found.value.ambiguous) == (None, None, True)
    assert found.value.alternatives == ("2024-01-02", "2024-02-01")


@pytest.mark.parametrize(
    ("rows", "url", "language", "value"),
    [
        (SLASHES + "\nR Older: 28/01/2024", None, "en", "2024-02-01"),
        (SLASHES + "\nR Older: 01/28/2024", None, "en", "2024-01-02"),
        (SLASHES + "\nR Older: 01/28/2024\nR Older: 28/01/2024", None, "en", None),
        (SLASHES, "https://harbour.example.co.uk/pier", "en", "2024-02-01"),
        (SLASHES, "https://harbour.example.us/pier", "en", "2024-01-02"),
        (SLASHES, "https://harbour.example.com/pier", "en", None),
        (SLASHES, "http://[broken", "en", None),
        (SLASHES, "harbour.example.uk", "en", None),
        (SLASHES, None, "de", "2024-02-01"),
    ],
)
def test_the_page_settles_the_order(rows: str, url: str | None, language: str, value: str | None) -> None:
    assert published(rows, language, url) == value


PRINTED = f"H Pier opens\nT 21 Sep 2024\n{PROSE}"


@pytest.mark.parametrize(
    ("rows", "hints", "value"),
    [
        (PRINTED, [hint("published", "2024-09-21T17:59:03+02:00")], "2024-09-21T17:59:03+02:00"),
        (PRINTED, [hint("published", "2024-09-22T01:00:00+00:00")], "2024-09-21"),  # the same night in another zone
        (PRINTED, [hint("published", "2024-09-23T01:00:00+00:00")], "2024-09-21"),  # print is earlier: a later edition
        (PRINTED, [hint("published", "2024-09-01")], "2024-09-01"),  # print is later: a change
        (PRINTED, [hint("published", "2024-09-21T00:00:00Z")], "2024-09-21"),
        (PRINTED, [hint("published", "soon")], "2024-09-21"),
        (PRINTED, [hint("modified", "2024-09-21"), hint("published", "2024-09-01")], "2024-09-01"),
        (f"H Pier opens\n{PROSE}", [hint("published", "2024-09-21")], "2024-09-21"),
        (
            f"H Pier opens\n{PROSE}",
            [hint("published", "2023-01-01", "meta"), hint("published", "2024-09-21")],
            "2024-09-21",
        ),
        (f"H Pier opens\n{PROSE}", [hint("modified", "2024-09-21")], None),
        (SLASHES, [hint("published", "2024-02-01")], "2024-02-01"),
        (f"H Pier opens\nT 2 hours ago\n{PROSE}", [hint("published", "2024-02-01T10:00Z")], "2024-02-01T10:00+00:00"),
    ],
)
def test_hints_vote_with_print(rows: str, hints: list[Hint], value: str | None) -> None:
    assert published(rows, hints=hints) == value


def test_agreement_is_surer_than_either_alone() -> None:
    stated = [hint("published", "2024-09-21T17:59:03+02:00")]
    both, print_alone, hint_alone = (
        find_published(page(PRINTED, hints=stated)),
        find_published(page(PRINTED)),
        find_published(page(f"H Pier opens\n{PROSE}", hints=stated)),
    )
    assert both is not None
    assert print_alone is not None
    assert hint_alone is not None
    assert both.confidence > max(print_alone.confidence, hint_alone.confidence)
    assert hint_alone.blocks == ()


def test_two_that_agree_outvote_a_third() -> None:
    stated = [hint("published", "2026-01-05T10:00Z", "opengraph"), hint("published", "2024-09-21T17:59Z")]
    assert published(PRINTED, hints=stated) == "2024-09-21T17:59+00:00"
    assert published(f"H Pier opens\n{PROSE}", hints=stated[:1]) == "2026-01-05T10:00+00:00"


def test_a_word_lets_a_printed_day_be_later_than_the_stated_one() -> None:
    stated = [hint("published", "2024-09-01", "meta")]
    assert published(PRINTED, hints=stated) == "2024-09-01"
    assert published(f"H Pier opens\nT Published 21 Sep 2024\n{PROSE}", hints=stated) == "2024-09-21"


def test_a_faint_date_of_the_night_after_does_not_settle_the_day() -> None:
    stated = [hint("published", "2024-09-21T23:30:00+00:00", source) for source in ("jsonld", "opengraph")]
    teaser = ". Share this\n" * 20 + ". More of this week from us and others 22 Sep 2024"
    assert published(f"H Pier opens\n{PROSE}\n{teaser}", hints=stated) == "2024-09-21T23:30:00+00:00"


def test_a_list_of_dated_teasers_has_no_date_of_the_article() -> None:
    rows = "".join(f"\n. Older story {day}\n. {day} Sep 2024" for day in range(11, 16))
    assert published(f"H Pier opens\n{PROSE}{rows}") is None


def test_the_address_chooses_among_printed_dates() -> None:
    rows = f". 14 Aug 2024\n. 21 Sep 2024\nH Pier opens\n{PROSE}"
    assert published(rows) is None
    assert published(rows, url="https://harbour.example/2024/09/21/pier-opens") == "2024-09-21"


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        (f". 21 Sep 2024\n{'. Share this%' * 20}H Pier opens\n{PROSE}", "2024-09-21"),
        (f". 21 Sep 2024\n. 22 Sep 2024\n{'. Share this%' * 20}H Pier opens\n{PROSE}", None),
        (f"H Pier opens\n{PROSE}\n. 21 Sep 2024", "2024-09-21"),
        (f"H Pier opens\n{PROSE}\n{'. Share this%' * 20}. 21 Sep 2024", None),
        (f"H Pier opens\n{PROSE}\n{'. Share this%' * 20}. Published 21 Sep 2024", "2024-09-21"),
    ],
)
def test_far_from_the_headline_a_date_needs_more(rows: str, value: str | None) -> None:
    assert published(rows.replace("%", "\n")) == value


def candidate(day: int, mass_of: str, *, block: int | None) -> Candidate:
    return Candidate(DateMatch(0, 0, "", 2024, 9, day), block, (mass_of,))


def test_the_share_is_that_of_all_days_and_of_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, odds in (("two", 2), ("three", 3), ("four", 4)):
        monkeypatch.setitem(WEIGHTS, name, log(odds))
    dates = [candidate(21, "two", block=1), candidate(22, "four", block=2), candidate(21, "three", block=None)]
    verdict = vote(dates)
    assert verdict is not None
    assert verdict.share == pytest.approx(5 / 10)
    assert (verdict.printed, verdict.stated) == (dates[0], dates[2])
    assert vote([]) is None


@pytest.mark.parametrize(("odds", "settles"), [(FAINT * 10 + 0.01, True), (FAINT * 10 - 0.01, False)])
def test_how_faint_a_print_of_another_day_may_be(monkeypatch: pytest.MonkeyPatch, odds: float, settles: bool) -> None:
    monkeypatch.setitem(WEIGHTS, "ten", log(10))
    monkeypatch.setitem(WEIGHTS, "some", log(odds))
    stated = Candidate(DateMatch(0, 0, "", 2024, 9, 22, 1, 0, offset=0), None, ("ten",))
    verdict = vote([candidate(21, "some", block=1), stated])
    assert verdict is not None
    assert (verdict.printed is not None) == settles


def test_print_and_hints_are_compared() -> None:
    a, b = candidate(21, "mostly", block=1), candidate(22, "mostly", block=2)
    c, d = candidate(21, "jsonld", block=None), candidate(23, "meta", block=None)
    signs = [one.signs[1:] for one in compared([a, b, c, d])]
    assert signs == [("stated",), ("unstated",), ("contradicted", "shown"), ("contradicted",)]
    assert compared([a, b]) == [a, b]


def test_every_place_and_label_has_a_weight() -> None:
    assert {name for rows in PLACES.values() for _, name in rows} | {*LABELS.values(), "unlabelled"} <= set(WEIGHTS)


@pytest.mark.parametrize(
    ("said", "stated", "value"),
    [
        ("21 Sep 2024", "2024-09-21T17:59:03+02:00", "2024-09-21T17:59:03+02:00"),
        ("3 hours ago", "2024-09-21T17:59:03Z", "2024-09-21T17:59:03+00:00"),
        ("21 Sep 2024 17:59", "2024-09-21", "2024-09-21T17:59"),
        ("Updated 23 Sep 2024 Published 22 Sep 2024", "2024-09-23T01:00:00Z", "2024-09-22"),
    ],
)
def test_the_time_element_makes_print_more_precise(said: str, stated: str, value: str) -> None:
    assert published(f"H Pier opens\nT {said}\n{PROSE}", times={1: stated}) == value


@pytest.mark.parametrize(
    ("said", "zone", "value"),
    [
        ("21 Sep 2024 17:59", "Europe/Kyiv", "2024-09-21T17:59+03:00"),
        ("21 Dec 2024 17:59", "Europe/Kyiv", "2024-12-21T17:59+02:00"),
        ("21 Sep 2024 17:59", "-03:30", "2024-09-21T17:59-03:30"),
        ("21 Sep 2024 17:59 UTC", "Europe/Kyiv", "2024-09-21T17:59+00:00"),
        ("21 Sep 2024 17:59 CST", "Europe/Kyiv", "2024-09-21T17:59"),
        ("21 Sep 2024", "Europe/Kyiv", "2024-09-21"),
    ],
)
def test_an_assumed_zone_is_added_to_a_time_without_one(said: str, zone: str, value: str) -> None:
    found = find_published(page(f"H Pier opens\nT {said}\n{PROSE}"), assume_tz=zone)
    assert found is not None
    assert found.value.value == value
    assert found.value.zone == ("UTC" if "UTC" in said else "CST" if "CST" in said else None)


@pytest.mark.parametrize("zone", ["Nowhere/Atall", "", "../etc", "Europe", "+5"])
def test_an_unknown_zone_is_named(zone: str) -> None:
    stamp = machine_date("2024-09-21T17:59")
    assert stamp is not None
    with pytest.raises(ValueError, match="IANA"):
        offset_in(zone, stamp)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2024-09-21T17:59:03.000Z", "2024-09-21T17:59:03+00:00"),
        ("Sat, 21 Sep 2024 17:59:03 GMT", "2024-09-21T17:59:03+00:00"),
        ("20240921T175903Z", "2024-09-21T17:59:03+00:00"),
        ("20240921", "2024-09-21"),
        ("Sat Sep 21 17:59:03 2024", "2024-09-21T17:59:03"),
        ("2024-09-21T00:00:00+02:00", "2024-09-21"),
        ("21/09/2024", "2024-09-21"),
        ("01/02/2024", None),
        ("2024-09", None),
        ("20241321", None),
        ("May", None),
        ("1726941543", None),
        ("", None),
    ],
)
def test_dates_meant_for_machines(value: str, read: str | None) -> None:
    found = machine_date(value)
    assert (found.value if found else None) == read


@given(st.text(max_size=80))
def test_a_machine_value_never_raises(value: str) -> None:
    machine_date(value)


LINES = st.lists(
    st.tuples(
        st.sampled_from("HBTyCLRcPG."),
        st.one_of(
            st.text(max_size=40), st.sampled_from(["21 Sep 2024", "Updated", "17:59", "01/02/2024", "2 hours ago"])
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["en", "de", "ja", "und"]))
def test_never_raises_and_a_value_comes_with_a_precision(lines: list[tuple[str, str]], language: str) -> None:
    rows = "\n".join(f"{letter} x{' '.join(said.split())}" for letter, said in lines) or ". x"
    for find in (find_published, find_modified):
        found = find(page(rows, language))
        if found:
            assert (found.value.value is None) == (found.value.precision is None)
            assert 0 <= found.confidence <= 1
