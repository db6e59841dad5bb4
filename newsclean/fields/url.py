"""The address of the article."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from newsclean.document import Found, LabelledPage

SOURCES = {"link": 0.98, "opengraph": 0.95, "jsonld": 0.9, "microdata": 0.8}
"""Hints in the order of trust, and the confidence of each: the canonical link first."""
GIVEN = 0.9
"""Confidence of the address that the caller or the archive gave."""
LONGEST = 2000
"""Characters of an address."""
LOST = frozenset(" \ufffd")
"""What no address holds, but one that was read wrongly does."""


def find(page: LabelledPage) -> Found[str] | None:
    """The canonical address that the page states, else the one that it was fetched from."""
    given = page.page.dump.url
    for source, sure in SOURCES.items():
        for hint in page.page.hints:
            address = absolute(hint.value, given) if hint.name == "url" and hint.source == source else None
            if address:
                return Found(address, sure)
    address = absolute(given, None) if given else None
    return Found(address, GIVEN) if address else None


def absolute(address: str, base: str | None) -> str | None:
    """The address with scheme and host, `base` lending both; None where that gives none.

    >>> absolute("/a", "https://pier.example/b"), absolute("/a", None), absolute("http://[", None)
    ('https://pier.example/a', None, None)
    """
    try:
        whole = urljoin(base or "", address.strip())
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:
        return None
    known = parts.scheme in {"http", "https"} and host and len(whole) <= LONGEST
    return whole if known and whole.isprintable() and not LOST.intersection(whole) else None
