"""Markup as numbers."""

from __future__ import annotations

import numpy as np

from newsclean.document import Block, Markup
from newsclean.label.marked import MARKUP, PLACE, marked


def ones(m: Markup) -> set[str]:
    numbers = marked([Block(0, 1, "a", markup=m)])
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
    numbers = marked([Block(0, 1, "a", markup=deep), Block(1, 2, "b"), Block(2, 3, "c", markup=Markup("h1"))])
    assert numbers is not None
    assert numbers[:, PLACE["markup"]].tolist() == [1.0, 0.0, 1.0]
    assert numbers[:, PLACE["link_share"]].tolist() == [0.25, 0.0, 0.0]
    assert numbers[:, PLACE["depth"]].tolist() == [1.0, 0.0, 0.0]
    assert numbers[:, PLACE["tag_h1"]].tolist() == [0.0, 0.0, 1.0]


def test_plain_text_has_no_markup() -> None:
    assert marked([]) is None
    assert marked([Block(0, 1, "a")]) is None
