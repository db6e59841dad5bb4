"""Each rule, broken and kept."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import newsclean
from newsclean.check import OF_REASON, RULES, check, issue_of
from newsclean.check.case import Case
from newsclean.check.kinds import BARE, UNLIKELY, likeness
from newsclean.document import Dump, Found, Label, LabelledPage, Role, Source
from newsclean.record import Article, Author, Confidence, Image, Reason, Rejected, SourceRef, Timestamp
from newsclean.segment import segment
from tests.check.conftest import PROSE, STAMP, STORY, TITLE, Issues


def stamp(value: str | None, **more: object) -> Timestamp:
    return Timestamp.model_validate(
        {"value": value, "raw": "as printed", "precision": "day" if value else None, **more}
    )


def codes(dump: str = STORY, now: str | None = None, **values: object) -> list[str]:
    """The rules that a record breaks which says this of that dump."""
    given = Dump(Source("x", encoding="utf-8"), dump)
    page = segment(given)
    labels = tuple(Label(Role.HEADLINE if b.text == TITLE else Role.BODY, "test", 0.95) for b in page.blocks)
    whole = {
        "id": "sha256:0",
        "source": SourceRef(path="x"),
        "confidence": Confidence(record=1),
        "headline": TITLE,
        "byline": "By Maren Ostrick",
        "published": stamp("2024-09-21"),
        "body": "\n\n".join(PROSE),
    }
    found = dict.fromkeys(("byline", "published"), None)
    case = Case(LabelledPage(page, labels), found, Article.model_validate(whole | values), now)
    return [issue.code for issue in check(case) if issue.code not in ("NC202", "NC203")]


def test_nothing_is_amiss(issues: Issues) -> None:
    assert codes() == []
    assert issues(STORY) == {}


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"headline": None}, "NC201"),
        ({"body": "x" * 249}, "NC204"),
        ({"access": "paywalled"}, "NC208"),
        ({"source": SourceRef(path="x", index=1)}, "NC206"),
        ({"byline": None}, "NC301"),
        ({"published": None}, "NC302"),
        ({"published": stamp(None, ambiguous=True, alternatives=("2024-01-02", "2024-02-01"))}, "NC303"),
        ({"published": stamp("1599-12-31")}, "NC304"),
        ({"modified": stamp("2024-09-20")}, "NC305"),
        ({"images": (Image(credit="Ada Quill"),)}, "NC306"),
        ({"publisher": "Pier Post", "authors": (Author(name="Pier Post", type="organization"),)}, "NC307"),
    ],
)
def test_broken_rules(values: dict[str, object], code: str) -> None:
    assert codes(**values) == [code]


@pytest.mark.parametrize(
    "values",
    [
        {"body": "x" * 250},
        {"published": stamp("1600-01-01")},
        {"images": (Image(caption="A ferry", credit="Ada Quill"), Image(caption="A pier"))},
        {"publisher": "Pier Post", "authors": (Author(name="Pier Post news desk", type="organization"),)},
        {"byline": None, "authors": (Author(name="Maren Ostrick", type="person"),)},
    ],
)
def test_kept_rules(values: dict[str, object]) -> None:
    assert codes(**values) == []


@pytest.mark.parametrize(
    ("now", "published", "amiss"),
    [
        ("2024-09-21", "2024-09-22", True),
        ("2024-09-21", "2024-09-21T23:59", False),
        (None, "2204-09-21", False),
        ("2024-09-21T10:00Z", "2024-09-21T10:01Z", True),
    ],
)
def test_the_future_begins_where_the_caller_says(now: str | None, published: str, amiss: bool) -> None:
    assert codes(now=now, published=stamp(published)) == (["NC304"] if amiss else [])


@pytest.mark.parametrize(
    ("dump", "code", "place"),
    [
        (STORY.replace("Venn", "V\x1b[31menn"), "NC107", (8, 127)),
        (STORY.replace("Venn", "V\x00enn"), "NC107", (8, 127)),
        (STORY.replace("Mayor", "Mayorâ€™s"), "NC106", (8, 119)),
        (STORY.replace("Mayor", "May\u0080or"), "NC106", (8, 117)),
        (STORY.replace("Mayor", "cafГ© Mayor"), "NC106", (8, 116)),
        (STORY.replace("Mayor", "May\ufffdr"), "NC105", (8, 117)),
        (STORY.replace("\n\n", "\r\n\r\n", 1), "NC108", (1, 43)),
    ],
)
def test_characters_that_are_wrong(issues: Issues, dump: str, code: str, place: tuple[int, int]) -> None:
    found = issues(dump)
    assert list(found) == [code]
    assert (found[code].line, found[code].column) == place


def test_bytes_that_are_no_utf_8(issues: Issues) -> None:
    text = STORY.replace("Mayor", "Bürgermeisterin").replace("council", "Ältestenrat über Brücken").encode("latin-1")
    assert issues(text)["NC109"].message == "is not valid UTF-8 and was read as windows-1252"


def test_a_declared_encoding_that_does_not_hold(issues: Issues) -> None:
    page = "<!doctype html>\n<html><head>\n  <meta charset='{}'></head><body><h1>{}</h1>{}</body></html>"
    body = "".join(f"<p>{block}</p>" for block in (*STAMP.split("\n"), "“Grüße”, said Tilda Venn.", *PROSE))
    wrong = issues(page.format("ISO-8859-1", TITLE, body))["NC116"]
    assert (wrong.message, wrong.severity) == ('declares the encoding "ISO-8859-1", and is in utf-8', "warning")
    assert (wrong.line, wrong.column) == (3, 3)
    assert "NC116" not in issues(page.format("utf-8", TITLE, body))
    assert "NC116" not in issues(page.format("latin1", TITLE, body).encode("cp1252"))


def test_a_text_that_the_caller_decoded_declares_nothing() -> None:
    page = f"<meta charset=latin1><h1>{TITLE}</h1><p>“Grüße”</p>" + "".join(f"<p>{block}</p>" for block in PROSE)
    assert "NC116" not in {issue.code for issue in newsclean.extract(page).issues}
    assert "NC116" in {issue.code for issue in newsclean.extract(page.encode()).issues}


def test_lost_characters_are_counted() -> None:
    lost = Dump(Source("x", encoding="big5"), "a\ufffdb\ufffd", undecodable=(1, 3))
    page = segment(lost)
    labels = tuple(Label(Role.BODY, "test") for _ in page.blocks)
    article = Article(id="x", source=SourceRef(path="x"), confidence=Confidence(record=1))
    issue = check(Case(LabelledPage(page, labels), {}, article))[0]
    assert (issue.code, issue.message) == ("NC105", "2 characters were lost in decoding as big5")
    assert (issue.line, issue.column) == (1, 2)


@pytest.mark.parametrize(
    ("end", "amiss"),
    [
        (" The treasurer said that", True),
        (" The treasurer said that she knew.", False),
        (" “We owe them an answer,”", True),
        (" “We owe them an answer.”", False),
        (" „Wir wissen es noch nicht.“", False),
        (" « Nous ne savons rien.\u202f»", False),
        (" „Wir wissen es noch“", True),
        ("\n\nThe treasurer said", True),
        ("\n\nMaren Ostrick", False),
        ("\n\nSubscribe to our newsletter", False),
        ("\n\n© 2025 The Ellery Courier, all of whose pages are made by hand in the old town", False),
    ],
)
def test_a_dump_that_ends_in_a_sentence_is_cut_off(issues: Issues, end: str, amiss: bool) -> None:
    assert ("NC205" in issues(STORY.rstrip() + end)) is amiss


def test_each_article_of_a_dump_past_the_first_is_reported_where_it_begins(issues: Issues) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    first, second = ((seeds / name).read_text() for name in ("newsfeed.en.txt", "select-all.pl.txt"))
    line = issues(f"{first}\n{second}")["NC206"].line
    assert first.count("\n") < (line or 0) < first.count("\n") + 15


@pytest.mark.parametrize(
    ("sure", "fields", "code"),
    [(0.95, True, None), (0.95, False, "NC203"), (0.2, False, "NC202"), (0.2, True, "NC203")],
)
def test_a_page_without_the_marks_of_an_article(sure: float, fields: bool, code: str | None) -> None:
    dump = Dump(Source("x"), "\n\n".join(("Plans", "Menu", "Prices", *PROSE, *["Buy now"] * 20)))
    page = segment(dump)
    labels = tuple(Label(Role.BODY if b.text in PROSE else Role.NAVIGATION, "test", sure) for b in page.blocks)
    if fields:
        labels = (Label(Role.HEADLINE, "test", sure), Label(Role.TIMESTAMP, "test"), *labels[2:])
    found = {"byline": Found("By Ada Quill", 0.9), "published": Found("2024", 0.9)} if fields else {}
    article = Article(id="x", source=SourceRef(path="x"), confidence=Confidence(record=1))
    issued = [issue.code for issue in check(Case(LabelledPage(page, labels), found, article))]
    assert [given for given in issued if given in ("NC202", "NC203")] == ([code] if code else [])


@pytest.mark.parametrize(
    "shown", ["", "<nav><a href=/>Home</a> <a href=/news>News</a></nav><p>Turn on JavaScript to read this."]
)
def test_of_an_article_that_its_metadata_alone_holds_no_page_is_missed(issues: Issues, shown: str) -> None:
    stated = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(PROSE)}
    script = f"<script type='application/ld+json'>{json.dumps(stated)}</script>"
    assert not {"NC202", "NC203"} & issues(f"<!DOCTYPE html><title>{TITLE}</title>{script}<body>{shown}</body>").keys()


@pytest.mark.parametrize("share", [BARE - 0.01, BARE + 0.01])
def test_of_a_text_with_nothing_around_it_nothing_around_it_is_missed(share: float) -> None:
    prose = "".join(PROSE)
    page = segment(Dump(Source("x"), "\n\n".join((*PROSE, "x" * round(len(prose) * (1 - share) / share)))))
    labels = (*[Label(Role.BODY, "test", 0.8)] * len(PROSE), Label(Role.NAVIGATION, "test", 0.8))
    article = Article(id="x", source=SourceRef(path="x"), confidence=Confidence(record=1))
    case = Case(LabelledPage(page, labels), {}, article)
    assert (likeness(case) < UNLIKELY) == (share < BARE)


@pytest.mark.parametrize("reason", set(Reason) - {Reason.BROKEN_RULE})
def test_every_refusal_has_a_rule(reason: Reason) -> None:
    issue = issue_of(Rejected(source=SourceRef(path="x"), reason=reason, message="why"))
    assert (issue.code, issue.severity, issue.message, issue.line) == (OF_REASON[reason].code, "error", "why", 1)


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (Reason.EMPTY, "NC101"),
        (Reason.TIMEOUT, "NC104"),
        (Reason.TRUNCATED, "NC112"),
        (Reason.MALFORMED, "NC113"),
        (Reason.ENCRYPTED, "NC114"),
        (Reason.BOMB, "NC115"),
    ],
)
def test_refusals_of_inputs_keep_their_codes(reason: Reason, code: str) -> None:
    assert OF_REASON[reason].code == code


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Just a moment ...\nVerify you are human", "NC207"),
        ("Bitte aktivieren Sie JavaScript und Cookies, um diese Seite zu sehen", "NC207"),
        ("Verify your bill", "NC202"),
        ("Verify you are human\n" + "Home\n" * 600, "NC202"),
    ],
    ids=["English", "German", "no words", "long"],
)
def test_walls_are_told_from_other_pages_without_an_article(text: str, rule: str) -> None:
    with pytest.raises(newsclean.RejectedError) as refused:
        newsclean.extract(text)
    assert issue_of(refused.value.rejected).code == rule


def test_a_wall_with_a_paragraph_is_one_all_the_same(issues: Issues) -> None:
    short = "\n\n".join((TITLE, STAMP, PROSE[1]))
    assert "NC207" in issues(f"{short}\n\nAccess denied\n")
    assert "NC207" not in issues(f"{short}\n\nClose\n")
    assert "NC207" not in issues(f"{STORY}\n\nAccess denied\n")


def test_the_readings_of_an_ambiguous_time_are_named(issues: Issues) -> None:
    found = issues(STORY.replace(STAMP, "By Maren Ostrick\n01/02/2024"))
    assert found["NC303"].message == '"01/02/2024" may be 2024-01-02 or 2024-02-01'
    assert found["NC303"].line == 4


@pytest.mark.parametrize(
    ("published", "modified", "amiss"),
    [
        ("2024-09-21", "2024-09-21", False),
        ("2024-09-21", "2024-09-20", True),
        ("2024-09-21", "2024-09", False),
        ("2024-09-21", "2024-08", True),
        ("2024-09-21", "2024", False),
        ("2024-09-21T17:59", "2024-09-21", False),
        ("2024-09-21T17:59", "2024-09-21T17:58", True),
        ("2024-09-21T17:59", "2024-09-21T17:59", False),
        ("2024-09-21T01:00+02:00", "2024-09-20T23:30Z", False),
        ("2024-09-21T01:00+02:00", "2024-09-20T22:30Z", True),
        ("2024-09-21T01:00+02:00", "2024-09-20T09:00", False),
        ("2024-09-21T01:00+02:00", "2024-09-20T00:00", True),
        ("2024-09-21T17", "2024-09-21T16", True),
    ],
)
def test_modified_before_published(published: str, modified: str, amiss: bool) -> None:
    assert codes(published=stamp(published), modified=stamp(modified)) == (["NC305"] if amiss else [])


def test_the_table_is_in_order_and_every_row_is_explained() -> None:
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"NC\d{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert rule.field is None or rule.field in Article.model_fields
        assert all((rule.why, rule.bad, rule.good, rule.cure))
        assert rule.test or rule.reasons or rule.code.startswith("NC4")


@pytest.mark.parametrize(
    ("dump", "code", "message"),
    [
        (STORY.replace("ferry", "fer\x1b[31mry", 1), "NC107", "holds an escape sequence for terminals"),
        (STORY.replace("ferry", "fer\x07ry", 1), "NC107", "holds the control character U+0007"),
        (STORY.replace("\nSeptember 21, 2024, 5:59 PM", ""), "NC302", "no time of publication was found"),
    ],
)
def test_messages_say_what_is_wrong(issues: Issues, dump: str, code: str, message: str) -> None:
    assert issues(dump)[code].message == message


def test_both_times_may_be_impossible() -> None:
    assert codes(published=stamp("1599-12-31"), modified=stamp("1599-12-31")) == ["NC304", "NC304"]
    assert codes(published=stamp("1600"), modified=stamp("1600")) == []
