# ruff: noqa: E501  a row a case
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.credit import LONGEST, bare_credit, split_credit
from newsclean.fields.credit_words import CREDIT

SPLITS = [
    # text, language, caption, credit
    ("The pier at dusk. (Ada Pole/Hillside Images via Getty Images)", "en", "The pier at dusk.", "Ada Pole/Hillside Images via Getty Images"),
    ("(From left) Ada Pole, Bo Reed and Cy Low on the pier. (Photo by Di Marsh)", "en", "(From left) Ada Pole, Bo Reed and Cy Low on the pier.", "Di Marsh"),
    ("(From left) Ada Pole and Bo Reed on the pier", "en", "(From left) Ada Pole and Bo Reed on the pier", None),
    ("The pier at dusk. (Ada Pole/tidelight pictures via Northern Images)", "en", "The pier at dusk.", "Ada Pole/tidelight pictures via Northern Images"),
    ("The pier at dusk (open on weekdays/holidays only)", "en", "The pier at dusk (open on weekdays/holidays only)", None),
    ("The pier at dusk (Picture: Getty)", "en", "The pier at dusk", "Getty"),
    ("The pier at dusk (Image: Ada Pole via Getty Images)", "en", "The pier at dusk", "Ada Pole via Getty Images"),
    ("The pier at dusk (stock image) (Image: Getty Images)", "en", "The pier at dusk (stock image)", "Getty Images"),
    ("The pier at dusk (stock image)", "en", "The pier at dusk (stock image)", None),
    ("The pier at dusk. (NPA)", "en", "The pier at dusk.", "NPA"),
    ("The chief of the river board (NPA)", "en", "The chief of the river board (NPA)", None),
    ("Workers leave the pier, Tuesday, May 6, 2025. (AP Photo/Ada Pole)", "en", "Workers leave the pier, Tuesday, May 6, 2025.", "AP Photo/Ada Pole"),
    ("Workers leave the pier on Tuesday. AP Photo/Ada Pole", "en", "Workers leave the pier on Tuesday.", "AP Photo/Ada Pole"),
    ("Workers leave the pier on Tuesday AP Photo/Ada P. Pole", "en", "Workers leave the pier on Tuesday", "AP Photo/Ada P. Pole"),
    ("Workers leave the pier. Photo by Handout/Pier Board/AFP via Getty Images", "en", "Workers leave the pier.", "Handout/Pier Board/AFP via Getty Images"),
    ("The pier in a file photo from 2019.", "en", "The pier in a file photo from 2019.", None),
    ("Video: Watch the moment the pier gives way to the storm", "en", "Video: Watch the moment the pier gives way to the storm", None),
    ("The pier was closed, according to Reuters", "en", "The pier was closed, according to Reuters", None),
    ("U.S. President Ada Pole speaks in Lower Hadley", "en", "U.S. President Ada Pole speaks in Lower Hadley", None),
    ("The road to the pier, in 2024. Ada Pole for Rest of Coast", "en", "The road to the pier, in 2024.", "Ada Pole for Rest of Coast"),
    ("Is this the end of the pier? Ada Pole says no.", "en", "Is this the end of the pier? Ada Pole says no.", None),
    ("Image source: Pier Board", "en", None, "Pier Board"),
    ("Ada Pole/Getty Images", "en", None, "Ada Pole/Getty Images"),
    ("Image:", "en", None, None),
    ("Getty Images)", "en", None, "Getty Images"),
    ("Der Steg am Abend. Foto: Ada Pole/dpa", "de", "Der Steg am Abend.", "Ada Pole/dpa"),
    ("Der Steg am Abend | Foto: Ada Pole/dpa", "de", "Der Steg am Abend", "Ada Pole/dpa"),
    ("Der Steg am Abend. | Ada Pole/dpa", "de", "Der Steg am Abend.", "Ada Pole/dpa"),
    ("Der Steg ist gesperrt. Bild: privat", "de", "Der Steg ist gesperrt.", "privat"),
    ("Der Steg ist gesperrt. (Symbolfoto) © Getty Images/iStockphoto | stegfoto", "de", "Der Steg ist gesperrt. (Symbolfoto)", "Getty Images/iStockphoto | stegfoto"),
    ("Der Steg ist für immer zurück.© Ada von Pole/dpa", "de", "Der Steg ist für immer zurück.", "Ada von Pole/dpa"),
    ("Der Steg hilft, zu Kräften zu kommen.Unsplash/Ada Pole", "de", "Der Steg hilft, zu Kräften zu kommen.", "Unsplash/Ada Pole"),
    ("Der Steg nach dem Sturm — © BELGA", "de", "Der Steg nach dem Sturm", "BELGA"),
    ("Le ponton, à Valgrèze, le 12 juillet 2023. ADA POLE / AFP", "fr", "Le ponton, à Valgrèze, le 12 juillet 2023.", "ADA POLE / AFP"),
    ("Le ponton de Valgrèze ADA POLE / AFP", "fr", "Le ponton de Valgrèze", "ADA POLE / AFP"),
    ("El muelle de Almarza. (Edu Polo)", "es", "El muelle de Almarza.", "Edu Polo"),
    ("Razzia am Steg von Almarza / Lorenza Polo", "de", "Razzia am Steg von Almarza", "Lorenza Polo"),
    ("Міст у день відкриття. Фото: Остап Ґонта / «Подільський вісник»", "uk", "Міст у день відкриття.", "Остап Ґонта / «Подільський вісник»"),
    ("Most w dniu otwarcia. Fot. Leon Czubak", "pl", "Most w dniu otwarcia.", "Leon Czubak"),
    ("桟橋を渡る人たち（青浜で、３日）＝ＡＰ", "ja", "桟橋を渡る人たち（青浜で、３日）", "ＡＰ"),
    ("桟橋を渡る人たち＝13日、青浜で（野添航撮影）", "ja", "桟橋を渡る人たち＝13日、青浜で", "野添航"),
    ("한 주민이 다리를 건너고 있다. 한서윤 기자", "ko", "한 주민이 다리를 건너고 있다.", "한서윤 기자"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "caption", "credit"), SPLITS)
def test_split(text: str, language: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(text, language) == (caption, credit)


def test_a_text_over_the_limit_is_left_whole() -> None:
    tail = " (Photo by Ada Pole)"
    fits = "a" * (LONGEST - len(tail)) + tail
    assert split_credit(fits, "en")[1] == "Ada Pole"
    assert split_credit("a" + fits, "en") == ("a" + fits, None)


def test_a_credit_is_no_longer_than_its_limit() -> None:
    name = "Ada Pole/" * 40
    caption = f"The pier at dusk. (Photo by {name[:CREDIT]})"
    assert split_credit(caption, "en") == (caption, None)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Image source, Getty Images", "Getty Images"),
        ("Photo: Ada Pole", "Ada Pole"),
        ("(Photo: Ada Pole)", "Ada Pole"),
        ("© Foto: Ada Pole", "Ada Pole"),
        ("Ada Pole.", "Ada Pole"),
        ("Ada P.", "Ada P."),
        ("Ada Pole/Getty Images)", "Ada Pole/Getty Images"),
        ("Photo:", None),
        ("", None),
    ],
)
def test_bare_credit(text: str, credit: str | None) -> None:
    assert bare_credit(text, "en") == credit


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ja", "und"]))
def test_nothing_is_invented(text: str, language: str) -> None:
    caption, credit = split_credit(text, language)
    assert (caption or "") in text
    assert (credit or "") in text
