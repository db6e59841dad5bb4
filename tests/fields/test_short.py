import pytest

from newsclean.fields.short import TITLE, breaks_off, is_furniture, is_title, time_ahead, without_lead


@pytest.mark.parametrize(
    ("text", "language", "time", "rest"),
    [
        ("3:44 PM", "en", "3:44 PM", ""),
        ("11:54 p.m.", "en", "11:54 p.m.", ""),
        ("17:59", "en", "17:59", ""),
        ("14.32 Uhr", "de", "14.32 Uhr", ""),
        ("vor 5 Min.", "de", "vor 5 Min.", ""),
        ("vor 1 Std.", "de", "vor 1 Std.", ""),
        ("il y a 2 heures", "fr", "il y a 2 heures", ""),
        ("hace 3 horas", "es", "hace 3 horas", ""),
        ("5 minutes ago", "en", "5 minutes ago", ""),
        ("22 November 2024, 15:05", "en", "22 November 2024, 15:05", ""),
        ("Nov. 20", "en", "Nov. 20", ""),
        ("Yesterday", "en", "Yesterday", ""),
        ("17:59 Bridge open again", "en", "17:59", "Bridge open again"),
        ("17:59Ada Pole", "en", "17:59", "Ada Pole"),
        ("5 min ago Bridge open again", "en", "5 min ago", "Bridge open again"),
        ("17時59分", "ja", "17時59分", ""),
    ],
)
def test_times(text: str, language: str, time: str, rest: str) -> None:
    assert time_ahead(text, language) == (time, rest)


@pytest.mark.parametrize(
    "text", ["", "40 years of rain", "3 people hurt", "May the best town win", "2024", "No 5", "²:³⁰"]
)
def test_no_times(text: str) -> None:
    assert time_ahead(text, "en") is None


@pytest.mark.parametrize(
    "text", ["MORE NEWS", "News Feed", "Related articles:", "1", "12.", "›", "Show all", "More from Three Word Paper"]
)
def test_furniture(text: str) -> None:
    assert is_furniture(text, "en")


def test_a_headline_that_holds_such_words_is_none() -> None:
    assert not is_furniture("More from all four words on", "en")
    assert not is_furniture("More news from the old pier", "en")


def test_lead() -> None:
    assert without_lead("Read more: The old pier is sold", "en") == "The old pier is sold"
    assert without_lead("Lesen Sie auch: Der Steg ist verkauft", "de") == "Der Steg ist verkauft"
    assert without_lead("Related to the king by marriage", "en") == "Related to the king by marriage"


def test_title_has_a_length() -> None:
    least, most = TITLE
    assert [is_title("a" * n) for n in (least - 1, least, most, most + 1)] == [False, True, True, False]
    assert [is_title("橋" * n) for n in (4, 5)] == [False, True]
    assert not is_title("The old pier was sold on a rainy Mon…")


def test_breaking_off() -> None:
    assert breaks_off("and then mo…")
    assert breaks_off("and then [...]")
    assert not breaks_off("and then.")
