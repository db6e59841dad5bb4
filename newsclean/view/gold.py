"""Gold cases that a person makes of dumps: the bytes, the record that is right, and the role of each line.

    <folder>/<case>/input.txt or input.html    the bytes of the dump
    <folder>/<case>/expected.json              {"about": ..., "record": {...}, "roles": {"<line>": "<role>"}}

Lines are called what `line_keys` calls them. A dump that holds no article has "rejected" in place of "record".
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newsclean.document import Role
from newsclean.fields.table import EMPTY
from newsclean.record import Article
from newsclean.write.sink import Sink

EDITABLE = tuple(EMPTY)
"""Keys of a record that are corrected, and that a case holds."""
NAME = 48
"""Characters of the name of a file that stand in that of its case."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person says of a dump."""

    done: bool = False
    """Whether it is a case."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """Roles in place of those that were told, by line."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Values in place of those that were read, by key."""


NONE = Corrections()
"""Nothing is said yet."""


def corrections_of(given: Any) -> Corrections:
    """Corrections as they are sent; raises ValueError where they are none."""
    match given:
        case {"done": bool(done), "roles": dict(roles), "fields": dict(fields), **rest} if not rest:
            if unknown := fields.keys() - set(EDITABLE):
                raise ValueError(f"no field that is corrected is called {sorted(unknown)[0]}")
            return Corrections(done, {key: Role(role) for key, role in roles.items()}, fields)
    raise ValueError("are no corrections")


def with_fields(record: dict[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A record of a sheet with other values; raises ValueError where one is not possible."""
    try:
        article = Article.model_validate({**record, **fields, "source": {"path": "-"}})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"{where}: {first['msg'].lower()}") from None
    return article.model_dump(mode="json", include={*record})


def case_name(name: str, digest: str) -> str:
    """What the case of a dump is called: equal names and bytes give equal cases.

    >>> case_name("dumps/Front Page.txt", "8c2f4d60aa")
    'front-page-8c2f4d60'
    """
    stem = re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-")[:NAME].strip("-")
    return f"{stem or 'dump'}-{digest[:8]}"


def expectation(name: str, sheet: dict[str, Any], unknown: Container[str] = ()) -> dict[str, Any]:
    """What a sheet of one part says is right, less what the bytes alone do not tell."""
    (part,) = sheet["parts"]
    record, refused = part["record"], sheet["refused"]
    right = (
        {"record": {key: record[key] for key in EDITABLE if key not in unknown}}
        if record
        else {"rejected": refused["reason"]}
    )
    return {"about": f"Reviewed: {name}", **right, "roles": {key: role for key, _, role, *_ in part["lines"]}}


def save(folder: Path, medium: str, data: bytes, expected: dict[str, Any]) -> None:
    """Write a case. Raises OSError and OutputError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = json.dumps(expected, ensure_ascii=False, indent=2) + "\n"
    files = {"input.html" if medium == "html" else "input.txt": data, "expected.json": written.encode()}
    for name, content in files.items():
        with Sink(str(folder / name)) as sink:
            sink.write(content)


def remove(folder: Path) -> None:
    """Take a case back. Raises OSError."""
    for name in ("expected.json", "input.txt", "input.html"):
        (folder / name).unlink(missing_ok=True)
    folder.rmdir()


def load(folder: Path) -> dict[str, Any] | None:
    """The expectation of a case; None where there is no case. Raises ValueError where it is none of this form."""
    try:
        expected = json.loads((folder / "expected.json").read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ValueError(f"{folder / 'expected.json'}: cannot be read ({error})") from None
    match expected:
        case {"roles": dict(), "record": dict()} | {"roles": dict(), "rejected": str()}:
            return dict(expected)
    raise ValueError(f"{folder / 'expected.json'}: is no case that review made: it has no roles")


def changed(expected: dict[str, Any], sheet: dict[str, Any]) -> dict[str, Role]:
    """The roles of a case that are others than those of the sheet as it was read."""
    (part,) = sheet["parts"]
    told = {key: role for key, _, role, *_ in part["lines"]}
    return {key: Role(role) for key, role in expected["roles"].items() if key in told and told[key] != role}


def altered(expected: dict[str, Any], sheet: dict[str, Any]) -> dict[str, Any]:
    """The values of a case that are others than those of the sheet with the roles of the case."""
    record = sheet["parts"][0]["record"] or {}
    values = expected.get("record", {})
    return {key: value for key, value in values.items() if key in EDITABLE and key in record and record[key] != value}
