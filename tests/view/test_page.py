"""The page as bytes: one module made of several, nothing that loads, and data that no parser takes for markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsclean.view.page import MODULES, OWN, Page, dump_data, head, inert, tail
from newsclean.view.sheet import Row

FILES = resources.files("newsclean.view")


def whole(module: str) -> str:
    return (head("A <title>", module) + tail("A <title>", module, Page([Row(1, "a.txt")]))).decode()


@pytest.mark.parametrize("module", OWN)
def test_the_policy_allows_the_styles_and_the_script_of_the_page_alone(module: str) -> None:
    page = html.document_fromstring(whole(module))
    (policy,) = page.xpath("//meta[@http-equiv]/@content")
    (style,), (script,) = page.xpath("//style/text()"), page.xpath("//script[@type='module']/text()")
    for text, name in ((style, "style-src"), (script, "script-src")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert page.xpath("//@src | //@onload | //@style") == []
    assert page.xpath("//@href") == ["data:,"]
    assert page.xpath("//title/text()") == ["A <title>"]


@pytest.mark.parametrize("module", OWN)
def test_each_module_imports_only_what_stands_before_it_and_no_name_is_taken_twice(module: str) -> None:
    before: list[str] = []
    names: list[str] = []
    for name in (*MODULES, *OWN[module]):
        text = FILES.joinpath(f"{name}.js").read_text("utf-8")
        assert set(re.findall(r'from "\./(\w+)\.js"', text)) <= set(before)
        assert text.count("import ") == len(re.findall(r"^import \{.*\} from .*;$", text, re.MULTILINE))
        names += re.findall(r"^(?:export )?(?:async )?(?:function|const|let) (\w+)", text, re.MULTILINE)
        before.append(name)
    assert len(names) == len(set(names))


def test_no_script_makes_markup_of_text() -> None:
    for file in FILES.iterdir():
        if file.name.endswith(".js"):
            words = re.findall(
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(", file.read_text()
            )
            assert words == [], file.name


@given(st.text())
def test_data_goes_through_a_parser_as_it_is(text: str) -> None:
    sheet = json.dumps([text], ensure_ascii=False).encode("utf-8", "backslashreplace")
    data = dump_data(7, sheet, [{"code": text, "message": "</script>"}])
    assert b"<" not in inert(sheet)
    inside = data.removeprefix(b'<script type="application/json" id="dump-7">').removesuffix(b"</script>\n")
    assert json.loads(inside) == [[text], [{"code": text, "message": "</script>"}]]
