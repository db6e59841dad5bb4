"""Rows that spreadsheets and parsers read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.record import Article, Author, Confidence, Image, Issue, SourceRef, Timestamp
from newsclean.write.cells import Cells
from newsclean.write.jsonl import line_of
from newsclean.write.visible import visible

LEAST = Article(id="sha256:0", source=SourceRef(path="a.txt"), confidence=Confidence(record=0.5))
FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
HEADER = """\
id path member record_id line index url publisher language section kicker headline standfirst byline authors published
modified dateline captions body tags access reading_time_minutes word_count confidence issues"""


def printed(articles: Sequence[Article], *, raw: bool = False) -> bytes:
    form = Cells(raw=raw)
    return b"".join(form.of(line_of(article)) for article in articles) + form.end()


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def texts_of(article: Article) -> dict[str, str]:
    """What each cell should hold, of the record as JSON has it."""
    record = article.model_dump(mode="json")
    cells = record | record["source"] | {key: (record[key] or {}).get("value") for key in ("published", "modified")}
    cells |= {
        "authors": "; ".join(author["name"] for author in record["authors"]),
        "dateline": (record["dateline"] or {}).get("raw"),
        "captions": "\n".join(image["caption"] for image in record["images"] if image["caption"]),
        "tags": "; ".join(record["tags"]),
        "confidence": record["confidence"]["record"],
        "issues": "; ".join(issue["code"] for issue in record["issues"]),
    }
    return {name: "" if cells[name] is None else visible(str(cells[name])) for name in HEADER.split()}


@given(st.lists(st.from_type(Article), max_size=3))
def test_rows_are_read_back_with_or_without_the_guard(articles: list[Article]) -> None:
    texts = list(map(texts_of, articles))
    assert read(printed(articles, raw=True)) == texts
    guarded = read(printed(articles))
    assert len(guarded) == len(texts)
    for row, plain in zip(guarded, texts, strict=True):
        for name, text in plain.items():
            assert row[name] == ("'" + text if text.startswith(FORMULA) else text)
            assert not row[name].startswith(FORMULA)


def test_no_record_is_a_header() -> None:
    assert printed([]) == ",".join(HEADER.split()).encode() + b"\r\n"


def test_what_stands_in_the_cells() -> None:
    article = LEAST.model_copy(
        update={
            "headline": 'The "Mansa", again',
            "authors": tuple(Author(name=name, type="person") for name in ("Ada Pole", "Bo Reed")),
            "published": Timestamp(value="2024-09", raw="September 2024", precision="month"),
            "images": (Image(caption="A crane"), Image(url="/a.jpg"), Image(caption="A quay")),
            "body": "One.\n\nTwo.",
            "tags": ("Harbour", "Ferry"),
            "issues": (Issue(code="NC301", severity="info", message="no byline was found"),),
        }
    )
    (row,) = read(printed([article]))
    assert {name: cell for name, cell in row.items() if cell} == {
        "id": "sha256:0",
        "path": "a.txt",
        "index": "0",
        "headline": 'The "Mansa", again',
        "authors": "Ada Pole; Bo Reed",
        "published": "2024-09",
        "captions": "A crane\nA quay",
        "body": "One.\n\nTwo.",
        "tags": "Harbour; Ferry",
        "access": "unknown",
        "word_count": "0",
        "confidence": "0.5",
        "issues": "NC301",
    }
    assert b'"The ""Mansa"", again"' in printed([article])


@pytest.mark.parametrize("sign", FORMULA)
def test_a_formula_is_text(sign: str) -> None:
    article = LEAST.model_copy(update={"headline": f"{sign}1+1", "kicker": f"a{sign}"})
    assert [read(printed([article], raw=raw))[0]["headline"] for raw in (False, True)] == [f"'{sign}1+1", f"{sign}1+1"]
    assert read(printed([article]))[0]["kicker"] == f"a{sign}"


@pytest.mark.parametrize("control", [chr(n) for n in (*range(9), *range(11, 32), *range(127, 160))])
def test_no_control_leaves_raw(control: str) -> None:
    article = LEAST.model_copy(update={"source": SourceRef(path=f"a{control}b")})
    assert read(printed([article]))[0]["path"] == f"a\\x{ord(control):02x}b"
