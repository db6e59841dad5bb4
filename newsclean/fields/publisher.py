"""The paper or site: what the metadata states, else what the page says in two places, or in one that is made for it."""

from __future__ import annotations

import re

from newsclean.document import Found, LabelledPage, Role
from newsclean.fields import authors, hinted
from newsclean.lang import Language, load

LONGEST = 60
"""Characters of a name; longer texts are slogans."""
SUFFIX = re.compile(r"\s[|–—·•»:-]\s")
"""What stands between a headline and the site's name in a page's title."""
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]{0,3}(?:(?:19|20)\d\d\s?[-–]?\s?){0,2}[,.]?\s{0,3}(\S.{1,80})", re.IGNORECASE
)
ENDING = re.compile(r"[.,;|]|\s[-–—]\s")
"""Where the holder of the rights ends in such a notice."""
TITLED, NOTICED, SIGNED = 0.8, 0.6, 0.75
"""Confidence by place: the page's title, a notice of rights, a desk in the byline that the page names elsewhere."""


def find(page: LabelledPage) -> Found[str] | None:
    """The name as printed; None where nothing is sure."""
    stated = hinted.found(page, "publisher")
    if stated and len(stated.value) <= LONGEST and "://" not in stated.value:
        return stated
    return _from_title(page) or _from_desk(page) or _from_rights(page)


def _from_title(page: LabelledPage) -> Found[str] | None:
    """The end of a first line that begins with the headline, as page titles do."""
    blocks, headlines = page.page.blocks, page.indexes(Role.HEADLINE)
    if not headlines or headlines[0] == 0:
        return None
    name = suffix_of(blocks[0].text, blocks[headlines[0]].text)
    return Found(name, TITLED, (0,)) if name else None


def suffix_of(title: str, headline: str) -> str | None:
    """What a page's title says after its headline.

    >>> suffix_of("Bridge to open | Sport | The Harbour Post", "Bridge to open")
    'The Harbour Post'
    """
    if len(title) <= len(headline) or not title.casefold().startswith(headline.casefold()):
        return None
    parts = SUFFIX.split(" " + title[len(headline) :].strip() + " ")
    name = parts[-1].strip(" |–—·•»:-")
    return name if len(parts) > 1 and 1 < len(name) <= LONGEST else None


def _from_desk(page: LabelledPage) -> Found[str] | None:
    """A desk in the byline without the words for a desk, where another block names it too."""
    said = authors.find(page)
    language = load(page.page.language)
    for author in said.value if said else ():
        name = without_desk(author.name, language) if author.type == "organization" else None
        bare = (name or "").casefold().removeprefix("the ")
        if name and any(bare in b.text.casefold() for i, b in enumerate(page.page.blocks) if i not in said.blocks):
            return Found(name, SIGNED, said.blocks)
    return None


def without_desk(name: str, language: Language) -> str | None:
    """The paper that a desk's name begins with; None where it is a desk's alone.

    >>> from newsclean.lang import load
    >>> without_desk("The Harbour Post news desk", load("en"))
    'The Harbour Post'
    """
    folded = name.casefold()
    for word in sorted(language.desk, key=len, reverse=True):
        if folded.endswith(" " + word):
            rest = name[: -len(word)].strip()
            return rest if rest.casefold() not in ("the", "") else None
    return None


def _from_rights(page: LabelledPage) -> Found[str] | None:
    """The holder in a notice of rights, where another block names it too."""
    for i in page.indexes(Role.LEGAL):
        name = holder_of(page.page.blocks[i].text)
        bare = (name or "").casefold().removeprefix("the ")
        if name and any(bare in b.text.casefold() for j, b in enumerate(page.page.blocks) if j != i):
            return Found(name, NOTICED, (i,))
    return None


def holder_of(text: str) -> str | None:
    """The holder that a notice of rights names.

    >>> holder_of("© 2024 The Harbour Post. All rights reserved.")
    'The Harbour Post'
    """
    notice = RIGHTS.search(text[:300])
    name = ENDING.split(notice[1])[0].strip(" -–—") if notice else ""
    return name if 2 < len(name) <= LONGEST and name[0].isupper() else None
