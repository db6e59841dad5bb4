from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.lang import load
from newsclean.segment.fragments import FRAGMENT_LINES, is_fragmented
from newsclean.segment.lines import lines_of
from newsclean.segment.plain import blocks_of
from newsclean.segment.wraps import right_margin

EN = load("en")
SENTENCE = "The harbour board said on Monday that the old swing bridge would open before the autumn storms."


def texts(dump: str) -> list[str]:
    return [block.text for block in blocks_of(dump, EN)]


def wrapped(paragraph: str, width: int, indent: str = "   ") -> str:
    lines, line = [], indent
    for word in paragraph.split():
        if len(line) + len(word) > width and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += word + " "
    return "\n".join([*lines, line.rstrip()])


@given(st.text(alphabet=st.characters(), max_size=400))
def test_spans_partition_any_text(dump: str) -> None:
    blocks = blocks_of(dump, EN)
    if blocks:
        assert "".join(dump[b.start : b.end] for b in blocks) == dump
        assert all(b.text and "\n" not in b.text for b in blocks)
    else:
        assert not any(line.strip().isprintable() and line.strip() for line in dump.splitlines()) or dump


@given(st.integers(min_value=60, max_value=100), st.integers(min_value=3, max_value=8))
def test_hard_wrapped_paragraphs_are_joined_at_any_width(width: int, count: int) -> None:
    dump = "\n\n".join(wrapped(SENTENCE * 2, width) for _ in range(count))
    assert texts(dump) == [" ".join((SENTENCE * 2).split())] * count


def test_lines_without_a_margin_stay_apart() -> None:
    dump = "\n".join([SENTENCE, "Menu", SENTENCE * 3, "Sport", SENTENCE * 2, "Weather", "Home"])
    assert texts(dump) == dump.split("\n")


def test_a_wrapped_heading_keeps_apart_from_the_paragraph_under_it() -> None:
    dump = "\n\n".join(["Bridge to open", *(wrapped(SENTENCE * 2, 78) for _ in range(5)), "Weather"])
    assert texts(dump)[0] == "Bridge to open"
    assert texts(dump)[-1] == "Weather"


def test_fragments_of_inline_tags_are_joined() -> None:
    lines = [
        "Home",
        "Sport",
        "The mayor",
        ", Ada Quill, told the",
        "Harbour Post",
        "that the bridge",
        "(built in 1911)",
    ]
    lines += [", would open. The", "board", ", after a vote, agreed.", "A second paragraph stands here, whole."]
    assert texts("\n".join([*lines, "Sign in", "Subscribe"])) == [
        "Home",
        "Sport",
        "The mayor, Ada Quill, told the Harbour Post that the bridge (built in 1911), would open. "
        "The board, after a vote, agreed.",
        "A second paragraph stands here, whole.",
        "Sign in",
        "Subscribe",
    ]


def test_both_sides_of_the_fragment_threshold() -> None:
    few = "\n".join(["Word", ", and so on."] * (FRAGMENT_LINES - 1))
    enough = "\n".join(["Word", ", and so on."] * FRAGMENT_LINES)
    assert not is_fragmented(lines_of(few, "en"))
    assert is_fragmented(lines_of(enough, "en"))


def test_right_margin_is_zero_for_a_menu() -> None:
    assert right_margin(lines_of("\n".join(["Home", "News", "Sport"] * 20), "en")).at == 0


def test_marks_of_tools_are_taken_off() -> None:
    links = "\n".join(f"   [{n}]Section {n}" for n in range(1, 7))
    assert texts(links)[0] == "Section 1"
    assert texts("   * (BUTTON) Share")[0] == "Share"
    markdown = "\n".join(["# The bridge", "[Home](/a) [Sport](/b) [Weather](/c)", "", "A **bold** word."])
    assert texts(markdown) == ["The bridge", "Home Sport Weather", "A bold word."]


def test_a_footnote_is_no_link_number() -> None:
    assert texts("The board[1]met.")[0] == "The board[1]met."


def test_line_column_gap_and_bullet() -> None:
    first, second = blocks_of("\n  Title\n\n\n  • Item", EN)
    assert (first.line, first.column, first.gap, first.bullet) == (2, 3, 1, False)
    assert (second.line, second.gap, second.bullet, second.text) == (5, 2, True, "Item")


LINKS = "[Home](/a) [Sport](/b) [Weather](/c)"


def test_a_paragraph_of_markdown_ends_at_a_blank_line_a_meant_break_a_heading_or_a_quotation() -> None:
    lines = [
        "The old pier was sold on",
        "Monday for a",
        "song.  ",
        "By Ada Pole",
        "> It is gone.",
        "## What now",
        "Nobody knows.",
    ]
    assert texts("\n".join([LINKS, "", *lines]))[1:] == [
        "The old pier was sold on Monday for a song.",
        "By Ada Pole",
        "It is gone.",
        "What now",
        "Nobody knows.",
    ]


