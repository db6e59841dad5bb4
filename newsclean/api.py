"""The library calls: the words of the command line, in the caller's process."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from os import PathLike, fspath

from newsclean.document import Dump, LabelledPage, Source
from newsclean.label import label as label_page
from newsclean.label.stored import model_file
from newsclean.names import whole
from newsclean.pipeline import Options, clean, rejected
from newsclean.read import dump_of, items
from newsclean.read.files import STDIN, expand
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.record import Article, Reason, Rejected
from newsclean.segment import segment
from newsclean.segment.limits import TooDeep

Name = str | PathLike[str]


class RejectedError(ValueError):
    """A dump that gave no record; `rejected` says why."""

    def __init__(self, rejected: Rejected) -> None:
        """The message is the refusal's."""
        super().__init__(f"{rejected.reason}: {rejected.message}")
        self.rejected = rejected


def extract(
    content: str | bytes,
    *,
    url: str | None = None,
    assume_tz: str | None = None,
    with_lines: bool = False,
    model: Name | None = None,
) -> Article:
    """The article of a dump, as text or as the bytes of a file, and the first of several; HTML is told by its content.

    `url` is where it came from, `assume_tz` the zone of printed times that state none ("Europe/Kyiv", "+02:00"),
    `model` the file of a model in place of the shipped one. Raises RejectedError; ValueError where there is no such
    zone, or no model in the file; and OSError.
    """
    return extract_all(content, url=url, assume_tz=assume_tz, with_lines=with_lines, model=model)[0]


def extract_all(
    content: str | bytes,
    *,
    url: str | None = None,
    assume_tz: str | None = None,
    with_lines: bool = False,
    model: Name | None = None,
) -> tuple[Article, ...]:
    """The articles of a dump, one at least, in order: `extract` for a dump that may hold several."""
    result = clean(_dump(content, url), _options(assume_tz, with_lines, model))
    if isinstance(result, Rejected):
        raise RejectedError(result)
    return result


def extract_file(
    path: Name, *, assume_tz: str | None = None, with_lines: bool = False, model: Name | None = None
) -> Iterator[Article | Rejected]:
    """The articles of a file or its refusal; for a folder, an archive or another container, those in it, in order.

    What cannot be read is given as a refusal, and not raised: a path that does not exist is one. Raises ValueError
    where there is no such zone, or no model in the file, and OSError where the model cannot be read: all when the
    first is asked for, and not when it is called.
    """
    options = _options(assume_tz, with_lines, model)
    found = ((file,) if isinstance(file, ReadError) else items(file, Context()) for file in expand([fspath(path)]))
    for each in chain.from_iterable(found):
        try:
            result = each.rejected() if isinstance(each, ReadError) else clean(dump_of(each), options)
        except ReadError as error:
            result = error.rejected()
        yield from (result,) if isinstance(result, Rejected) else result


def label(content: str | bytes, *, url: str | None = None, model: Name | None = None) -> LabelledPage:
    """Every block of a dump with its role, reason and confidence. Raises as `extract` does."""
    dump = _dump(content, url)
    try:
        return label_page(segment(dump), _options(model=model).model)
    except TooDeep as error:
        raise RejectedError(rejected(dump, Reason.TOO_DEEP, str(error))) from None


def _options(assume_tz: str | None = None, with_lines: bool = False, model: Name | None = None) -> Options:
    return Options(assume_tz, with_lines, model=model_file(fspath(model)) if model else None)


def _dump(content: str | bytes, url: str | None) -> Dump:
    data = whole(content).encode() if isinstance(content, str) else content
    try:
        dump = dump_of(Item(Source(STDIN), data, url))
    except ReadError as error:
        raise RejectedError(error.rejected()) from None
    return dump if data is content else dump._replace(misdeclared=None)  # the caller decoded it
