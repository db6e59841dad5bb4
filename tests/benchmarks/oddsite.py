"""Dumps of a site that is not there, in a layout that the shipped model does not know; all text is made by chance.

The site prints an article as a telegraph did: short numbered lines without a full stop. Around and between them stands
what other sites print as their article: long paragraphs, with which readers and the house talk about the paper.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

NAMES = ("Orla", "Benno", "Tamsin", "Halvar", "Ines", "Pavel", "Dagny", "Rufus", "Mirela", "Caspian", "Edda", "Jonas")
FAMILIES = ("Quill", "Marsh", "Vantongeren", "Oakes", "Ferrow", "Lindqvist", "Sorrel", "Haddock", "Pryce", "Wren")
PLACES = ("Larkmoor", "Port Ellery", "Brinley", "Tarn Hill", "Osterby", "Quay End", "Millbrook", "Saltash Point")
WHO = ("the harbour board", "the county court", "a school", "the bus company", "the lake wardens", "the mill owners")
DID = ("votes to close", "will repair", "sells", "opens", "paints", "asks for more money for", "loses its case over")
WHAT = ("the old ferry pier", "nine stone bridges", "the town clock", "the northern road", "its last steam engine")
WHY = ("after a long winter", "before the harvest", "against advice", "by eleven votes to four", "for a second time")
THINGS = ("timetable", "bridge", "boat", "garden", "letter", "engine", "market", "winter", "harbour", "lamp", "choir")
VERBS = ("remember", "repair", "carry", "welcome", "describe", "follow", "protect", "borrow", "measure", "collect")
KINDS = ("quiet", "narrow", "expensive", "patient", "northern", "wooden", "generous", "early", "ordinary", "stubborn")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def sentence(chance: Random) -> str:
    """A sentence as people write it, without a meaning."""
    a, b, c = chance.sample(THINGS, 3)
    return (
        f"We {chance.choice(VERBS)} the {chance.choice(KINDS)} {a} of {chance.choice(PLACES)} as if it were a "
        f"{chance.choice(KINDS)} {b}, and {chance.choice(NAMES)} {chance.choice(FAMILIES)} said that nobody should "
        f"{chance.choice(VERBS)} a {c} {chance.choice(WHY)}."
    )


def essay(chance: Random) -> str:
    """A paragraph of the house or of a reader."""
    return " ".join(sentence(chance) for _ in range(chance.randint(2, 4)))


def telegram(chance: Random) -> str:
    """A line of an article."""
    a, b = chance.sample(THINGS, 2)
    return (
        f"{chance.choice(WHO).capitalize()} of {chance.choice(PLACES)} {chance.choice(DID)} {chance.choice(WHAT)}, "
        f"{chance.choice(KINDS)} {a} and {b} {chance.choice(WHY)}"
    )


def page(number: int) -> tuple[str, dict[str, object], dict[int, str]]:
    """A dump, its record, and the role of each of its lines; equal for equal numbers."""
    chance = Random(number)  # noqa: S311
    headline = f"{chance.choice(WHO).capitalize()} {chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(WHY)}"
    author = f"{chance.choice(NAMES)} {chance.choice(FAMILIES)}"
    day = f"{chance.randint(1, 28)} {chance.choice(MONTHS)} 2025"
    body = [telegram(chance) for _ in range(chance.randint(9, 18))]
    rows: list[tuple[str, str]] = [("The Telegraph Sheet", "navigation"), ("Home", "navigation")]
    rows += [(word.capitalize(), "navigation") for word in chance.sample(THINGS, 4)]
    rows += [("From the house", "other"), *((essay(chance), "promo") for _ in range(chance.randint(2, 4)))]
    rows += [(headline, "headline"), (f"Wired by {author}", "byline"), (day, "timestamp")]
    for n, line in enumerate(body):
        rows.append((line, "body"))
        if n % 4 == 3:
            rows.append((f"Margin: {essay(chance)}", "comment"))
    rows += [("End of the wire", "other"), ("Readers write", "comment")]
    rows += [(essay(chance), "comment") for _ in range(chance.randint(3, 6))]
    rows += [("Printed in Larkmoor", "legal"), ("Imprint", "navigation")]
    record = {"headline": headline, "authors": [{"name": author}], "body": "\n\n".join(body)}
    return "\n\n".join(text for text, _ in rows) + "\n", record, {2 * n + 1: role for n, (_, role) in enumerate(rows)}


def write(folder: Path, numbers: range) -> None:
    """Gold cases of these pages, with the roles of all lines."""
    for number in numbers:
        text, record, roles = page(number)
        case = folder / f"sheet-{number:03}"
        case.mkdir(parents=True)
        (case / "input.txt").write_text(text, "utf-8")
        said = {"about": "A made-up page of The Telegraph Sheet.", "record": record, "roles": roles}
        (case / "expected.json").write_text(json.dumps(said, ensure_ascii=False, indent=2), "utf-8")