def test_a_markdown_link_that_a_tool_wrapped_leaves_its_words() -> None:
    broken = f'{LINKS}\n\nThe [old\npier](https://pier.example/the-\nold-pier "To the pier") is _sold_ , \\- and so on.'
    assert texts(broken)[1:] == ["The old pier is sold , - and so on."]


def test_a_block_of_markdown_that_only_shows_a_picture_or_a_rule_says_nothing() -> None:
    assert texts(f"{LINKS}\n\n[![](/logo.png)](https://pier.example)\n\n* * *\n\n---|---\n\nThe end.")[1:] == [
        "The end."
    ]


FRAGMENTED = "Rain\n, wind\n, hail\n, snow"
"""Lines that begin with commas, by which a dump is known for one of fragments."""


def test_the_headline_of_a_fragmented_dump_is_the_line_that_the_title_begins_with() -> None:
    headline, under = (
        "The swing bridge of Port Ellery opens again in May",
        "Two boats a day will pass, and a third on Sundays, says\nthe board",
    )
    for title, whole in ((f"{headline} - Pier Post", True), (f"{headline}flies", False), ("Pier Post", False)):
        blocks = texts(f"{title}\nMenu\n{headline}\n{under}\n{FRAGMENTED}")
        assert (headline in blocks) is whole


def test_a_name_under_a_by_word_stands_alone() -> None:
    italian = load("it")

    def cut(name: str, after: str) -> list[str]:
        lines = ["Il ponte riapre a maggio per i pescatori", "di", name, after, FRAGMENTED]
        return [block.text for block in blocks_of("\n".join(lines), italian)]

    assert "di" in cut("Ada Molo", "9 maggio 2025")
    for name, after in (("Ada Molo", ", che parla"), ("Ada Molo", "parla"), ("Molo", "Ieri"), ("la barca", "Ieri")):
        assert "di" not in cut(name, after)


def test_a_date_over_a_byline_is_no_part_of_the_headline() -> None:
    headline = "The swing bridge of Port Ellery opens again in May"
    for by, apart in (("by", True), ("Photo by", True), ("by the", False)):
        lines = [headline, "16 May 2025", by, "Ada Quill", "The bridge is open.", FRAGMENTED]
        assert (headline in texts("\n".join(["Pier Post", *lines]))) is (apart or by in EN.stopwords)


@pytest.mark.parametrize(
    ("lines", "block"),
    [
        (["A boat at the quay (photo:", "Ada Quill", ")"], "A boat at the quay (photo: Ada Quill)"),
        (["A boat at the quay", "(", "Photo:", "Ada Quill", ")"], "(Photo: Ada Quill)"),
        (["A boat at the quay", "(", "Photo:", "Ada", "Quill", ")"], "(Photo: Ada"),
        (["PORT ELLERY", "- The bridge is open."], "PORT ELLERY - The bridge is open."),
        (["Port Ellery", "- The bridge is open."], "The bridge is open."),
        (["P" * 41, "- The bridge is open."], "The bridge is open."),
        (["PORT ELLERY", "* The bridge is open."], "The bridge is open."),
        (["Related:", "What the board told us, and when", "The boats told"], "What the board told us, and when"),
        (["Harbour:", "What the board told us, and when", "Boats"], "What the board told us, and when Boats"),
        (["“The Bridge”", "opens again in May"], "“The Bridge” opens again in May"),
    ],
)
def test_fragments_that_go_on(lines: list[str], block: str) -> None:
    assert block in texts("\n".join([*lines, "Menu", FRAGMENTED]))


def test_a_title_is_the_same_with_other_quotes() -> None:
    headline = "Beginner’s “Guide” To Swing Bridges Of The Bay"
    lines = ['Beginner\'s "guide" to swing bridges of the bay - Pier Post', headline, "Boats", ", ships", FRAGMENTED]
    assert headline in texts("\n".join(lines))


LINKS = "[Home](/) [News](/n) [Sport](/s)"
"""By which a dump is known for Markdown."""


