"""The pictures of an article: what they show and who made them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsclean.document import Found, Hint, LabelledPage, Picture, Role
from newsclean.fields.credit import bare_credit, is_house, opens_credit, split_credit
from newsclean.fields.names import has_unspaced
from newsclean.record import Image

REACH = 2
"""Blocks between a caption and the credit printed beside it, at most: one may be a button such as "Enlarge"."""
HEAD = 20
"""Characters that must come back for a text to be taken as printed twice."""
HINTED = 0.6
"""Confidence of a picture that only the page's metadata names."""
TOLD = 3
"""Words of a caption that ends as no sentence, at least."""
SENTENCE = (".", "!", "?", "…", "。")
"""Ends of a short caption, which is labelled a credit for the sake of the one behind it."""


class _Part(NamedTuple):
    """What one or two blocks, or an image element, say about a picture."""

    first: int
    last: int
    """Blocks that it was read from; both are the place in the page."""
    caption: str | None = None
    credit: str | None = None
    url: str | None = None
    alt: str | None = None
    labelled: bool = True


def find(page: LabelledPage) -> Found[tuple[Image, ...]]:
    """The pictures in page order, the lead picture first, each once; empty where there are none."""
    parts = _once(_with_pictures(_shown(_paired(_printed(page)), page.page.pictures), page))
    parts = _lead_first(parts, page.page.hints)
    blocks = tuple(dict.fromkeys(i for part in parts if part.labelled for i in (part.first, part.last)))
    images = tuple(Image(caption=p.caption, credit=p.credit, url=p.url, alt=p.alt) for p in parts)
    return Found(images, page.confidence(blocks, HINTED), blocks)


def _printed(page: LabelledPage) -> list[_Part]:
    """One part for each block that is a caption or a credit."""
    parts = []
    for i in page.indexes(Role.CAPTION, Role.CREDIT):
        text = undoubled(page.page.blocks[i].text)
        caption, credit = split_credit(text, page.page.language)
        if page.labels[i].role is Role.CREDIT and not _tells(caption, credit, text, page.page.language):
            caption, credit = None, bare_credit(text, page.page.language)
        parts.append(_Part(i, i, caption, credit))
    return parts


def _tells(caption: str | None, credit: str | None, text: str, language: str) -> bool:
    """Whether what was split off a credit is a caption: a sentence, or what is no credit before a house in brackets."""
    if not caption or not credit:
        return False
    if caption.endswith(SENTENCE) or has_unspaced(caption):
        return True
    enclosed = text.endswith((")", "]")) and is_house(credit, language)
    return enclosed and len(caption.split()) >= TOLD and not opens_credit(caption, language)


def undoubled(text: str) -> str:
    """The second of two texts where a dump prints the alt text right before the same caption, or a button and both.

    >>> undoubled("The old pier at dusk. The old pier at dusk. Photo: Ada Pole")
    'The old pier at dusk. Photo: Ada Pole'
    >>> undoubled("Enlarge The old pier at dusk. The old pier at dusk.")
    'The old pier at dusk.'
    """
    for start in (0, text.find(" ") + 1):
        again = text.find(text[start : start + HEAD], start + HEAD)
        if again > 0 and text[again:].startswith(text[start:again].rstrip(" .")):
            return text[again:]
    return text


def _paired(parts: Iterable[_Part]) -> list[_Part]:
    """A credit that stands alone goes to the caption before it, else to the one after it."""
    out: list[_Part] = []
    for part in parts:
        if part.caption is None and part.credit is None:  # "Photo:" alone on its line
            continue
        before = out[-1] if out and part.first - out[-1].last <= REACH else None
        if before and before.caption and not before.credit and not part.caption:
            out[-1] = before._replace(last=part.last, credit=part.credit)
        elif before and not before.caption and part.caption and not part.credit:
            out[-1] = part._replace(first=before.first, credit=before.credit)
        else:
            out.append(part)
    return out


def _shown(parts: list[_Part], pictures: Sequence[Picture]) -> list[_Part]:
    """Where the page says which blocks are under its pictures, another needs a credit to be a caption.

    On dev 93 of the 97 others were no captions: "caption" is a size of type in many style sheets.
    """
    under = {picture.block for picture in pictures if picture.block is not None}
    if not under:
        return _described(parts)
    return [part for part in parts if part.credit or not under.isdisjoint((part.first, part.last))]


def _described(parts: Iterable[_Part]) -> list[_Part]:
    """A text without a credit directly over a caption that has one is what the picture is described by."""
    out: list[_Part] = []
    for part in parts:
        before = out[-1] if out else None
        if before and before.caption and not before.credit and part.credit and part.first == before.last + 1:
            out[-1] = part._replace(first=before.first, alt=before.caption)
        else:
            out.append(part)
    return out


def _with_pictures(parts: list[_Part], page: LabelledPage) -> list[_Part]:
    """Addresses and alt texts put to the captions that belong to them; pictures without a caption are added."""
    owner = {i: n for n, part in enumerate(parts) for i in range(part.first, part.last + 1)}
    lead = {hint.value for hint in page.page.hints if hint.name == "image"}
    place = -1
    for picture in page.page.pictures:
        n = owner.get(picture.block) if picture.block is not None else None
        if picture.block is not None:
            place = picture.block
        if n is not None and parts[n].url is None:
            parts[n] = parts[n]._replace(url=picture.url, alt=picture.alt)
        elif n is None and picture.url in lead:  # the metadata names this very picture as the article's
            parts.append(_Part(place, place, url=picture.url, alt=picture.alt, labelled=False))
    return sorted(parts, key=lambda part: part.first)


def _once(parts: Sequence[_Part]) -> list[_Part]:
    """The same caption, printed twice by a gallery or as alt text, becomes one part that knows what both say."""
    out: dict[str, _Part] = {}
    for part in parts:
        key = " ".join((part.caption or part.credit or part.url or "").casefold().split()).rstrip(".")
        seen = out.get(key)
        if seen is None:
            out[key] = part
        else:
            out[key] = seen._replace(
                credit=seen.credit or part.credit,
                url=seen.url or part.url,
                alt=seen.alt or part.alt,
            )
    return list(out.values())


def _lead_first(parts: list[_Part], hints: Sequence[Hint]) -> list[_Part]:
    """The picture that the metadata names comes first; where the page shows none, it is the only one."""
    named = next((h.value for h in hints if h.name == "image"), None)
    if named is None:
        return parts
    if not parts:
        return [_Part(-1, -1, url=named, labelled=False)]
    return sorted(parts, key=lambda part: part.url != named)
