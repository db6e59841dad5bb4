"""RSS and Atom: a document an item, with what the feed states, and what is left of a damaged feed."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Source
from newsclean.limits import Limits
from newsclean.read.containers import documents, format_of
from newsclean.read.feed_items import DEEPEST
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.streams import Stream

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:body="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>The Larkmoor Post</title><link>https://post.example/</link><description>News of Larkmoor</description>
<image><title>A picture</title><url>https://post.example/x.png</url></image>
<atom:link rel="self" href="https://post.example/feed"/>
%s
</channel>
</rss>
"""
FULL = """<item>
<title>Ferry &amp; pier</title><link> https://post.example/a </link><guid>https://post.example/?p=1</guid>
<dc:creator><![CDATA[Ada Pole]]></dc:creator><dc:creator>Ben Venn</dc:creator>
<pubDate>Fri, 03 May 2024 07:30:00 GMT</pubDate><category>Local</category><media:title>A boat</media:title>
<description>The ferry is back.</description>
<body:encoded><![CDATA[<p>The ferry <b>sails</b> &amp; sails.</p>]]></body:encoded>
</item>"""
PLAIN = """<item><title>Pier</title><guid isPermaLink="false">https://post.example/?p=2</guid>
<author>ada@post.example (Ada Pole)</author><category>Local</category><category>Ferry</category>
<description>The pier is open.</description></item>"""
ATOM = """<?xml version="1.0"?>
<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>The Larkmoor Post</a:title>
<a:author><a:name>X</a:name></a:author>
<a:entry><a:title>Ferry</a:title><a:link rel="replies" href="https://post.example/c"/>
<a:link href="https://post.example/a"/><a:author><a:name>Ada Pole</a:name><a:email>a@b.example</a:email></a:author>
<a:published>2024-05-03T07:30:00Z</a:published><a:updated>2024-05-04T07:30:00Z</a:updated>
<a:category term="local" label="Local"/><a:source><a:title>Y</a:title><a:author><a:name>Z</a:name></a:author></a:source>
<a:summary>The ferry is back.</a:summary>%s</a:entry></a:feed>
"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://post.example/"><title>The Larkmoor Post</title></channel>
<item rdf:about="https://post.example/a"><title>Ferry</title><link>https://post.example/a</link>
<description>The ferry sails.</description><dc:date>2024-05-03</dc:date></item></rdf:RDF>
"""
PARTS = (
    *("<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "<entry/>", "<b c='d'>", "</b>"),
    *("&amp;", "&a;", "<![CDATA[", "]]>", "<link>", "</channel>", "https://x", "\0", "é", "<!--", "-->"),
)
PUBLISHER = ("og:site_name", "The Larkmoor Post")


def rss(*items: str) -> bytes:
    return (RSS % "\n".join(items)).encode()


def item(words: str) -> str:
    return f"<item><description>{words}</description></item>"


def test_an_item_is_a_document_with_what_the_feed_states(find) -> None:
    first, second = find(rss(FULL, PLAIN))
    stated = (
        ("title", "Ferry & pier"),
        ("author", "Ada Pole, Ben Venn"),
        ("date", "Fri, 03 May 2024 07:30:00 GMT"),
        PUBLISHER,
        ("section", "Local"),
    )
    html = b"<p>The ferry <b>sails</b> &amp; sails.</p>"
    assert first == Item(Source("x", member="[0]"), html, "https://post.example/a", "utf-8", "html", stated)
    stated = (("title", "Pier"), ("author", "Ada Pole"), PUBLISHER, ("keywords", "Local, Ferry"))
    assert second == Item(Source("x", member="[1]"), b"The pier is open.", None, "utf-8", None, stated)
    assert second.source.name == "x:[1]"


@pytest.mark.parametrize(
    ("content", "data"),
    [
        ("", b"The ferry is back."),
        ("<a:content>The ferry sails.</a:content>", b"The ferry sails."),
        ('<a:content type="html">&lt;p>The ferry &amp;amp; sails.</a:content>', b"<p>The ferry &amp; sails."),
        (
            '<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="x&quot;">The &lt; ferry<br/>'
            "</p></div></a:content>",
            b'<div><p class="x&quot;">The &lt; ferry<br></p></div>',
        ),
        ('<a:content type="image/png">iVBORw0KGgo=</a:content>', b"The ferry is back."),
        ('<a:content src="https://post.example/a"/>', b"The ferry is back."),
    ],
)
def test_an_entry_of_atom_is_a_document(find, content: str, data: bytes) -> None:
    (found,) = find((ATOM % content).encode())
    assert (found.data, found.url) == (data, "https://post.example/a")
    assert found.stated == (
        ("title", "Ferry"),
        ("author", "Ada Pole"),
        ("date", "2024-05-03T07:30:00Z"),
        ("last-modified", "2024-05-04T07:30:00Z"),
        PUBLISHER,
        ("section", "Local"),
    )


def test_an_item_of_rss_1_is_a_document(find) -> None:
    (found,) = find(RDF.encode())
    assert (found.data, found.url) == (b"The ferry sails.", "https://post.example/a")
    assert found.stated == (("title", "Ferry"), ("date", "2024-05-03"), PUBLISHER)


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("The ferry sails.", None),
        ("&lt;p&gt;The ferry sails.", "html"),
        ("The ferry &lt;a href='x'&gt;sails&lt;/a&gt;.", "html"),
        ("The ferry &lt; the boat", None),
        ("<p>The ferry</p>", "html"),
    ],
)
def test_html_is_told_from_text(find, words: str, medium: str | None) -> None:
    (found,) = find(rss(item(words)))
    assert found.medium == medium


