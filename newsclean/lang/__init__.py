"""Words of each language, one TOML a language, and telling which language a text is in.

How to add a language: copy `en.toml` to `<code>.toml` and translate it. Nothing else needs to change.

All words are lower case. A month or weekday is one string of its forms, separated by spaces, the full one first; a
form that holds a space writes it as "_" ("tháng_1"). `months` has twelve, `weekdays` seven, from Monday. Inflected
forms count as forms ("stycznia styczeń sty"), as does the form without a trailing point ("sept" for "Sept.").
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

UNKNOWN = "und"

LABEL_ENDS = ",:،：，"
"""What may stand behind the label of a caption."""
_Table = dict[str, Any]
_PLACES = {
    # Fields of Language that are words of a language and neutral ones, and the table and the key of their file.
    "by": ("byline", "by"),
    "joining": ("byline", "and"),
    "desk": ("byline", "desk"),
    "role": ("byline", "role"),
    "titles": ("byline", "titles"),
    "suffixes": ("byline", "suffixes"),
    "generations": ("byline", "generations"),
    "credit": ("credit", "words"),
    "houses": ("credit", "houses"),
    "caption": ("credit", "caption"),
    "credit_after": ("credit", "after"),
    "caption_label": ("credit", "label"),
    "reading": ("reading", "minutes"),
    "paywalled": ("access", "paywalled"),
    "metered": ("access", "metered"),
    "wall": ("access", "wall"),
    "kicker": ("labels", "kicker"),
    "tags": ("labels", "tags"),
    "outlets": ("names", "outlets"),
    "others": ("names", "others"),
}
_SETS = ("particles", "nobody", "towns", "places")
"""Fields that are sets, of the same names in the table of names."""
_WHOLE = ("furniture", "head", "export")
"""Fields that are a table of their file."""


class DateWords(NamedTuple):
    """The words that dates are made of, and those that stand beside them."""

    months: tuple[tuple[str, ...], ...]
    """Twelve tuples of forms."""
    weekdays: tuple[tuple[str, ...], ...]
    """Seven tuples of forms, from Monday."""
    am: tuple[str, ...]
    pm: tuple[str, ...]
    joiners: tuple[str, ...]
    """Words that may stand inside a date: "at", "of", "de", "Uhr", "a las"."""
    published: tuple[str, ...]
    """Words before or after a first publication date."""
    updated: tuple[str, ...]
    """Words before or after a date of change."""
    relative_words: tuple[str, ...]
    """Whole relative times without a number: "yesterday"."""
    relative_units: tuple[str, ...]
    relative_before: tuple[str, ...]
    """What stands before number and unit: German "vor"."""
    relative_after: tuple[str, ...]
    """What stands after them: English "ago"."""
    marks: tuple[tuple[str, ...], ...]
    """What stands behind the number of a year, month, day, hour, minute, second: "年", "h" in "17h59"."""
    era: int
    """Years that are counted more than in the common era, beside which it is printed: 543 where 2567 is 2024."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The row of one language; what is neutral is already added to it. Compared by identity: each is loaded once."""

    code: str
    day_first: bool
    stopwords: frozenset[str]
    date: DateWords
    by: tuple[str, ...]
    """What opens a byline: "by", "von", "Text:"."""
    joining: tuple[str, ...]
    """What stands between two names: "and", "y"."""
    desk: tuple[str, ...]
    """Words that make a name an organization: "desk", "Redaktion", and agencies."""
    role: tuple[str, ...]
    """Words that make a phrase a role: "correspondent"."""
    titles: tuple[str, ...]
    """Before a name: "Dr"."""
    suffixes: tuple[str, ...]
    """After a name: "Jr", "MD"."""
    generations: tuple[str, ...]
    """What tells a father from his son, at the end of a name: it is part of it, as a degree is not."""
    credit: tuple[str, ...]
    """What opens or marks a credit: "photo by", "Foto", "©"."""
    houses: tuple[str, ...]
    """Picture agencies: "getty images"."""
    caption: tuple[str, ...]
    """What a caption says and prose does not: "(from left)"."""
    credit_after: tuple[str, ...]
    """What stands behind the name, in scripts without spaces: "撮影"."""
    caption_label: tuple[str, ...]
    """What opens a caption: "image caption"."""
    reading: tuple[str, ...]
    """What stands beside the minutes of a reading time: "min read"."""
    furniture: dict[str, tuple[str, ...]]
    """Phrases by the role that they mark: promo, form, legal, social, navigation, related, comment, live_feed,
    biography, audio."""
    paywalled: tuple[str, ...]
    metered: tuple[str, ...]
    wall: tuple[str, ...]
    """Words of a page that asks for consent or for a proof that a reader is human, in place of its article."""
    kicker: tuple[str, ...]
    tags: tuple[str, ...]
    """What opens a list of topics: "filed under"."""
    particles: frozenset[str]
    """Parts of names that are printed in lower case: "von", "bin"."""
    outlets: tuple[str, ...]
    """Words that make a name that of a house, not a person: "news", "university"."""
    nobody: frozenset[str]
    """What stands for no author: accounts ("admin"), picture agencies, and where it ends what a Chinese paper says of a
    place, that it reports from there ("報導")."""
    others: tuple[str, ...]
    """What opens, inside a byline, the names of those who did not write: "edited by"."""
    towns: frozenset[str]
    """First words of places: "new", "santa"."""
    places: frozenset[str]
    """Places of several words that read as names: "buenos aires"."""
    head: dict[str, tuple[str, ...]]
    """Labels of a head over a text, by what they state: the title, the address, the text itself."""
    export: dict[str, tuple[str, ...]]
    """Lines of an export of a press database: what ends an article, labels of titles, labels that go, and those that go
    with all that they stand before."""


