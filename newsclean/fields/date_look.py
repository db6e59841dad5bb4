"""A quick look at a text: whether it can hold a date at all. Most lines hold none, and reading them as one is dear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsclean.fields.date_tokens import fold, split
from newsclean.fields.patterns import either, shortest
from newsclean.lang import load

_NUMBER = re.compile("[0-9]")


def may_be_date(folded: str, code: str) -> bool:
    """Whether a folded text has a number, and what else every absolute date of a language has: two more, or a month.

    >>> may_be_date("21 sept", "en"), may_be_date("9/21/24", "en"), may_be_date("top 10 piers", "en")
    (True, True, False)
    """
    return _NUMBER.search(folded) is not None and _absolute(code).search(folded) is not None


def may_be_relative(folded: str, code: str) -> bool:
    """Whether a folded text has a relative time, or a number and a unit of one.

    >>> may_be_relative("yesterday", "en"), may_be_relative("5 hours ago", "en"), may_be_relative("the hours", "en")
    (True, True, False)
    """
    if _NUMBER.search(folded) is None:
        return bool([word for word in _numberless(code) if word in folded])  # `any` is slower to find none
    return _relative(code).search(folded) is not None


def may_be_updated(folded: str, code: str) -> bool:
    """Whether a folded text has a word for "updated" in it.

    >>> may_be_updated("updated 5 hours ago", "en"), may_be_updated("5 hours ago", "en")
    (True, False)
    """
    return bool([word for word in _updated(code) if word in folded])


@cache
def _updated(code: str) -> tuple[str, ...]:
    """The folded words for it."""
    return shortest(fold(word) for word in load(code).date.updated)


@cache
def _absolute(code: str) -> re.Pattern[str]:
    words = load(code).date
    year, month, *_ = words.marks
    forms = (*year, *month, *(form for forms in words.months for form in forms))
    return re.compile(rf"[0-9]\s*([-/.])\s*[0-9]+\s*\1\s*[0-9]|{_needed(forms)}")


@cache
def _numberless(code: str) -> tuple[str, ...]:
    """The folded relative times of a language that hold no number, "yesterday", and none of the others."""
    return shortest(fold(word) for word in load(code).date.relative_words)


@cache
def _relative(code: str) -> re.Pattern[str]:
    words = load(code).date
    return re.compile(_needed((*words.relative_words, *words.relative_units)))


def _needed(forms: Iterable[str]) -> str:
    """A pattern of the longest token of each form, found in whatever holds one; none matches where there are none."""
    tokens = {max((token for token, _, _ in split(form, fold(form))), key=len) for form in forms}
    return either(set(shortest(tokens)))
