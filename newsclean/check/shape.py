"""NC2xx: what is wrong with the shape of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.check.case import Case, Finding, Rule
from newsclean.check.kinds import INSIDE, NONE, UNLIKELY, likeness
from newsclean.check.second import openings
from newsclean.check.walls import is_wall
from newsclean.document import Label, Role
from newsclean.record import Reason

SHORT = 250
"""Characters of a body under which it is short: two of the 1,052 gold bodies of dev have fewer."""
BOILERPLATE = 0.1
"""Share of a dump's characters under which the article is lost in what stands around it; 5 % of the dumps of dev."""
ENDS = frozenset(".!?。！？।؟…)]」』）*")
"""What a text ends with, before quotes; notes and lists end in other signs than sentences do."""
QUOTES = "\"'”’»“‘« \u00a0\u202f"
"""What stands behind that, in any language, French spaces among it."""
FOOTER = ("©", "(c)", "copyright")
"""What opens the last line of a whole page."""
GOES_ON = frozenset(",;:(-–—&/，、；（：")
"""What no text ends with."""
NAME = (2, 3)
"""Words of a last line that may be a name or a button, where none of them is in lower case."""
NEAR = 5
"""Blocks from the end within which the body ends, where what follows it is the rest of a list."""
FAR = 8
"""Blocks at the end of a page, some of which are furniture by their words where it is whole."""
NUMBER = 4
"""Characters of the number of an item, "12.", at most: at the end the item itself was lost."""
PROSE_WORDS, PROSE_SHARE = 8, 0.6
"""Words of a line, and the share of those in lower case, from which it is prose."""
DOUBTED = 0.7
"""Confidence under which the label of prose far behind the body is not believed."""
CERTAIN = ("-words", "byline", "date", "under-")
"""Parts of the reasons of labels that tell what a last line is: furniture, names, times."""


def _no_headline(case: Case) -> Iterator[Finding]:
    if not case.article.headline:
        yield Finding("no headline was found")


def _sure_none(case: Case) -> Iterator[Finding]:
    if likeness(case) < NONE:
        yield Finding("is no article, but a list, a product, a forum or a page of a service")


def _unlikely(case: Case) -> Iterator[Finding]:
    if NONE <= likeness(case) < UNLIKELY:
        yield Finding("looks more like a list, a product, a forum or a page of a service than like an article")


def _short(case: Case) -> Iterator[Finding]:
    size = len(case.article.body or "")
    if size < SHORT:
        yield Finding(f"the body has {size} characters, fewer than {SHORT}", case.field("body"))


def _cut_off(case: Case) -> Iterator[Finding]:
    """The page ends where a sentence does not: in the body, or in what the model cannot place behind it."""
    blocks, labels = case.page.page.blocks, case.page.labels
    body = case.page.indexes(*INSIDE)
    if not body or case.article.access == "paywalled":
        return
    text = blocks[-1].text.rstrip(QUOTES)
    if text.lower().startswith(FOOTER):
        return
    number = text[-1:] == "." and text[:-1].isdecimal() and len(text) <= NUMBER
    if number or (text[-1:] not in ENDS and _goes_on(text, labels[body[-1] + 1 :])):
        yield Finding("ends in the middle of a sentence", case.block(len(blocks) - 1))


def _goes_on(text: str, behind: Sequence[Label]) -> bool:
    """Whether a last line that ends no sentence is the article's; `behind` are the labels from its body to that line.

    A beginning of a paragraph reads like furniture, so that its label is believed only where words decided it.
    """
    words = text.split()
    prose = len(words) >= PROSE_WORDS and sum(word[0].islower() for word in words) >= PROSE_SHARE * len(words)
    if not behind or (prose and len(behind) == 1):
        return True
    if any(sign in label.reason for label in behind[-FAR:] for sign in CERTAIN):
        return False
    if text[-1:] in GOES_ON:
        return True
    if len(behind) < NEAR:
        return len(words) not in NAME or any(word.islower() for word in words)
    return prose and behind[-1].confidence < DOUBTED


def _several(case: Case) -> Iterator[Finding]:
    index = case.article.source.index
    if index:
        yield Finding(f"article {index + 1} of the dump begins here", case.field("headline"))
    if case.dump.medium == "text":
        yield from (Finding("another article seems to begin here", case.block(i)) for i in openings(case))


