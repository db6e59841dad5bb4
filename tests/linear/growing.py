"""Inputs made to take long: each a function of a size, whose document grows with it in one way."""

from __future__ import annotations

import json
from collections.abc import Callable

PROSE = (
    "The town council of Larkmoor voted on Monday to bring back the river ferry, nine years after the last boat was "
    "sold to a museum. Eleven of the fifteen members were in favour, and two were absent from the session.",
    "The ferry will link the old harbour with the northern suburbs and carry up to sixty passengers on each crossing. "
    "Mayor Tilda Venn said that the first boat would sail in the spring, once the stages have been repaired.",
    "Opponents warned that the yearly cost of 400,000 crowns had been worked out before fuel became dearer. The "
    "treasurer said that the figure includes a reserve, and that fares would cover a third of it.",
)


def text(
    inside: str = "", *, headline: str = "Council backs plan to reopen the ferry", byline: str = "By Ada Pole"
) -> str:
    """An article as a dump without markup, with something hostile in it."""
    return "\n\n".join(
        ("The Larkmoor Courier", headline, byline, "September 21, 2024, 5:59 PM", *PROSE, inside, PROSE[0])
    )


def page(inside: str = "", *, head: str = "", byline: str = "By Ada Pole", date: str = "September 21, 2024") -> str:
    """The same as HTML."""
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    top = f"<!doctype html><html><head><title>Council backs plan</title>{head}</head><body><article>"
    return f"{top}<h1>Council backs plan</h1><p>{byline}</p><p>{date}</p>{prose}{inside}</article></body></html>"


