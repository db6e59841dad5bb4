"""Blocks, spans and markup of HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Block, Dump, Markup, Page, Source
from newsclean.limits import DEFAULT, Limits
from newsclean.segment.frames import NAMES_LIMIT
from newsclean.segment.html import segment_html
from newsclean.segment.limits import TooDeep


def page(html: str, limits: Limits = DEFAULT) -> Page:
    return segment_html(Dump(Source("-"), html, "html"), limits)


def texts(html: str) -> list[str]:
    return [block.text for block in page(html).blocks]


def markup(block: Block) -> Markup:
    assert block.markup is not None
    return block.markup


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>bold</b> word<p>Two", ["One bold word", "Two"]),
        ("<div>Before<p>Inside</p>After</div>", ["Before", "Inside", "After"]),
        ("<p>A line<br>goes on</p>", ["A line goes on"]),
        ("<p>One<br><br>Two</p>", ["One", "Two"]),
        ("<p>One<br> <br>\n<br>Two</p>", ["One", "Two"]),
        ("<div>First line<br>second line</div>", ["First line", "second line"]),
        ("<div><span>By</span><span>Ada Pole</span></div>", ["By Ada Pole"]),
        ("<p><b>Wo</b>rd, <i>word</i><b>.</b></p>", ["Word, word."]),
        ("<p>CO<sub>2</sub><sup>a</sup></p>", ["CO2a"]),
        ("<p>soft\u00adhy\u200bphen &amp; \x07bell&nbsp;here</p>", ["softhyphen & bell here"]),
        ("<pre>first\nstill first\n\nsecond</pre>", ["first still first", "second"]),
        ("<p>Text<button>Help</button> goes on</p>", ["TextHelp goes on"]),
        ("<div>Text<button>Share</button></div>", ["Text", "Share"]),
        ("<x-card><p>One</p></x-card>", ["One"]),
        ("<p>A <x-link>link</x-link> in it</p>", ["A link in it"]),
        ("", []),
        ("   ", []),
        ("<p></p><div> </div>", []),
    ],
)
def test_inline_elements_are_joined_into_their_block(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize("tag", ["script", "style", "template", "svg", "iframe", "select", "textarea", "noscript"])
def test_what_no_reader_sees_is_left_out(tag: str) -> None:
    assert texts(f"<p>Seen<p><{tag}>not seen</{tag}><p>Seen too") == ["Seen", "Seen too"]


def test_noscript_is_read_where_it_is_all_there_is() -> None:
    assert texts("<script>x</script><noscript><p>Please read this.</p></noscript>") == ["Please read this."]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ('<h1><span class="overline">Flood</span> <b>We ran</b></h1>', ["Flood", "We ran"]),
        ('<h1><a class="kicker" href="/f">Flood</a><a href="/f">We ran</a></h1>', ["Flood", "We ran"]),
        ('<h1><a href="/f"><i class="head__kicker">Flood</i> We ran</a></h1>', ["Flood", "We ran"]),
        ('<h1><span class="kicker">Flood</span>: We ran</h1>', ["Flood: We ran"]),
        ('<h1><span class="kicker">We ran</span></h1>', ["We ran"]),
        ('<h1>We ran <span class="kicker">Flood</span></h1>', ["We ran Flood"]),
        ('<h1><span class="big">Flood</span> We ran</h1>', ["Flood We ran"]),
        ('<h2><span class="kicker">Flood</span> We ran</h2>', ["Flood We ran"]),
    ],
)
def test_a_kicker_that_opens_the_first_heading_is_a_block(heading: str, expected: list[str]) -> None:
    blocks = page(heading).blocks
    assert [block.text for block in blocks] == expected
    assert [markup(block).kicker for block in blocks] == [len(expected) == 2, False][-len(expected) :]
    assert all(markup(block).link_share <= 1 for block in blocks)
    assert ("<a" in heading) == (markup(blocks[-1]).link_share == 1)


def test_rows_of_data_are_blocks_and_rows_of_layout_are_not() -> None:
    assert texts("<table><tr><th>Town<th>People<tr><td>Ulm<td>120</table>") == ["Town | People", "Ulm | 120"]
    assert texts("<table><tr><td>Menu<td><p>One</p><p>Two</p></table>") == ["Menu", "One", "Two"]
    for size, blocks in ((200, 1), (201, 2)):
        assert len(texts(f"<table><tr><td>{'x' * size}<td>y</table>")) == blocks
    inner = "<table><tr><td>a<td>b</table>"
    assert texts(f"<table><tr><td>{inner}<td>Side</table>") == ["a | b", "Side"]


def test_hidden_parts_are_kept_and_marked() -> None:
    blocks = page('<p>Seen <span style="display: none">not seen</span>here<div hidden><p>Nor this</div>').blocks
    assert [(b.text, markup(b).hidden) for b in blocks] == [
        ("Seen here", False),
        ("not seen", True),
        ("Nor this", True),
    ]


def test_markup_tells_where_a_block_stands() -> None:
    html = (
        '<body class=site><article id="storyBody"><div class="text-main"><h2 class=Big><a href=/x>A title</a></h2>'
        "<p itemprop=about>By <a rel=author href=/u/1>Ada Pole</a>, <time datetime=2024-05-01>1 May</time></p>"
    )
    title, byline = page(html).blocks
    assert markup(title).tag == "h2"
    assert markup(title).level == 2
    assert markup(title).path == ("div", "article")
    assert markup(title).tokens == {"big"}
    assert markup(title).path_tokens == {"story", "body", "text", "main"}
    assert markup(title).link_share == 1.0
    assert markup(byline).itemprop == "about"
    assert markup(byline).author_links == ("Ada Pole",)
    assert markup(byline).datetime == "2024-05-01"
    assert markup(byline).link_share == pytest.approx(8 / 16, abs=0.02)
    assert set(markup(title).container) & set(markup(byline).container)
    assert markup(title).container[0] != markup(byline).container[0]


def test_an_element_that_holds_the_whole_block_lends_it_its_words() -> None:
    whole, part = page("<div><span class=byline>Ada Pole</span></div><div><b class=x>Ada</b> went</div>").blocks
    assert markup(whole).tokens == {"byline"}
    assert not markup(part).tokens


def test_a_link_around_blocks_gives_its_author_to_the_block_in_it() -> None:
    blocks = page("<a href=/author/ada><div>Ada Pole</div></a><p>Next</p>").blocks
    assert [markup(b).author_links for b in blocks] == [("Ada Pole",), ()]


def test_lists_and_margins() -> None:
    blocks = page("<p>Top<ul><li>One<li><p>Two</p><p>Two, still</p></ul><div>A</div><div>B</div>").blocks
    assert [(b.text, b.bullet, b.gap) for b in blocks] == [
        ("Top", False, 0),
        ("One", True, 1),
        ("Two", True, 1),
        ("Two, still", False, 1),
        ("A", False, 1),
        ("B", False, 0),
    ]


def test_line_and_column_are_those_of_the_source() -> None:
    html = "<html>\n<head><title>Two</title></head>\n<body>\n  <p>One</p>\n<div\n class=x>Two &amp; more</div>"
    assert [(b.line, b.column) for b in page(html).blocks] == [(4, 6), (6, 10)]


def test_depth_is_bounded_and_nothing_is_lost_before_the_bound() -> None:
    inside = DEFAULT.max_depth - 2  # html and body
    assert texts("<div>" * inside + "deep") == ["deep"]
    with pytest.raises(TooDeep):
        page("<div>" * (inside + 1) + "deep")
    assert len(markup(page("<div class=a>" * inside + "deep").blocks[0]).path) == 64


def test_many_elements_are_refused() -> None:
    five = Limits(max_elements=5)  # html and body are two
    assert len(page("<p>a<p>b<p>c", five).blocks) == 3
    with pytest.raises(TooDeep, match="--max-elements"):
        page("<p>a<p>b<p>c<p>d", five)


@pytest.mark.parametrize(
    "html",
    [
        "<p title='" + "a" * 10_000_000 + "'>kept</p>",
        "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">kept</p>",
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>kept</p>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>kept</p>',
        "<p>kept</p>" + "<!--" * 200_000,
        "<p>kept</p>" + "<script>" * 200_000,
        "<p>kept</p>" + "</b>" * 200_000,
        "<?xml version='1.0' encoding='utf-16'?><p>kept</p>",
        "\ufeff<p>kept</p>",
        "<p>kept</p></body></html><!-- end -->",
    ],
    ids=lambda html: html[:12],
)
def test_hostile_markup_is_read(html: str) -> None:
    assert any("kept" in text for text in texts(html))


def test_external_entities_are_not_read() -> None:
    assert "root:" not in page('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>x&a;</p>').text


FRAGMENT = st.sampled_from(
    [
        *("<p>", "<div>", "</div>", "</p>", "<b>", "</b>", "<a href=/x>", "</a>", "<ul>", "<li>", "</ul>", "<table>"),
        *(
            "<tr>",
            "<td>",
            "</table>",
            "<br>",
            "<span hidden>",
            "</span>",
            "<figure>",
            "<img src=a.jpg>",
            "<figcaption>",
        ),
        *(
            "</figure>",
            "<pre>",
            "</pre>",
            "<script>",
            "</script>",
            "<noscript>",
            "</noscript>",
            "<h1>",
            "</h1>",
            "words",
        ),
        *(
            "&amp;",
            "<time datetime=2024>",
            "<div itemprop=author itemscope>",
            "<button>",
            "</button>",
            "<!-- -->",
            "\n\n",
        ),
    ]
)


@given(st.lists(st.one_of(FRAGMENT, st.text(max_size=8)), max_size=40).map("".join))
def test_blocks_partition_the_text_whatever_the_markup(html: str) -> None:
    cut = page(html)
    assert "".join(cut.text[b.start : b.end] for b in cut.blocks) == cut.text
    assert [b.start for b in cut.blocks[1:]] == [b.end for b in cut.blocks[:-1]]
    assert all(b.text and b.text == cut.text[b.start : b.end].rstrip("\n") for b in cut.blocks)
    assert all(b.line >= 1 and b.column >= 1 for b in cut.blocks)
    assert all(p.block is None or 0 <= p.block < len(cut.blocks) for p in cut.pictures)
    assert all(ord(c) >= 32 and not 0x7F <= ord(c) < 0xA0 for b in cut.blocks for c in b.text)


def test_the_share_of_links_in_a_row_is_that_of_its_cells() -> None:
    row = page("<table><tr><td><a href=/x>four</a><td>and then</tr></table>").blocks[0]
    assert row.text == "four | and then"
    assert markup(row).link_share == pytest.approx(4 / 12, abs=0.001)  # "andthen" counts with its space


def test_what_is_said_to_those_without_scripts_is_read_where_nothing_else_is_said() -> None:
    assert texts("<noscript><p>Please read this</p></noscript>") == ["Please read this"]
    assert texts("<p>Text</p><noscript><p>Please read this</p></noscript>") == ["Text"]
    assert texts("<script>x</script>") == []


def test_siblings_share_what_is_around_them() -> None:
    first, second = page("<div class=a><section id=b><p>One</p><p>Two</p></section></div>").blocks
    assert markup(first).path is markup(second).path
    assert markup(first).path_tokens is markup(second).path_tokens
    assert markup(first).container != markup(second).container


@pytest.mark.parametrize(("over", "known"), [(0, True), (1, False)])
def test_class_words_are_known_up_to_a_limit(over: int, known: bool) -> None:
    names = "kicker".rjust(NAMES_LIMIT + over, "1")
    block = page(f"<html><body><p class='{names}'>Old Pier</p></body></html>").blocks[0]
    assert ("kicker" in markup(block).tokens) is known
