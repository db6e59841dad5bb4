from newsclean.document import Hint, Picture
from newsclean.fields import caption


def images(page):  # type: ignore[no-untyped-def]
    return [(i.caption, i.credit, i.url) for i in caption.find(page).value]


def test_caption_with_its_credit_in_brackets(labelled) -> None:  # type: ignore[no-untyped-def]
    page = labelled("C The pier at dusk. (Photo by Ada Pole)\nB The pier was sold on Monday.")
    assert images(page) == [("The pier at dusk.", "Ada Pole", None)]
    assert caption.find(page).blocks == (0,)


def test_credit_on_the_next_line(labelled) -> None:  # type: ignore[no-untyped-def]
    assert images(labelled("C The pier at dusk.\nc Image source: Pier Board")) == [
        ("The pier at dusk.", "Pier Board", None)
    ]


def test_a_short_caption_before_a_credit_is_none_of_it(labelled) -> None:  # type: ignore[no-untyped-def]
    assert images(labelled("c The pier. Photo: Ada Pole/Northpress")) == [("The pier.", "Ada Pole/Northpress", None)]
    assert images(labelled("c Ada Pole - Photo: Northpress")) == [(None, "Ada Pole - Photo: Northpress", None)]


def test_credit_two_blocks_below_belongs_and_three_does_not(labelled) -> None:  # type: ignore[no-untyped-def]
    assert images(labelled("C The pier at dusk.\n. Enlarge\nc Photo: Ada Pole")) == [
        ("The pier at dusk.", "Ada Pole", None)
    ]
    apart = images(labelled("C The pier at dusk.\n. Enlarge\n. Share\nc Photo: Ada Pole"))
    assert apart == [("The pier at dusk.", None, None), (None, "Ada Pole", None)]


def test_a_text_directly_over_a_caption_with_a_credit_describes_the_picture(labelled) -> None:  # type: ignore[no-untyped-def]
    shown = caption.find(labelled("C An old pier\nC The pier at dusk. (Photo by Ada Pole)")).value
    assert [(i.caption, i.credit, i.alt) for i in shown] == [("The pier at dusk.", "Ada Pole", "An old pier")]
    assert images(labelled("C An old pier\n. Enlarge\nC The pier at dusk. (Photo by Ada Pole)")) == [
        ("An old pier", None, None),
        ("The pier at dusk.", "Ada Pole", None),
    ]
    assert images(labelled("C An old pier\nC The pier at dusk.")) == [
        ("An old pier", None, None),
        ("The pier at dusk.", None, None),
    ]


def test_credit_above_its_caption(labelled) -> None:  # type: ignore[no-untyped-def]
    assert images(labelled("c IMAGO/Zuma Press\nC The pier at dusk")) == [
        ("The pier at dusk", "IMAGO/Zuma Press", None)
    ]


def test_credit_goes_to_the_caption_that_has_none(labelled) -> None:  # type: ignore[no-untyped-def]
    page = labelled("C The pier at dusk. (Photo by Ada Pole)\nc Photo: Bo Reed\nC The pier at dawn.")
    assert images(page) == [("The pier at dusk.", "Ada Pole", None), ("The pier at dawn.", "Bo Reed", None)]


def test_word_of_the_credit_alone_on_its_line(labelled) -> None:  # type: ignore[no-untyped-def]
    page = labelled("C Der Steg am Abend\nc Foto:\nc Ada Pole / AP", "de")
    assert images(page) == [("Der Steg am Abend", "Ada Pole / AP", None)]


def test_a_gallery_that_is_printed_twice_is_given_once(labelled) -> None:  # type: ignore[no-untyped-def]
    page = labelled(
        "C The pier at dusk\nC The pier at dawn.\n. Next\nC The pier at dusk. (Photo by Ada Pole)\nC The pier at dawn."
    )
    assert images(page) == [("The pier at dusk", "Ada Pole", None), ("The pier at dawn.", None, None)]


def test_pictures_give_address_and_alt_text(labelled) -> None:  # type: ignore[no-untyped-def]
    page = labelled("B Text.\nC The pier at dusk.\nc Photo: Ada Pole", pictures=[Picture("/pier.jpg", "A pier", 1)])
    (image,) = caption.find(page).value
    assert (image.caption, image.credit, image.url, image.alt) == (
        "The pier at dusk.",
        "Ada Pole",
        "/pier.jpg",
        "A pier",
    )


def test_a_picture_without_caption_counts_only_where_the_metadata_names_it(labelled) -> None:  # type: ignore[no-untyped-def]
    pictures = [Picture("/advert.jpg", None, None), Picture("/lead.jpg", "A pier", None)]
    page = labelled("B Text.\nC The pier at dawn.", pictures=pictures, hints=[Hint("opengraph", "image", "/lead.jpg")])
    assert images(page) == [(None, None, "/lead.jpg"), ("The pier at dawn.", None, None)]


def test_the_metadata_alone_gives_the_picture(labelled) -> None:  # type: ignore[no-untyped-def]
    page = labelled("B Text.", hints=[Hint("opengraph", "image", "/lead.jpg")])
    assert images(page) == [(None, None, "/lead.jpg")]
    assert caption.find(page).blocks == ()


def test_none(labelled) -> None:  # type: ignore[no-untyped-def]
    assert caption.find(labelled("B Text.")).value == ()


def test_alt_text_before_the_same_caption(labelled) -> None:  # type: ignore[no-untyped-def]
    line = "The old pier at dusk. Photo: Ada Pole"
    expected = [("The old pier at dusk.", "Ada Pole", None)]
    assert images(labelled(f"C The old pier at dusk {line}")) == expected
    assert images(labelled(f"C {line} {line}")) == expected


def test_words_that_come_back_are_not_doubled() -> None:
    text = "The old pier at dusk and the old pier at dawn"
    assert caption.undoubled(text) == text
    assert caption.undoubled("A pier. A pier.") == "A pier. A pier."


def test_where_pictures_name_their_captions_others_need_a_credit(labelled) -> None:  # type: ignore[no-untyped-def]
    lines = "C Log in to your account\nC The pier at dusk.\n. Enlarge\nC The pier at dawn. (Photo by Ada Pole)"
    shown = images(labelled(lines, pictures=[Picture("/pier.jpg", None, 1)]))
    assert shown == [("The pier at dusk.", None, "/pier.jpg"), ("The pier at dawn.", "Ada Pole", None)]
    assert len(images(labelled(lines))) == 3
