"""The library calls."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hostile.text import ARTICLE

import newsclean
from newsclean.document import Role
from newsclean.record import Reason

PAGE = (
    "<!doctype html><title>Council backs plan</title><article><h1>Council backs plan to reopen the river ferry</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE.split("\n\n")[3:-1])
    + "</article>"
)


def test_text_and_bytes_give_the_same() -> None:
    article = newsclean.extract(ARTICLE)
    assert article == newsclean.extract(ARTICLE.encode())
    assert article.headline == "Council backs plan to reopen the river ferry after nine years"
    assert (article.lines, article.source.path) == (None, "-")


def test_html_is_told_by_its_content() -> None:
    article = newsclean.extract(PAGE)
    assert article.source.media_type == "text/html"
    assert article.body is not None
    assert "<p>" not in article.body


def test_lines_partition_the_text() -> None:
    lines = newsclean.extract(ARTICLE, with_lines=True).lines
    assert lines is not None
    assert "".join(line.text for line in lines) == ARTICLE
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]


def test_zones() -> None:
    assert newsclean.extract(ARTICLE).published.value == "2024-09-21T17:59"
    assert newsclean.extract(ARTICLE, assume_tz="Europe/Kyiv").published.value == "2024-09-21T17:59+03:00"
    assert newsclean.extract(ARTICLE, assume_tz="-02:30").published.value == "2024-09-21T17:59-02:30"
    for wrong in ("Mars/Olympus", "", "+15:00", "02:00"):
        with pytest.raises(ValueError, match="zone"):
            newsclean.extract(ARTICLE, assume_tz=wrong)


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", Reason.EMPTY), (b"\x89PNG\r\n\x1a\n", Reason.BINARY), ("Home\nNews\nSport", Reason.NOT_AN_ARTICLE)],
)
def test_refusals(content: str | bytes, reason: Reason) -> None:
    with pytest.raises(newsclean.RejectedError) as caught:
        newsclean.extract(content)
    assert caught.value.rejected.reason is reason
    assert str(caught.value).startswith(f"{reason}: ")


def test_half_a_character_in_a_text_is_replaced() -> None:
    article = newsclean.extract(ARTICLE.replace("in favour", "in fav\ud83dour"))
    assert article.body is not None
    assert "in fav\ufffdour" in article.body


def test_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(ARTICLE)
    (tmp_path / "a.txt").write_text("")
    refused, article = newsclean.extract_file(tmp_path)
    assert isinstance(refused, newsclean.Rejected)
    assert (refused.reason, refused.source.path) == (Reason.EMPTY, str(tmp_path / "a.txt"))
    assert isinstance(article, newsclean.Article)
    (missing,) = newsclean.extract_file(str(tmp_path / "missing"))
    assert missing.reason is Reason.UNREADABLE


def test_labels() -> None:
    import newsclean.label.roles  # must not put the module in the function's place

    page = newsclean.label(ARTICLE)
    assert page.texts(Role.HEADLINE) == ["Council backs plan to reopen the river ferry after nine years"]
    with pytest.raises(newsclean.RejectedError):
        newsclean.label("")


def test_names() -> None:
    for name in newsclean.__all__:
        assert getattr(newsclean, name)
    with pytest.raises(AttributeError, match="no_such"):
        newsclean.no_such  # noqa: B018


def test_a_container_gives_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    lines = [json.dumps({"url": "https://example.org/a", "text": ARTICLE}), "broken", json.dumps({"text": PAGE})]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    first, second, third = newsclean.extract_file(path)
    assert (first.url, first.source.line) == ("https://example.org/a", 1)
    assert first.headline == f"{third.headline} after nine years"
    assert (second.reason, second.source.line) == (Reason.MALFORMED, 2)
    assert third.source.media_type == "text/html"


def test_a_model_of_a_file_that_holds_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "m.npz").write_bytes(b"no model")
    for call in (newsclean.extract, newsclean.extract_all, newsclean.label):
        with pytest.raises(ValueError, match="holds no model"):
            call(ARTICLE, model=tmp_path / "m.npz")
    with pytest.raises(OSError, match="gone"):
        list(newsclean.extract_file("seeds", model=tmp_path / "gone"))
