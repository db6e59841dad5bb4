"""Articles whose headline, byline, date or furniture was written to fool who reads it, or who reads the record."""

from __future__ import annotations

from hostile.text import ARTICLE, GOOD, beside, swapped

DATE, BYLINE = b"September 21, 2024, 5:59 PM", b"Maren Ostrick"
HEADLINE = b"Council backs plan to reopen the river ferry after nine years"
INJECTED = {
    "formula": '=HYPERLINK("http://evil.example","Council backs plan to reopen the ferry")',
    "formula plus": "+1+cmd|' /C calc'!A0 and the river ferry of the town",
    "formula wide": "\uff1dSUM(1) and the river ferry of the town of Larkmoor",
    "format": "%s%s%n {0.__class__.__mro__} ${HOME} {{7*7}} reopen the ferry",
    "shell": "$(touch pwned) `touch pwned`; touch pwned && rm -rf / | reopen",
    "sql": "'; DROP TABLE outcome; -- council backs the river ferry again",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)> ferry",
    "json": '"}, "headline": "fake", "body": {"__proto__": 1} \\u0000 \\ud800',
    "yaml": "--- !!python/object/apply:os.system ['touch pwned'] of the ferry",
    "path": "../../../../etc/passwd\\..\\..\\windows C:\\con nul aux the ferry",
    "csv": 'a,"b""c",\td;=1+1 reopen the river ferry after nine long years',
    "percent": "::error file=/etc/passwd,line=1::evil %0A::set-output name=x::y",
    "newlines": "Council backs\\nplan\\r\\nto reopen \\x1b[31m the river ferry",
}
DATES = {
    "no such day": "February 30, 2024",
    "no such month": "99/99/9999",
    "year 0": "0000-00-00T00:00:00Z",
    "year 99999": "December 31, 99999",
    "long year": "September 21, " + "2" * 5000,
    "superscripts": "September ²¹, ²⁰²⁴",
    "circled": "September ②①, ②⓪②④",
    "mixed digits": "September ٢1, 2٠2४",
    "no such hour": "2024-09-21T24:60:61+99:99",
    "long offset": "2024-09-21T10:00:00+" + "0" * 5000,
    "leap second": "2016-12-31T23:59:60Z",
    "infinite": "NaN Infinity -0 1e999",
    "many": "09/10/11 " * 5000,
    "colons": "5:59" * 10_000,
    "long fraction": "2024-09-21T10:00:00." + "9" * 10_000 + "Z",
    "reading time": "9" * 6000 + " min read",
}
BYLINES = {
    "by by by": "By " * 20_000,
    "commas": "A B, " * 5_000,
    "ands": "A B and " * 5_000,
    "one name": "X" * 100_000,
    "capitals": "By " + "McDonald-O'Neil " * 2_000,
    "particles": "van der de la von zu al bin " * 2_000,
    "dots": "J. " * 20_000,
    "brackets": "(" * 20_000 + "Maren" + ")" * 20_000,
    "mail": "a@" * 20_000 + "b",
    "handles": "@x" * 20_000,
    "bidi": "\u202enertsO\u202c neraM",
    "spaces": "By" + " " * 50_000 + "Maren",
    "apostrophes": "O'" * 20_000,
}
SIGNS = {
    "squares": "[" * 50_000,
    "links": "](" * 30_000,
    "pictures": "![" * 30_000,
    "stars": "*" * 50_000,
    "strong": "**a " * 20_000,
    "underscores": "_" * 50_000,
    "backslashes": "\\" * 50_000,
    "numbers in brackets": "[1]a" * 20_000,
    "buttons": "(BUTTON) " * 10_000,
    "quotes": "\"'“”„«»" * 8_000,
    "dashes": " - " * 20_000,
    "dots": ". " * 30_000,
    "addresses": "http://" * 10_000,
    "ampersands": "&amp" * 20_000,
    "credits": "(Photo: " * 10_000,
    "photo slashes": "Foto: a/b/" * 5_000,
    "dateline": "KYIV (" * 10_000 + "Reuters) -",
    "tickers": "10:00 AM\nShort news\n" * 400,
    "copyright": "© 2024 " * 10_000,
    "mails": "a.b" * 20_000 + "@",
}
TABLE = {
    **{f"injected {name}": (swapped(HEADLINE, text.encode()), "record") for name, text in INJECTED.items()},
    **{f"author {name}": (swapped(BYLINE, text.encode()), "record") for name, text in INJECTED.items()},
    **{f"date {name}": (swapped(DATE, text.encode()), "record") for name, text in DATES.items()},
    **{f"byline {name}": (swapped(BYLINE, text.encode()), "record") for name, text in BYLINES.items()},
    **{f"signs {name}": (beside(f"\n\n{text}\n\n"), "record") for name, text in SIGNS.items()},
    "headline of a megabyte": (lambda: swapped(HEADLINE, HEADLINE * 4_000), "record"),
    "repeated": (lambda: GOOD * 300, "record"),
    "shuffled": ("\n".join(sorted(ARTICLE.splitlines())).encode(), "record"),
    "front matter open": (b"---\ntitle: x\n" + GOOD, "record"),
    "front matter anchors": (b"---\na: &a [*a, *a]\nb: !!python/object:os.system x\n---\n" + GOOD, "record"),
    "front matter long": (lambda: b"---\n" + b"a: b\n" * 5_000 + b"---\n" + GOOD, "record"),
}
