"""The images of a page that belong to its content, each with the block of its caption."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.document import Block, Markup, Picture
from newsclean.segment.clean import one_line
from newsclean.segment.frames import Frame, names_of, words_of

SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-image", "src")
SETS = ("data-srcset", "data-lazy-srcset", "srcset")
"""Attributes that hold addresses; those for late loading first, since `src` then shows a placeholder."""
ICON = 60
"""Width or height in pixels up to which an image is an icon or counts visits."""
ADDRESS = 4_000
"""Characters of an address or a list of them that is looked at."""
ALT = 2_000
"""Characters of an alt text."""
OUTSIDE = frozenset(("header", "footer", "nav", "aside", "form", "button", "menu"))
FOREIGN = frozenset(
    (
        *("related", "recommended", "recommendations", "teaser", "teasers", "promo", "sidebar", "footer", "avatar"),
        *("logo", "logos", "icon", "icons", "emoji", "ads", "advert", "newsletter", "comments", "comment", "widget"),
        *("pixel", "tracking", "masthead", "navbar", "menu", "popular", "trending"),
    )
)
"""Words of class or id around images that are not the article's."""
CAPTIONS = frozenset(("caption", "captions", "legend", "figcaption"))
"""Words of class around the text of a picture."""
APART = 6
"""Elements between a caption, or an image, and the element that holds both, at most."""
REACH = 3
"""Blocks between an image and its caption, at most."""
CROWD = 20
"""Images between two blocks that a caption is looked for."""
ALONE = 400
"""Images of a page without a caption that are kept."""


class Shown(NamedTuple):
    """An image element."""

    url: str | None
    alt: str | None
    near: tuple[int, ...]
    """Numbers of the elements close around it."""
    place: int
    """Index of the block that begins after it."""
    own: bool
    """Nothing around it says that it belongs to something else than the article."""


def shown(attrib: Mapping[str, str], frame: Frame, place: int) -> Shown | None:
    """What an image element shows; None for icons, logos and what counts visits."""
    if any(_is_tiny(attrib.get(side)) for side in ("width", "height")):
        return None
    if not FOREIGN.isdisjoint(words_of(names_of(attrib))):
        return None
    url = address_of(attrib)
    if url and url.split("?", 1)[0].lower().endswith(".svg"):
        return None
    around = frame.inside()
    own = OUTSIDE.isdisjoint(around.path) and FOREIGN.isdisjoint(around.tokens)
    return Shown(url, one_line(attrib.get("alt", "")[:ALT]) or None, frame.chain[: APART + 1], place, own)


def address_of(attrib: Mapping[str, str]) -> str | None:
    """The address of an image as the page gives it; None where it is only drawn in place.

    >>> address_of({"src": "data:image/gif;base64,AA", "srcset": "/a.jpg 320w, /b.jpg 640w"})
    '/a.jpg'
    """
    for key in SOURCES:
        value = attrib.get(key, "").strip()
        if (
            value
            and not value.startswith(("data:", "blob:", "{", "["))
            and len(value) <= ADDRESS
            and value.isprintable()
        ):
            return value
    for key in SETS:
        first = attrib.get(key, "")[:ADDRESS].split(maxsplit=1)[:1]
        if first and not first[0].startswith("data:") and first[0].isprintable():
            return first[0].rstrip(",")
    return None


def _is_tiny(size: str | None) -> bool:
    digits = (size or "").strip().removesuffix("px")
    return digits.isascii() and digits.isdigit() and len(digits) < 5 and int(digits) <= ICON


def pictures_of(blocks: Sequence[Block], images: Sequence[Shown]) -> tuple[Picture, ...]:
    """Images with their captions in page order; those that belong to something else only where captioned."""
    images = sorted(images, key=lambda image: image.place)
    owner = _owners(blocks, images) if images else {}
    found: dict[str, Picture] = {}
    alone = 0
    for n, image in enumerate(images):
        if n not in owner and (not image.own or not image.url or alone >= ALONE):
            continue
        alone += n not in owner
        key = image.url or f"#{n}"
        if key not in found or found[key].block is None:
            found[key] = Picture(image.url, image.alt, owner.get(n))
    return tuple(found.values())


def _owners(blocks: Sequence[Block], images: Sequence[Shown]) -> dict[int, int]:
    """The block of the caption by the image: the nearest before it, else after it, that one near element holds."""
    places = [image.place for image in images]
    owner: dict[int, int] = {}
    for i, block in enumerate(blocks):
        m = block.markup
        if m is None or not is_caption(m):
            continue
        near = range(bisect_left(places, i - REACH), min(bisect_right(places, i + REACH), len(places)))
        around = frozenset(m.container[: APART + 1])
        fits = [n for n in near[-CROWD:] if n not in owner and not around.isdisjoint(images[n].near)]
        if fits:
            owner[min(fits, key=lambda n: (images[n].url is None, places[n] > i, abs(places[n] - i)))] = i
    return owner


def is_caption(m: Markup) -> bool:
    """Whether the elements around a block say that it is the text of a picture."""
    return m.tag == "figcaption" or "figcaption" in m.path[:3] or not CAPTIONS.isdisjoint(m.tokens)
