"""Telling which language a text is in: by its script first, then by the share of each row's stopwords."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from string import ascii_letters

from newsclean.lang import UNKNOWN, codes, stopwords

MAX_WORDS = 500
"""Of a Latin text. Shares of stopwords settle within a few hundred words; more only costs time."""
MAX_SAMPLE = 6000
"""Characters that hold so many words, generously."""
MAX_LINE = 1000
"""Of one line: scripts and lists of links can be far longer than a paragraph."""
MAX_LETTERS = 1500
"""Characters that tell the script."""
MIN_LETTERS = 12
"""Letters that a text must have to be told by script: a name in a menu ("日本語") has fewer."""
MIN_SCORE = 3.0
"""Stopwords that a Latin text must hold, one shared by n languages counting 1/n: names ("De la Mora") hold fewer."""
MIN_SHARE = 0.06
"""Of the words, counted so. Measured on the dev pages: 0.06 to 0.27 in articles of the 13 Latin languages among them,
below 0.055 in languages without a row (Zulu, Xhosa) and in lists of links."""
PROSE_SHARE = 0.12
"""The same of the lines with most words, where the longest tell nothing. Of 388 dumps of three kinds full of marks
those with prose have 0.14 to 0.5, all others below 0.12."""
OWN_SHARE = 0.16
"""Share from which a text contradicts a declared language without a row, with which it may share many words: about
what Danish and Norwegian have in their own rows, while they have 0.11 in each other's."""
MARGIN = 1.2
"""A language is tied with the best one when the best has less than this many times its score. Danish and Norwegian
pages have 1.4 times the score in their own row."""

_SCRIPTS = {
    "kana": "\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d",
    "hangul": "\uac00-\ud7a3\u1100-\u11ff",
    "han": "\u4e00-\u9fff\u3400-\u4dbf",
    "hebrew": "\u05d0-\u05ea",
    "arabic": "\u0621-\u064a\u066e-\u06d3",
    "bengali": "\u0985-\u09b9\u09dc-\u09df\u09f0\u09f1",
    "thai": "\u0e01-\u0e2e",
    "devanagari": "\u0904-\u0939\u0958-\u0961",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u052f",
    "latin": "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "other": "\u0530-\u058f\u0a00-\u0dff\u0e80-\u10ff\u1200-\u139f\u1780-\u17ff",
}
_ASCII_LETTERS = ascii_letters.encode()
_DENSE = {"kana": 3, "hangul": 3, "han": 3}
"""A letter of these says what about three letters of an alphabet do."""

_ONE_LANGUAGE = {
    "kana": "ja",
    "han": "zh",
    "hangul": "ko",
    "hebrew": "he",
    "greek": "el",
    "arabic": "ar",
    "devanagari": "hi",
    "bengali": "bn",
    "thai": "th",
}
_FOREIGN = {
    "arabic": "ےہٹڈڑںڕڵۆێەښځټډړۇۈې",  # Urdu, Kurdish, Pashto, Uyghur
    "bengali": "ৰৱ",  # Assamese
    "devanagari": "ळ",  # Marathi
    "cyrillic": "јљњћђџѓќәғқңөұүһўҷ",  # Serbian, Macedonian, Kazakh, Belarusian, Tajik and others
}
FOREIGN_SHARE = 0.005
"""Share of such letters from which the script's language is not the one that has a row. The rarest of them, Marathi's,
is about one letter in a hundred; in quoted names they are far fewer."""

