"""Dumps into which a ticker was put: what the second net learns from live feeds, which the pages of dev hardly show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator

from newsclean.document import Dump, Role, Source
from newsclean.label.model import LATER
from newsclean.lang import Language, load
from newsclean.lang.tell import tell
from newsclean.segment import segment
from newsclean.training.pages import gold_of, kinds_of, numbers_in, site_of, text_of
from newsclean.training.silver import WEIGHT
from newsclean.training.splice import LEAST, Lesson, place_of

DUMPS = 400
"""Dumps of each kind that get a ticker."""
ITEMS = range(3, 9)
TITLE = range(20, 110)
"""Characters of the headline of an item."""
HEADED = 0.5
"""Share of tickers under a heading of their own."""
TOLD = 0.5
"""Share of tickers whose items have a text under their headline."""
SPACED = 0.5
"""Share of tickers with blank lines between their lines."""
GONE = 0.4
"""Share of tickers that say how long ago an item was written."""
CLOCKS = ("{h:02}:{m:02}", "{h}:{m:02}", "{h:02}.{m:02}", "{t}:{m:02} PM", "{h:02}h{m:02}", "{n} min")
"""How others print its time: hour, the same of twelve, minute; or minutes that have gone by."""
PLACES = ("{time}\n{title}", "{title}\n{time}", "{time} {title}", "{time} - {title}", "{time} | {title}")
"""How time and headline of an item may stand together."""
SENTENCE = re.compile(r"(?<=[.!?。！？])\s*")

LIVE_FEED = LATER.index(Role.LIVE_FEED)
OPENS, BEGINS = LATER.index("opens"), LATER.index("begins")


def tickered(folder: Path, seed: int = 0) -> Iterator[Lesson]:
    """Dumps of a folder, of each of its kinds without markup, with news of another site among their lines."""
    chance = np.random.default_rng(seed)
    gold = sorted((g for g in gold_of(folder) if len(g["body"]) >= LEAST), key=place_of)
    languages = [tell(page["body"]) for page in gold]
    alike = {code: [page for page, own in zip(gold, languages, strict=True) if own == code] for code in set(languages)}
    for kind in kinds_of(folder):
        for i in chance.integers(len(gold), size=DUMPS).tolist():
            others = alike[languages[i]]
            other = others[int(chance.integers(len(others)))]
            text = text_of(folder, kind, gold[i]["id"])
            ticker = _ticker(other, load(languages[i]), chance)
            if text and ticker and site_of(other) != site_of(gold[i]):
                yield _lesson(kind, (gold[i], other), _put(text, ticker, chance))


def _ticker(page: dict[str, Any], row: Language, chance: Generator) -> str | None:
    """News made of the paragraphs of a page, the latest first."""
    told = [[part for part in SENTENCE.split(line) if part] for line in page["body"].splitlines()]
    told = [parts for parts in told if parts and len(parts[0]) in TITLE]
    many = int(chance.choice(ITEMS))
    if len(told) < many:
        return None
    ago = _ago(row)
    clock, place = str(chance.choice(ago if ago and chance.random() < GONE else CLOCKS)), str(chance.choice(PLACES))
    longer, between = chance.random() < TOLD, "\n\n" if chance.random() < SPACED else "\n"
    minutes = int(chance.integers(24 * 60))
    headings = row.furniture["live_feed"] if chance.random() < HEADED else ()
    lines = [str(chance.choice(headings)).capitalize()] if headings else []
    for n, (title, *rest) in enumerate(told[:many], 1):
        minutes = (minutes - int(chance.integers(1, 90))) % (24 * 60)
        hour, minute = divmod(minutes, 60)
        time = clock.format(h=hour, m=minute, t=hour % 12 or 12, n=n * 5)
        lines += place.format(time=time, title=title.rstrip(".")).splitlines()
        lines += [" ".join(rest)] if rest and longer else []
    return between.join(lines)


def _ago(row: Language) -> list[str]:
    """How the language says that minutes or hours have gone by, with a place for their number."""
    date = row.date
    return [
        " ".join((*date.relative_before[:1], "{n}", unit, *date.relative_after[:1])) for unit in date.relative_units
    ]


def _put(text: str, ticker: str, chance: Generator) -> tuple[str, int, int]:
    """The text with the ticker between two of its lines, and where it stands there."""
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: int(chance.integers(len(lines) + 1))])
    above = before.rstrip("\n") + "\n\n" if before.strip() else ""
    return f"{above}{ticker}\n\n{text[len(before) :]}", len(above), len(above) + len(ticker)


def _lesson(kind: str, pages: Sequence[dict[str, Any]], put: tuple[str, int, int]) -> Lesson:
    """What the blocks of the ticker are, and that all others are of none; it opens no article."""
    text, start, end = put
    cut = segment(Dump(Source("-"), text))
    truth, trust = np.zeros((2, len(cut.blocks), len(LATER)), np.float32)
    truth[[start <= block.start + len(block.text) // 2 < end for block in cut.blocks], LIVE_FEED] = 1
    trust[:, LIVE_FEED] = WEIGHT / len(cut.blocks)
    trust[:, [OPENS, BEGINS]] = 1
    return Lesson(kind, tuple(map(site_of, pages)), numbers_in(cut), truth, trust)
