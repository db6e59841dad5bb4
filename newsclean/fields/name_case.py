"""The case that a name is printed in."""

from __future__ import annotations

import re

from newsclean.fields.names import SHORT_AGENCY, has_unspaced

_CAPITAL = re.compile(r"[^\W\d_]+")


def natural_case(name: str, particles: frozenset[str]) -> str:
    """A name printed in capitals as it is written elsewhere; any other stays as it is.

    >>> [natural_case(n, frozenset({"de", "la"})) for n in ("PAT O'BRIEN", "AL MCDONALD", "EVA DE LA CRUZ", "JR POLE")]
    ["Pat O'Brien", 'Al McDonald', 'Eva de la Cruz', 'JR Pole']
    """
    if not name.isupper() or has_unspaced(name):
        return name
    parts = name.split()
    if len(parts) == 1 and len(name) <= SHORT_AGENCY:
        return name
    return " ".join(_cased(part, particles, first=i == 0) for i, part in enumerate(parts))


def _cased(part: str, particles: frozenset[str], *, first: bool) -> str:
    folded = part.lower()
    if folded in particles and not first:
        return folded
    if len(part) <= 2 and not re.search(r"[aeiouyäöüåæø]", folded):
        return part
    return _CAPITAL.sub(lambda found: _capital(found[0]), folded)


def _capital(word: str) -> str:
    """ "mcdonald" to "McDonald"."""
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word[:1].upper() + word[1:]
