"""The page of `newsclean report` in a browser: what it shows, what it obeys, and that nothing in a dump runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
SHOUT = (
    "<script>shout()</script><img src=x onerror=shout()></script><!--<script>"
    "${shout()}{{shout()}}\u202e\u2066`'\">&lt;b&gt;"
)
"""What would run where text were taken for markup, script, template or attribute; its overrides of direction end with
it."""
BODY = " ".join(["The council of Larkmoor voted on Monday to bring back the ferry, nine years after it was sold."] * 3)
HOSTILE = f"""\
Larkmoor {SHOUT}

Council backs plan to reopen the ferry {SHOUT}

By Maren {SHOUT} Ostrick

September 21, 2024, 5:59 PM {SHOUT}

The old harbour {SHOUT} at dusk. (Photo: {SHOUT})

KYIV {SHOUT} (Reuters) - {BODY} {SHOUT}

{BODY} javascript:shout()

{BODY}

Related stories

A teaser {SHOUT} of another story that is told at some length here

Copyright 2024 The Larkmoor {SHOUT}. All rights reserved.
"""
MARKUP = f"""\
<html><head><title>Ferry {SHOUT}</title><meta property="og:title" content="Ferry &lt;script&gt;shout()&lt;/script&gt;">
<link rel="canonical" href="javascript:shout()"><script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "<img src=x onerror=shout()>", "author": {{"name": "<svg onload=shout()>"}},
"publisher": {{"name": "\\u003c/script>\\u003cscript>shout()"}}, "articleSection": "</scr" }}</script></head>
<body><h1>Ferry &lt;/script&gt;&lt;script&gt;shout()&lt;/script&gt; again</h1><p>{BODY}</p><p>{BODY}</p>
<figure><img src="javascript:shout()" alt="&quot;&gt;&lt;svg onload=shout()&gt;"><figcaption>
&lt;svg onload=shout()&gt; at dusk</figcaption></figure><p>{BODY}</p></body></html>
"""


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the report of the seeds, and of a refusal."""
    from newsclean.run.report import Request, report_all

    folder = tmp_path_factory.mktemp("report")
    (folder / "empty.txt").write_text("")
    output = folder / "report.html"
    request = Request((str(SEEDS), str(folder / "empty.txt")), str(output), quiet=True)
    assert report_all(request, print) == 0
    return output.as_uri()


def wait_for_dump(page: Any, number: int) -> None:
    """An address changes before what it names is shown."""
    page.locator("nav .note", has_text=re.compile(rf"^{number} of ")).wait_for()
    page.locator("article h2").wait_for()


def names(page: Any) -> list[str]:
    return page.locator("tbody tr small:first-of-type").all_inner_texts()


def test_the_table_shows_all_dumps_and_sorts_by_each_column(visit, seeds: str) -> None:
    page = visit(seeds)
    assert page.locator("#sum").inner_text() == "16 dumps, 1 refused"
    assert len(names(page)) == 16
    sure = page.locator("thead th.sure button")
    sure.click()
    shown = [text for text in page.locator("tbody td.sure").all_inner_texts() if text]
    assert shown == sorted(shown)
    assert page.locator("thead th.sure").get_attribute("aria-sort") == "ascending"
    sure.press("Enter")
    assert [text for text in page.locator("tbody td.sure").all_inner_texts() if text] == sorted(shown, reverse=True)
    assert names(page)[-1].endswith("empty.txt")  # what has no value comes last either way


def test_search_and_filters_choose_dumps_and_the_overview_follows(visit, seeds: str) -> None:
    page = visit(seeds)
    page.get_by_label("Search").fill("select-all")
    assert {Path(name).name for name in names(page)} == {path.name for path in SEEDS.glob("select-all*")}
    page.get_by_label("Language").select_option("de")
    assert [Path(name).name for name in names(page)] == ["select-all.de.txt"]
    languages = page.locator(".card", has_text="Languages").get_by_role("button")
    assert languages.all_inner_texts() == ["German (de)\n1"]
    page.get_by_role("button", name="Clear").click()
    page.locator(".card", has_text="Records and refusals").get_by_role("button", name="empty").click()
    assert [Path(name).name for name in names(page)] == ["empty.txt"]
    assert page.locator("#said").inner_text() == "1 of 16 dumps"
    assert page.locator("tbody .mark").all_inner_texts() == ["NC101"]


