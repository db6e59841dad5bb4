"""What a line says, without the marks that the tool which printed it left in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from itertools import pairwise

_BUTTON = re.compile(r"\(BUTTON\)|\[(?:INS|DEL):|:(?:INS|DEL)\]|____+")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_ADDRESS = re.compile(
    r"\s?<(?:https?://|mailto:|tel:|[#.?]|/(?![a-z\d]{1,12}>))[^<>\s]{0,2000}>"
    r"|\s?\[(?:https?://|mailto:|tel:|cid:|data:|#|\.{1,2}/|/)[^\[\]\s]{0,50000}+\](?!\()"
    r"|\s?\[[^\[\]\s]{1,300}\.(?:html?|php|jpe?g|png|gif|svg|webp)\](?!\()"
    r"|\s?\( (?:https?://|mailto:)[^()\s]{1,2000} \)"
)
"""What mail and Firefox's "save as text" print behind the words of a link; in other brackets tools by which programs
write the plain text of mail, such as html-to-text and premailer."""
_PICTURE = re.compile(r"\A\[data:|\.(?:jpe?g|png|gif|svg|webp|avif)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\A\s{0,9}[\[(]?(\d{1,6})(?:[\])]|[.:|](?=\s|$)|(?=\s|$))[.:|]?\s?")
_QUOTE = re.compile(r"^(?:>\s?)+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")
_TARGET = r"\((?:[^()\"]{1,1000}+|\([^()\"]{0,200}\)){0,40}(?:\"[^\"]{0,300}\"\s?)?\)"
"""Where a Markdown link leads; tools that wrap lines break it, so that it may hold spaces, and a picture inside it
("data:image/svg+xml;base64,...") is thousands of characters long."""
_IMAGE = re.compile(rf"!\[([^\]]{{0,500}})\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]]{{0,1000}})\]{_TARGET}")
_MEETING = re.compile(r"(?<=\))(?=!?\[)|(?<=[^\W\d_])(?=\[[A-Z])")
"""Where a link begins right behind another or behind a word: two elements that markup set apart."""
_HEADING = re.compile(r"\s{0,3}(?:#{1,6}\s+|>\s?){1,3}")
_MARKED = re.compile(r"\n\n#{2,6} {1,3}\S")
_TITLED = re.compile(r"\s*+#{1,2} {1,3}\S[^\n]{2,300}\n[ \t]{0,9}\n")
"""A heading above all else, front matter being blank by now, with a blank line under it: no dump of dev begins so."""
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_UNDERLINED = re.compile(rf"(?<=\S) (?:{_UNDERLINE.pattern})$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,1000})\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]{0,500}\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_RULE = re.compile(r"(?:[-:|*=\s]{3,}|`{3}\w{0,20}|:{3,}\s.{0,3000})")
_ATTRIBUTES = re.compile(
    r"\{(?=[#.][\w:-]|[\w:-]{1,60}=)(?:[^{}\"]{1,3000}+|\"(?:[^\"\\]|\\.){0,9000}+\"){1,400}+\}", re.DOTALL
)
"""What pandoc writes behind headings, links and spans: "{#id .class key=value}"."""
_SPAN = re.compile(rf"\[((?:[^\[\]\\]|\\.){{0,2000}}+)\]{_ATTRIBUTES.pattern}")

UNDERLINES = "=-"
"""What is printed under headings of the first and the second level in Markdown."""
LINK_NUMBERS = 5
"""Numbered links from which a dump is taken for `lynx -dump` with its list of links; prose has a footnote or two."""
ADDRESSES = 3
"""Addresses behind links from which a dump is taken for one that shows them; in Markdown they stand for words."""
QUOTED = 0.5
"""Share of the lines that begin with the mark of a quote, above which a dump is taken for one that a mail quotes."""
NUMBERED, NUMBERED_SHARE = 5, 0.95
"""Numbers before lines that are greater than the one before, and their share of all, from which lines are numbered."""
ENTITIES = 3
"""Character references from which a dump is taken for one whose tool left them as they stand in markup."""
MARKDOWN_LINKS = 3
"""Links from which a dump is taken for Markdown."""
NESTED = 8
"""Links and spans inside each other, at most, that are read."""
FENCE, FENCES = ":::", 3
"""What begins and ends a div in pandoc's Markdown, and how many tell that it is."""
MARKDOWN_HEADINGS = 2
"""Headings below the first level from which a dump is taken for Markdown without links; comments in code look like
those of the first."""
_NO_BREAK = re.compile(r"[^\r\n]")
LINE_LIMIT = 100_000
"""Characters of a line that marks are looked for in; longer lines are no print of a tool named here."""

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200c\u2060\ufeff\ufffc\ud800-\udfff]+")
"""Controls, soft hyphens, zero-width characters and lone surrogates; white space is folded by `one_line`."""


def one_line(text: str) -> str:
    """The text on one line: white space folded, controls and zero-width characters left out.

    >>> one_line("  a\\tb\\n c\\x1b ")
    'a b c'
    """
    if text.isprintable() and "  " not in text:  # most lines; a space is the only white space that is printable
        return text.strip()
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_INVISIBLE.sub("", text).split())


