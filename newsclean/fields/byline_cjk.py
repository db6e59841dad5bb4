"""Names in scripts without spaces: "記者 山田太郎", "山田太郎記者", "홍길동 기자"."""

from __future__ import annotations

import re
from functools import cache

from newsclean.fields.byline_result import Line
from newsclean.fields.byline_text import opening
from newsclean.fields.names import NameWords, has_unspaced, is_cjk_name, names_desk, trim
from newsclean.fields.patterns import either
from newsclean.lang import load

PLACED = frozenset({"ko"})
"""Languages in which places stand before a name and its role: "순천, 광양 홍길동 기자"."""


def read_cjk(line: Line, piece: str, language: str, words: NameWords) -> None:
    """ "記者 山田太郎", "山田太郎記者", "홍길동 기자": a role or a by-word beside the name makes it one."""
    named: list[str] = []
    for part in map(trim, piece.split()):
        if part in load(language).others:  # "and 2 more"
            break
        if part.endswith(_said_of_place(language)):  # "台北報導": where it was reported
            continue
        word = opening(part, language)
        if word and len(word) < len(part):
            line.opened, part = True, trim(part[len(word) :])
        role = next((r for r in _cjk_roles(language) if part.endswith(r)), None)
        if role:
            stem = part.removesuffix(role)
            named += [stem] if stem else []
            _add_cjk(line, named[-1:] if language in PLACED else named, role, language, words)
            line.opened = True
            named = []
        elif part and part not in words.furniture:
            named.append(part)
    _add_cjk(line, named, None, language, words)


def with_roles(text: str, language: str) -> str:
    """A byline with the role that stands behind the last of some names behind each of them.

    >>> with_roles("김철수·이영희 기자", "ko")
    '김철수 기자·이영희 기자'
    """
    return _listed(language).sub(lambda found: f"{found[1]} {found[2]}", text) if has_unspaced(text) else text


@cache
def _listed(language: str) -> re.Pattern[str]:
    """A name in a list whose last one has a role behind it."""
    name = r"[\uac00-\ud7af]{2,4}|[\u3400-\u9fff]{3,5}"
    return re.compile(
        rf"(?<![^\W_])({name})(?=(?:[·ㆍ・](?:{name})){{1,9}}\s?({either(set(_cjk_roles(language)))})(?![^\W_]))"
    )


def _add_cjk(line: Line, named: list[str], role: str | None, language: str, words: NameWords) -> None:
    whole = "".join(named)
    if names_desk(" ".join(named), words) and named:
        line.add(" ".join(named), "organization")
        return
    split = len(named) == 2 and all(len(part) <= 3 for part in named) and language == "ja"
    for name in [" ".join(named)] if split and is_cjk_name(whole, words) else named:
        if (line.opened or role or split) and is_cjk_name(name, words):
            line.add(name, "person", role)
        else:
            line.unread += language not in PLACED or bool(line.authors)


@cache
def _said_of_place(language: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in load(language).nobody if has_unspaced(word)))


@cache
def _cjk_roles(language: str) -> tuple[str, ...]:
    roles = {role for role in load(language).role if has_unspaced(role)}
    return tuple(sorted(roles, key=lambda r: (-len(r), r)))
