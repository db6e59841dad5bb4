"""newsclean turns noisy news-article dumps into validated, structured records.

>>> import newsclean
>>> article = newsclean.extract(open("seeds/select-all.de.txt", "rb").read())  # doctest: +SKIP
>>> article.headline  # doctest: +SKIP

These calls run in the caller's process: a parser that crashes or hangs on hostile markup takes it along. The command
line isolates each document in a worker process.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.api import RejectedError, extract, extract_all, extract_file, label
    from newsclean.record import Article, Rejected

__version__ = "0.1.0"
__all__ = ["Article", "Rejected", "RejectedError", "__version__", "extract", "extract_all", "extract_file", "label"]

_HOME = {"Article": "newsclean.record", "Rejected": "newsclean.record"}


def __getattr__(name: str) -> Any:
    """Import on first use, so that `import newsclean` costs nothing."""
    if name in __all__:
        return getattr(import_module(_HOME.get(name, "newsclean.api")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps `newsclean.label` the function, though importing the folder of that name would put the module there."""

    @property
    def label(self) -> Any:
        return import_module("newsclean.api").label

    @label.setter
    def label(self, _module: ModuleType) -> None:
        return


sys.modules[__name__].__class__ = _Package
