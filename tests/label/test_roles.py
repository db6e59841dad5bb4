"""Labels at a glance: one letter a block, compared as a short string."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.document import Dump, LabelledPage, Role, Source
from newsclean.label import articles, label, story, title
from newsclean.label.draft import Draft
from newsclean.label.roles import CODE_SIZE, FEW, SENTENCES, STRANGE, body
from newsclean.label.title import MARKED, RIVAL
from newsclean.read import dump_of
from newsclean.read.items import Item
from newsclean.segment import segment

Made = Callable[..., Draft]
LETTERS = {
    Role.HEADLINE: "H",
    Role.BYLINE: "W",
    Role.TIMESTAMP: "T",
    Role.CAPTION: "C",
    Role.CREDIT: "c",
    Role.BODY: "B",
    Role.SUBHEAD: "B",
    Role.LIVE_FEED: "L",
    Role.RELATED: "R",
}
"""Roles that fields read; all else is dropped and shown as a point."""
STORY = (
    "Port Elra will close its swing bridge for eleven weeks while divers replace the bearings, the harbour board said.",
    "The bridge carries nine thousand vehicles a day, and the board expects queues on the ring road until the autumn.",
    "“We have put this off for six years,” said Ada Quill, who chairs the board. “Another would be one too many.”",
    "Shop owners on the quay asked for a ferry, but the council said on Tuesday that there was no money for one.",
    "The divers are to start in June, she said, and the board would report on their progress until the work was done.",
)
TITLE = "Port Elra swing bridge to close for eleven weeks"


def labelled(*lines: str) -> LabelledPage:
    return label(segment(Dump(Source("-"), "\n\n".join(lines))))


def letters(page: LabelledPage) -> str:
    return "".join(LETTERS.get(given.role, ".") for given in page.labels)


@pytest.mark.parametrize(
    ("expected", "lines"),
    [
        ("HWTBBBBB", (TITLE, "By Sol Varga", "May 12, 2025 9:14 AM", *STORY)),
        (
            "..HWTBBBBB..",
            ("Skip to content", "Subscribe", TITLE, "By Sol Varga", "May 12, 2025", *STORY, "Log in", "©"),
        ),
        ("HTCBBBBB", (TITLE, "May 12, 2025", "The bridge at dusk. (Ida Moreau/Elra Images via Getty Images)", *STORY)),
        (
            "HTBBBBBRR",
            (
                *(TITLE, "May 12, 2025", *STORY, "What the ring road was built for, explained"),
                "When the road opened in 1961, the town had four thousand people and one school, and the planners who "
                "drew it up expected that the port…",
            ),
        ),
        (
            "HTBBBBBLLLLLLL",
            (
                *(TITLE, "May 12, 2025", *STORY, "News Feed", "3:44 PM", "Ferry to Saint Brannoc is cancelled again."),
                *("The operator blamed the swell.", "1:40 PM", "Council adjourns without a vote."),
                "It meets again on Monday.",
            ),
        ),
        (
            "HTBBBBB...",
            (TITLE, "May 12, 2025", *STORY, "Our reporting is funded by our readers. Become a member today.",
             "Thanks to readers like you we keep our reporting free for everyone who lives by the harbour.",
             "Help us get 500 new members before the summer."),
        ),
    ],
    ids=["plain", "furniture", "caption", "teaser", "feed", "appeal"],
)  # fmt: skip
def test_roles(expected: str, lines: tuple[str, ...]) -> None:
    assert letters(labelled(*lines)) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*STORY, TITLE, "Subscribe", "3:44 PM", "By Ada", "Related", "May 12, 2025"]), max_size=30)
)
def test_every_block_has_one_label_and_an_article_one_headline_at_most(lines: list[str]) -> None:
    page = segment(Dump(Source("-"), "\n\n".join(lines)))
    parts = articles(page)
    assert [block for part in parts for block in part.page.blocks] == list(page.blocks)
    for part in parts:
        assert len(part.labels) == len(part.page.blocks)
        assert len(part.indexes(Role.HEADLINE)) <= 1
        assert all(0 <= given.confidence <= 1 and given.reason for given in part.labels)


def test_a_menu_has_no_body() -> None:
    assert "B" not in letters(labelled("Home", "News", "Sport", "Weather", "Contact us", "Log in"))


def test_html_and_text_of_one_story_give_the_same_letters() -> None:
    lines = (TITLE, "By Sol Varga", "May 12, 2025 9:14 AM", *STORY)
    html = f"<html><body><article><h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    page = label(segment(Dump(Source("-"), html + "</article></body></html>", "html")))
    assert letters(page) == letters(labelled(*lines))


@pytest.mark.parametrize("lines", [(TITLE, f"Home » City » {TITLE}"), (f"Home » City » {TITLE}", TITLE)])
def test_the_title_at_the_end_of_a_path_is_the_headline_where_it_stands_alone_near_it(
    draft_of: Made, lines: tuple[str, ...]
) -> None:
    draft = draft_of(*lines, STORY[0], title=[4.0 * (line != TITLE) for line in (*lines, "")])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    assert draft.page.blocks[draft.headline].text == TITLE


@pytest.mark.parametrize(
    ("first", "chosen"),
    [(f"{TITLE} - Elra Courier", 1), (f"{TITLE} | Elra", 1), (f"{TITLE} and more", 0), (f"{TITLE[:-1]} - Elra", 0)],
)
def test_the_pages_title_gives_way_to_the_line_that_says_it_without_the_site(
    draft_of: Made, first: str, chosen: int
) -> None:
    draft = draft_of(first, TITLE, STORY[0], title=[9.0, 0.0, -9.0])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    assert draft.headline == chosen


@pytest.mark.parametrize(
    ("over", "less", "chosen"),
    [
        ("The Elra Courier", RIVAL - 0.01, TITLE),
        ("The Elra Courier", RIVAL, "The Elra Courier"),
        ("The Elra Morning Courier", RIVAL - 0.01, "The Elra Morning Courier"),
    ],
)
def test_a_name_over_a_likely_title_is_not_the_headline(draft_of: Made, over: str, less: float, chosen: str) -> None:
    draft = draft_of(over, TITLE, STORY[0], title=[5.0, 5.0 - less, -9.0])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    assert draft.page.blocks[draft.headline].text == chosen


@pytest.mark.parametrize(("name", "role", "least"), story.ALIKE)
@pytest.mark.parametrize(("more", "given"), [(0.001, True), (0.0, False)])
def test_what_nothing_claimed_is_what_the_model_takes_it_for(
    draft_of: Made, name: str, role: Role, least: float, more: float, given: bool
) -> None:
    draft = draft_of(TITLE, "Ada Pole, who keeps the lamp", STORY[0], **{name: [-9.0, least + more, -9.0]})
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.headline = 0
    draft.measure()
    story.alike(draft)
    found = draft.labels[1]
    assert (found is not None and found.role is role) is given


@pytest.mark.parametrize(
    ("line", "behind", "role"),
    [
        ("The bridge closed on May 2 after divers found cracks in it.", Role.BYLINE, None),
        ("The bridge closed on May 2 after divers found cracks in it.", Role.NAVIGATION, Role.STANDFIRST),
        ("Divers found cracks in the bearings of the bridge", Role.BYLINE, Role.STANDFIRST),
    ],
    ids=["sentence behind the byline", "sentence behind something else", "no sentence"],
)
def test_a_sentence_between_byline_and_body_is_no_standfirst(
    draft_of: Made, line: str, behind: Role, role: Role | None
) -> None:
    draft = draft_of(TITLE, "By Ada Pole", line, STORY[0], standfirst=[-9.0, -9.0, 0.5, -9.0])
    draft.put(1, behind, "made", 0.9)
    draft.put(3, Role.BODY, "prose", 0.9)
    draft.headline = 0
    draft.measure()
    story.alike(draft)
    given = draft.labels[2]
    assert (given.role if given else None) is role


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("January 1, 2000", TITLE),
        ("1/12/2024", TITLE),
        ("the 1st of January 2000", TITLE),
        ("in the 1st of January 2000", "in the 1st of January 2000"),  # a word more than days have
        ("Horoscope January 1, 2000", "Horoscope January 1, 2000"),
    ],
)
def test_a_bare_day_is_no_headline(draft_of: Made, line: str, chosen: str) -> None:
    draft = draft_of(TITLE, line, STORY[0], title=[4.0, 5.0, -9.0])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    assert draft.page.blocks[draft.headline].text == chosen


@pytest.mark.parametrize(("prose", "found"), [(title.PROSE, True), (title.PROSE + 0.01, False)])
def test_what_is_rather_prose_is_no_headline(draft_of: Made, prose: float, found: bool) -> None:
    draft = draft_of(TITLE, STORY[0], title=[0.0, -9.0], prose=[prose, 5.0])
    draft.put(1, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    assert (draft.headline == 0) is found


@pytest.mark.parametrize("line", ["Skip to content", "Follow us on Facebook", "Subscribe to our newsletter"])
def test_furniture_is_no_headline(draft_of: Made, line: str) -> None:
    draft = draft_of(line, TITLE, STORY[0], title=[5.0, 0.0, -9.0])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    assert draft.page.blocks[draft.headline].text == TITLE


def test_a_headline_may_begin_with_an_agency(draft_of: Made) -> None:
    draft = draft_of("Getty Images sues its maker", "Elra Courier", STORY[0], title=[5.0, 1.0, -9.0])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    story.captions(draft)
    assert draft.headline == 0
    assert draft.labels[0] is not None
    assert draft.labels[0].role is Role.HEADLINE


def test_the_headline_is_as_sure_as_all_blocks_that_say_it(draft_of: Made) -> None:
    draft = draft_of(TITLE, TITLE, "Port Elra bridge", STORY[0], title=[4.0, 4.0, 4.0, -90.0])
    draft.put(3, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    given = draft.labels[draft.headline]
    assert given is not None
    assert given.confidence == pytest.approx(2 / 3, abs=0.001)


STRANGER = "Agorwyd yr hen orsaf unwaith eto wedi naw mlynedd hir o waith adnewyddu mawr ar bont gyfan yr afon fach."
"""In a language without a row."""


@pytest.mark.parametrize(("less", "taken"), [(STRANGE - 0.01, True), (STRANGE, False)])
def test_in_an_unknown_language_long_blocks_are_body_down_to_a_step_below_the_likeliest(
    draft_of: Made, less: float, taken: bool
) -> None:
    draft = draft_of("Newyddion", STRANGER, f"{STRANGER} Leo", prose=[-1.0, -5.0, -5.0 - less])
    assert draft.page.language == "und"
    body(draft)
    assert [draft.is_body(i) for i in range(3)] == [False, True, taken]


def test_in_an_unknown_language_too_the_model_is_believed_where_it_takes_something(draft_of: Made) -> None:
    draft = draft_of("Newyddion", STRANGER, f"{STRANGER} Leo", prose=[0.0, -5.0, -5.0])
    body(draft)
    assert [draft.is_body(i) for i in range(3)] == [True, False, False]


@pytest.mark.parametrize(
    ("prose", "caption", "taken"), [(0.5, 0.6, False), (0.6, 0.6, True), (-0.2, 0.0, True)], ids=["less", "equal", "no"]
)
def test_what_is_a_caption_rather_than_prose_is_no_body(
    draft_of: Made, prose: float, caption: float, taken: bool
) -> None:
    draft = draft_of(TITLE, STORY[0], prose=[-9.0, prose], caption=[-9.0, caption])
    body(draft)
    assert draft.is_body(1) is taken


@pytest.mark.parametrize(
    ("over", "line", "roles"),
    [
        ("A diver at the old bearings", "(Image: Ada Quill)", (Role.CAPTION, Role.CREDIT)),
        (
            "A diver at the old bearings",
            "Ada Quill Bo Reed (dpa/picture alliance via Getty)",
            (Role.CAPTION, Role.CREDIT),
        ),
        ("Menu", "Ada Quill Bo Reed (dpa/picture alliance via Getty)", (None, Role.CAPTION)),
        ("A diver at the old bearings", "Getty Images", (Role.CAPTION, Role.CREDIT)),
        ("A diver at the old bearings", "© Ada Quill of the Example Wire / Getty", (Role.CAPTION, Role.CREDIT)),
        ("By Ada Quill, in Port Elra", "(Image: Ada Quill)", (None, Role.CREDIT)),
        ("Published on May 12, 2025", "(Image: Ada Quill)", (None, Role.CREDIT)),
        ("A diver on May 12, 2025 at the old bearings", "(Image: Ada Quill)", (Role.CAPTION, Role.CREDIT)),
    ],
    ids=[
        "in brackets",
        "a name before them",
        "a caption",
        "an agency",
        "a sign of rights",
        "a byline over it",
        "a date over it",
        "a caption with a date",
    ],
)
def test_what_stands_over_a_bare_credit_is_its_caption(
    draft_of: Made, over: str, line: str, roles: tuple[Role | None, Role]
) -> None:
    draft = draft_of(TITLE, over, line, *STORY[:2])
    draft.put(3, Role.BODY, "prose", 0.9)
    draft.put(4, Role.BODY, "prose", 0.9)
    draft.headline = 0
    draft.measure()
    story.captions(draft)
    assert tuple(given and given.role for given in draft.labels[1:3]) == roles


@pytest.mark.parametrize(("sure", "role"), [(story.SURE - 0.01, Role.CAPTION), (story.SURE, Role.BODY)])
def test_a_paragraph_over_a_credit_is_no_caption(draft_of: Made, sure: float, role: Role) -> None:
    draft = draft_of(TITLE, STORY[0], "A diver at the old bearings", "Getty Images", STORY[1], prose=[0, 9, sure, 0, 9])
    for i in (1, 2, 4):
        draft.put(i, Role.BODY, "prose", 0.9)
    draft.headline = 0
    draft.measure()
    story.captions(draft)
    given = draft.labels[2]
    assert (given and given.role) is role


@pytest.mark.parametrize(("under", "role"), [("Ada Quill", None), ("Bo Quill", Role.CREDIT)])
def test_a_photo_of_one_who_is_named_under_it_is_no_credit(draft_of: Made, under: str, role: Role | None) -> None:
    draft = draft_of(TITLE, "Photo by Ada Quill", under, STORY[0])
    draft.put(3, Role.BODY, "prose", 0.9)
    draft.headline = 0
    draft.measure()
    story.captions(draft)
    given = draft.labels[1]
    assert (given and given.role) is role


@pytest.mark.parametrize(("under", "role"), [(True, Role.CAPTION), (False, None)])
def test_names_behind_a_sentence_are_a_credit_under_the_headline(
    draft_of: Made, under: bool, role: Role | None
) -> None:
    line = "A diver at the old swing bridge of Port Elra. Ada Quill"
    draft = draft_of(*((TITLE, line) if under else (line, TITLE)), STORY[0])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.headline = int(not under)
    draft.measure()
    story.captions(draft)
    given = draft.labels[int(under)]
    assert (given and given.role) == role


def test_the_headline_said_again_is_no_caption(draft_of: Made) -> None:
    draft = draft_of(TITLE, TITLE, STORY[0], caption=[-9.0, 5.0, -9.0])
    draft.put(2, Role.BODY, "prose", 0.9)
    draft.headline = 0
    draft.measure()
    story.alike(draft)
    assert draft.labels[1] is None


@pytest.mark.parametrize(
    ("level", "less", "chosen"),
    [(1, MARKED - 0.01, 1), (1, MARKED, 0), (2, 1.0, 0), (0, 1.0, 0)],
    ids=["first level", "a logo", "second level", "no heading"],
)
def test_the_headline_is_the_heading_that_markdown_marks(draft_of: Made, level: int, less: float, chosen: int) -> None:
    draft = draft_of("What the board told us on Monday", TITLE, *STORY[:2], title=[5.0, 5.0 - less, -20.0, -20.0])
    blocks = list(draft.page.blocks)
    blocks[1] = blocks[1]._replace(level=level)
    draft.page = draft.page._replace(blocks=tuple(blocks))
    for i in (2, 3):
        draft.put(i, Role.BODY, "prose", 0.9)
    draft.measure()
    title.headline(draft)
    assert draft.headline == chosen


@pytest.mark.parametrize(
    ("signs", "size", "kept"),
    [(7, CODE_SIZE, False), (6, CODE_SIZE, True), (7, CODE_SIZE - 1, True)],
    ids=["code", "prose", "a short piece"],
)
def test_a_script_that_was_taken_for_text_is_no_body(draft_of: Made, signs: int, size: int, kept: bool) -> None:
    line = ("{" * signs + " var a").ljust(size - 1, "b") + "."
    draft = draft_of(TITLE, line, prose=[-9.0, 5.0])
    body(draft)
    assert draft.is_body(1) is kept


@pytest.mark.parametrize(("hidden", "kept"), [(4, True), (2, False)], ids=["most of it", "less than half"])
def test_what_hides_most_of_the_article_is_a_veil(hidden: int, kept: bool) -> None:
    shown = [f"<p{' hidden' if i < hidden else ''}>{text}</p>" for i, text in enumerate(STORY)]
    html = f"<h1>{TITLE}</h1>{''.join(shown)}"
    page = segment(dump_of(Item(Source("-.html"), html.encode())))
    body = [i for i in label(page).indexes(Role.BODY) if page.blocks[i].text in STORY[:hidden]]
    assert len(body) == (hidden if kept else 0)


@pytest.mark.parametrize(
    ("title", "first", "expected"),
    [
        ("Ring road to be torn up", "", "BBBBB"),  # as a row has it: the title stands beside the text
        ("Ring road to be torn up", TITLE, "HBBBBB"),  # which papers print where they state another
    ],
)
def test_a_paragraph_is_no_headline_where_the_title_stands_beside_the_text(
    title: str, first: str, expected: str
) -> None:
    dump = Dump(Source("-"), "\n\n".join([*filter(None, [first]), *STORY]), stated=(("title", title),))
    assert letters(label(segment(dump))) == expected


@pytest.mark.parametrize(
    ("sentences", "stated", "expected"),
    [
        (SENTENCES, (), "B"),
        (SENTENCES - 1, (), "?"),
        (2, (("title", TITLE),), "B"),
        (2, (("author", "Ada Pole"),), "?"),
    ],
)
def test_a_paragraph_alone_is_the_body_where_it_is_long_or_a_title_stands_beside_it(
    draft_in_page: Callable[..., Draft], sentences: int, stated: tuple[tuple[str, str], ...], expected: str
) -> None:
    line = " ".join(["The keeper of the pier said on Monday that the lamp of Elra would burn again."] * sentences)
    draft = draft_in_page(segment(Dump(Source("-"), line, stated=stated)), prose=[-1.0])
    body(draft)
    assert draft.is_body(0) is (expected == "B")


@pytest.mark.parametrize(
    ("blocks", "stated", "end", "bodies"),
    [
        (FEW, (("title", TITLE),), ".", FEW),
        (FEW + 1, (("title", TITLE),), ".", 0),
        (FEW, (("author", "Ada Pole"),), ".", 0),
        (FEW, (("title", TITLE),), "", 0),  # a list of links
    ],
)
def test_the_few_paragraphs_that_a_row_gives_beside_its_title_are_the_body(
    draft_in_page: Callable[..., Draft], blocks: int, stated: tuple[tuple[str, str], ...], end: str, bodies: int
) -> None:
    lines = [
        f"The keeper of pier {n} said on Monday that the lamp of Elra would burn again by itself{end}"
        for n in range(blocks)
    ]
    page = segment(Dump(Source("-"), "\n\n".join(lines), stated=stated))
    draft = draft_in_page(page, prose=[-1.0] * blocks)
    body(draft)
    assert len(draft.body()) == bodies
