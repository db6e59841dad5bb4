"""A page in headless Chromium, which fails its test for whatever it asks of the network or runs without being asked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean.limits import DEFAULT
from newsclean.run.report import Request, report_all

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WIDE = {"width": 1300, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install 'newsclean[browser]'")
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[[str], Any]]:
    """Opens an address; at the end nothing may have been said, asked, refused or requested from elsewhere."""
    troubles: list[str] = []
    context = browser.new_context(viewport=WIDE)

    def open_page(address: str) -> Any:
        page = context.new_page()
        page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        # of a correction that is refused Chromium speaks by itself
        page.on("console", lambda said: "status of 422" in said.text or troubles.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("popup", lambda other: troubles.append(f"popup: {other.url}"))
        origin = address.rpartition("/")[0]
        page.on("request", lambda asked: asked.url.startswith(origin) or troubles.append(f"request: {asked.url}"))
        page.goto(address)
        return page

    yield open_page
    context.close()
    assert troubles == []


@pytest.fixture
def report_of(tmp_path: Path) -> Callable[..., str]:
    """The address of the report of these paths."""

    def made(*paths: Path) -> str:
        output = tmp_path / "a:b #1?.html"  # a name that has to be escaped in addresses
        request = Request(tuple(map(str, paths)), str(output), limits=DEFAULT, quiet=True)
        assert report_all(request, print) == 0
        return output.as_uri()

    return made


@pytest.fixture
def faults(browser: Any) -> Callable[[Any], list[str]]:
    """The serious faults that axe-core finds on a page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")

    def found(page: Any) -> list[str]:
        violations = axe.Axe().run(page).response["violations"]
        grave = [each for each in violations if each["impact"] in ("serious", "critical")]
        return [f"{each['id']}: {node['html'][:200]}" for each in grave for node in each["nodes"]]

    return found