@pytest.mark.parametrize(
    "data",
    [
        b"\n \n" + rss(FULL, PLAIN),
        b"\xef\xbb\xbf" + rss(FULL, PLAIN),
        rss(FULL, PLAIN).partition(b"\n")[2],
        b"<!-- <rss> --><?a b?>" + rss(FULL, PLAIN).partition(b"\n")[2],
        rss(FULL, PLAIN).replace(b"\n<rss", b'<!DOCTYPE rss PUBLIC "-//x" "http://post.example/x.dtd"><rss', 1),
        rss(FULL, PLAIN).replace(b"UTF-8", b"UTF-16").decode().encode("utf-16"),
        rss(FULL, PLAIN).replace(b"UTF-8", b"windows-1252"),
        gzip.compress(rss(FULL, PLAIN)),
    ],
)
@pytest.mark.parametrize("size", [7, 1_000_000])
def test_what_stands_above_makes_no_difference(find, data: bytes, size: int) -> None:
    assert find(data, size=size) == find(rss(FULL, PLAIN))


@pytest.mark.parametrize(
    ("head", "is_feed"),
    [
        (b"<rss>", True),
        (b"<rss/>", False),
        (b"<feed>", False),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', True),
        (RDF.encode(), True),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', False),
        (b"<!DOCTYPE html><rss>", True),
        (b"<html><rss>", False),
        (b"<rssfeed>", False),
        (b"The <rss> element", False),
        (b"<!-- a -->" * 60 + b"<rss>", False),
    ],
)
def test_a_feed_is_told_by_its_root(head: bytes, is_feed: bool) -> None:
    form = format_of(head)
    assert (form is not None and form.name == "feed") == is_feed


def test_an_item_without_content_is_refused_by_name(tell) -> None:
    found = tell(rss("<item><title>Ferry</title><description> </description></item>", item("a")))
    assert found == [("[0]", "empty"), ("[1]", b"a")]
    assert tell(rss()) == [("", "empty")]


