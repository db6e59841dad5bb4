"""Equal words have equal numbers wherever they stand, and others have others."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.label.characters import signs_of
from newsclean.label.hashes import USUAL, hashed, table_of
from newsclean.label.vocabulary import tokens
from newsclean.segment.clean import one_line

LINES = st.lists(st.text("abAB’-.“é中ß ", max_size=30).map(one_line), min_size=1, max_size=6)


@given(LINES)
@example(["ab ba", "a-b “a-b” A-B.", "ab", "’a b’"])
def test_words_are_equal_where_their_numbers_are(texts: list[str]) -> None:
    found = hashed(signs_of(texts))
    words = [word for text in texts for word in tokens(text)]
    numbers = found.hashes.tolist()
    assert found.block.tolist() == [i for i, text in enumerate(texts) for _ in tokens(text)]
    assert [[a == b for b in words] for a in words] == [[a == b for b in numbers] for a in numbers]


def test_a_word_far_down_a_long_page_has_the_number_that_it_has_at_the_top() -> None:
    first, *_, last = hashed(signs_of(["pier", "x" * USUAL, "Pier"])).hashes.tolist()
    assert first == last


@given(LINES, st.sets(st.sampled_from(["ab", "a", "ba", "é", "a-b"]), min_size=1))
def test_a_table_gives_what_a_dictionary_does(texts: list[str], known: set[str]) -> None:
    table = {word: i + 1 for i, word in enumerate(sorted(known))}
    words = [word for text in texts for word in tokens(text)]
    assert table_of({(word,): bits for word, bits in table.items()}).of(hashed(signs_of(texts)).hashes).tolist() == [
        table.get(word, 0) for word in words
    ]
