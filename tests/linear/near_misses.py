"""The regular expressions of the package, and for each of them texts that nearly match it again and again."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import random
import re
from collections.abc import Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import newsclean

LANGUAGES = ("en", "ja", "ar")
"""Languages whose words are put into patterns: the longest row, one without spaces, one from right to left."""
LEFT_OUT = ("training", "__main__", "run.ray", "run.spark")
REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
SIGNS = 'aA 1-.(",/\n\u65b0_:<'
"""What stands for a set of signs, if it is in it."""
ALONE = ("a", "A", " ", "1", "-", ".", "(", '"', ",", "\n", "_", ":", "<", "1 ", "a ", "A. ", "<!--")
KINDS = {
    c.CATEGORY_DIGIT: str.isdigit,
    c.CATEGORY_SPACE: str.isspace,
    c.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    c.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdigit(),
    c.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    c.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every pattern that stands in a module, alone or in a container, or that a cached function makes of a language."""
    found: dict[str, re.Pattern[Any]] = {}
    for info in pkgutil.walk_packages(newsclean.__path__, "newsclean."):
        if not info.name.endswith(LEFT_OUT) and ".training" not in info.name:
            for name, value in vars(importlib.import_module(info.name)).items():
                if isinstance(value, re.Pattern) or getattr(value, "__module__", info.name) == info.name:
                    found |= {f"{info.name}.{name}{more}": pattern for more, pattern in _in(value)}
    return found


def _in(value: object) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield "", value
    elif isinstance(value, dict):
        yield from ((f"[{key}]", one) for key, one in value.items() if isinstance(one, re.Pattern))
    elif isinstance(value, list | tuple):
        yield from ((f"[{n}]", one) for n, one in enumerate(value) if isinstance(one, re.Pattern))
    elif hasattr(value, "cache_info"):
        signature = inspect.signature(value)  # type: ignore[arg-type]
        kinds = [parameter.annotation for parameter in signature.parameters.values()]
        if kinds == ["str"] and "Pattern" in str(signature.return_annotation):
            for code in LANGUAGES:
                made = value(code)  # type: ignore[operator]
                yield from ((f"({code}){more}", one) for more, one in _in(made))


def uses(name: str) -> list[str]:
    """The methods of a pattern that its module calls; a search for all, where another module does."""
    module, _, own = name.rpartition(".")
    source = inspect.getsource(importlib.import_module(module))
    called = re.findall(rf"\b{re.escape(own)}\.(match|fullmatch|search)\b", source) if own.isidentifier() else []
    others = (
        re.findall(rf"\b{re.escape(own)}(?!\.(?:match|fullmatch|search)\b)\b", source) if own.isidentifier() else []
    )
    return sorted(set(called)) if called and len(others) == 1 else ["finditer", *({*called} - {"search"})]


def near_misses(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """What stands first, and what is said again and again behind it: parts of what matches, one after the other."""
    source, flags = pattern.pattern, pattern.flags
    if isinstance(source, bytes):
        source, flags = source.decode("latin-1"), flags | re.UNICODE
    chance, tree = random.Random(7), list(_parser.parse(source, flags))  # noqa: S311
    found = {("", sign) for sign in ALONE}
    for before, body in list(_repeats(tree, ()))[:12]:
        first, again = _said(before, chance), _said(body, chance)
        found |= {("", again), (first, again), ("", first + again), ("", first), (first, f"{again} ")}
    for _ in range(2):
        whole = _said(tree, chance)
        found |= {("", whole), ("", whole[:-1]), ("", whole[1:]), ("", f"{whole} ")}
    return sorted((first, again) for first, again in found if again)


def _repeats(items: Any, before: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """What stands before each repeat of a parsed pattern, and what it repeats."""
    for n, (kind, value) in enumerate(items):
        ahead = (*before, *items[:n])
        if kind in REPEATS:
            yield ahead, value[2]
        for inner in _inner(kind, value):
            yield from _repeats(list(inner), ahead)


def _inner(kind: Any, value: Any) -> list[Any]:
    if kind in REPEATS:
        return [value[2]]
    if kind is c.BRANCH:
        return list(value[1][:20])
    if kind is c.ATOMIC_GROUP:
        return [value]
    return [value[-1]] if kind in (c.SUBPATTERN, c.ASSERT) else []


def _said(items: Any, chance: random.Random) -> str:
    """A text that matches a parsed pattern, but for what it looks at without taking it."""
    return "".join([_sign(kind, value, chance) for kind, value in items])


def _sign(kind: Any, value: Any, chance: random.Random) -> str:
    if kind is c.LITERAL:
        return chr(value)
    if kind in (c.ANY, c.NOT_LITERAL):
        return "a" if value != ord("a") else "b"
    if kind is c.IN:
        return _one_of(value, chance)
    if kind in REPEATS:
        least, most, body = value
        return "".join(_said(body, chance) for _ in range(max(least, min(1, most) * (chance.random() < 0.6))))
    inner = [] if kind is c.ASSERT else _inner(kind, value)
    return _said(chance.choice(inner), chance) if inner else ""


def _one_of(members: Any, chance: random.Random) -> str:
    """A sign of a set."""
    first = [chr(value if kind is c.LITERAL else value[0]) for kind, value in members if kind in (c.LITERAL, c.RANGE)]
    fit = [sign for sign in SIGNS if _holds(members, sign)]
    inside = [sign for sign in first if _holds(members, sign)]
    return chance.choice(fit if fit and chance.random() < 0.8 else inside or fit or ["a"])


def _holds(members: Any, sign: str) -> bool:
    holds, negated = False, False
    for kind, value in members:
        if kind is c.NEGATE:
            negated = True
        elif kind is c.CATEGORY:
            holds |= KINDS[value](sign)
        else:
            low, high = (value, value) if kind is c.LITERAL else value
            holds |= low <= ord(sign) <= high
    return holds != negated
