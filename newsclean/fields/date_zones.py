"""Abbreviations of time zones, and where each is sure enough to give an offset.

How to add a zone: a row of its folded word, its offset in minutes (None where the word alone does not settle it) and
the languages in which it has that meaning (empty: in all). "IST" is Indian, Irish and Israeli time; "CST" is American,
Chinese and Cuban; "EST" in Portuguese text may be anything: those give an offset only where the language settles it.
"""

from __future__ import annotations

Zone = tuple[int | None, frozenset[str]]

ANYWHERE: frozenset[str] = frozenset()
ENGLISH = frozenset({"en"})

ZONES: dict[str, Zone] = {
    "z": (0, ANYWHERE),
    "greenwich mean time": (0, ANYWHERE),
    "coordinated universal time": (0, ANYWHERE),
    "eastern standard time": (-300, ENGLISH),
    "eastern daylight time": (-240, ENGLISH),
    "pacific standard time": (-480, ENGLISH),
    "pacific daylight time": (-420, ENGLISH),
    "central european time": (60, ANYWHERE),
    "central european summer time": (120, ANYWHERE),
    "eastern time": (None, ENGLISH),
    "central time": (None, ENGLISH),
    "mountain time": (None, ENGLISH),
    "pacific time": (None, ENGLISH),
    "utc": (0, ANYWHERE),
    "gmt": (0, ANYWHERE),
    "wet": (0, ANYWHERE),
    "west": (60, ANYWHERE),
    "cet": (60, ANYWHERE),
    "mez": (60, ANYWHERE),
    "cest": (120, ANYWHERE),
    "mesz": (120, ANYWHERE),
    "eet": (120, ANYWHERE),
    "eest": (180, ANYWHERE),
    "msk": (180, ANYWHERE),
    "мск": (180, ANYWHERE),
    "jst": (540, ANYWHERE),
    "kst": (540, ANYWHERE),
    "wib": (420, frozenset({"id"})),
    "wita": (480, frozenset({"id"})),
    "ist": (330, frozenset({"hi"})),
    "brt": (-180, frozenset({"pt"})),
    "bst": (60, ENGLISH),
    "est": (-300, ENGLISH),
    "edt": (-240, ENGLISH),
    "pst": (-480, ENGLISH),
    "pdt": (-420, ENGLISH),
    "aest": (600, ENGLISH),
    "aedt": (660, ENGLISH),
    "nzst": (720, ENGLISH),
    "nzdt": (780, ENGLISH),
    "sast": (120, ENGLISH),
    "pkt": (300, ENGLISH),
    "cst": (None, ENGLISH),
    "cdt": (None, ENGLISH),
    "mst": (None, ENGLISH),
    "mdt": (None, ENGLISH),
    "et": (None, ENGLISH),
    "ct": (None, ENGLISH),
    "mt": (None, ENGLISH),
    "pt": (None, ENGLISH),
}

LARGEST = 14 * 60
"""Minutes from UTC of the farthest zone (Line Islands)."""


def offset_of(word: str, language: str) -> int | None:
    """Minutes east of UTC that a folded abbreviation means in a language, where that is sure.

    >>> offset_of("edt", "en"), offset_of("edt", "pt"), offset_of("utc", "pt")
    (-240, None, 0)
    """
    offset, languages = ZONES.get(word, (None, ANYWHERE))
    return offset if not languages or language in languages else None