def _wall(case: Case) -> Iterator[Finding]:
    if len(case.article.body or "") < SHORT and is_wall(case.page.page):
        yield Finding("asks for consent, or whether the reader is human, in place of an article")


def _paywalled(case: Case) -> Iterator[Finding]:
    if case.article.access == "paywalled":
        yield Finding("the rest of the article is for subscribers", case.field("access"))


def _boilerplate(case: Case) -> Iterator[Finding]:
    whole = len(case.page.page.text)
    share = len(case.article.body or "") / max(1, whole)
    if share < BOILERPLATE and not case.page.indexes(Role.LIVE_FEED):
        yield Finding(f"{1 - share:.0%} of the dump is not the article's", case.field("body"))


ROWS = (
    Rule(
        *("NC201", "no-headline", "warning", "headline"),
        why="An article has a headline; where none is found the dump is cut off or no article.",
        bad="The council voted on Monday to bring back the ferry ...",
        good="Ferry returns after nine years\\n\\nThe council voted on Monday ...",
        cure="Dump the page from its top.",
        test=_no_headline,
    ),
    Rule(
        *("NC202", "not-an-article", "error", None),
        why="There is no run of prose with a headline over it: a list, a product, a forum, a service or an error page.",
        bad="Products\\nPrices\\nSign in\\nForgot password?",
        good="Ferry returns after nine years\\n\\nThe council voted on Monday ...",
        cure="Leave it out, or crawl the articles that it leads to.",
        test=_sure_none,
        reasons=(Reason.NOT_AN_ARTICLE,),
    ),
    Rule(
        *("NC203", "unlikely-article", "warning", None),
        why="Much speaks for a list, a product, a forum or a page of a service: prose is thin, headline, byline or "
        "time are missing.",
        bad="Our plans\\nBasic is free. Plus costs 4 crowns a month and comes with support.",
        good="Ferry returns after nine years\\n\\nBy Maren Ostrick\\n\\nThe council voted on Monday ...",
        cure="Look at it with `newsclean explain`; leave it out where it is no article.",
        test=_unlikely,
    ),
    Rule(
        *("NC204", "short-body", "warning", "body"),
        why="A body this short is a stub, a caption or a teaser more often than an article.",
        bad="Ferry returns\\n\\nThe ferry returns in spring, the council said. More follows.",
        good="(three paragraphs or more)",
        cure="Fetch the page again; leave it out where there is no more.",
        test=_short,
    ),
    Rule(
        *("NC205", "cut-off", "warning", "body"),
        why="The dump ends in the middle of a sentence: its end was lost on the way.",
        bad="The ferry will link the old harbour with the",
        good="The ferry will link the old harbour with the northern suburbs.",
        cure="Fetch the page again, and raise what limits its size.",
        test=_cut_off,
    ),
    Rule(
        *("NC206", "several-articles", "warning", None),
        why="The dump holds several articles, one behind the other; `extract` gives a record for each it is sure of.",
        bad="(two articles, each with headline, byline and text)",
        good="(one)",
        cure="Put each in a file of its own.",
        test=_several,
    ),
    Rule(
        *("NC207", "wall", "error", None),
        why="The crawler was shown a question for consent, or a test whether it is human, and not the article.",
        bad="Just a moment ...\\nVerify you are human",
        good="(the article)",
        cure="Fetch the page with the consent that it asks for, or more slowly.",
        test=_wall,
        reasons=(Reason.WALL,),
    ),
    Rule(
        *("NC208", "paywalled", "info", "access"),
        why="The page shows the beginning of the article and asks for a subscription.",
        bad="The council voted on\\n\\nSubscribe to read the rest.",
        good="(the whole article)",
        cure="Fetch it as a subscriber, or take it for what it is.",
        test=_paywalled,
    ),
    Rule(
        *("NC209", "mostly-boilerplate", "info", "body"),
        why="Nearly all of the dump is menus, teasers, comments and notices.",
        bad="(a live page with hundreds of teasers around one paragraph)",
        good="(an article with the usual furniture around it)",
        cure="Look whether the article is whole; a print view has less around it.",
        test=_boilerplate,
    ),
)
