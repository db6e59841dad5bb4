"""Which words a field came from."""

from __future__ import annotations

from newsclean.document import Block, Dump, Found, LabelledPage, Page, Source
from newsclean.record import Author, Timestamp
from newsclean.view.origins import Span, origins


def page(*texts: str) -> LabelledPage:
    blocks = tuple(Block(0, 0, text, line) for line, text in enumerate(texts, 1))
    return LabelledPage(Page(Dump(Source("-"), ""), "", blocks), ())


def test_words_of_a_value_are_found_in_its_lines() -> None:
    authors = (Author(name="Ana Pell", type="person", role="Editor"), Author(name="Jo Venn", type="person"))
    found = {"authors": Found(authors, 0.9, (1, 0))}
    assert origins(page("By Jo Venn", "Ana Pell, Editor person"), found) == {
        "authors": (Span(0, 3, 10), Span(1, 0, 8), Span(1, 10, 16))
    }


def test_what_meets_is_one_stretch() -> None:
    found = {"tags": Found(("pier", "piers", "ferry"), 0.9, (0,))}
    assert origins(page("Tags: piers,ferry"), found)["tags"] == (Span(0, 6, 11), Span(0, 12, 17))


def test_a_line_without_the_words_is_meant_as_a_whole() -> None:
    found = {"headline": Found("Ferry opens", 0.9, (0,)), "access": Found("paywalled", 0.9, (1,))}
    assert origins(page("FERRY OPENS", "Subscribe to read on"), found) == {
        "headline": (Span(0, 0, 11),),
        "access": (Span(1, 0, 20),),
    }


def test_of_times_it_is_what_is_printed() -> None:
    time = Timestamp(value="2024-09-21", raw="21 Sept 2024", precision="day")
    assert origins(page("On 21 Sept 2024 in print"), {"published": Found(time, 0.9, (0,))}) == {
        "published": (Span(0, 3, 15),)
    }


def test_a_number_is_the_last_that_stands_by_itself() -> None:
    found = {"reading_time_minutes": Found(3, 0.9, (0,))}
    line = "3 March 2025, 4:33 PM 3 min read, 13 comments"
    assert origins(page(line), found)["reading_time_minutes"] == (Span(0, 22, 23),)


def test_the_body_is_whole_lines_and_metadata_none() -> None:
    found = {"body": Found("a\n\nb", 0.9, (0, 2)), "url": Found("https://pier.test/", 0.9), "kicker": None}
    assert origins(page("xa", "y", "b"), found) == {"body": (Span(0, 0, 2), Span(2, 0, 1))}
