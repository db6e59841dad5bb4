import pytest

from newsclean.document import Hint
from newsclean.fields import body
from newsclean.fields.body import REPEATED, word_count


def test_paragraphs_and_subheads_in_order(labelled) -> None:  # type: ignore[no-untyped-def]
    page = labelled("H The pier\nB KYIV (Reuters) - One.\nC The pier at dusk.\nS The price\nB Two.\nR Other story")
    found = body.find(page)
    assert found.value == "KYIV (Reuters) - One.\n\nThe price\n\nTwo."
    assert found.blocks == (1, 3, 4)
    assert found.confidence == pytest.approx(0.9)


def test_subheads_at_the_end_go(labelled) -> None:  # type: ignore[no-untyped-def]
    assert body.find(labelled("B One.\nS The price\nS More on this")).value == "One."


def test_long_paragraphs_stand_once_and_short_ones_may_come_back(labelled) -> None:  # type: ignore[no-untyped-def]
    long, short = "a" * REPEATED, "a" * (REPEATED - 1)
    assert body.find(labelled(f"B {long}\nB Two.\nB {long}")).value == f"{long}\n\nTwo."
    assert body.find(labelled(f"B {short}\nB Two.\nB {short}")).value == f"{short}\n\nTwo.\n\n{short}"
    assert body.find(labelled(f"B {short}\nB {short}\nB Two.")).value == f"{short}\n\nTwo."


def test_none_without_body(labelled) -> None:  # type: ignore[no-untyped-def]
    assert body.find(labelled("H The pier\nS The price")) is None


def test_the_metadata_speaks_only_where_the_page_does_not(labelled) -> None:  # type: ignore[no-untyped-def]
    hints = [Hint("jsonld", "body", "Stated one.\n\n Stated  two. \n")]
    assert body.find(labelled("B One.", hints=hints)).value == "One."
    assert body.find(labelled("H The pier", hints=hints)).value == "Stated one.\n\nStated two."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Two words – no more.", 4),
        ("don't split well-known words", 4),
        ("天文台の橋。", 6),
        ("天文台 の橋", 5),
        ("ห้องสมุดลอยน้ำ", 14),
        ("섬마을 학교가 방송국이 됐다", 4),
        ("The temple of 天満宮 in Lower Hadley", 7),
    ],
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count


def test_all_subheads_at_the_end_are_left_out(labelled) -> None:  # type: ignore[no-untyped-def]
    found = body.find(labelled("H Pier opens\nB A paragraph of it.\nS One\nS Two\nS Three"))
    assert found
    assert found.value == "A paragraph of it."
