from newsclean.fields import related
from newsclean.fields.related import NEAR, teasers_of

CUT = "After four winters of broken dykes, as the river kept rising, the town seemed to face a hard ch…"


def rows(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    lines = list(enumerate(line.strip() for line in text.strip().splitlines()))
    return [(t.headline, t.excerpt) for t in teasers_of(lines, language)]


def test_headline_and_excerpt() -> None:
    assert rows(f"‘The water does not wait’ – the plan, explained\n{CUT}") == [
        ("‘The water does not wait’ – the plan, explained", CUT)
    ]


def test_headings_numbers_and_dates_are_no_teasers() -> None:
    assert rows("Related articles\n1\nThe old pier is sold\nMarch 2, 2023\n2\nSwans return to the pond") == [
        ("The old pier is sold", None),
        ("Swans return to the pond", None),
    ]


def test_read_more_opens_a_teaser() -> None:
    assert rows("Read more: The old pier is sold") == [("The old pier is sold", None)]


def test_a_second_headline_is_no_excerpt() -> None:
    assert rows("The old pier is sold\nSwans return to the pond")[0] == ("The old pier is sold", None)


def test_each_headline_once() -> None:
    assert rows(f"The old pier is sold\nSwans return to the pond\nThe old pier is sold\n{CUT}") == [
        ("The old pier is sold", CUT),
        ("Swans return to the pond", None),
    ]


def test_an_excerpt_without_headline_is_left_out() -> None:
    assert rows(CUT) == []


def test_an_excerpt_stands_near_its_headline() -> None:
    near = teasers_of([(0, "The old pier is sold"), (NEAR, CUT)], "en")
    far = teasers_of([(0, "The old pier is sold"), (NEAR + 1, CUT)], "en")
    assert (near[0].excerpt, far[0].excerpt) == (CUT, None)


def test_blocks_of_a_page(labelled) -> None:  # type: ignore[no-untyped-def]
    found = related.find(labelled("B Text.\nR Read next\nR The old pier is sold"))
    assert [t.headline for t in found.value] == ["The old pier is sold"]
    assert related.find(labelled("B Text.")).value == ()
