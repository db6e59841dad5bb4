"""Exports of press databases: told from pages, parted where the database says so, without its labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import extract_all
from newsclean.document import Dump, Source
from newsclean.segment import segment
from newsclean.segment.exports import without_labels

FERRY = """The ferry to Larkmoor will sail again on Monday, two years after its engine
caught fire in the harbour of Oulde, the council of the island said on Friday.
Its repair took eleven months longer than the yard had promised.

"We have had bread by helicopter," said Una Marsh, who runs the only shop of
the island. She expects the first lorries on Tuesday morning, with flour, coal
and the post of a fortnight."""
QUARRY = """Slate from the quarry of Hollen will not be cut again, its owners told their
forty workers on Thursday. The last order, for the roof of a church in Oulde,
was delivered in the spring.

The village lives from the quarry since 1840. "My father cut slate here, and
his father too," said Gwil Parry, who has worked there for thirty years. He
will look for work at the docks."""

NEXIS = """                               {n} of 2 DOCUMENTS


                              The Larkmoor Post

                            May {day}, 2019 {weekday}

{title}

BYLINE: By {author}

SECTION: News; Column 2; Islands
 and Coasts; Pg. 4

LENGTH: 214 words

BODY:

{body}

GRAPHIC: The quay on {weekday}. (Photograph by BO REED)

LOAD-DATE: May {day}, 2019

LANGUAGE: ENGLISH

                    Copyright 2019 The Post Company
"""
NEW_NEXIS = """{title}

The Larkmoor Post

May {day}, 2019 {weekday}

Copyright 2019 The Post Company All Rights Reserved

Section: NEWS; Version:1

Length: 214 words

Byline: {author}

Body


{body}

Load-Date: May {day}, 2019


End of Document

"""
FACTIVA = """HD\t{title}
BY\tBy {author}
WC\t214 words
PD\t{day} May 2019
SN\tThe Larkmoor Post
LA\tEnglish
CY\tCopyright 2019 The Post Company

LP\t
{body}

IN\t
i75 : Shipping

AN\t
Document LARKP0002019050{day}ef530001x

"""
PROQUEST = """____________________________________________________________

Document {n} of 2

{title}

Author: {surname_first}

Publication info: The Larkmoor Post ; Oulde [Oulde]. 0{day} May 2019: A.4.

Full text: {body}

Publication title: The Larkmoor Post; Oulde

Publication date: May {day}, 2019

Language of publication: English

"""
TOLD = (
    {"title": "Ferry to Larkmoor sails again", "author": "Ada Pole", "surname_first": "Pole, Ada", "body": FERRY}
    | {"n": 1, "day": 3, "weekday": "Friday"},
    {"title": "Last slate of Hollen is cut", "author": "Ivo Marl", "surname_first": "Marl, Ivo", "body": QUARRY}
    | {"n": 2, "day": 2, "weekday": "Thursday"},
)
DATABASES = pytest.mark.parametrize(
    "form", [NEXIS, NEW_NEXIS, FACTIVA, PROQUEST], ids=["nexis", "new-nexis", "factiva", "proquest"]
)


@DATABASES
def test_each_article_is_a_record(form: str) -> None:
    found = extract_all("".join(form.format(**told) for told in TOLD))
    assert [article.source.index for article in found] == [0, 1]
    for article, told in zip(found, TOLD, strict=True):
        assert article.headline == told["title"]
        assert [author.name for author in article.authors] == [told["author"]]
        assert article.published is not None
        assert article.published.value == f"2019-05-0{told['day']}"
        assert " ".join(article.body.split()) == " ".join(str(told["body"]).split())


@DATABASES
def test_blocks_partition_the_export_and_say_what_stands_there(form: str) -> None:
    text = "".join(form.format(**told) for told in TOLD)
    page = segment(Dump(Source("x"), text))
    assert [page.blocks[0].start, *(b.end for b in page.blocks)] == [*(b.start for b in page.blocks), len(text)]
    said = [block.text for block in page.blocks]
    assert not any("ength" in line or "anguage" in line or "LOAD" in line for line in said)
    lines = text.split("\n")
    assert all(block.text.split()[0] in lines[block.line - 1] for block in page.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Document 2 of 3\n\nLENGTH: 9 words\n\nThe ferry sails.",  # one label
        "Document 2 of 3\n\nThe ferry sails.",
        "LENGTH: 9 words\n\nBYLINE: Ada Pole\n\nThe ferry sails.",  # nothing parts articles
        "He signed document 2 of 3.\n\nLENGTH: 9 words\n\nBYLINE: Ada Pole\n\n",
        "Document LARKP0002019ef530001x\n\nThe ferry sails.",  # no day
    ],
)
def test_what_is_no_export(text: str) -> None:
    assert without_labels(text) == (text, (), frozenset())


def test_one_label_more_makes_an_export() -> None:
    text = "Document 2 of 3\n\nLENGTH: 9 words\n\nBYLINE: Ada Pole\n\nThe ferry sails."
    found = without_labels(text)
    assert (found.text.split(), found.openings) == (["Ada", "Pole", "The", "ferry", "sails."], (1,))


def test_labels_of_another_language() -> None:
    text = "1 von 2 DOKUMENTEN\n\nLÄNGE: 90 Wörter\n\nAUTOR: Ada Pole\n\nDie Fähre fährt.\n\nUPDATE: 3. Mai 2019\n"
    assert without_labels(text).text.split() == ["Ada", "Pole", "Die", "Fähre", "fährt."]


@given(st.lists(st.sampled_from(["Document 1 of 2", "LENGTH: 9", "BYLINE: Jo", "", "  Words.", "GRAPHIC", "WC\t9"])))
def test_lines_and_places_stay(lines: list[str]) -> None:
    text = "\r\n".join(lines)
    found = without_labels(text)
    assert len(found.text) == len(text)
    assert [i for i, c in enumerate(found.text) if c in "\r\n"] == [i for i, c in enumerate(text) if c in "\r\n"]
    assert all(new in (old, " ") for new, old in zip(found.text, text, strict=True))