@pytest.mark.parametrize(
    ("lines", "block", "level"),
    [
        (["# The swing bridge opens"], "The swing bridge opens", 1),
        (["### The swing bridge opens"], "The swing bridge opens", 3),
        (["The swing bridge opens", "======================"], "The swing bridge opens", 1),
        (["The swing bridge opens", "---", "Rain fell."], "The swing bridge opens", 2),
        (["The swing bridge opens", "==", "Rain fell."], "The swing bridge opens == Rain fell.", 0),
        (["The swing bridge opens", "= ===", "Rain fell."], "The swing bridge opens = === Rain fell.", 0),
        (["#harbour is what", "they said."], "#harbour is what", 0),
        (["# " + "x" * 71, "board says"], "x" * 71 + " board says", 1),
        (["# " + "x" * 70, "board says"], "x" * 70, 1),
        (["# " + "x" * 71, "", "board says"], "x" * 71, 1),
        (["![A boat](/boat.jpg)", "*The boat at the quay*"], "The boat at the quay", 0),
        (["See ![](/boat.jpg)", "*The boat at the quay*"], "See The boat at the quay", 0),
        (["The board told", "the harbour."], "The board told the harbour.", 0),
    ],
)
def test_headings_of_markdown(lines: list[str], block: str, level: int) -> None:
    blocks = blocks_of("\n".join([LINKS, "", *lines]), EN)
    assert [b.level for b in blocks if b.text == block] == [level]


@pytest.mark.parametrize(
    ("dump", "level"),
    [
        ("# Harbour", 0),
        ("# Harbour\n\n# Boats\n\n# Ships\n\n# Quay", 0),
        ("# Harbour\n\n## Boats\n\nText", 0),
        ("# Harbour\n\n## Boats\n\nText\n\n### Ships\n\nText", 1),
        ("# Harbour\n\n## Boats\n## Ships\n", 0),
        ("# Harbour\n\n##Boats\n\n##Ships\n", 0),
    ],
)
def test_without_links_headings_of_more_than_one_level_make_a_dump_markdown(dump: str, level: int) -> None:
    first = blocks_of(f"News\n\n{dump}", EN)[1]
    assert (first.text, first.level) == ("Harbour" if level else "# Harbour", level)


@pytest.mark.parametrize(
    ("dump", "level"),
    [
        ("\n# Harbour\n \nText", 1),
        ("## Harbour\n\nText", 2),
        ("# Harbour\nText", 0),
        ("# Harbour", 0),
        ("#Harbour\n\nText", 0),
    ],
)
def test_a_heading_above_all_else_makes_a_dump_markdown(dump: str, level: int) -> None:
    first = blocks_of(dump, EN)[0]
    assert (first.text.startswith("Harbour"), first.level) == (level > 0, level)


PANDOC = """::: {.site-header}
[Home](/){.nav-link}
:::

# Council backs plan to reopen the ferry {#council-backs-plan .headline}

::: byline
[ By [Ada
Pole](/ada "Posts by Ada Pole"){.author
rel="author"} ]{.by-line} [September 21, 2024]{.date}
:::

[The town council of Larkmoor voted on Monday to bring \\[back\\] the
ferry.]{preserve-spaces="true"} It uses {braces}, window.open({}).

::: {.caption data-x="1"}
The old quay
:::
"""


def test_attributes_of_pandoc_are_not_said() -> None:
    assert texts(PANDOC) == [
        "Home",
        "Council backs plan to reopen the ferry",
        "By Ada Pole September 21, 2024",
        "The town council of Larkmoor voted on Monday to bring [back] the ferry. It uses {braces}, window.open({}).",
        "The old quay",
    ]
    assert [block.level for block in blocks_of(PANDOC, EN)] == [0, 1, 0, 0, 0]


def test_a_quote_of_markdown_is_one_block_up_to_a_line_without_words() -> None:
    quote = "> The ferry will sail\n> again in May.\n>\n> So they said.  \n> To all.\nAnd so\n> it went."
    dump = f"{PANDOC}\n{quote}\n"
    told = ["The ferry will sail again in May.", "So they said.", "To all. And so", "it went."]
    assert texts(dump)[5:] == told


def test_the_marks_of_a_quote_are_not_said_where_its_lines_are_joined() -> None:
    line = "> The boats of Larkmoor sail at nine, and again at noon, when the council is"
    dump = "\n".join(["Home", "News"] * 20 + [line, "> there."] * 8 + [line, ">", line])
    told = texts(dump)[40:]
    assert told[0] == f"{line} there."
    assert all(text.count(">") <= 1 for text in told[:8])
    assert told[-1].endswith("is")


def test_a_dump_that_a_mail_quotes_is_read_as_without_its_marks() -> None:
    dump = "Council backs plan\n\nBy Ada Pole\n\nThe boats of Larkmoor sail at nine.\n"
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in dump.splitlines())
    assert [b._replace(start=0, end=0, column=1) for b in blocks_of(quoted, EN)] == [
        b._replace(start=0, end=0) for b in blocks_of(dump, EN)
    ]
