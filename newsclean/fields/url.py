"""The article's own address: the canonical one, or where the caller says that it came from."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage
from newsclean.fields import hinted


def find(page: LabelledPage) -> Found[str] | None:
    """An absolute address, as stated."""
    stated = hinted.found(page, "url")
    if stated and stated.value.startswith(("http://", "https://")):
        return stated
    return Found(page.page.dump.url, 1.0) if page.page.dump.url else None
