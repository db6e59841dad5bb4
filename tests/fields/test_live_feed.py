from newsclean.fields import live_feed
from newsclean.fields.live_feed import APART, items_of


def rows(text: str, language: str = "en") -> list[tuple[str | None, str | None, str | None]]:
    lines = list(enumerate(line.strip() for line in text.strip().splitlines()))
    return [(item.time, item.headline, item.text) for item in items_of(lines, language)]


LONG = "The board said that " + "the old pier would be closed until the end of the month and that nobody was hurt, " * 3


def test_time_headline_text() -> None:
    feed = f"News Feed\n3:44 PM\nThe old pier is sold.\n{LONG}\n1:40 PM\nSwans return to the pond\nMORE NEWS"
    assert rows(feed) == [
        ("3:44 PM", "The old pier is sold.", LONG.strip()),
        ("1:40 PM", "Swans return to the pond", None),
    ]


def test_paragraphs_of_an_item_are_joined() -> None:
    assert rows("17:59\nThe old pier is sold\nIt went cheap.\nNobody else had bid.") == [
        ("17:59", "The old pier is sold", "It went cheap.\n\nNobody else had bid.")
    ]


def test_a_long_line_under_a_time_is_text_and_no_headline() -> None:
    assert rows(f"17:59\n{LONG}") == [("17:59", None, LONG.strip())]


def test_time_and_headline_on_one_line() -> None:
    assert rows("17:59 The old pier is sold\n17:20 Swans return to the pond") == [
        ("17:59", "The old pier is sold", None),
        ("17:20", "Swans return to the pond", None),
    ]


def test_times_below_the_headlines() -> None:
    assert rows("The old pier is sold\n5 min ago\nSwans return to the pond\n1 hour ago") == [
        ("5 min ago", "The old pier is sold", None),
        ("1 hour ago", "Swans return to the pond", None),
    ]


def test_german_relative_times() -> None:
    assert rows("Newsticker\nvor 5 Min.\nEule aus Schornstein gerettet", "de") == [
        ("vor 5 Min.", "Eule aus Schornstein gerettet", None)
    ]


def test_a_feed_without_times() -> None:
    assert rows(f"The old pier is sold\nSwans return to the pond\n{LONG}") == [
        (None, "The old pier is sold", None),
        (None, "Swans return to the pond", LONG.strip()),
    ]


def test_a_time_without_news_is_no_item() -> None:
    assert rows("17:59\nMORE NEWS\n17:20\nSwans return to the pond") == [("17:20", "Swans return to the pond", None)]


def test_lines_far_apart_are_not_one_item() -> None:
    near = items_of([(0, "17:59"), (1, "The old pier is sold"), (1 + APART, LONG)], "en")
    far = items_of([(0, "17:59"), (1, "The old pier is sold"), (2 + APART, LONG)], "en")
    assert (len(near), len(far)) == (1, 2)


def test_blocks_of_a_page(labelled) -> None:  # type: ignore[no-untyped-def]
    found = live_feed.find(labelled("B Text.\nL 3:44 PM\nL The old pier is sold.\n. Menu"))
    assert [item.headline for item in found.value] == ["The old pier is sold."]
    assert found.blocks == (1, 2)
    assert live_feed.find(labelled("B Text.")).value == ()
