"""The words that mark a credit, and what a credit looks like."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from newsclean.fields.byline_text import WIDE
from newsclean.fields.patterns import either
from newsclean.lang import LABEL_ENDS, with_english

CREDIT = 160
"""Characters of a credit; the longest of dev have about 120."""
WORDS = 18
"""Words of a credit, for chains such as "Handout/A School Board/A High School/AFP via Getty Images"."""
LOOSE = 8
"""Words of a credit that nothing but its place marks: after "Photo:", or capitalized after the last sentence."""
SMALL = 4
"""Letters of a word that may be lower case inside a name or a credit: "via", "van", "dpa", "for"."""
SHORT_HOUSE = 4
"""Letters of an agency up to which its case counts: "AP" and "dpa" are agencies, "Pa" is a place."""

ENDS = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[가-힣\d)\]\"'”’»]))[.!?…][\"'”’»)]{0,2}(?:\s+|(?=[^\W\d_a-zà-ÿ]))|[\"”»。]\s+|。"
)
"""Ends of sentences; initials and short abbreviations ("J.", "U.S.") end none."""


class Marks(NamedTuple):
    """What marks a credit in one language, English added, since its agencies print everywhere."""

    word: re.Pattern[str]
    """A word such as "Photo:", "Photo by" or "©" that a credit follows."""
    after: re.Pattern[str] | None
    """A name and the word that follows it, in scripts without spaces; of the name, "s" is all that stands behind a
    sentence, "n" its last word."""
    house: re.Pattern[str]
    label: re.Pattern[str]
    """What opens a caption: "Image caption,"."""
    words: frozenset[str]
    """What marks a credit, without its colon."""
    not_credit: frozenset[str]
    """What stands in brackets and is part of the caption: "from left"."""


@cache
def marks_of(code: str) -> Marks:
    """What marks a credit on a page of this language."""
    rows = with_english(code)
    entries = {entry.rstrip(" :：") for row in rows for entry in row.credit}
    houses = {house for row in rows for house in row.houses}
    closing = {e for e in entries if e[-1] >= WIDE}
    label = either({word for row in rows for word in row.caption_label})
    return Marks(
        word=_word_pattern(entries),
        after=re.compile(
            rf"(?:(?<=。)(?P<s>[^、，。.＝=(（)）]{{1,20}}?)|(?:^|[、，＝=(（\s])(?P<n>[^、，。.＝=(（)）\s]{{1,20}}?))"
            rf"\s?(?:{either(closing)})[)）]?$"
        )
        if closing
        else None,
        house=re.compile(rf"(?<![^\W_])(?:{either(houses)})(?![^\W_])", re.IGNORECASE),
        label=re.compile(rf"(?:{label})\s?[{LABEL_ENDS}]\s?", re.IGNORECASE),
        words=frozenset(entries),
        not_credit=frozenset(entry.strip("()") for row in rows for entry in row.caption),
    )


def _word_pattern(entries: set[str]) -> re.Pattern[str]:
    """A word and a colon; the colon may be missing after a sign, a point or a phrase of several words."""
    free = {e for e in entries if " " in e or e.endswith(".") or not e.strip("()").isalpha() or e == "(c)"}
    start = r"(?:^|(?<=[\s.,;!?…|/(\[\"”»–—-]))"
    signs = {e for e in entries if e[-1] in "=/|"}
    colon = rf"(?:{either(entries)})(?:\s?[:：]\s?|\s/\s)|(?:{either(signs)})\s?"
    return re.compile(rf"{start}(?:(?:{colon})|(?:{either(free)})(?:,?\s|(?<=©)))", re.IGNORECASE)


def named_by(found: re.Match[str]) -> str:
    """The name in a match of `Marks.after`."""
    name: str = found["s"] or found["n"]
    return name.strip()


def is_plausible(rest: str, marks: Marks, *, loose: bool = True) -> bool:
    """Whether what follows "Photo:" can be a credit: names, or where `loose` some words that are no sentence."""
    rest = rest.strip(" .()[]")
    parts = ENDS.split(rest)
    if not rest or all(is_name(part, marks) for part in parts if part):
        return bool(rest)
    return loose and len(parts) == 1 and len(rest) <= CREDIT and len(rest.split()) <= LOOSE


def is_name(text: str, marks: Marks) -> bool:
    """Whether all words are capitalized, short or an agency's, as in names and in no sentence."""
    text = text.strip(" .")
    words = re.split(r"[\s/|,;]+", marks.house.sub("X", text))
    if not text or len(text) > CREDIT or len(words) > WORDS or ENDS.search(text):
        return False
    first = words[0].lstrip("(\"'“„«©@")
    return (
        not first[:1].islower() and not text[0].isdigit() and all(len(w) <= SMALL or not w[0].islower() for w in words)
    )


def names_house(text: str, marks: Marks) -> bool:
    """Whether a picture agency is named; a short name counts in the case that agencies use."""
    for found in marks.house.finditer(unicodedata.normalize("NFKC", text)):
        said = found[0]
        if len(said) > SHORT_HOUSE or said.isupper() or (said.islower() and len(said) == 3):
            return True
    return False


def is_agency(text: str, marks: Marks) -> bool:
    """Whether a text is a picture agency and nothing else, in whatever case."""
    return marks.house.fullmatch(text) is not None


def is_chain(text: str, marks: Marks) -> bool:
    """Whether a text without a caption is a credit: an agency alone, or names joined by a stroke or "via"."""
    return is_agency(text.strip(" ."), marks) or "/" in text or "|" in text or " via " in text