def test_a_dump_shows_every_line_and_folds_what_was_dropped(visit, seeds: str) -> None:
    page = visit(seeds)
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    dump = (SEEDS / "select-all.de.txt").read_text("utf-8")
    assert page.locator(".line .said").all_text_contents() == [line for line in dump.splitlines() if line.strip()]
    menu = page.get_by_text("Zum Inhalt springen")
    assert not menu.is_visible()
    page.locator("summary", has_text="14 lines dropped").click()
    assert menu.is_visible()
    assert "navigation (navigation-words, like-navigation)" in page.locator(".fold summary").first.inner_text()


def test_a_field_shows_its_lines_when_pointed_at_and_when_focused(visit, seeds: str) -> None:
    page = visit(seeds)
    page.get_by_role("link", name="Moorauer Hängebrücke").click()
    page.locator("[data-field=authors]").hover()
    assert page.locator("mark").all_inner_texts() == ["Hannelore Brix", "Jasper Tiedemann"]
    assert page.locator(".lit .number").all_inner_texts() == ["21"]
    page.mouse.move(0, 0)
    assert page.locator("mark").count() == 0
    page.locator("[data-field=published] button").focus()
    assert page.locator("mark").all_inner_texts() == ["12.05.2025, 18:40 Uhr"]
    page.locator("[data-field=related] button").focus()
    assert page.locator(".lit").last.is_visible()
    box = page.locator(".lit").first.bounding_box()
    assert 0 < box["y"] < 900  # scrolled into view


def test_an_issue_stands_at_its_line(visit, report_of, tmp_path: Path) -> None:
    (tmp_path / "lost.txt").write_text(
        f"A headline over the ferry of Larkmoor\n\n{BODY}\n\n{BODY} And lost \ufffd here.\n"
    )
    page = visit(report_of(tmp_path / "lost.txt"))  # one dump is shown at once
    line = page.locator(".line", has=page.locator(".issue", has_text="NC105"))
    assert line.locator(".number").inner_text() == "5"


def test_keys_go_from_dump_to_dump(visit, seeds: str) -> None:
    page = visit(seeds + "#1")
    wait_for_dump(page, 1)
    first = page.locator("article h2").inner_text()
    page.keyboard.press("j")
    wait_for_dump(page, 2)
    assert page.url.endswith("#2")
    assert page.locator("article h2").inner_text() != first
    page.keyboard.press("k")
    wait_for_dump(page, 1)
    assert page.locator("article h2").inner_text() == first
    page.keyboard.press("u")
    page.locator("table").wait_for()
    assert not page.locator("article").is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1300, "dark")])
def test_no_serious_fault_for_whom_it_is_read_to(visit, faults, seeds: str, width: int, scheme: str) -> None:
    page = visit(seeds)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    assert faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.goto(seeds + "#9")
    page.locator("article h2").wait_for()
    assert faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_nothing_of_a_hostile_dump_runs(visit, report_of, tmp_path: Path) -> None:
    folder = tmp_path / "<img src=x onerror=shout()>"
    folder.mkdir()
    for i, (name, text) in enumerate(
        [("'\"><script>shout()<script>.txt", HOSTILE), ("\u202egnp.html", MARKUP), ("${shout()}.txt", "<\x00\ud800 ")]
    ):
        (folder / f"{i}{name}").write_bytes(text.encode("utf-8", "surrogatepass"))
    page = visit(report_of(folder))
    assert page.locator("tbody tr").count() == 3
    for number in (1, 2, 3):
        page.goto(page.url.split("#")[0] + f"#{number}")
        wait_for_dump(page, number)
        for field in page.locator("[data-field]").all():
            field.hover()
    page.goto(page.url.split("#")[0] + "#1")
    wait_for_dump(page, 1)
    assert "<script>shout()</script>" in page.locator("[data-field=headline] dd").inner_text()
    assert page.locator("main :is(img, iframe, object, script)").count() == 0
    assert page.locator("script:not([type='application/json'])").count() == 1
    assert page.locator("[data-field=headline] bdi").evaluate("(one) => getComputedStyle(one).unicodeBidi") == "isolate"


def test_past_a_size_there_are_pages_and_the_first_leads_to_all(visit, report_of, monkeypatch) -> None:
    monkeypatch.setattr("newsclean.run.report.MOST_DUMPS", 10)
    page = visit(report_of(SEEDS))
    assert page.locator("tbody tr").count() == 15
    page.get_by_label("Search").fill("wet.es")
    page.locator("tbody a").click()
    page.wait_for_url(re.compile(r"-2\.html#15$"))
    assert page.locator("article h2 + p").inner_text().endswith("wet.es.txt")
    page.get_by_role("link", name="All dumps").click()
    assert page.locator("tbody tr").count() == 5
    page.goto(page.url.replace("-2.html", ".html").split("#")[0] + "#11")  # whose lines stand on the second
    page.wait_for_url(re.compile(r"-2\.html#11$"))
