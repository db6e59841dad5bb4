"""Bytes to text: order of trust, labels, what is lost and when it is too much."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.document import Declaration
from newsclean.read.decode import LOST_SHARE, declared_in, decode
from newsclean.read.encodings import ENCODINGS, LABELS, codec, named
from newsclean.read.limits import ReadError
from newsclean.record import Reason

PROSE = {
    "windows-1252": "Le conseil a annoncé mardi une réforme. « C’est là une étape », a dit la maire, où l’été est là. "
    * 3,
    "windows-1250": "Předseda vlády v úterý oznámil, že nový zákon vstoupí v platnost příští měsíc. Byl to těžký den. "
    * 3,
    "windows-1251": "Совет объявил во вторник о новой программе. Мэр сказала, что деньги поступят в марте. " * 3,
    "koi8-r": "Совет объявил во вторник о новой программе. Мэр сказала, что деньги поступят в марте. " * 3,
    "windows-1253": "Το συμβούλιο ανακοίνωσε την Τρίτη ένα νέο πρόγραμμα. Τα χρήματα θα έρθουν τον Μάρτιο. " * 3,
    "windows-1255": "המועצה הודיעה ביום שלישי על תוכנית חדשה. ראש העיר אמרה שהכסף יגיע במרץ. " * 3,
    "windows-1256": "أعلن المجلس يوم الثلاثاء عن برنامج جديد. وقالت العمدة إن الأموال ستصل في مارس. " * 3,
    "shift_jis": "市議会は火曜日、新しい計画を発表した。市長は、資金は三月に届くと述べた。市民は歓迎している。" * 3,
    "euc-jp": "市議会は火曜日、新しい計画を発表した。市長は、資金は三月に届くと述べた。市民は歓迎している。" * 3,
    "gbk": "市议会星期二宣布了一项新计划。市长表示，资金将于三月到位。市民表示欢迎，专家认为这很重要。" * 3,
    "big5": "市議會星期二宣布了一項新計畫。市長表示，資金將於三月到位。市民表示歡迎，專家認為這很重要。" * 3,
    "euc-kr": "시의회는 화요일 새로운 계획을 발표했다. 시장은 자금이 3월에 도착할 것이라고 말했다. 시민들은 환영했다. "
    * 3,
}
"""Invented news in encodings that nothing names."""


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_has_a_codec_of_python(name: str) -> None:
    assert codecs.lookup(codec(name))
    assert named(name) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ISO-8859-1", "windows-1252"),
        (" utf8 ", "utf-8"),
        ("sjis", "shift_jis"),
        ("gb2312", "gbk"),
        ("latin2", "iso-8859-2"),
    ]
    + [
        (other, None) for other in ("idna", "punycode", "zlib", "hex", "rot13", "utf-7", "unicode_escape", "base64", "")
    ],
)
def test_labels_are_those_of_the_standard(label: str, name: str | None) -> None:
    assert named(label) == name


def test_no_label_is_a_codec_that_is_no_charset() -> None:
    assert not {label for label in LABELS if label in ("idna", "zlib", "undefined", "mbcs", "raw_unicode_escape")}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META CHARSET=windows-1251>", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b'<!-- <meta charset="big5"> --><meta charset="gbk">', "gbk"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b'<meta charset="zlib">', None),
        (b'<metadata charset="big5">', None),
        (b"<p>charset=big5</p>", None),
        (b"\xff<meta charset=\xff\xfe>", None),
    ],
)
def test_declaration(head: bytes, name: str | None) -> None:
    assert declared_in(head) == name


@pytest.mark.parametrize(
    ("mark", "name"), [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be")]
)
def test_a_byte_order_mark_comes_first_and_is_no_text(mark: bytes, name: str) -> None:
    decoded = decode(mark + "<meta charset=big5>Grüße".encode(codec(name)), html=True)
    assert (decoded.text, decoded.encoding, decoded.lost) == ("<meta charset=big5>Grüße", name, ())


def test_valid_utf8_is_utf8_whatever_is_declared() -> None:
    assert decode('<meta charset="latin1">Grüße'.encode(), html=True).text.endswith("Grüße")


def test_a_declaration_decides_where_bytes_are_no_utf8() -> None:
    page = '<meta charset="windows-1251">Совет'.encode("cp1251")
    assert decode(page, html=True).encoding == "windows-1251"


@pytest.mark.parametrize(
    ("charset", "html", "encoding"),
    [
        ("windows-1251", True, "windows-1251"),  # goes before what the page says of itself
        ("windows-1251", False, "windows-1251"),
        ('"idna"', True, "koi8-r"),
        ("utf-16", True, "koi8-r"),
        (None, True, "koi8-r"),
    ],
)
def test_the_encoding_that_came_with_the_bytes(charset: str | None, html: bool, encoding: str) -> None:
    page = b'<meta charset="koi8-r">' + "Совет".encode("cp1251")
    assert decode(page, html=html, charset=charset).encoding == encoding


def test_a_mark_and_valid_utf8_go_before_the_encoding_that_came_with_the_bytes() -> None:
    assert decode("Grüße".encode(), html=False, charset="koi8-r").text == "Grüße"
    assert decode(b"\xff\xfea\0", html=False, charset="koi8-r").text == "a"


def test_a_declaration_means_nothing_in_plain_text() -> None:
    assert decode(b"<meta charset=shift_jis> caf\xe9 d\xe9j\xe0 vu", html=False).encoding == "windows-1252"


PAGE = '<!doctype html>\n<!-- <meta charset="big5"> -->\n <meta charset="{label}"><p>{prose}'
PLACE = PAGE.index('<meta charset="{')


@pytest.mark.parametrize("label", [label for label in LABELS if LABELS[label] in {*PROSE, "utf-8"}])
def test_no_label_of_the_encoding_that_holds_is_wrong(label: str) -> None:
    name = LABELS[label]
    page = PAGE.format(label=label, prose=PROSE.get(name, "Grüße"))
    decoded = decode(page.encode(codec(name)), html=True)
    assert (decoded.encoding, decoded.misdeclared) == (name, None)


@pytest.mark.parametrize(
    ("label", "data"),
    [
        ("iso-8859-1", "Grüße".encode()),
        ("GB2312", PROSE["gbk"].encode()),
        ("UTF8", PROSE["windows-1252"].encode("cp1252")),
        ("utf-16", "Grüße".encode()),
        ("us-ascii", "Grüße".encode()),
    ],
)
def test_a_declaration_that_does_not_hold_is_kept_with_its_place(label: str, data: bytes) -> None:
    decoded = decode(PAGE.format(label=label, prose="").encode() + data, html=True)
    assert decoded.misdeclared == Declaration(label, PLACE)


@pytest.mark.parametrize(
    ("label", "wrong"), [("utf-8", True), ("latin1", True), ("utf-16", False), ("utf-16be", False), ("nonsense", False)]
)
def test_a_declaration_after_a_byte_order_mark(label: str, wrong: bool) -> None:
    decoded = decode(codecs.BOM_UTF16_LE + PAGE.format(label=label, prose="Grüße").encode("utf-16-le"), html=True)
    assert decoded.misdeclared == (Declaration(label, PLACE) if wrong else None)


def test_the_place_of_a_declaration_counts_characters() -> None:
    decoded = decode('<!doctype html><title>Grüße — 市</title><meta charset="latin1">'.encode(), html=True)
    assert decoded.misdeclared
    assert decoded.text[decoded.misdeclared.at :] == '<meta charset="latin1">'
    assert decode(b'\xef\xbb\xbf  <?xml version="1.0" encoding="big5"?><p>', html=True).misdeclared == Declaration(
        "big5", 2
    )


def test_nothing_is_declared_by_plain_text() -> None:
    assert decode('<meta charset="latin1">Grüße'.encode(), html=False).misdeclared is None


def test_iso_2022_jp_is_believed_though_it_is_all_ascii() -> None:
    assert decode(b"<meta charset=iso-2022-jp>\x1b$BF|K\\\x1b(B", html=True).text.endswith("日本")


@pytest.mark.parametrize("name", PROSE)
def test_detection(name: str) -> None:
    decoded = decode(PROSE[name].encode(codec(name)), html=False)
    assert (decoded.encoding, decoded.text) == (name, PROSE[name])


def test_a_stray_byte_in_utf8_is_lost_and_its_place_recorded() -> None:
    decoded = decode("Žlutý kůň ".encode() * 50 + b"\xff end", html=False)
    assert (decoded.encoding, decoded.lost) == ("utf-8", (500,))
    assert decoded.text[500] == "\ufffd"


def test_a_replacement_character_of_the_input_is_not_lost() -> None:
    assert decode("was \ufffd already ä".encode() * 20, html=False).lost == ()
    assert decode("was \ufffd ".encode() * 50 + b"\xff", html=False).lost == (300,)


@pytest.mark.parametrize(("lost", "accepted"), [(2, True), (3, False)])
def test_share_that_may_be_lost(lost: int, accepted: bool) -> None:
    assert LOST_SHARE * 100 == 2
    data = b"\xef\xbb\xbf" + b"\xff" * lost + b"x" * (100 - lost)
    if accepted:
        assert decode(data, html=False).lost == (0, 1)
    else:
        with pytest.raises(ReadError) as caught:
            decode(data, html=False)
        assert caught.value.reason is Reason.UNDECODABLE


def test_bytes_that_are_text_in_no_encoding_are_refused() -> None:
    with pytest.raises(ReadError) as caught:
        decode(bytes(128 + (i * i * 7 + i) % 127 for i in range(4000)), html=False)
    assert (caught.value.reason, caught.value.offset) == (Reason.UNDECODABLE, 0)


@given(st.text())
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), html=False).text == text


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_clean_text_or_a_named_refusal(data: bytes, html: bool) -> None:
    try:
        decoded = decode(data, html=html)
    except ReadError as error:
        reason = error.reason
        assert reason is Reason.UNDECODABLE
        return
    decoded.text.encode()  # fails on a lone surrogate
    assert all(decoded.text[place] == "\ufffd" for place in decoded.lost)
    assert len(decoded.lost) <= LOST_SHARE * len(decoded.text)


@pytest.mark.parametrize(("charset", "told"), [(None, True), ("windows-1251", True), ("UTF-8", False)])
def test_what_came_with_the_bytes_goes_before_what_stands_in_them(charset: str | None, told: bool) -> None:
    decoded = decode('<meta charset="latin1">Grüße'.encode(), html=True, charset=charset)
    assert (decoded.encoding, decoded.misdeclared is not None) == ("utf-8", told)


def test_nothing_is_declared_in_a_comment_that_does_not_end() -> None:
    declared = b'<meta charset="koi8-r">'
    assert declared_in(b"<!-- x -->" + declared) == "koi8-r"
    assert declared_in(b"<!-- x " + declared) is None
