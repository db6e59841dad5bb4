"""What markup says for certain."""

from __future__ import annotations

import pytest

from newsclean.document import Markup
from newsclean.label.certain import CAPTION, LINE, certain


def reason(m: Markup | None, size: float = 50.0) -> str | None:
    row = certain(m, size)
    return row.reason if row else None


@pytest.mark.parametrize(
    ("m", "expected"),
    [
        (None, None),
        (Markup("p"), None),
        (Markup("p", hidden=True, path=("figcaption",)), "hidden"),
        (Markup("span", path=("figure",), tokens=frozenset({"credit"})), "credit-class"),
        (Markup("span", tokens=frozenset({"credit"})), None),
        (Markup("p", path=("div", "figure"), tokens=frozenset({"caption"})), "caption-class"),
        (Markup("p", path=("div",), tokens=frozenset({"caption"})), None),
        (Markup("p", path=("figcaption", "figure")), "figcaption"),
        (Markup("li", path=("ul", "nav", "footer")), "navigation"),
        (Markup("p", path_tokens=frozenset({"comments", "list"})), "comment-thread"),
        (Markup("time"), "time-element"),
        (Markup("p", author_links=("Ada Pole",)), "author-link"),
        (Markup("p", path=("footer",)), "footer"),
    ],
)
def test_the_first_rule_that_holds_decides(m: Markup | None, expected: str | None) -> None:
    assert reason(m) == expected


def test_sizes_bound_rules_on_both_sides() -> None:
    caption = Markup("figcaption")
    assert reason(caption, CAPTION - 1) == "figcaption"
    assert reason(caption, CAPTION) is None
    byline = Markup("p", path=("footer",), tokens=frozenset({"byline"}))
    assert reason(byline, LINE - 1) == "byline-class"
    assert reason(byline, LINE) == "footer"
