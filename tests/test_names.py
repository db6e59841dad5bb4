"""Names of files, as text and on a terminal."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.names import escaped, shown


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a\nb", "a\\nb"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("c1\x9b31m", "c1\\x9b31m"),
        ("del\x7f", "del\\x7f"),
        ("bidi\u202egpj", "bidi\\u202egpj"),
        ("half\udcff", "half\\udcff"),
        ("Grüße 日本", "Grüße 日本"),
    ],
)
def test_nothing_that_a_terminal_obeys(name: str, expected: str) -> None:
    assert escaped(name) == expected


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_escaped_names_are_printable_and_on_one_line(name: str) -> None:
    assert escaped(name).isprintable()


@given(st.binary(max_size=20))
def test_a_name_is_text_or_carries_its_bytes(raw: bytes) -> None:
    name, kept = shown(os.fsdecode(raw))
    assert (kept is None) == (name.encode() == raw)
