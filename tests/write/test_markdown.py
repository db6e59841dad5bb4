"""Pages of Markdown that are read back: the front matter as YAML, the text as CommonMark renders it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsclean.record import Article, Author, Confidence, Image, SourceRef, Timestamp
from newsclean.write.markdown import page_of
from newsclean.write.visible import visible

LEAST = Article(id="sha256:0", source=SourceRef(path="a.txt"), confidence=Confidence(record=0.5))
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ELEMENTS = ("heading", "paragraph", "blockquote")


def parted(page: str) -> tuple[dict[str, object], str]:
    """Front matter and text."""
    before, front, text = re.split(r"^---\n", page, flags=re.MULTILINE)
    assert before == ""
    return yaml.safe_load(front), text


def rendered(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each element with its words; nothing but plain text may stand in it."""
    quoted = False
    for opened, content in zip(tokens := RENDERER.parse(text), tokens[1:], strict=False):
        assert opened.type.rsplit("_", 1)[0] in (*ELEMENTS, "inline"), opened.type
        quoted = opened.type == "blockquote_open" or (quoted and opened.type != "blockquote_close")
        if content.type == "inline":
            assert {child.type for child in content.children or ()} <= {"text", "softbreak"}
            words = "".join(child.content or " " for child in content.children or ()).split()
            yield "quote" if quoted else opened.tag, words


def words_of(text: str | None) -> list[list[str]]:
    return [words for part in visible(text or "").split("\n\n") if (words := part.split())]


@given(st.from_type(Article))
def test_front_matter_is_read_back(article: Article) -> None:
    front, _ = parted(page_of(article).decode())
    record = article.model_dump(mode="json")
    stated: dict[str, object] = {key: (record[key] or {}).get("value") for key in ("published", "modified")}
    stated |= {"authors": [author["name"] for author in record["authors"]], "source": record["source"]["path"]}
    assert front == {key: (record | stated)[key] for key in front}


@given(st.from_type(Article))
def test_the_text_is_rendered_as_it_is(article: Article) -> None:
    _, text = parted(page_of(article).decode())
    told = [f"{image.caption or ''} {f'({image.credit})' if image.credit else ''}" for image in article.images]
    expected = [("h1", visible(article.headline).split())] if article.headline else []
    expected += [("p", words) for part in (article.standfirst, article.body) for words in words_of(part)]
    expected += [("quote", words) for each in told for words in words_of(each)]
    assert [(tag, words) for tag, words in rendered(text) if words] == [each for each in expected if each[1]]


@given(st.lists(st.from_type(Article), max_size=3))
def test_pages_are_told_apart_by_their_front_matter(articles: list[Article]) -> None:
    pages = re.split(r"^---\n", b"".join(map(page_of, articles)).decode(), flags=re.MULTILINE)
    assert [yaml.safe_load(front)["id"] for front in pages[1::2]] == [article.id for article in articles]


def test_a_page() -> None:
    article = LEAST.model_copy(
        update={
            "headline": "#1 of 3: a *new* ferry",
            "authors": (Author(name="Ada Pole", type="person"), Author(name='"Bo" Reed', type="person")),
            "published": Timestamp(value="2024-09-21", raw="21 September 2024", precision="day"),
            "standfirst": "It sails in May.",
            "body": "1. The first.\n\nR&D, AT&amp;T and 5 - 3.\n\n- Not a list",
            "images": (Image(caption="A crane", credit="Osk Perrin"), Image(credit="Bo Reed"), Image(url="/a.jpg")),
            "tags": ("Ferry",),
        }
    )
    assert (
        page_of(article).decode()
        == """\
---
headline: "#1 of 3: a *new* ferry"
authors: ["Ada Pole","\\"Bo\\" Reed"]
byline: null
published: "2024-09-21"
modified: null
publisher: null
url: null
language: null
section: null
kicker: null
tags: ["Ferry"]
access: "unknown"
word_count: 0
source: "a.txt"
id: "sha256:0"
---

# \\#1 of 3: a \\*new\\* ferry

It sails in May.

1\\. The first.

R&D, AT\\&amp;T and 5 - 3.

\\- Not a list

> A crane (Osk Perrin)

> (Bo Reed)

"""
    )


@pytest.mark.parametrize("control", [chr(n) for n in (*range(9), *range(11, 32), *range(127, 160))])
def test_no_control_leaves_raw(control: str) -> None:
    article = LEAST.model_copy(update={"source": SourceRef(path=f"a{control}b"), "body": f"a{control}b"})
    assert control not in page_of(article).decode()
