"""Milliseconds of scripting on the page of a report, as Chromium's trace has them: `python tests/benchmarks/report.py`.

Needs `pip install '.[browser]'` and a Chromium. The page holds 2,000 dumps made of the seeds, or as many as
a number says.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean.run.report import Request, report_all  # noqa: E402
from newsclean.run.worker import Pool  # noqa: E402

SCRIPTING = {
    *("EvaluateScript", "FunctionCall", "EventDispatch", "TimerFire", "FireAnimationFrame", "RunMicrotasks"),
    *("v8.compile", "v8.compileModule", "v8.evaluateModule", "MinorGC", "MajorGC", "V8.GCScavenger", "V8.GC_MC"),
}
"""Events that DevTools count as scripting; what they wait for, layout among it, is counted with them."""
CATEGORIES = ["devtools.timeline", "v8", "disabled-by-default-v8.gc", "blink.user_timing"]
Act = Callable[[Any], None]
ACTS: dict[str, Act] = {
    "open": lambda page: None,
    "search for a word": lambda page: page.get_by_label("Search").fill("ferry"),
    "search for nothing again": lambda page: page.get_by_label("Search").fill(""),
    "choose a language": lambda page: page.get_by_label("Language").select_option("de"),
    "clear": lambda page: page.get_by_role("button", name="Clear").click(),
    "sort by confidence": lambda page: page.locator("thead th.sure button").click(),
    "open a dump": lambda page: page.locator("tbody a").first.click(),
}


def main() -> None:
    from playwright.sync_api import sync_playwright

    many = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = report_of(Path(folder), many)
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        page = browser.new_page()
        for name, act in ACTS.items():
            trace = traced(
                browser, page, lambda act=act, first=name == "open": page.goto(address) if first else act(page)
            )
            print(f"{name:<26} {scripting(trace):>6.0f} ms")
        browser.close()


def report_of(folder: Path, many: int) -> str:
    """The address of a page of so many dumps: each seed again and again, with a number in its text."""
    seeds = [(path, path.read_text("utf-8")) for path in sorted((ROOT / "seeds").iterdir())]
    dumps = folder / "dumps"
    dumps.mkdir()
    for n in range(many):
        path, text = seeds[n % len(seeds)]
        (dumps / f"{n:05}-{path.name}").write_text(f"{text}\n{n}\n", "utf-8")
    start = time.perf_counter()
    report_all(Request((str(dumps),), str(folder / "report.html"), pool=Pool(os.cpu_count() or 1), quiet=True), print)
    page = folder / "report.html"
    print(f"{many} dumps, {page.stat().st_size / 1024**2:.0f} MiB, written in {time.perf_counter() - start:.0f} s")
    return page.as_uri()


def traced(browser: Any, page: Any, act: Callable[[], Any]) -> list[dict[str, Any]]:
    """The events of the trace while something is done, and until the page is idle."""
    browser.start_tracing(page=page, categories=CATEGORIES)
    act()
    page.wait_for_timeout(1_500)
    return json.loads(browser.stop_tracing())["traceEvents"]


def scripting(events: list[dict[str, Any]]) -> float:
    """Milliseconds in which the busiest thread ran scripts: the union of the events, since they nest."""
    spans: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for event in events:
        if event.get("ph") == "X" and event["name"] in SCRIPTING:
            spans.setdefault((event["pid"], event["tid"]), []).append((event["ts"], event["ts"] + event.get("dur", 0)))
    return max(map(_union, spans.values()), default=0.0) / 1000


def _union(spans: list[tuple[float, float]]) -> float:
    total, reached = 0.0, 0.0
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return total


if __name__ == "__main__":
    main()
