"""How right other tools are on the same pages: `python tests/benchmarks/peers.py PAGES [FOLD,FOLD]`.

PAGES (../shared/bench/dev) holds `gold.jsonl.gz` and `html/<id>.html.gz`; of four folds of sites those are read that
are named, as a model is measured on those that it was not fitted on. The figures are those of `newsclean evaluate`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean.measure.figures import figures_of, results_of  # noqa: E402
from newsclean.measure.gold import gold_in  # noqa: E402
from newsclean.measure.match import Pair  # noqa: E402
from newsclean.training.pages import fold_of, site_of  # noqa: E402

FOLDS = 4
Record = dict[str, Any]


def trafilatura(data: bytes) -> Record:
    import trafilatura as tool

    said = json.loads(tool.extract(data, output_format="json", with_metadata=True) or "{}")
    names = [name.strip() for name in (said.get("author") or "").split(";") if name.strip()]
    return {
        "body": said.get("text"),
        "headline": said.get("title"),
        "authors": [{"name": name} for name in names],
        "published": {"value": said["date"]} if said.get("date") else None,
    }


def resiliparse(data: bytes) -> Record:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding

    html = data.decode(detect_encoding(data), "replace")
    return {"body": extract_plain_text(html, main_content=True, alt_texts=False)}


def shipped(data: bytes) -> Record:
    import newsclean

    try:
        return json.loads(newsclean.extract(data).model_dump_json())  # type: ignore[no-any-return]
    except newsclean.RejectedError:
        return {}


TOOLS: dict[str, Callable[[bytes], Record]] = {
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
    "newsclean, which was fitted on these pages": shipped,
}


def main() -> None:
    pages = Path(sys.argv[1])
    folds = {int(fold) for fold in (sys.argv[2] if len(sys.argv) > 2 else "0,1,2,3").split(",")}
    with gzip.open(pages / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        sites = {row["id"]: site_of(row) for row in map(json.loads, lines)}
    gold = [case for case in gold_in(pages / "gold.jsonl.gz") if fold_of(sites[case.name], FOLDS) in folds]
    print(f"{len(gold)} pages")
    for name, tool in TOOLS.items():
        found = (tool(gzip.decompress((pages / "html" / f"{case.name}.html.gz").read_bytes())) for case in gold)
        pairs = [Pair(case, "html", said) for case, said in zip(gold, found, strict=True)]
        figures = figures_of(results_of(pairs, None))
        shown = (f"{key} {figures[key]:.3f}" for key in ("body", "body_p", "body_r", "headline", "authors", "day"))
        print(f"{name:12} ", "  ".join(shown), flush=True)


if __name__ == "__main__":
    main()
