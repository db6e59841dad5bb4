"""Names, roles and houses of a byline: each row is a byline as papers print it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.author_line import read_line
from newsclean.fields.byline_result import MOST

ONE_NAME = [
    ("en", "By Ada Pole", "Ada Pole"),
    ("en", "Written by: Ada Pole", "Ada Pole"),
    ("en", "ByAda Pole", "Ada Pole"),
    ("en", "Posted on July 1, 2024 by Ada Pole", "Ada Pole"),
    ("en", "By Ada Pole Updated Sep 5, 2024", "Ada Pole"),
    ("en", "BY ADA POLEPUBLISHED: JUN 25, 2025", "Ada Pole"),
    ("en", "May 3, 2017 By Ada Pole 4 Comments", "Ada Pole"),
    ("en", "Ada Pole|Published 1 day ago", "Ada Pole"),
    ("en", "By Ada Pole ada@pier.example @adapole", "Ada Pole"),
    ("en", "By Dr. Ada Pole, MD", "Ada Pole"),
    ("en", "By Ada Pole Jr.", "Ada Pole Jr."),
    ("en", "By Ada Pole, Jr.", "Ada Pole Jr."),
    ("en", "ADA T. POLE III", "Ada T. Pole III"),
    ("en", "By Ada Pole JR. Senior Reporter", "Ada Pole Jr."),
    ("en", "By Ada Pole, PhD, FACLM", "Ada Pole"),
    ("en", "Ada Pole Ada Pole", "Ada Pole"),
    ("en", "Ada PoleAda Pole", "Ada Pole"),
    ("en", "Ada PoleAda PoleAda Pole", "Ada Pole"),
    ("en", "By Ada Pole Headshot Ada Pole, Editor", "Ada Pole"),
    ("en", "By Tom May", "Tom May"),
    ("en", "By Ada", "Ada"),
    ("en", "By Ada Pole in Kyiv", "Ada Pole"),
    ("en", "By Ada Pole | Fact-checked by Bo Reed", "Ada Pole"),
    ("en", "By PAT O'BRIEN", "Pat O'Brien"),
    ("en", "By AL MCDONALD", "Al McDonald"),
    ("en", "By Ada POLE", "Ada Pole"),
    ("de", "Von: Bo MCREED", "Bo McReed"),
    ("en", "Contributors: Ada Pole", "Ada Pole"),
    ("en", "By Ada Pole, NATO", "Ada Pole"),
    ("es", "Por EVA DE LA CRUZ", "Eva de la Cruz"),
    ("es", "Por José Ortega y Gasset", "José Ortega y Gasset"),
    ("de", "Von Jana von der Heide", "Jana von der Heide"),
    ("de", "Kommentar von Jana Pohl", "Jana Pohl"),
    ("de", "Beitrag von Jana Pohl", "Jana Pohl"),
    ("es", "Miguel A. Polo", "Miguel A. Polo"),
    ("en", "Getty Images | By Ada Pole", "Ada Pole"),
    ("fr", "Par Anne de La Tour", "Anne de La Tour"),
    ("hu", "Írta: Kelemen Zsófia", "Kelemen Zsófia"),
    ("ro", "Scris de Ioana Crețu | 21 septembrie 2024, 17:59", "Ioana Crețu"),
    ("ca", "Text: Laia Ferrer i Puig", "Laia Ferrer i Puig"),
    ("sk", "Autorka: Zuzana Lipovská, redaktorka", "Zuzana Lipovská"),
    ("hr", "Piše: Marko Brodinjak, dopisnik", "Marko Brodinjak"),
    ("lt", "Autorė: Rasa Paupienė, žurnalistė", "Rasa Paupienė"),
    ("is", "Höfundur: Birna Hallgrímsdóttir", "Birna Hallgrímsdóttir"),
    ("sw", "Imeandikwa na Ngina wa Mwangi", "Ngina wa Mwangi"),
    ("af", "Deur Anneke van der Walt", "Anneke van der Walt"),
    ("bg", "Автор: Десислава Вранчева, кореспондент", "Десислава Вранчева"),
    ("hi", "लेखक: राम शर्मा, नई दिल्ली", "राम शर्मा"),
    ("bn", "লেখক: আসমা খাতুন", "আসমা খাতুন"),
    ("fa", "نویسنده: علی رضایی", "علی رضایی"),
    ("th", "เรื่อง: ณัฐวดี ศรีท่าบัว", "ณัฐวดี ศรีท่าบัว"),
    ("ja", "記者 山田太郎", "山田太郎"),
    ("ja", "山田太郎記者", "山田太郎"),
    ("ko", "홍길동 기자", "홍길동"),
    ("ko", "순천, 광양 홍길동 기자 hong@post.example", "홍길동"),
    ("ko", "홍길동 기자 외 1명", "홍길동"),
    ("ja", "山田 太郎", "山田 太郎"),
    ("zh", "记者 张三", "张三"),
    ("zh", "文／张三", "张三"),
]


@pytest.mark.parametrize(("language", "byline", "name"), ONE_NAME)
def test_one_name(language: str, byline: str, name: str) -> None:
    assert [author.name for author in read_line(byline, language).authors] == [name]


@pytest.mark.parametrize(
    ("language", "byline", "names"),
    [
        ("en", "By Ada Pole and Bo Reed", ["Ada Pole", "Bo Reed"]),
        ("en", "By Ada Pole, Bo Reed, and Cy Dee", ["Ada Pole", "Bo Reed", "Cy Dee"]),
        ("en", "BY ADA POLE AND BO REED", ["Ada Pole", "Bo Reed"]),
        ("en", "By Ada Pole in Kyiv, Bo Reed in London", ["Ada Pole", "Bo Reed"]),
        ("en", "Ada Pole & Bo Reed; Cy Dee", ["Ada Pole", "Bo Reed", "Cy Dee"]),
        ("de", "Von Jana Pohl und Bo Reed", ["Jana Pohl", "Bo Reed"]),
        ("es", "Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
        ("fr", "Par Jean Dupont et Anne Roy", ["Jean Dupont", "Anne Roy"]),
        ("en", "By Ada Pole, Jr., and Sol Varga Sr", ["Ada Pole Jr.", "Sol Varga Sr"]),
        ("en", "Jr.", []),
        ("en", "ByYi-Jin Yu", ["Yi-Jin Yu"]),
        ("en", "By Ada Pole, Example News Ada Pole, Example News", ["Ada Pole"]),
        ("en", "BY ADA POLE3 MINUTE READ", ["Ada Pole"]),
        ("en", "Ada Pole Ada Pole Ada Pole", ["Ada Pole"]),
        ("en", "Ada Pole Ada Pole Bo", ["Ada Pole Ada Pole Bo"]),
        ("fr", "Par Jean Dupont (avec Anne Roy, à Lille)", ["Jean Dupont", "Anne Roy"]),
        ("fr", "Par Jean Dupont (Anne Roy)", ["Jean Dupont"]),
        ("pt", "Por Rui Sá Dias, de Vila Nova", ["Rui Sá Dias"]),
        ("pt", "Por Rui Sá Dias, Ana de Vila Nova", ["Rui Sá Dias", "Ana de Vila Nova"]),
    ],
)
def test_many_names(language: str, byline: str, names: list[str]) -> None:
    assert [author.name for author in read_line(byline, language).authors] == names


@pytest.mark.parametrize(
    ("byline", "role", "affiliation"),
    [
        ("Ada Pole, Chief Pier Correspondent", "Chief Pier Correspondent", None),
        ("Ada Pole Senior Reporter", "Senior Reporter", None),
        ("Ada PoleWriterDec 21, 2023", None, None),
        ("Contributing Editor Ada Pole", "Contributing Editor", None),
        ("Ada Pole | Example News", None, "Example News"),
        ("By Ada Pole (Example News)", None, "Example News"),
        ("By Ada Pole (pier-1626207448.jpg)", None, None),
        ("By Ada Pole (PR_08375__1__dtu)", None, None),
        ("By Ada Pole KPIER logo", None, None),
        ("ByAda Pole via logo", None, None),
        ("By Ada Pole (Channel 4)", None, "Channel 4"),
        ("By Ada Pole, The Associated Press", None, "The Associated Press"),
        ("ADA POLE Pier Tribune", None, "Pier Tribune"),
        ("By Ada Pole for the Associated Press", None, "Associated Press"),
    ],
)
def test_role_and_affiliation(byline: str, role: str | None, affiliation: str | None) -> None:
    (author,) = read_line(byline, "en").authors
    assert (author.name, author.type, author.role, author.affiliation) == ("Ada Pole", "person", role, affiliation)


@pytest.mark.parametrize(
    "byline", ["The Old Pier news desk", "Pier Staff", "By The Associated Press", "Reuters", "By the Pier Team"]
)
def test_desks_and_agencies_are_organizations(byline: str) -> None:
    assert [author.type for author in read_line(byline, "en").authors] == ["organization"]


def test_a_desk_beside_a_person() -> None:
    authors = read_line("by Ada Pole and The Old Pier news desk September 21, 2024 5:59 PM 2 min read", "en").authors
    assert [(a.name, a.type) for a in authors] == [
        ("Ada Pole", "person"),
        ("The Old Pier news desk", "organization"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "By",
        "By admin",
        "September 21, 2024",
        "5 min read",
        "ada@pier.example",
        "Share Tweet",
        "The pier was closed on Monday after a storm",
        "By the time the storm had passed",
        "https://pier.example/ada-pole",
        "Ada",
        "2024",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert read_line(text, "en").authors == []


def test_a_first_name_alone_needs_a_by_word() -> None:
    assert read_line("Ada", "en").authors == []
    assert [author.name for author in read_line("Ada", "en", opened=True).authors] == ["Ada"]


def test_words_of_the_page_are_no_second_author() -> None:
    byline = "By Ada Pole, Garden Educator"
    assert [a.name for a in read_line(byline, "en", common=frozenset({"garden", "educator"})).authors] == ["Ada Pole"]
    assert len(read_line(byline, "en").authors) == 2


def test_pieces_that_are_not_understood_are_counted() -> None:
    assert read_line("Ada Pole, something of the sea", "en").unread == 1
    assert read_line("Ada Pole, Bo Reed", "en").unread == 0


def test_no_more_authors_than_the_most() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = ", ".join(f"B{a}x B{b}xo" for a in letters for b in letters[:2])
    assert len(read_line(f"By {names}", "en").authors) == MOST


LANGUAGES = st.sampled_from(["en", "de", "ja", "ko", "zh", "ru", "tr", "und", "xx"])


@given(st.text(max_size=400), LANGUAGES)
def test_never_raises(text: str, language: str) -> None:
    for author in read_line(text, language, opened=True).authors:
        assert author.name.strip() == author.name != ""


@given(st.lists(st.sampled_from(["Ada Pole", "and", "By", ",", "|", "(", ")", "Sept 1, 2024", "dpa", "Dr.", "-"])))
def test_never_raises_on_parts_of_bylines(parts: list[str]) -> None:
    names = [author.name for author in read_line(" ".join(parts), "en").authors]
    assert len(names) == len(set(names))


def test_a_second_name_in_capitals_is_one_only_behind_a_by_word_and_from_four_letters_on() -> None:
    assert [a.name for a in read_line("By Ada POLE and Bo REED", "en").authors] == ["Ada Pole", "Bo Reed"]
    assert [a.type for a in read_line("By Ada POL", "en").authors] == ["unknown"]
    assert read_line("Ada POLE", "en").authors == []


def test_sections_in_hangul_name_nobody() -> None:
    assert read_line("경제 뉴스", "ko").authors == []