def blanked(text: str) -> str:
    """Blanks in place of a text, which keep what stands behind it where it was; its lines stay lines.

    >>> blanked("a b\\nc")
    '   \\n '
    """
    return _NO_BREAK.sub(" ", text)


Marks = list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]
"""The marks of a tool, and what stands in their place."""


def marks_of(text: str) -> Marks:
    """The marks that the lines of this dump may hold: told once for the whole dump."""
    marks: Marks = []
    if _is_numbered(text):
        marks.append((_NUMBER, ""))
    if "(BUTTON)" in text or "____" in text:
        marks.append((_BUTTON, " "))
    if counts(_LINK_NUMBER, text, LINK_NUMBERS):
        marks.append((_LINK_NUMBER, ""))
    if any(sign in text for sign in ("<", "[", "( ")) and counts(_ADDRESS, text, ADDRESSES) and not is_markdown(text):
        marks.append((_ADDRESS, ""))
    if text.count("\n>") > QUOTED * text.count("\n"):
        marks.append((_QUOTE, ""))
    if counts(_ENTITY, text, ENTITIES):
        marks.append((_ENTITY, lambda reference: html.unescape(reference[0])))
    return marks


def is_link(line: str) -> bool:
    """Whether a line is but the address behind words of the line before; that of a picture stands by itself.

    >>> is_link("[https://post.example/a]"), is_link("[/a.jpg]"), is_link("[...]")
    (True, False, False)
    """
    return _ADDRESS.fullmatch(line) is not None and _PICTURE.search(line) is None


def _is_numbered(text: str) -> bool:
    """Whether a number stands before each line, and grows from line to line: `cat -n`, or a copy from an editor."""
    if _NUMBER.match(text) is None:
        return False
    rows = [row for row in text.splitlines() if not row.isspace() and row]
    numbers = [int(found[1]) if found else -1 for found in map(_NUMBER.match, rows)]
    growing = sum(one < other for one, other in pairwise(numbers))
    return growing >= max(NUMBERED, NUMBERED_SHARE * (len(rows) - 1))


def without_marks(line: str, marks: Marks) -> str:
    """The line without the marks of its dump."""
    if len(line) <= LINE_LIMIT:
        for mark, instead in marks:
            line = mark.sub(instead, line)
    return line


def is_markdown(text: str) -> bool:
    """Whether a dump is Markdown, by its links, its divs or its headings.

    >>> is_markdown("# Ferry sails\\n\\nThe ferry is back."), is_markdown("#1 in news\\n\\nThe ferry is back.")
    (True, False)
    """
    if text.count("](") >= MARKDOWN_LINKS or has_attributes(text) or _TITLED.match(text):
        return True
    return "\n\n##" in text and counts(_MARKED, text, MARKDOWN_HEADINGS)


def has_attributes(text: str) -> bool:
    """Whether a dump is pandoc's Markdown, whose attributes in braces look like code, by the marks of its divs."""
    return text.count(f"\n{FENCE}") >= FENCES


def without_markdown(text: str) -> str:
    """A paragraph of Markdown as a reader sees it; its lines may be joined already.

    >>> without_markdown("## A [word](https://example.org) **here** and _there_")
    'A word here and there'
    """
    if len(text) > LINE_LIMIT:
        return text
    if _RULE.fullmatch(text):
        return ""
    heading = _HEADING.match(text)
    text = _UNDERLINED.sub("", text[heading.end() :] if heading else text)
    if "](" in text:
        text = _MEETING.sub(" ", text)
    text = _without_brackets(text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPE.sub("", text) if "\\" in text else text


def _without_brackets(text: str) -> str:
    """Without links, pictures and spans, those inside others first."""
    for _ in range(NESTED):
        before = text
        if "]{" in text:
            text = _SPAN.sub(r"\1", text)
        if "](" in text:
            text = _LINK.sub(r"\1", _IMAGE.sub(r" \1 ", text) if "![" in text else text)
        if text == before:
            break
    return text


def level_of(text: str) -> int:
    """The heading level of a paragraph of Markdown, 0 where it is none; its lines may be joined already.

    >>> level_of("## Harbour"), level_of("Harbour ======="), level_of("#harbour")
    (2, 1, 0)
    """
    marks = len(text) - len(text.lstrip("#"))
    if marks:
        return marks if text[marks : marks + 1] == " " else 0
    underline = _UNDERLINED.search(text)
    return UNDERLINES.index(underline[0][-1]) + 1 if underline else 0


def is_underline(line: str) -> bool:
    """Whether a line of Markdown makes the one before it a heading."""
    return _UNDERLINE.fullmatch(line) is not None


def counts(pattern: re.Pattern[str], text: str, enough: int) -> bool:
    """Whether a text holds a pattern so many times, looked for no further."""
    return sum(1 for _ in zip(range(enough), pattern.finditer(text), strict=False)) == enough
