"""Scripts, style sheets and data that a tool took for text."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Dump, Source
from newsclean.segment import segment
from newsclean.segment.scripts import PARAGRAPH, SIGNS, without_scripts

PROSE = "The board said on Monday that the old swing bridge would open to boats again."
TITLE = "The old pier is open to all who like to walk on it"
CALL = "window.track('pier', document.title);"
SIGNED = "{}" * SIGNS + "window." * SIGNS
SCRIPT = (
    f"(function (d) {{\n  var pier = d.getElementById('pier');\n  if (!pier) {{ return; }}\n  {CALL}\n}})(document);"
)
STYLE = "@media (max-width: 600px) { .pier > a:hover { color: #fff !important; } }\n#quay{margin:0}"
LD = json.dumps(
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Pier open", "articleBody": PROSE}
)
FLIGHT = 'self.__page.push([1,"' + (PROSE + "\\n\\n") * 3 + '"])'


def page_of(text: str) -> list[str]:
    return [block.text for block in segment(Dump(Source("-"), text)).blocks]


@pytest.mark.parametrize("code", [SCRIPT, STYLE, LD, FLIGHT])
@pytest.mark.parametrize("between", ["\n", " "])
def test_code_is_no_block(code: str, between: str) -> None:
    text = between.join([PROSE, code, SCRIPT, PROSE])
    assert " ".join(page_of(text)) == f"{PROSE} {PROSE}"


def test_a_dump_with_few_signs_of_code_is_left_as_it_is() -> None:
    few = "{a} " * SIGNS + PROSE + " window." * (SIGNS - 1)
    assert without_scripts(few).text == few
    assert without_scripts(few + " window.open({});").text != few + " window.open({});"
    bare = PROSE + " window.open();" * 9
    assert without_scripts(bare).text == bare


@pytest.mark.parametrize(("short", "kept"), [(0, True), (1, False)])
def test_braces_around_a_paragraph_are_no_code(short: int, kept: bool) -> None:
    paragraph = (PROSE * 9)[: PARAGRAPH - short]
    text = f"{SIGNED}\n{{\n{paragraph}\n}}"
    assert (paragraph in without_scripts(text).text) is kept


def test_what_json_ld_states_is_heard() -> None:
    page = segment(Dump(Source("-"), f"{PROSE}\n{LD}\n{SCRIPT}\n"))
    assert [(hint.name, hint.value) for hint in page.hints if hint.name == "headline"] == [("headline", "Pier open")]
    assert not segment(Dump(Source("-"), f"{PROSE}\n{SCRIPT}\n")).hints


def test_blocks_keep_their_places() -> None:
    text = f"{SCRIPT}{TITLE}\n\n{STYLE}\n  {CALL} {PROSE}\n"
    page = segment(Dump(Source("-"), text))
    lines = text.split("\n")
    assert [block.text for block in page.blocks] == [TITLE, PROSE]
    for block in page.blocks:
        assert lines[block.line - 1][block.column - 1 :].rstrip() == block.text
        assert block.text in text[block.start : block.end]


CODES = st.sampled_from([SCRIPT, STYLE, LD, FLIGHT, CALL, "{", "}", "{}", '"', "\u2028", "\r\n", "\n", " ", PROSE, "é"])


@given(st.lists(CODES, max_size=12).map(lambda pieces: SIGNED + "".join(pieces)))
def test_no_line_and_no_place_is_lost(text: str) -> None:
    shown = without_scripts(text)
    assert len(shown.text.splitlines()) == len(text.splitlines())
    assert len(shown.text) + shown.cut[-1] == len(text)
    page = segment(Dump(Source("-"), text))
    spans = [(block.start, block.end) for block in page.blocks]
    assert not spans or (spans[0][0] == 0 and spans[-1][1] == len(text))
    assert all(end == start for (_, end), (start, _) in pairwise(spans))
    kept = text.splitlines()
    for block in page.blocks:
        assert kept[block.line - 1][block.column - 1 :].lstrip().startswith(block.text[:1])