_LETTERS = {
    "cyrillic": {"ru": "ыэё", "uk": "іїєґ", "bg": "ъ"},
    "arabic": {"fa": "پچژگکی"},
}
"""Of scripts that several rows are in, the letters by which each is told: that of which a text holds most,
the first of two with as many: Russian has the Bulgarian one, too, but seldom."""
_ALIASES = {"iw": "he", "in": "id", "nb": "no", "nn": "no", "cmn": "zh"}
_NO_LANGUAGE = frozenset({UNKNOWN, "mul", "zxx", "mis"})
_WORD = re.compile(  # not the parts of addresses and file names, which are full of single letters
    r"(?<!\S)[\"'’ʼ“„«(¿¡]?([a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]+)(?![^\s.,;:!?…)\"'’”“»])"
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def tell(text: str, declared: str | None = None) -> str:
    """BCP 47 primary tag of the language of `text`: one that has a row, or `UNKNOWN`.

    `declared` is what the page says of itself ("de-AT"). It breaks ties and stands for texts too short to tell; a
    declared language without a row stands unless the text is clearly in one that has a row.

    >>> tell("The council said on Monday that it will not be able to open the bridge before the end of the year.")
    'en'
    >>> tell("OK", "de-AT")
    'de'
    """
    wanted = _primary(declared)
    lines = text.splitlines()
    told = _of_sample(_first(sorted(lines, key=len, reverse=True)), wanted, MIN_SHARE)
    if told != UNKNOWN or len(text) <= MAX_LINE:
        return told
    pieces = [line[at : at + MAX_LINE] for line in lines for at in range(0, len(line), MAX_LINE)]
    return _of_sample(_first(sorted(pieces, key=_spoken, reverse=True)), wanted, PROSE_SHARE)


def _of_sample(lines: str, wanted: str | None, least: float) -> str:
    """As `tell`, of a part of the text, in which stopwords must have a share of `least` at least."""
    sample = unicodedata.normalize("NFC", lines)
    script = _script(sample)
    if script is None:
        return wanted or UNKNOWN
    if script == "latin":
        return _by_words(sample, wanted, least)
    told = _by_letters(sample, script)
    if told in codes():
        return told
    return wanted if wanted and wanted not in codes() else UNKNOWN


def _primary(declared: str | None) -> str | None:
    """The primary subtag of a declared language; None when it names no language."""
    match = _TAG.match((declared or "").strip())
    if match is None:
        return None
    tag = match[0].lower()
    tag = _ALIASES.get(tag, tag)
    return None if tag in _NO_LANGUAGE else tag


def _spoken(line: str) -> int:
    """Words of letters alone: the longest lines of what pandoc writes are addresses, attributes and pictures."""
    return sum(map(str.isalpha, line.split()))


def _first(found: Iterable[str]) -> str:
    """The first of these lines, up to what is looked at. The longest are prose, menus are short."""
    budget = MAX_SAMPLE
    lines: list[str] = []
    for line in found:
        lines.append(line[:MAX_LINE])
        budget -= len(lines[-1])
        if budget <= 0:
            break
    return "\n".join(lines)


def _script(sample: str) -> str | None:
    """The script of most letters; han and kana together are "kana" or "han". None when there are too few letters."""
    if sample.isascii():
        return "latin"
    head = sample[:MAX_LETTERS]
    if _is_mostly(_ascii_letters(head), head) or _is_mostly(_count("latin", head), head):
        return "latin"
    letters = {name: count for name in _SCRIPTS if (count := _count(name, head))}
    if sum(count * _DENSE.get(name, 1) for name, count in letters.items()) < MIN_LETTERS:
        return None
    kana = letters.pop("kana", 0)
    letters["han"] = letters.get("han", 0) + kana
    main = max(letters, key=lambda name: letters[name] * _DENSE.get(name, 1))
    # Japanese is half kana; a Chinese page that quotes a Japanese name has a few.
    return "kana" if main == "han" and kana > letters["han"] / 10 else main


def _is_mostly(letters: int, head: str) -> bool:
    """Whether a text holds so many letters of an alphabet that it cannot hold more of another script."""
    return letters >= MIN_LETTERS and letters >= (len(head) - letters) * max(_DENSE.values())


def _ascii_letters(text: str) -> int:
    plain = text.encode("ascii", "ignore")
    return len(plain) - len(plain.translate(None, _ASCII_LETTERS))


def _count(script: str, text: str) -> int:
    """How many letters of a script a text holds."""
    return sum(map(len, re.findall(f"[{_SCRIPTS[script]}]+", text)))


def _by_letters(sample: str, script: str) -> str:
    """The language that has a row and writes in `script`, unless its letters are those of another one."""
    letters = Counter(sample[:MAX_LETTERS].lower())
    total = _count(script, sample[:MAX_LETTERS].lower())
    foreign = sum(letters[char] for char in _FOREIGN.get(script, ""))
    if foreign > total * FOREIGN_SHARE:
        return UNKNOWN
    otherwise = _ONE_LANGUAGE.get(script, UNKNOWN)
    own = {code: sum(letters[char] for char in marks) for code, marks in _LETTERS.get(script, {}).items()}
    best = max(own, key=own.__getitem__, default="")
    least = 0 if otherwise == UNKNOWN else total * FOREIGN_SHARE  # quoted names hold a few
    return best if own.get(best, 0) > least else otherwise


def _by_words(sample: str, wanted: str | None, least: float) -> str:
    """The row with the greatest share of stopwords among the words of `sample`."""
    words: list[str] = []
    for line in sample.split("\n"):
        words += _WORD.findall(line.lower())
        if len(words) >= MAX_WORDS:
            break
    del words[MAX_WORDS:]
    scores: defaultdict[str, float] = defaultdict(float)
    rows = _rows_by_word()
    for word, count in Counter(filter(rows.__contains__, words)).items():
        holders = rows[word]
        part = count / len(holders)
        for code in holders:
            scores[code] += part
    best = max(scores, key=scores.__getitem__, default=UNKNOWN)
    score = scores[best]
    if score < max(MIN_SCORE, len(words) * least):
        return wanted or UNKNOWN
    if wanted is None or wanted in codes():
        return wanted if wanted and scores.get(wanted, 0.0) * MARGIN > score else best
    return best if score >= len(words) * OWN_SHARE else wanted


@cache
def _rows_by_word() -> dict[str, tuple[str, ...]]:
    """Which rows hold a stopword."""
    rows: dict[str, list[str]] = {}
    for code in codes():
        for word in stopwords(code):
            rows.setdefault(word, []).append(code)
    return {word: tuple(holders) for word, holders in rows.items()}
