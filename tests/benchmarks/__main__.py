"""Documents a second and peak memory, next to the tools that people use now: `python tests/benchmarks [FOLDER]`.

Each tool reads the same documents in a process of its own, one core, so that its peak memory is its own. Start-up and
one warming document are left out of the time and counted in the memory. Tools that are not installed are named.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

Extract = Callable[[bytes], object]


def newsclean() -> Extract:
    """Whole records, out of text or HTML."""
    import newsclean as tool

    def extract(data: bytes) -> object:
        try:
            return tool.extract(data).model_dump_json()
        except tool.RejectedError:
            return None

    return extract


def trafilatura() -> Extract:
    """Body and metadata, out of HTML."""
    import trafilatura as tool

    return lambda data: tool.extract(data, output_format="json", with_metadata=True)


def resiliparse() -> Extract:
    """The main content as text, out of HTML: no field besides."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding

    return lambda data: extract_plain_text(data.decode(detect_encoding(data), "replace"), main_content=True)


TOOLS: dict[str, tuple[Callable[[], Extract], tuple[str, ...]]] = {
    "newsclean": (newsclean, ("text", "html")),
    "trafilatura": (trafilatura, ("html",)),
    "resiliparse": (resiliparse, ("html",)),
}
"""Maker of the function that is timed, and the media that the tool reads. Add a row to measure another tool."""
SUFFIXES = {"text": (".txt", ".md"), "html": (".html", ".htm")}
LEAST = 2.0
"""Seconds of work from which a rate is taken: a few documents are read again until then."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "seeds", help="documents to read (seeds/)")
    parser.add_argument("--only", nargs=2, metavar=("TOOL", "MEDIUM"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if not args.folder.is_dir():
        parser.error(f"{args.folder} is no folder")
    if args.only:
        print(json.dumps(measure(*args.only, args.folder)))
        return
    print(f"{'tool':<12} {'medium':<7} {'documents':>9} {'per second':>11} {'ms each':>8} {'peak MiB':>9}")
    for tool, (_, media) in TOOLS.items():
        for medium in media:
            print(row(tool, medium, args.folder), flush=True)


def row(tool: str, medium: str, folder: Path) -> str:
    """One line of the table, measured in a process of its own."""
    if find_spec(tool) is None:
        return f"{tool:<12} {medium:<7} not installed: pip install '.[bench]'"
    if not documents(folder, medium):
        return f"{tool:<12} {medium:<7} no such documents in {folder}"
    command = [sys.executable, __file__, str(folder), "--only", tool, medium]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    rate = said["read"] / said["seconds"]
    return f"{tool:<12} {medium:<7} {said['documents']:>9} {rate:>11.1f} {1000 / rate:>8.2f} {said['peak']:>9.0f}"


def measure(tool: str, medium: str, folder: Path) -> dict[str, float]:
    """Read the documents until enough time has passed; seconds of processor time, and MiB."""
    extract = TOOLS[tool][0]()
    data = [path.read_bytes() for path in documents(folder, medium)]
    extract(data[0])
    read, start = 0, time.process_time()
    while time.process_time() - start < LEAST:
        for each in data:
            extract(each)
        read += len(data)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"documents": len(data), "read": read, "seconds": seconds, "peak": peak}


def documents(folder: Path, medium: str) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES[medium])


if __name__ == "__main__":
    main()
