"""Lines without the marks of the tools that printed them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.segment.bullets import listed, without_bullet
from newsclean.segment.clean import (
    ADDRESSES,
    ENTITIES,
    NUMBERED,
    marks_of,
    one_line,
    without_markdown,
    without_marks,
)

SPACED = st.text(st.sampled_from("ab  \t\n\xa0\u3000\u200b\x1b\xad\u2019"), max_size=30)


@given(SPACED | st.text(max_size=60))
def test_one_line_has_single_spaces_and_no_controls(text: str) -> None:
    line = one_line(text)
    assert line == " ".join(line.split())
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in line)
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The pier", "The pier"),
        (" The pier ", "The pier"),
        ("The  pier", "The pier"),
        ("The\xa0pier\t", "The pier"),
        ("The\u200b pier\ufeff", "The pier"),
        ("The \u200b pier", "The pier"),
        ("The pi\xader\ud800", "The pier"),
        ("\u200b", ""),
    ],
)
def test_what_is_seen_of_a_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    "line", ["• Politics", "  * Politics", "o Politics", "- Politics", "12. Politics", "–\xa0Politics"]
)
def test_bullets_are_taken_off(line: str) -> None:
    assert without_bullet(line, {12}) == (True, "Politics")


@pytest.mark.parametrize(
    "line", ["", "Politics", "of politics", "a Politics", "1234. Politics", "1.5 million", "-Politics", "*"]
)
def test_what_only_looks_like_a_bullet_stays(line: str) -> None:
    assert without_bullet(line, range(2000)) == (False, line)


def test_marks_are_only_taken_off_where_the_dump_has_them() -> None:
    assert not marks_of("[1]Home [2]Sport")
    marks = marks_of(" ".join(f"[{n}]Section" for n in range(5)) + " (BUTTON) Menu")
    assert without_marks("(BUTTON) See [12]Sport [13]", marks).split() == ["See", "Sport", "[13]"]
    assert without_marks("Name: ___ and ____", marks).split() == ["Name:", "___", "and"]


@pytest.mark.parametrize(("more", "said"), [(0, "Pole&nbsp;&amp; Venn"), (1, "Pole & Venn")])
def test_references_are_read_where_a_dump_has_some(more: int, said: str) -> None:
    line = "Pole&nbsp;&amp; Venn"
    marks = marks_of(line + "&#8217;" * (ENTITIES - 3 + more))
    assert one_line(without_marks(line, marks)) == said


@pytest.mark.parametrize(("others", "said"), [(4, "The pier"), (5, "> The pier")])
def test_the_marks_of_a_quoted_dump_are_taken_off(others: int, said: str) -> None:
    dump = "\n" + "> The pier\n" * 6 + "Ferry\n" * others
    assert dump.count("\n") in (11, 12)
    assert without_marks("> > The pier", marks_of(dump)) == said.replace("> ", "> > ")


def test_what_only_looks_like_a_reference_stays() -> None:
    line = "R&D; Q&A;, AT&T &unknown; & so; on"
    assert without_marks(line, marks_of("&amp;" * ENTITIES)) == line


def test_a_markdown_link_to_a_picture_of_many_characters_or_with_parentheses_is_one() -> None:
    long = "data:image/svg+xml;base64," + "PHN2" * 2000
    said = without_markdown(f"[![The pier]({long})](https://pier.example/a_(b)_(c)) is open")
    assert one_line(said) == "The pier is open"
    assert without_markdown("[word](https://pier.example/(((") == "[word](https://pier.example/((("


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("By[Ada Pole](/a)[![LinkedIn](/i.svg)](/l)", "By Ada Pole LinkedIn"),
        ("Word[s](/a) of the pier", "Words of the pier"),
        ("The pier ![at dusk](/i.jpg)is open", "The pier at dusk is open"),
    ],
)
def test_elements_of_markdown_that_meet_are_apart(text: str, said: str) -> None:
    assert one_line(without_markdown(text)) == said


@pytest.mark.parametrize(("links", "shown"), [(ADDRESSES, False), (ADDRESSES - 1, True)])
def test_addresses_behind_links_go_where_they_are_many(links: int, shown: bool) -> None:
    text = "News <https://post.example/news> of the day\n" * links + "</b> is a tag\n"
    marks = marks_of(text)
    assert ("<https" in without_marks(text.splitlines()[0], marks)) is shown
    assert without_marks("</b> is a tag", marks) == "</b> is a tag"
    assert without_marks("Mail us <mailto:ada@post.example>.", marks_of(text * ADDRESSES)) == "Mail us."


def test_such_addresses_are_links_of_markdown() -> None:
    assert marks_of("[a](/b) <https://post.example/>\n" * 9) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("our Policy [https://post.example/policy], which", "our Policy, which"),
        ("News [/news]", "News"),
        ("News ( https://post.example/news ), (https://post.example)", "News, (https://post.example)"),
        ("Logo [data:image/png;base64,iVBORw0KGgo=]", "Logo"),
        ("The pier [pier_2024.html] is open", "The pier is open"),
        ("He said [...] that [it] is [1] so [/", "He said [...] that [it] is [1] so [/"),
        ("[/news](https://post.example/news)", "[/news](https://post.example/news)"),
    ],
)
def test_addresses_in_brackets(line: str, said: str) -> None:
    assert without_marks(line, marks_of("News [/news]\n" * ADDRESSES)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ By [[Ada]{.b} Pole](/ada){.a} [today]{.c} ]{.d}", "By Ada Pole today"),
        (r'Ada{.a data="{\"b\":[1]}" c="x"} Pole', "Ada Pole"),
        (r"It\'s \$5 \~ 6 \@ \<b\>", "It's $5 ~ 6 @ <b>"),
        (r"C:\new", r"C:\new"),
    ],
)
def test_marks_of_pandoc(text: str, said: str) -> None:
    assert one_line(without_markdown(text)) == said


@pytest.mark.parametrize(
    "form", ["{n}\t{row}", "{n:6}  {row}", "[{n}] {row}", "{n}: {row}", "{n}. {row}", "({n}) {row}", "{n}| {row}"]
)
def test_numbers_before_all_lines_go(form: str) -> None:
    rows = [
        "Ferry to sail again",
        "By Ada Pole",
        "21 September 2024",
        "The board met at 9.",
        "It votes in 2025.",
        "",
        "End",
    ]
    text = "\n".join(form.format(n=n, row=row) for n, row in enumerate(rows, 8))
    marks = marks_of(text)
    assert [one_line(without_marks(row.strip(), marks)) for row in text.splitlines()] == rows


@pytest.mark.parametrize(("lines", "numbered"), [(NUMBERED + 1, True), (NUMBERED, False)])
def test_so_many_numbers_grow(lines: int, numbered: bool) -> None:
    text = "\n".join(f"{n} a word" for n in range(lines))
    assert (without_marks("3 a word", marks_of(text)) == "a word") is numbered


def test_a_list_with_numbers_in_a_text_keeps_them() -> None:
    text = "1. The ferry\n" + "\n".join(f"{n}. The pier\nIt is long." for n in range(2, 9))
    assert marks_of(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Bread\n2. Milk", {1, 2}),
        ("  9. Bread\nof rye\n\n10.\xa0Milk", {9, 10}),
        ("1. FC Elra won.\nThe 3. Liga began.", set()),
        ("1. FC Elra won.\n3. Liga began.", set()),
        ("1.5 million\n2.5 million", set()),
    ],
)
def test_a_list_counts_on(text: str, numbers: set[int]) -> None:
    assert listed(text) == numbers


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("7. Oktober 2023", (False, "7. Oktober 2023")),
        ("7. Okt. war es still", (False, "7. Okt. war es still")),
        ("7. Oktoberfest", (True, "Oktoberfest")),
        ("8. Brot", (False, "8. Brot")),
    ],
)
def test_a_number_before_a_month_or_of_no_list_stays(line: str, said: tuple[bool, str]) -> None:
    assert without_bullet(line, {7}, {"oktober", "okt"}) == said
