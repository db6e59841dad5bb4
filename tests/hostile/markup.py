"""HTML that nests, repeats, lies about its encoding or points elsewhere."""

from __future__ import annotations

from hostile.text import ARTICLE

TITLE = "Council backs plan to reopen the river ferry after nine years"
STORY = "".join(f"<p>{p}</p>\n" for p in ARTICLE.split("\n\n")[3:-1])
SECRET = "TOPSECRET"  # noqa: S105
"""What stands in the file that markup below points to; it must never come out."""


def page(inside: str = "", head: str = "", before: str = "<!DOCTYPE html>") -> bytes:
    """A page with the article, and something under its headline."""
    return (
        f"{before}<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>"
        f"{inside}{STORY}</article></body></html>"
    ).encode("utf-8", "surrogatepass")


def entities(target: str) -> str:
    """A document type that asks for another file."""
    return f'<!DOCTYPE html [<!ENTITY x SYSTEM "{target}"><!ENTITY % y SYSTEM "{target}"> %y;]>'


LAUGHS = "<!DOCTYPE html [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
INSIDE = {
    "comments": "<!-- -->" * 20_000,
    "comment dashes": "<!--" + "--!-" * 20_000 + "-->",
    "less thans": "<" * 50_000,
    "tags opened": "<a " * 20_000,
    "end tags": "</p>" * 50_000,
    "wrong end tags": "<b><i></b></i>" * 10_000,
    "ampersands": "&" * 50_000,
    "entities": "&lt;&amp;lt;&amp;amp;lt;" * 5_000,
    "no such entity": "&evil;" * 10_000,
    "no such character": "&#xD800;&#0;&#x110000;&#99999999999999999999;&#-1;&#x1b;[31m&#155;&#x202e;" * 99,
    "attributes": "<p " + " ".join(f"a{n}=b" for n in range(50_000)) + ">",
    "long attribute": f"<p class='{'word ' * 200_000}'>",
    "nul in tag": "<scr\0ipt>alert(1)</scr\0ipt>",
    "cdata": "<![CDATA[" + "x" * 1000 + "]]>",
    "processing": "<?php system('touch pwned'); ?><?xml-stylesheet href='file:///etc/passwd'?>",
    "base": "<base href='file:///etc/'><a href='passwd'>x</a>",
    "frames": "<iframe src='http://127.0.0.1:9/'></iframe><object data='file:///etc/passwd'></object>",
    "include": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
    "refresh": "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "tables": "<table><tr><td>" * 300,
    "lists": "<ul><li>" * 400,
    "options": "<select>" + "<option>a" * 20_000 + "</select>",
    "forms": "<form><form>" * 5_000,
    "svg": "<svg><math>" * 20 + "</math></svg>" * 20,
    "custom elements": "<x-y-z>" * 300,
    "hidden": "<div hidden aria-hidden=true style='display:none'>" * 50 + "</div>" * 50,
    "breaks": "<br>" * 50_000,
    "pictures": "<img src=x alt='y' srcset='a 1x, b 2x'>" * 10_000,
    "picture data": f"<img src='data:image/png;base64,{'A' * 500_000}'>",
    "script address": "<a rel=author href='javascript:alert(1)'>Maren Ostrick</a>",
    "times": "<time datetime='" + "9" * 9000 + "'>" * 5 + "</time>" * 5,
    "times odd": "<time datetime='²⁰²⁴-⁰⁹-²¹T25:61'>then</time>",
    "captions": "<figure><img src=a><figcaption>x</figcaption></figure>" * 3_000,
    "links": "<a href='#'>x</a>" * 3_000,
    "escapes": "<p>\x1b[31mred\x9b0m \u202eevil</p>",
    "picture controls": (
        "<figure><img src='https://x.example/\x1b[31m\x9b\u202e.jpg' srcset='/\x9ba.jpg 1x' alt='\x1b]0;x\x07'>"
        "<figcaption>The harbour\x1b[2J (Photo: A\x9b B)</figcaption></figure>"
    ),
    "surrogates": "<p>\ud800\udfff</p>",
    "controls in names": "<p cl\x1bass='a\x00b\x7f'>x</p>",
    "deep enough": "<div>" * 980,
    "wide heading": "<h2>" + "word " * 50_000 + "</h2>",
}
HEADS = {
    "titles": "<title>x</title>" * 10_000,
    "unknown charset": "<meta charset=idna>",
    "codec no charset": "<meta charset=zlib>",
    "charset utf 7": "<meta charset=utf-7>",
    "charset long": f"<meta charset='{'x' * 50_000}'>",
    "charset opened": "<meta charset=" * 5_000,
    "two charsets": "<meta charset=koi8-r><meta charset=shift_jis>",
    "style": "<style>" + "a{b:c}" * 20_000 + "</style>",
    "metas": "<meta property='og:title' content='x'>" * 20_000,
}
TABLE = {
    **{f"in {name}": (page(text), "record") for name, text in INSIDE.items()},
    **{f"head {name}": (page("", text), "record") for name, text in HEADS.items()},
    "only a title": (b"<html><title>x</title>", "not-an-article"),
    "only a tag": (b"<p>", "not-an-article"),
    "only less thans": (b"<html>" + b"<" * 100_000, "not-an-article"),
    "unclosed script": (page("<script>"), "not-an-article"),
    "unclosed style": (page("<style>"), "not-an-article"),
    "unclosed comment": (page("<!--"), "not-an-article"),
    "unclosed title": (b"<html><title>" + page(), "record"),
    "unclosed attribute": (page("<p title='" + "x" * 200_000), "not-an-article"),
    "templates": (page("<template>" * 200), "not-an-article"),
    "comments opened": (page("<!--" * 20_000), "not-an-article"),
    "plaintext": (page("<plaintext>"), "record"),
    "too deep": (page("<div>" * 1_100), "too-deep"),
    "far too deep": (b"<html>" + b"<div>" * 100_000, "too-deep"),
    "deep inline": (page("<b>" * 20_000), "too-deep"),
    "laughs": (page("&a9;", before=f"{LAUGHS}]>"), "record"),
    "external entity": (page("&x;", before=entities("secret.txt")), "record"),
    "external address": (page("&x;", before=entities("http://127.0.0.1:9/")), "record"),
    "as xml": (page("&x;", before='<?xml version="1.0" encoding="utf-7"?>' + entities("secret.txt")), "record"),
    "utf 16 declared": (page("", "<meta charset=utf-16>"), "record"),
    "utf 16": (page().decode().encode("utf-16"), "record"),
    "cut in a tag": (page()[:-20], "record"),
    "many bodies": (page("<html><body><head>" * 300), "record"),
}
