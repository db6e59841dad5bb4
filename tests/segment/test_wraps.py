from __future__ import annotations

import pytest

from newsclean.lang import load
from newsclean.segment.lines import lines_of
from newsclean.segment.plain import blocks_of
from newsclean.segment.wraps import HYPHENS, WRAP_LINES, Margin, glue, is_hyphenated, right_margin

EN = load("en")
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


PRINT = (
    "The town council of Larkmoor vo-\nted on Monday to bring back the ri-\nver ferry, nine years after the last\n"
    "boat was sold to a museum. Eleven of\nthe fifteen members were in fa-\nvour, and two of them were ab-\n"
    "sent from the session, which be-\ngan at nine and went on until the ear-\nly afternoon of the same day.\n"
)


def test_words_that_are_split_at_the_margin_are_whole_again() -> None:
    (block,) = blocks_of(PRINT, EN)
    assert block.text.startswith(
        "The town council of Larkmoor voted on Monday to bring back the river ferry, nine years"
    )
    assert "in favour, and two of them were absent from the session, which began" in block.text


def test_hyphens_stay_where_few_lines_end_in_one() -> None:
    few = PRINT.replace("-\n", "\n", 4).replace("the ear-\nly", "the well-\nknown")
    (block,) = blocks_of(few, EN)
    assert "the well-known afternoon" in block.text


@pytest.mark.parametrize(("hyphens", "told"), [(HYPHENS, True), (HYPHENS - 1, False)])
def test_so_many_lines_end_in_a_hyphen(hyphens: int, told: bool) -> None:
    rows = "The town council of Larkmoor met\n" * 9 + "The town council of Larkmoor vo-\n" * hyphens
    assert is_hyphenated(lines_of(rows, "en")) is told


ADDRESS = f"https://post.example/news/{'of-the-harbour/' * 6}"


def test_addresses_over_the_margin_do_not_hide_it() -> None:
    dump = "\n\n".join([f"{wrapped(PROSE, 72)}\n\n{ADDRESS}"] * 4)
    assert texts(dump) == [PROSE.strip(), ADDRESS] * 4


def test_a_paragraph_goes_on_behind_the_address_of_a_link_and_not_behind_that_of_a_picture() -> None:
    words = PROSE.split()
    linked = wrapped(" ".join([*words[:12], f"[{ADDRESS}]", *words[12:]]), 72)
    pictured = f"The old quay at dusk\n[{ADDRESS}a.jpg]\nENGINEERS"
    assert f"\n[{ADDRESS}]\n" in linked
    assert texts("\n\n".join([linked, pictured] * 4)) == [PROSE.strip(), "The old quay at dusk", "ENGINEERS"] * 4


def test_lines_of_a_quote_go_on_behind_its_mark() -> None:
    quote = "\n".join(f"> {line}" for line in wrapped(PROSE, 70).splitlines())
    dump = "\n\n".join([*[wrapped(PROSE, 72)] * 4, quote])
    assert texts(dump)[-1] == f"> {PROSE.strip()}"
