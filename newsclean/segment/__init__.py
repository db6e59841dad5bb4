"""Cutting a dump into blocks: the point where plain text and HTML meet."""

from __future__ import annotations

from newsclean.document import Dump, Hint, Page
from newsclean.lang import load
from newsclean.lang.tell import tell
from newsclean.limits import DEFAULT, Limits


def segment(dump: Dump, limits: Limits = DEFAULT) -> Page:
    """The dump as blocks, in the order a reader sees them, and the language they are in.

    What its container states of it is told as front matter is, where it does not state the same itself.
    Raises `newsclean.segment.limits.TooDeep` where the markup passes a limit.
    """
    page = _html(dump, limits) if dump.medium == "html" else _text(dump)
    if not dump.stated:
        return page
    own = {hint.name for hint in page.hints}
    more = (hint for hint in _stated(dump.stated) if hint.name not in own)
    return page._replace(hints=(*page.hints, *more))


def _html(dump: Dump, limits: Limits) -> Page:
    from newsclean.segment.html import segment_html  # lxml is not needed for plain text

    page = segment_html(dump, limits)
    declared = next((h.value for h in page.hints if h.name == "language"), None)
    return page._replace(language=tell(page.text, declared))


def _text(dump: Dump) -> Page:
    from newsclean.segment.exports import without_labels
    from newsclean.segment.front import without_front_matter
    from newsclean.segment.plain import blocks_of
    from newsclean.segment.scripts import without_scripts
    from newsclean.segment.tagged import without_tags

    export = without_labels(dump.text)
    front = without_front_matter(export.text)
    shown = without_scripts(without_tags(front.text))
    language = tell(shown.text)
    blocks = export.marked(shown.before(blocks_of(shown.text, load(language))))
    hints = _stated(front.pairs, shown.stated) if front.pairs or shown.stated else ()
    return Page(dump, dump.text, blocks, hints, language=language, openings=export.opened(blocks))


def _stated(pairs: tuple[tuple[str, str], ...], scripts: tuple[str, ...] = ()) -> tuple[Hint, ...]:
    """What pairs of names and values say, as if they stood in meta elements, and what scripts do."""
    from newsclean.segment.head import Head
    from newsclean.segment.hints import hints_of

    return hints_of(Head(metas=list(pairs), scripts=list(scripts)))
