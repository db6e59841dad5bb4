from collections.abc import Callable, Sequence

import pytest

from newsclean.document import Block, Dump, Hint, Label, LabelledPage, Page, Picture, Role, Source

LETTERS = {
    "H": Role.HEADLINE,
    "B": Role.BODY,
    "S": Role.SUBHEAD,
    "C": Role.CAPTION,
    "c": Role.CREDIT,
    "L": Role.LIVE_FEED,
    "R": Role.RELATED,
    ".": Role.OTHER,
}

Labelled = Callable[..., LabelledPage]


@pytest.fixture
def labelled() -> Labelled:
    """A page from lines such as "B The first paragraph.": the letter is the role of LETTERS."""

    def make(
        lines: str, language: str = "en", pictures: Sequence[Picture] = (), hints: Sequence[Hint] = ()
    ) -> LabelledPage:
        rows = [row.strip().split(" ", 1) for row in lines.strip().splitlines()]
        texts = [text for _, text in rows]
        starts = [sum(len(t) + 1 for t in texts[:n]) for n in range(len(texts) + 1)]
        blocks = tuple(Block(a, b, t) for a, b, t in zip(starts, starts[1:], texts, strict=False))
        text = "".join(f"{t}\n" for t in texts)
        page = Page(Dump(Source("-"), text), text, blocks, tuple(hints), tuple(pictures), language)
        return LabelledPage(page, tuple(Label(LETTERS[letter], "test", 0.9) for letter, _ in rows))

    return make