@cache
def codes() -> tuple[str, ...]:
    """Codes of the languages that have a row, sorted."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(f.name[:-5] for f in files if f.name.endswith(".toml") and f.name != "neutral.toml"))


@cache
def load(code: str) -> Language:
    """The row of a language; an unknown code gives the neutral row.

    >>> load("en").by[0]
    'by'
    >>> load("xx").code
    'und'
    """
    neutral = _read("neutral")
    own = _read(code) if code in codes() else neutral
    return _language(own, neutral)


def with_english(code: str) -> tuple[Language, ...]:
    """The row of a language and that of English, which stands on pages of every language; one for English itself.

    >>> [row.code for row in with_english("de")], [row.code for row in with_english("en")]
    (['de', 'en'], ['en'])
    """
    return tuple(load(each) for each in dict.fromkeys((code, "en")))


@cache
def month_names(code: str) -> frozenset[str]:
    """The forms of the months in a language, without the points behind them.

    >>> "sept" in month_names("en")
    True
    """
    return frozenset(form.rstrip(".") for forms in load(code).date.months for form in forms)


@cache
def prose() -> frozenset[str]:
    """Words of three letters or more, in any language, that prose prints in lower case and that are no names.

    >>> "content" in prose(), "smith" in prose()
    (True, False)
    """
    return frozenset(resources.files(__package__).joinpath("prose.txt").read_text("utf-8").split())


@cache
def stopwords(code: str) -> frozenset[str]:
    """The commonest words of a language, without the rest of its row: to tell a language takes them of every one."""
    above, _, _ = _text(code).partition("\n[")  # the first table
    words: str = tomllib.loads(above)["stopwords"]
    return frozenset(words.split())


@cache
def _read(name: str) -> _Table:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8")


def _language(own: _Table, neutral: _Table) -> Language:
    def words(table: str, key: str) -> tuple[str, ...]:
        return _both(own.get(table, {}), neutral[table], key)

    found: dict[str, Any] = {name: words(*place) for name, place in _PLACES.items()}
    found |= {name: frozenset(words("names", name)) for name in _SETS}
    found |= {table: {key: words(table, key) for key in neutral[table]} for table in _WHOLE}
    return Language(
        code=own["code"],
        day_first=own["day_first"],
        stopwords=frozenset(own["stopwords"].split()),
        date=_date_words(own["date"], neutral["date"]),
        **found,
    )


def _date_words(own: _Table, neutral: _Table) -> DateWords:
    def forms(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(f.replace("_", " ") for f in entry.split()) for entry in own[key])

    marks = own.get("marks", {})
    return DateWords(
        months=forms("months"),
        weekdays=forms("weekdays"),
        **{key: _both(own, neutral, key) for key in ("am", "pm", "joiners", "published", "updated")},
        **{f"relative_{key}": tuple(own["relative"][key]) for key in ("words", "units", "before", "after")},
        marks=tuple(
            _both(marks, neutral["marks"], unit) for unit in ("year", "month", "day", "hour", "minute", "second")
        ),
        era=own.get("era", 0),
    )


def _both(own: _Table, neutral: _Table, key: str) -> tuple[str, ...]:
    """The words of a language and the neutral ones, each once."""
    return tuple(dict.fromkeys((*own.get(key, ()), *neutral.get(key, ()))))
