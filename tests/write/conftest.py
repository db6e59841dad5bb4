"""Records of any content: `from_type(Article)` of hypothesis gives them once this is loaded."""

from __future__ import annotations

from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from newsclean.record import Article

SIGNIFICANT = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t", '"', ",", ";", "\n", "\n\n", "\r\n", "'", "\\", "\\n", "null", "~", "---"),
    *("# ", "## ", " #", "> ", "- ", "* ", "1. ", "2) ", "***", "**", "__", "`", "```", "[a](b)", "![", "<b>", "&amp;"),
    *("&#35;", "| a | b |", "=====", "    ", ": ", "{", "%", "</script>", "2024-09-21", "é", "日本", "😀", "\u2028"),
    *("\x7f", "\x85", "\ufeff", "\ufffe", "\xa0", "\x1b[31m", "\0"),
)
"""What some format gives a meaning to."""

PIECES = st.sampled_from(SIGNIFICANT) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5)
TEXTS = st.shared(st.lists(st.lists(PIECES, min_size=1, max_size=6).map("".join), min_size=1, max_size=8), key="texts")
"""A few texts, which all fields of an example share: to draw each anew takes twice as long."""
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS.flatmap(st.sampled_from),
    int: st.integers(1, 2**31),
    float: st.floats(0, 1),
    bool: st.booleans(),
    NoneType: st.none(),
}


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Values that a field of a record may have."""
    origin, given = get_origin(kind), get_args(kind)
    if kind in SCALARS:
        return SCALARS[kind]
    if origin is Annotated:
        return values_of(given[0])
    if origin is tuple:
        return st.lists(values_of(given[0]), max_size=2).map(tuple)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return st.builds(kind, **{name: values_of(field.annotation) for name, field in kind.model_fields.items()})
    if given and isinstance(given[0], str):  # words of a Literal
        return st.sampled_from(given)
    return st.one_of(map(values_of, given))


ARTICLES = values_of(Article)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """The same with a short name: hypothesis spells a strategy out otherwise, in 32 kB."""
    return draw(ARTICLES)


st.register_type_strategy(Article, articles())
