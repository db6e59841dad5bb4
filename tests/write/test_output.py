"""A format on its way to a file: packed, and closed only where it is whole."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd

from newsclean.stops import Stopped
from newsclean.write.output import output_to
from newsclean.write.packers import PACKERS
from newsclean.write.sink import OutputError

LINES = [b'{"n": %d}\n' % n for n in range(5_000)]
UNPACKED: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    ".gz": gzip.decompress,
    ".GZ": gzip.decompress,
    ".zst": zstd.decompress,
}


def test_every_packing_is_tested() -> None:
    assert set(PACKERS) < set(UNPACKED)


@pytest.mark.parametrize("many", [0, 1, 5_000])
@pytest.mark.parametrize("suffix", UNPACKED)
def test_the_suffix_says_how_it_is_packed(tmp_path: Path, suffix: str, many: int) -> None:
    packed = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.jsonl{suffix}"
        with output_to(str(path)) as output:
            for line in LINES[:many]:
                output.write(line)
        packed.append(path.read_bytes())
    assert packed[0] == packed[1]
    assert UNPACKED[suffix](packed[0]) == b"".join(LINES[:many])
    assert suffix == "" or many < 5_000 or len(packed[0]) < len(b"".join(LINES)) / 2


def test_gzip_holds_no_time_and_no_name(tmp_path: Path) -> None:
    with output_to(str(tmp_path / "a.gz")) as output:
        output.write(LINES[0])
    header = (tmp_path / "a.gz").read_bytes()[:10]
    assert (header[3], header[4:8]) == (0, bytes(4))


def test_standard_output_is_not_packed(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for path in (None, "-"):
        with output_to(path, "json") as output:
            output.write(LINES[0])
    assert capfdbinary.readouterr().out == b'[{"n": 0}\n]\n' * 2


def test_an_empty_run_gives_a_whole_file(tmp_path: Path) -> None:
    with output_to(str(tmp_path / "out.json"), "json"):
        pass
    assert (tmp_path / "out.json").read_bytes() == b"[]\n"


@pytest.mark.parametrize("error", [ValueError(), Stopped(2)])
def test_nothing_closes_what_was_stopped(capfdbinary: pytest.CaptureFixture[bytes], error: BaseException) -> None:
    with pytest.raises(type(error)), output_to(None, "json") as output:  # noqa: PT012
        output.write(LINES[0])
        raise error
    assert capfdbinary.readouterr().out == b'[{"n": 0}\n'


def test_a_file_that_was_stopped_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Stopped), output_to(str(tmp_path / "out.json.zst"), "json") as output:  # noqa: PT012
        output.write(LINES[0])
        raise Stopped(2)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_also_where_it_shows_at_the_end() -> None:
    with pytest.raises(OutputError, match=r"/dev/full: cannot be written"), output_to("/dev/full", "json"):
        pass
