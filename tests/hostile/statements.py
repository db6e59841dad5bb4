"""What pages state about themselves, written to break who believes it: JSON-LD, meta elements, state of scripts."""

from __future__ import annotations

import json

from hostile.markup import STORY, page

DIGITS = "9" * 5_000
DEEP = 100_000


def stated(script: str) -> bytes:
    """A page with a script of JSON-LD."""
    return page("", f'<script type="application/ld+json">{script}</script>')


def article(**more: object) -> bytes:
    """A page that says so of its article."""
    return stated(json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **more}))


def state(script: str) -> bytes:
    """A page whose text stands in a script alone."""
    return f"<!DOCTYPE html><html><body><script>{script}</script></body></html>".encode("utf-8", "surrogatepass")


def meta(name: str, value: str) -> bytes:
    """A page with a meta element."""
    return page("", f'<meta property="{name}" content="{value}">')


LINKED = {
    "broken": '{"@type": "NewsArticle", "headline": "x"',
    "empty": "",
    "no json": "alert(1)",
    "deep lists": '{"@type": "NewsArticle", "author": ' + "[" * DEEP,
    "deep lists closed": '{"@type": "NewsArticle", "author": ' + "[" * DEEP + "]" * DEEP + "}",
    "deep objects": '{"a":' * DEEP,
    "deep enough": '{"@type": "NewsArticle", "author": ' + "[" * 500 + "]" * 500 + "}",
    "digits": f'{{"@type": "NewsArticle", "wordCount": {DIGITS}, "datePublished": {DIGITS}}}',
    "fraction": f'{{"@type": "NewsArticle", "wordCount": 1.{DIGITS}e{DIGITS}}}',
    "constants": '{"@type": "NewsArticle", "datePublished": NaN, "wordCount": -Infinity, "author": Infinity}',
    "surrogates": '{"@type": "NewsArticle", "headline": "\\ud800", "author": {"name": "\\udfff"}, "url": "\\ud83d"}',
    "escapes": '{"@type": "NewsArticle", "headline": "\\u001b[31m \\u009b \\u202e", "author": "\\u0000\\u007f"}',
    "bad escapes": '{"@type": "NewsArticle", "headline": "\\x \\u12 \\',
    "commas": '{"@type": "NewsArticle",' + "," * 50_000 + "}",
    "same keys": '{"@type": "NewsArticle", "headline": "a", "headline": "b", "headline": []}',
    "many values": "{}" * 50_000,
    "many quotes": '{"' * 30_000,
    "backslashes": '{"@type": "' + "\\" * 50_000,
    "starts": "[" + "{[" * 20_000,
}
TABLE = {
    **{f"linked {name}": (stated(text), "record") for name, text in LINKED.items()},
    "many scripts": (
        page("", '<script type="application/ld+json">{"@type": "NewsArticle"}</script>' * 5_000),
        "record",
    ),
    "numbers for texts": (article(headline=5, author=7, datePublished=9, publisher=0, image=1, keywords=2), "record"),
    "truth for texts": (article(headline=True, author=False, datePublished=None, url=True), "record"),
    "lists for texts": (article(headline=[["x"]], author=[[[]]], datePublished=[{}], url=[[]], image=[[]]), "record"),
    "objects for texts": (article(headline={}, author={"name": {}}, datePublished={"@value": {}}, url={}), "record"),
    "types for types": (stated('{"@type": {"@type": ["NewsArticle"]}, "headline": "x"}'), "record"),
    "many authors": (article(author=[{"@type": "Person", "name": f"A {n}"} for n in range(20_000)]), "record"),
    "many tags": (article(keywords=",".join(f"t{n}" for n in range(50_000))), "record"),
    "many pictures": (article(image=[f"https://x.example/{n}.jpg" for n in range(20_000)]), "record"),
    "circle": (
        stated('{"@id": "#a", "@type": "NewsArticle", "author": {"@id": "#a"}, "isPartOf": {"@id": "#a"}}'),
        "record",
    ),
    "long headline": (lambda: article(headline="word " * 100_000), "record"),
    "long author": (lambda: article(author="Maren " * 100_000), "record"),
    "formula author": (article(author=["=cmd|' /C calc'!A0", "@SUM(1)", "-1+1"]), "record"),
    "markup in headline": (article(headline="<script>alert(1)<\\/script>" + "<b>" * 5_000), "record"),
    "script ended": (stated('{"headline": "</script>' + "<b>" * 5_000), "too-deep"),
    "entities in headline": (article(headline="&amp;" * 20_000 + "&#xD800;&#x1b;"), "record"),
    "address scripts": (article(url="javascript:alert(1)", image="file:///etc/passwd"), "record"),
    "address odd": (article(url="http://[::1", mainEntityOfPage="http://x:99999999/"), "record"),
    "address long": (lambda: article(url="https://x.example/" + "a" * 500_000), "record"),
    "offset odd": (article(datePublished="2024-09-21T10:00:00+99:99", dateModified="2024-13-45T99:99:99Z"), "record"),
    "date digits": (article(datePublished=DIGITS, dateModified="²⁰²⁴-⁰⁹-²¹"), "record"),
    "date of language": (page("", "<html lang='" + "x-" * 20_000 + "'>"), "record"),
    "meta digits": (meta("article:published_time", DIGITS), "record"),
    "meta superscripts": (meta("article:published_time", "²⁰²⁴-⁰⁹-²¹T²:²"), "record"),
    "meta controls": (meta("og:title", "&#27;[31m&#155;&#x202e;&#xD800;"), "record"),
    "meta long": (lambda: meta("og:title", "x" * 500_000), "record"),
    "meta authors": (meta("article:author", "A B, " * 20_000), "record"),
    "microdata": (page("<div itemscope itemtype='http://schema.org/NewsArticle' itemprop=author>" * 300), "record"),
    "state": (state(f"window.__STATE__ = {json.dumps({'title': 'Ferry', 'body': STORY})}"), "record"),
    "state deep": (state("window.__STATE__ = " + '{"a":' * DEEP), "not-an-article"),
    "state digits": (state(f'window.__STATE__ = {{"a": {DIGITS}}}'), "not-an-article"),
    "state pushed digits": (state(f'self.__next_f.push([1, "a:T{"f" * 8},x"])' * 5_000), "not-an-article"),
    "state pushed wrong": (state('self.__next_f.push([1, "' + "\\ud800" * 5_000), "not-an-article"),
    "state rows in circles": (
        state('self.__next_f.push([1, "1:[\\"$1\\"]\\n2:{\\"a\\": \\"$2\\"}\\n"])'),
        "not-an-article",
    ),
    "state many": (state("[{}]" * 50_000), "not-an-article"),
    "state too deep": (state("x = " + json.dumps({"body": "<div>" * 1_500 + STORY})), "too-deep"),
}
