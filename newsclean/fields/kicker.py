"""The short line above the headline: a topic, a series, "Opinion"."""

from __future__ import annotations

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields import hinted


def find(page: LabelledPage) -> Found[str] | None:
    """The kicker as printed."""
    for i in page.indexes(Role.KICKER):
        return Found(page.page.blocks[i].text, page.labels[i].confidence, (i,))
    return hinted.found(page, "kicker")
