"""Markup as numbers."""

from __future__ import annotations

import numpy as np

from newsclean.document import Block, Markup
from newsclean.label.marked import COMPANY, MARKUP, PLACE, marked


def ones(m: Markup) -> set[str]:
    numbers = marked([Block(0, 1, "a", markup=m)], np.zeros(1))
    assert numbers is not None
    return {MARKUP[i] for i in np.flatnonzero(numbers[0] == 1.0)}


def test_columns_of_a_block() -> None:
    m = Markup(
        "li",
        path=("ul", "nav", "x-box"),
        tokens=frozenset({"title", "zebra"}),
        path_tokens=frozenset({"menu"}),
        itemprop="articleBody",
        hidden=True,
    )
    assert ones(m) == {
        *("markup", "tag_li", "in_ul", "in_nav", "token_title", "token_menu", "own_title", "hidden", "article_body"),
    }


def test_links_from_half_of_the_text_on() -> None:
    assert "links_mostly" not in ones(Markup("p", link_share=0.5))
    assert "links_mostly" in ones(Markup("p", link_share=0.501))


def test_each_block_has_its_own_row() -> None:
    deep = Markup("p", path=("div",) * 40, link_share=0.25)
    numbers = marked(
        [Block(0, 1, "a", markup=deep), Block(1, 2, "b"), Block(2, 3, "c", markup=Markup("h1"))], np.zeros(3)
    )
    assert numbers is not None
    assert numbers[:, PLACE["markup"]].tolist() == [1.0, 0.0, 1.0]
    assert numbers[:, PLACE["link_share"]].tolist() == [0.25, 0.0, 0.0]
    assert numbers[:, PLACE["depth"]].tolist() == [1.0, 0.0, 0.0]
    assert numbers[:, PLACE["tag_h1"]].tolist() == [0.0, 0.0, 1.0]


def test_plain_text_has_no_markup() -> None:
    assert marked([], np.zeros(0)) is None
    assert marked([Block(0, 1, "a")], np.zeros(1)) is None


def test_the_company_of_a_block_is_the_prose_of_others_in_the_same_elements() -> None:
    body, aside = (7, 3), (8, 3)
    places = [("p", (10, *body)), ("p", (11, *body)), ("li", (12, *aside)), ("p", (13, *aside)), ("p", (7, 3))]
    blocks = [Block(i, i + 1, "a", markup=Markup(tag, container=chain)) for i, (tag, chain) in enumerate(places)]
    numbers = marked([*blocks, Block(5, 6, "b")], np.array([100.0, 300.0, 0.0, 50.0, 0.0, 0.0]))
    assert numbers is not None
    beside, near, beyond, like = numbers[:, -len(COMPANY) :].T.round(3).tolist()
    assert beside == [0, 0, 0, 0, 0, 0]
    assert near == [0.75, 0.25, 0.125, 0, 0, 0]
    assert beyond == [0.778, 0.333, 1, 0.889, 0, 0]
    assert like == [0.778, 0.333, 0, 0.889, 1, 0]
