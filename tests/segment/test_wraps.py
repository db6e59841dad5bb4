from __future__ import annotations

import pytest

from newsclean.lang import load
from newsclean.segment.lines import lines_of
from newsclean.segment.plain import blocks_of
from newsclean.segment.wraps import WRAP_LINES, Margin, glue, right_margin

PROSE = (
    "The harbour board met on Tuesday evening to hear what the engineers had found under the old quay and what it "
    "would cost to mend it before the winter storms, which most who spoke said could not wait another year. "
)
JAPANESE = "市の港湾局は十四日、古い岸壁の下を調べた結果を公表し、冬の嵐の前に直すための費用を示した。" * 4


def wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def cut(text: str, signs: int) -> str:
    return "\n".join(text[i : i + signs] for i in range(0, len(text), signs))


def texts(dump: str, language: str = "en") -> list[str]:
    return [block.text for block in blocks_of(dump, load(language))]


def test_headings_over_the_margin_do_not_hide_it() -> None:
    """`pandoc -t plain` breaks paragraphs and no heading."""
    heading = "What the engineers found under the old quay, and what the harbour board means to do about it"
    dump = "\n\n".join([heading, wrapped(PROSE, 72)] * 3)
    assert texts(dump) == [heading, PROSE.strip()] * 3


def test_paragraphs_that_are_no_headings_do_hide_it() -> None:
    short = "\n".join(["A line of some fifty signs that stands in a menu."] * WRAP_LINES)
    assert right_margin(lines_of(short, "en")).at > 0
    assert right_margin(lines_of("\n\n".join([short, *[PROSE] * 3]), "en")).at == 0


@pytest.mark.parametrize(("signs", "by_columns"), [(74, False), (39, True)])
def test_scripts_without_spaces_are_joined_without_one(signs: int, by_columns: bool) -> None:
    """lynx counts signs, w3m columns."""
    dump = "\n\n".join([cut(JAPANESE, signs)] * 4)
    assert right_margin(lines_of(dump, "en")) == Margin(78 if by_columns else 74, by_columns)
    assert texts(dump, "ja") == [JAPANESE] * 4


def test_a_line_that_a_sign_more_would_not_have_filled_ends() -> None:
    item = "港湾局の短い案内"
    dump = "\n\n".join(["\n".join([item, cut(JAPANESE, 74)]), *[cut(JAPANESE, 74)] * 3])
    assert texts(dump, "ja") == [item, *[JAPANESE] * 4]


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("the", "quay", " "),
        ("岸壁", "の下", ""),
        ("한국의", "항구", " "),
        ("ท่าเรือ", "เก่า", ""),
        ("quay", "。", ""),
        ("(", "x", ""),
        ("well-", "known", ""),
        ("pre-", "and post-war", " "),
        ("2023-", "and", " "),
        ("well-", "24", " "),
        ("-", "known", " "),
    ],
)
def test_what_stands_between_two_parts(before: str, behind: str, expected: str) -> None:
    assert glue(before, behind, load("en")) == expected
