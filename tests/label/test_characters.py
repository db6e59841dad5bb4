"""Counting characters of many texts at once gives what counting each by itself would."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.label.characters import CLASSES, HEAD, IDEOGRAPH, IDEOGRAPH_WEIGHT, Counts, counts_of, signs_of
from newsclean.segment.clean import one_line

ALPHABET = "aZé Ж9٣५,.?!।。、，،|©»@…-’“)：中国０ "
LINES = st.lists(st.text(ALPHABET, max_size=60).map(one_line), min_size=1, max_size=8)


def one_by_one(text: str) -> Counts:
    wide = sum(ord(c) >= IDEOGRAPH for c in text)
    bare = text.rstrip(CLASSES["trailer"]) or text
    ended = bare.endswith(tuple(CLASSES["final"]))
    return Counts(
        sizes=len(text) + wide * (IDEOGRAPH_WEIGHT - 1),
        spaces=text.count(" "),
        ends=sum(map(text.count, (". ", "? ", "! ", "। ", "。"))) + ended,
        commas=sum(map(text.count, ",、，،")),
        digits=len(re.findall(r"\d", text)),
        capitals=sum(word[0].isupper() for word in text.split()[:HEAD]),
        marks=any(sign in text for sign in ("|", "©", "»", "›", "@", "http", "www.")),
        lower_start=text[:1].islower(),
        quote_start=text.startswith(tuple(CLASSES["quote"])),
        ended=ended,
        colon_end=bare.endswith(tuple(CLASSES["colon"])),
        cut=bare.endswith(("…", "...")),
        upper=text.isupper(),
    )


@given(LINES)
@example(["www.pier.example", "see http://a http://b", "no address", "A. B. C."])
@example(["A " * (HEAD + 3)])
@example(["ÄRGER 9", "Ärger", "9"])
@example(["", "...", "..", "Wait...”)", "”", ""])
def test_counts(texts: list[str]) -> None:
    texts = [one_line(text) for text in texts]
    columns = [column.tolist() for column in counts_of(signs_of(texts))]
    assert [Counts(*row) for row in zip(*columns, strict=True)] == [one_by_one(text) for text in texts]
