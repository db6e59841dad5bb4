"""The library calls: the words of the command line, in the caller's process."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.document import Dump, LabelledPage, Source
from newsclean.label import label as label_page
from newsclean.pipeline import Options, clean, rejected
from newsclean.read import dump_of, read
from newsclean.read.files import STDIN, expand
from newsclean.read.limits import Limits, ReadError
from newsclean.names import shown
from newsclean.record import Article, Rejected, SourceRef
from newsclean.segment import segment


class RejectedError(ValueError):
    """A dump that gave no record; `rejected` says why."""

    def __init__(self, rejected: Rejected) -> None:
        """The message is the refusal's."""
        super().__init__(f"{rejected.reason}: {rejected.message}")
        self.rejected = rejected


def extract(
    content: str | bytes, *, url: str | None = None, assume_tz: str | None = None, with_lines: bool = False
) -> Article:
    """The article of a dump, as text or as the bytes of a file; HTML is told by its content.

    `url` is where it came from, `assume_tz` the zone of printed times that state none ("Europe/Kyiv", "+02:00").
    Raises RejectedError.
    """
    result = clean(_dump(content, url), Options(assume_tz, with_lines))
    if isinstance(result, Rejected):
        raise RejectedError(result)
    return result


def extract_file(path: str, *, assume_tz: str | None = None, with_lines: bool = False) -> Iterator[Article | Rejected]:
    """The articles or refusals of a file, or of the files of a folder, in order."""
    for each in expand([path]):
        try:
            yield clean(read(each, Limits()), Options(assume_tz, with_lines))
        except ReadError as error:
            name, raw = shown(each)
            source = SourceRef(path=name, path_bytes=raw)
            yield Rejected(source=source, reason=error.reason, message=error.message, offset=error.offset)


def label(content: str | bytes, *, url: str | None = None) -> LabelledPage:
    """Every block of a dump with its role, reason and confidence. Raises RejectedError."""
    return label_page(segment(_dump(content, url)))


def _dump(content: str | bytes, url: str | None) -> Dump:
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    source = Source(STDIN)
    try:
        return dump_of(data, source, url=url)
    except ReadError as error:
        raise RejectedError(rejected(Dump(source, ""), error.reason, error.message)) from None
