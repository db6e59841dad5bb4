"""Counting characters of many texts at once gives what counting each by itself would."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.label.characters import HEAD, IDEOGRAPH, IDEOGRAPH_WEIGHT, counts_of
from newsclean.segment.clean import one_line

ALPHABET = "aZé Ж9٣५,.?!।。、，،|©»@…-’中国０ "
LINES = st.lists(st.text(ALPHABET, min_size=1, max_size=60).map(one_line).filter(bool), max_size=8)


def one_by_one(text: str) -> tuple[float, int, int, int, int, bool]:
    wide = sum(ord(c) >= IDEOGRAPH for c in text)
    return (
        len(text) + wide * (IDEOGRAPH_WEIGHT - 1),
        sum(map(text.count, (". ", "? ", "! ", "। ", "。"))),
        sum(map(text.count, ",、，،")),
        len(re.findall(r"\d", text)),
        sum(word[0].isupper() for word in text.split()[:HEAD]),
        any(sign in text for sign in ("|", "©", "»", "›", "@", "http", "www.")),
    )


@given(LINES)
@example(["www.pier.example", "see http://a http://b", "no address", "A. B. C."])
@example(["A " * (HEAD + 3)])
def test_counts(texts: list[str]) -> None:
    texts = [one_line(text) for text in texts]
    assert list(zip(*counts_of(texts), strict=True)) == [one_by_one(text) for text in texts]