@pytest.mark.parametrize(
    ("behind", "reason"),
    [
        (b"", "truncated"),
        (b"<item><description>cut", "truncated"),
        (b"<item></channel>", "malformed"),
        (b"<item>\xff</item>", "undecodable"),
        (b"<item>&pier;</item>", "malformed"),
        (b"<item>\0</item>", "malformed"),
        (b"<item>" + b"<b>" * DEEPEST, "too-deep"),
        (b"<item><![CDATA[" + b"x" * 11_000_000 + b"]]></item>", "too-large"),
        (b"</channel></rss>junk", "malformed"),
    ],
)
@pytest.mark.parametrize("size", [1000, 1_000_000])
def test_items_before_a_damage_are_kept(tell, behind: bytes, reason: str, size: int) -> None:
    start = rss(*(item(f"Text {n}") for n in range(3))).partition(b"</channel>")[0]
    found = [("[0]", b"Text 0"), ("[1]", b"Text 1"), ("[2]", b"Text 2"), ("", reason)]
    assert tell(start + behind, size=size) == found


def test_what_is_lost_of_a_packed_feed_costs_what_stands_behind(tell) -> None:
    packed = gzip.compress(rss(*(item(f"Text {n}") for n in range(3000))))
    found = tell(packed[:-100])
    assert found[-1] == ("", "truncated")
    assert found[:2] == [("[0]", b"Text 0"), ("[1]", b"Text 1")]


@pytest.mark.parametrize(("more", "found"), [(0, b"x" * 1000), (1, "too-large")])
def test_an_item_is_read_up_to_the_size_of_an_input(tell, more: int, found: object) -> None:
    data = rss(item("x" * (1000 + more)), item("a"))
    assert tell(data, max_input=1000) == [("[0]", found), ("[1]", b"a")]


@pytest.mark.parametrize(("more", "reason"), [(0, "empty"), (1, "too-deep")])
def test_elements_nest_up_to_a_depth(tell, more: int, reason: str) -> None:
    deep = DEEPEST - 3 + more  # inside of rss, channel and item
    (found,) = tell(rss("<item>" + "<b>" * deep + "</b>" * deep + "</item>"))
    assert found[1] == reason
    deep = 10 - 3 + more
    (found,) = tell(rss("<item>" + "<b>" * deep + "</b>" * deep + "</item>"), max_depth=10)
    assert found[1] == reason


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "words">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a SYSTEM "http://127.0.0.1:9/">',
        '<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;',
        '<!ENTITY b "x"><!ENTITY a "' + "&b;" * 300 + '">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_entity_is_resolved(find, declared: str, encoding: str) -> None:
    feed = f"<!DOCTYPE rss [{declared}]><rss><channel>{item('x &a; y')}</channel></rss>"
    (found,) = find(feed.encode(encoding))
    assert str(found.reason) == "malformed"
    assert "root:" not in found.message


@pytest.mark.parametrize("size", range(1, 12))
def test_characters_that_only_html_has_names_for_are_read(monkeypatch, find, size: int) -> None:
    monkeypatch.setattr("newsclean.read.feed.HEAD", size)
    monkeypatch.setattr("newsclean.read.feed.CHUNK", size)
    (found,) = find(rss(item("Caf&eacute;&nbsp;&amp;amp; pier &lt;b>&CounterClockwiseContourIntegral;")))
    assert found.data.decode() == "Caf\xe9\xa0&amp; pier <b>\u2233"


def test_a_name_that_html_has_not_either_is_a_damage(tell) -> None:
    assert tell(rss(item("The ferry."), item("&bogus;"))) == [("[0]", b"The ferry."), ("", "malformed")]


def test_a_document_type_inside_of_an_item_is_left(find) -> None:
    page = "<!DOCTYPE html><html><body><p>a"
    (found,) = find(rss(item(f"<![CDATA[{page}]]>")))
    assert found.data == page.encode()


@given(st.lists(st.sampled_from(PARTS)), st.integers(1, 60))
def test_any_markup_gives_documents_and_named_refusals(parts: list[str], size: int) -> None:
    data = b"<rss><channel>" + "".join(parts).encode()
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    found = list(documents(Stream(pieces), Source("x"), Context(Limits(max_input=40))))
    assert found
    refused = [each for each in found if isinstance(each, ReadError) and each.source and not each.source.member]
    assert len(refused) <= 1
    named = [each for each in found if each not in refused]
    assert [each.source.member for each in named if each.source] == [f"[{n}]" for n in range(len(named))]
