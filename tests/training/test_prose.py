"""The words of prose, of bodies made here."""

from __future__ import annotations

import pytest

from newsclean.training.prose import SITES, TIMES, prose_words


def page(site: int, body: str) -> dict[str, str]:
    return {"id": str(site), "url": f"https://site{site}.example/a", "body": body}


@pytest.mark.parametrize(("sites", "known"), [(SITES, True), (SITES - 1, False)])
def test_a_word_is_known_that_many_sites_print_in_lower_case(sites: int, known: bool) -> None:
    pages = [page(n, "The content is new.") for n in range(sites)]
    assert ("content" in prose_words(pages)) is known
    assert "content" not in prose_words([page(0, "The content is new.")] * sites)


@pytest.mark.parametrize(("names", "known"), [(1, True), (2, False)])
def test_a_word_that_is_a_name_elsewhere_is_not(names: int, known: bool) -> None:
    pages = [page(n, "It was of brown wood.") for n in range(TIMES)]
    pages += [page(TIMES + n, "They met Ada Brown there.") for n in range(names)]
    assert ("brown" in prose_words(pages)) is known


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing() -> None:
    pages = [page(n, "The content is new. Content is old.") for n in range(SITES)]
    assert prose_words(pages) == ["content", "new", "old"]
