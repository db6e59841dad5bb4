"""Which rules are meant by words."""

from __future__ import annotations

import pytest

from newsclean.check.choice import Choice, chosen


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (("NC301",), (), {"NC301"}),
        (("no-byline",), (), {"NC301"}),
        (("NO-BYLINE", "nc302"), (), {"NC301", "NC302"}),
        (("NC30",), ("NC301", "NC303", "NC304", "NC305", "NC306", "NC307"), {"NC302"}),
        (("NC301",), ("NC3",), {"NC301"}),
        (("NC3",), ("NC",), {f"NC30{n}" for n in range(1, 8)}),
        (("NC301",), ("NC301",), set()),
        (("NC301",), ("no-byline",), set()),
        (("no-byline",), ("NC301",), {"NC301"}),
        (("wall",), ("NC2",), {"NC207"}),
    ],
)
def test_what_names_a_code_at_greater_length_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: set[str]
) -> None:
    assert Choice(select, ignore).codes() == codes


@pytest.mark.parametrize("word", ["NC9", "byline", ""])
def test_a_word_that_chooses_none_is_named(word: str) -> None:
    with pytest.raises(ValueError, match="no rule is called"):
        chosen([word])


@pytest.mark.parametrize(
    ("ignore", "told"), [((), True), (("NC110",), False), (("unreadable-input",), False), (("NC1",), False)]
)
def test_what_could_not_be_read_is_told_of_whatever_is_selected(ignore: tuple[str, ...], told: bool) -> None:
    assert Choice(("NC301",), ignore).reported() == ({"NC301", "NC110"} if told else {"NC301"})
