"""Gold cases, as reviewed by hand, to learn from: `<case>/input.*` with `expected.json`.

`roles` of a case gives each block of the dump its role, by `line_keys`; where it is missing, `record` says what it can.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newsclean.document import Page, Role, line_keys
from newsclean.label.model import BESIDE, JUDGEMENTS
from newsclean.limits import DEFAULT
from newsclean.measure.words import folded
from newsclean.read import read
from newsclean.read.limits import ReadError
from newsclean.segment import segment
from newsclean.training.pages import ASIDE, HTML, Example, example_of, weight_of
from newsclean.training.silver import WEIGHT, silver_of

BODY = frozenset((Role.BODY, Role.SUBHEAD))
"""Roles that stand in the body."""
SIDES = {Role.CAPTION: "caption", Role.STANDFIRST: "standfirst", Role.BYLINE: "byline"}
"""Roles that the first net judges besides, and what it calls them."""


class CaseError(ValueError):
    """A case that nothing can be learned from, and why."""


@dataclass(frozen=True)
class Case:
    """A gold case, and what is learned from it."""

    folder: Path
    input: Path
    example: Example

    @property
    def group(self) -> str:
        """What it is held out together with: dumps of one article in several kinds have one headline."""
        e = self.example
        return folded(e.texts[e.headline]) if e.headline >= 0 else e.id


def cases_in(folder: Path) -> Iterator[Case | CaseError]:
    """The cases of a folder, by their names, and why others teach nothing."""
    for file in sorted(folder.rglob("expected.json")):
        try:
            yield _case(file)
        except CaseError as error:
            yield error


def _case(file: Path) -> Case:
    case = file.parent
    inputs = sorted(case.glob("input.*"))
    if not inputs:
        raise CaseError(f"{case}: holds no input.txt or input.html")
    try:
        said: Any = json.loads(file.read_bytes())
        page = _gold(case.name, said["record"])
        roles = {_key(key): Role(role) for key, role in said.get("roles", {}).items()}
        dump = read(str(inputs[0]), DEFAULT)
    except ReadError as error:
        raise CaseError(f"{inputs[0]}: {error.message}") from None
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        reason = "is a refusal" if isinstance(error, KeyError) else f"is no gold case ({error})"
        raise CaseError(f"{file}: {reason}") from None
    cut = segment(dump)
    if not cut.blocks or not (roles or page["body"]):
        raise CaseError(f"{case}: gives neither roles nor a body, or its input is empty")
    kind = HTML if dump.medium == "html" else "text"
    silver = silver_of(cut) if kind == HTML else {}
    return Case(case, inputs[0], _with_roles(example_of(page, kind, cut, silver), cut, roles))


def _key(key: str) -> str:
    """A line, or line and column; raises ValueError for what is neither. That no block begins there is no error: blocks
    are cut otherwise by other versions."""
    line, _, column = key.partition(":")
    return f"{int(line)}:{int(column)}" if column else str(int(line))


def _gold(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record as a page of the gold."""
    return {
        "id": name,
        "headline": record.get("headline"),
        "body": record.get("body") or "",
        "authors": [author["name"] for author in record.get("authors") or ()],
        "captions": [image["caption"] for image in record.get("images") or () if image.get("caption")],
        "standfirst": record.get("standfirst"),
    }


def _with_roles(e: Example, cut: Page, roles: Mapping[str, Role]) -> Example:
    """With the roles that the case gives."""
    given = {i: roles[key] for i, key in enumerate(line_keys(cut.blocks)) if key in roles}
    truth, trust, later, later_trust = (rows.copy() for rows in (e.truth, e.trust, e.later, e.later_trust))
    headline = e.headline
    for i, role in given.items():
        truth[i] = [role in BODY, *(SIDES.get(role) == name for name in JUDGEMENTS[1:-1])]
        trust[i, 1:] = ASIDE
        later[i, -len(BESIDE) :] = [role == name for name in BESIDE]
        later_trust[i, -len(BESIDE) :] = WEIGHT / len(cut.blocks)
        if role is Role.HEADLINE:
            headline = i
    if given:
        trust[:, 0] = weight_of(e.words, truth[:, 0] > 0)
    return replace(e, truth=truth, trust=trust, later=later, later_trust=later_trust, headline=headline)