def stated(value: object) -> str:
    """JSON-LD."""
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def each(form: str, size: int) -> str:
    """A form with the numbers from 0 on put in place of "#", up to a size."""
    return "".join(form.replace("#", str(n)) for n in range(1 + size // len(form)))


def name(n: int) -> str:
    """A name of a person, another one for each number."""
    return f"Ada{chr(97 + n % 26)} Pole{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}"


Make = Callable[[int], str]
TEXTS: dict[str, Make] = {
    "a long line": lambda n: text("word " * (n // 5)),
    "a line without a space": lambda n: text("a" * n),
    "many lines": lambda n: text("a word\n" * (n // 7)),
    "lines that differ": lambda n: text(each("the word#\n", n)),
    "one paragraph again and again": lambda n: text(f"{PROSE[0]}\n\n" * (n // 200)),
    "digits": lambda n: text("1" * n),
    "spaces": lambda n: text("a" + " " * n + "b"),
    "white space of all kinds": lambda n: text("a" + "\t \u00a0\u3000\v" * (n // 5) + "b"),
    "underscores": lambda n: text("_" * n),
    "stars": lambda n: text("*a " * (n // 3)),
    "brackets": lambda n: text("(" * (n // 2) + "[" * (n // 2)),
    "links of Markdown that do not end": lambda n: text("[a](b" * (n // 5)),
    "pictures of Markdown": lambda n: text("![a](b) " * (n // 8)),
    "quotes": lambda n: text("\u201cSo" * (n // 3)),
    "bullets": lambda n: text("\u2022 a\n" * (n // 4)),
    "dashes": lambda n: text(" - " * (n // 3)),
    "signs of Chinese": lambda n: text("\u65b0\u805e\u3002" * (n // 3)),
    "marks that combine": lambda n: text("e" + "\u0301" * n),
    "emoji": lambda n: text("\U0001f600" * n),
    "dates in a line": lambda n: text("September 21, 2024 " * (n // 19)),
    "dates that are no dates": lambda n: text("21 Septembe 2024, 24:61, " * (n // 25)),
    "dates a line": lambda n: text("September 21, 2024\n" * (n // 19)),
    "dates whose day may be the month": lambda n: text("01/02/2024\n" * (n // 11)),
    "names in a byline": lambda n: text(byline="By " + ", ".join(map(name, range(n // 14)))),
    "many by-words": lambda n: text(byline="By " * (n // 3)),
    "bylines": lambda n: text("".join(f"By {name(k)}\n" for k in range(n // 15))),
    "a headline of colons": lambda n: text(headline="a: " * (n // 3)),
    "a headline of bars": lambda n: text(headline="a | " * (n // 4)),
    "credits": lambda n: text("The boat (Photo by Ada Pole/AP)\n" * (n // 32)),
    "credits that do not end": lambda n: text("(Photo by " * (n // 10)),
    "notices of copyright": lambda n: text(each("Copyright 2024 Alpha# Media\n", n)),
    "appeals under teasers": lambda n: text(
        f"Related:\n\nThe old pier was sold\n\n{PROSE[0]}\n\n{'Subscribe now and become a member. ' * 3}\n\n"
        * (n // 380)
    ),
    "times of a ticker": lambda n: text("3:44 PM\nThe old pier of Elra is sold\n" * (n // 38)),
    "titles under a heading": lambda n: text("Related\n" + each("The old pier # is sold at last\n", n)),
    "addresses": lambda n: text("https://a.example/" * (n // 18)),
    "mail": lambda n: text("a@a." * (n // 4)),
    "headings of Markdown": lambda n: text(each("## Heading #\n\na word\n\n", n)),
    "fragments": lambda n: text("a word\n, and so on\nof the\n" * (n // 26)),
    "sentences on one line": lambda n: " ".join(each(f"{PROSE[0]} # ", n).split()),
    "a menu on one line": lambda n: " ".join(PROSE) + " Home News Sport By Ada Pole Share" * (n // 34),
    "a title again and again": lambda n: "Old Swing Bridge Opens | Pier Post " * (n // 36) + " ".join(PROSE),
    "elements that ran together": lambda n: "HomeNews says so.The council" * (n // 28),
    "numbers before lines": lambda n: each("# The ferry sails again\n", n),
    "words split at the margin": lambda n: "".join(f"{row[:57]}-\n{row[57:114]}-\n" for row in PROSE) * (n // 348),
    "breaks behind lines": lambda n: text("The ferry<br>\nsails\n" * (n // 20)),
    "decomposed accents": lambda n: text("e\u0301a" * (n // 3)),
    "elements with bars between": lambda n: "Home|The ferry sails on|" * (n // 24),
    "white space on one line": lambda n: " ".join(PROSE) * 2 + " " * n + PROSE[0],
    "a script": lambda n: text(each("window.pier#('a', {b: \"c\\n\"}); var d = 'e';\n", n)),
    "braces that open": lambda n: text("window.a window.b " + "{" * n),
    "quotes in a script": lambda n: text("window.a window.b {{{" + '="a\\n' * (n // 5)),
    "references": lambda n: text("&amp;" * (n // 5)),
    "front matter": lambda n: "---\n" + each("key#: value\n", n) + "---\n" + text(),
    "labels over a text": lambda n: each("Title: a #\n", n) + text(),
    "labels that state nothing": lambda n: each("Pier #: value: ", n) + "\n" + text(),
    "tags in Markdown": lambda n: text("[a](/b) " * 9 + "<b title='x'>y</b>" * (n // 18)),
    "tags in Markdown that do not end": lambda n: text("[a](/b) <b></b>" * 9 + "<b " * (n // 3) + "<!--" * (n // 9)),
    "spans in spans": lambda n: text("[a](/b) " * 9 + each("[" * 9 + "a #" + "]{.b}" * 9 + "\n\n", n)),
    "attributes that do not end": lambda n: text("[a](/b) " * 9 + '[a]{.b c="d' * (n // 11)),
    "mojibake": lambda n: text("\u00c3\u00a9 " * (n // 3)),
    "articles": lambda n: f"{text()}\n\n\n" * (n // 300),
    "articles of an export": lambda n: each(
        f"Document # of 9\n\nFerry sails again\n\nAuthor: Pole, Ada\n\nFull text: {PROSE[0]}\n\nISSN: 0#\n\n",
        n,
    ),
    "labels of an export": lambda n: "Document 1 of 9\n\n" + each("LENGTH: # words\nBYLINE\n", n),
    "blanks behind a label of an export": lambda n: "Document 1 of 9\n\nLENGTH: 9\nBYLINE:" + " " * n + "x\n",
}
PAGES: dict[str, Make] = {
    "comments that do not end": lambda n: page("<!--" * (n // 4)),
    "comments before all": lambda n: "<html><body>" + "<!--" * (n // 4),
    "tags that do not end": lambda n: page("<b " * (n // 3)),
    "elements that do not end": lambda n: page("<p>" * (n // 3)),
    "nested elements": lambda n: page(("<div>" * 20 + "x" + "</div>" * 20) * (n // 221)),
    "nested inline elements": lambda n: page("<p>" + ("<b>" * 90 + "x" + "</b>" * 90) * (n // 631)),
    "an attribute": lambda n: page(f"<p title='{'x' * n}'>x</p>"),
    "attributes": lambda n: page(f"<p {each('a#=b ', n)}>x</p>"),
    "class words": lambda n: page(f"<p class='{each('word# ', n)}'>x</p>"),
    "entities": lambda n: page(f"<p>{'&amp;' * (n // 5)}"),
    "entities that are none": lambda n: page(f"<p>{'&#' * (n // 2)}"),
    "blocks with entities": lambda n: page(each("<p>A&amp;B #</p>", n)),
    "items": lambda n: page("<li>x</li>" * (n // 10)),
    "breaks": lambda n: page("x<br><br>" * (n // 9)),
    "rows": lambda n: page("<table>" + "<tr><td>a<td>b" * (n // 14) + "</table>"),
    "headings": lambda n: page(each("<h1>Council backs plan #</h1>", n)),
    "captions": lambda n: page(
        each("<figure><img src=#><figcaption>The boat # at its quay (Ada Pole/AP)</figcaption></figure>", n)
    ),
    "pictures that the head names": lambda n: page(
        each("<img src=/#.png>", n), head=each("<meta property=og:image content=/x#.png>", n)
    ),
    "times": lambda n: page(date=each("<p><time datetime=2024-09-21>September 21, 2024</time></p>", n)),
    "links to authors": lambda n: page(
        byline="".join(f"<a rel=author href=/a>{name(k)}</a>, " for k in range(n // 42))
    ),
    "microdata": lambda n: page("<div itemscope itemprop=a>" * 200 + "<i itemprop=author>Ada Pole</i>" * (n // 31)),
    "objects of JSON-LD": lambda n: page(head=stated([{"@type": "NewsArticle", "author": "x"}] * (n // 45))),
    "deep JSON-LD": lambda n: page(
        head="<script type=application/ld+json>" + '{"@type":"A","b":' * (n // 17) + "</script>"
    ),
    "commas of JSON-LD": lambda n: page(head="<script type=application/ld+json>[1" + ", " * (n // 2) + "]</script>"),
    "keywords": lambda n: page(head=f"<meta name=keywords content='{each('word#,', n)}'>"),
    "the state of scripts": lambda n: "<html><body>" + "<script>a={'b':[1]}</script>" * (n // 28),
}
INPUTS = {f"text, {name}": make for name, make in TEXTS.items()} | {
    f"HTML, {name}": make for name, make in PAGES.items()
}
