"""Invented articles, told as text and as HTML: hypothesis makes them of parts, so that what is right is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

FIRST = ("Ada", "Maren", "Sol", "Tilda", "Iven", "Nora")
LAST = ("Ostrick", "Venn", "Quill", "Pole", "Varga", "Hale")
HEADLINES = (
    "Council backs plan to reopen the river ferry after nine years",
    "Harbour board closes the swing bridge for eleven weeks",
    "Observatory sells its oldest telescope to a school",
    "Rain ends the longest drought that the valley has known",
)
SENTENCES = (
    "The town council of Larkmoor voted on Monday to bring back the river ferry.",
    "Eleven of the fifteen members were in favour, and two were absent from the session.",
    "The ferry will link the old harbour with the northern suburbs and carry up to sixty passengers.",
    "The mayor said that the first boat would sail in the spring, once the stages have been repaired.",
    "Opponents warned that the yearly cost had been worked out before fuel became dearer.",
    "The treasurer said that the figure includes a reserve, and that fares would cover a third of it.",
    "The harbour master expects repairs to begin in January, if the ice allows it.",
    "Residents may comment on the timetable until the end of October, when the council meets again.",
    '"People have asked for this in every meeting since the bridge was narrowed," she told the council.',
    "The last boat was sold to a museum nine years ago, and its crew found work on the dredgers.",
)
CAPTIONS = (
    "The old ferry at its quay in the year of its last crossing.",
    "Workers inspect the landing stages at low tide.",
)


@dataclass(frozen=True)
class Told:
    """What an article says."""

    headline: str
    authors: tuple[str, ...]
    day: dt.date
    paragraphs: tuple[str, ...]
    captions: tuple[tuple[str, str], ...]
    """What each picture shows, and who made it."""

    def text(self) -> str:
        """As a dump without markup."""
        shown = [f"{caption} (Photo by {maker}/Example Wire)" for caption, maker in self.captions]
        return "\n\n".join((self.headline, self._byline(), self._date(), *shown, *self.paragraphs)) + "\n"

    def html(self) -> str:
        """As a page."""
        figures = "".join(
            f"<figure><img src='/{n}.jpg'><figcaption>{caption} (Photo by {maker}/Example Wire)</figcaption></figure>"
            for n, (caption, maker) in enumerate(self.captions)
        )
        prose = "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        top = f"<h1>{self.headline}</h1><p class='byline'>{self._byline()}</p><p><time>{self._date()}</time></p>"
        return f"<!doctype html><html lang=en><body><article>{top}{figures}{prose}</article></body></html>"

    def _byline(self) -> str:
        return f"By {' and '.join(self.authors)}"

    def _date(self) -> str:
        return f"{self.day:%B} {self.day.day}, {self.day.year}"


NAMES = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
ARTICLES = st.builds(
    Told,
    headline=st.sampled_from(HEADLINES),
    authors=st.lists(NAMES, min_size=1, max_size=2, unique=True).map(tuple),
    day=st.dates(dt.date(1995, 1, 1), dt.date(2026, 1, 1)),
    paragraphs=st.permutations(SENTENCES).flatmap(
        lambda said: st.integers(3, 5).map(lambda n: tuple(" ".join(said[i : i + 2]) for i in range(0, 2 * n, 2)))
    ),
    captions=st.lists(st.tuples(st.sampled_from(CAPTIONS), NAMES), max_size=2, unique_by=lambda one: one[0]).map(tuple),
)
