"""Mail and saved pages: a document each, the HTML where there is a choice."""

from __future__ import annotations

import gzip
from email.message import EmailMessage

import pytest

from newsclean.document import Source
from newsclean.read.containers import format_of
from newsclean.read.items import Context, Item
from newsclean.read.limits import ReadError
from newsclean.read.mail import unpack
from newsclean.read.streams import Stream
from newsclean.record import Reason

PAGE = "<html><title>Fähre</title><p>Die Fähre fährt wieder.</html>"


def mail(*parts: tuple[str, str, str], **headers: str) -> bytes:
    """A mail of parts: subtype, charset, content."""
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "a@example.org", "Sat, 21 Sep 2024 17:59:00 +0000", "Ferry"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    for n, (subtype, charset, content) in enumerate(parts):
        add = message.add_alternative if n else message.set_content
        add(content, subtype=subtype, charset=charset)
    return message.as_bytes()


STATED = (("title", "Ferry"), ("date", "Sat, 21 Sep 2024 17:59:00 +0000"))


def test_html_goes_before_text(find) -> None:
    data = mail(("plain", "utf-8", "Die Fähre."), ("html", "iso-8859-1", PAGE))
    assert find(data) == [Item(Source("x"), (PAGE + "\n").encode("latin-1"), None, "iso-8859-1", "html", STATED)]
    assert find(gzip.compress(data)) == find(data)
    assert find(data.replace(b"\n", b"\r\n"))[0].data.split() == (PAGE + "\n").encode("latin-1").split()


def test_text_alone(find) -> None:
    data = mail(("plain", "koi8-r", "Паром."))
    assert find(data) == [Item(Source("x"), "Паром.\n".encode("koi8-r"), None, "koi8-r", None, STATED)]


MBOX = b"".join(
    b"From a@example.org Sat Sep 21 17:59:00 2024\n%s\n" % mail(("plain", "utf-8", f"Words {n}.\n>From here."))
    for n in range(3)
)


def test_each_mail_of_an_mbox(find, tell) -> None:
    wanted = [(f"[{n}]", b"Words %d.\nFrom here.\n\n" % n) for n in range(3)]
    assert tell(MBOX) == tell(MBOX, size=7) == wanted
    windows = tell(MBOX.replace(b"\n", b"\r\n"))
    assert [(name, data.replace(b"\r\n", b"\n")) for name, data in windows] == wanted
    assert [each.stated for each in find(MBOX)] == [STATED] * 3


def test_a_line_of_text_that_begins_as_a_mail_of_an_mbox_does(tell) -> None:
    text = b"Words.\n\nFrom our correspondent\n\nMore words."
    opened = b"From a@example.org Sat\n"
    assert tell(opened + mail(("plain", "utf-8", "")) + text)[0][1].strip() == text
    assert len(tell(opened + mail(("plain", "utf-8", "x\nFrom b\nDate: c")))) == 1


def test_a_mail_that_is_too_large_costs_no_other(tell) -> None:
    large = b"From b Sat\n" + mail(("plain", "utf-8", "Words. " * 1000)) + b"\n"
    assert [str(found)[:9] for _, found in tell(large + MBOX, max_input=1000)][:2] == ["too-large", "b'Words 0"]


def test_what_is_lost_of_an_mbox_costs_one_mail(find) -> None:
    class Chunks:
        """Goes on behind a damage."""

        def __init__(self) -> None:
            self.each = iter((MBOX[:50], None, MBOX[60:]))

        def __iter__(self):
            return self

        def __next__(self) -> bytes:
            chunk = next(self.each)
            if chunk is None:
                raise ReadError(Reason.MALFORMED, "is damaged")
            return chunk

    found = list(unpack(Stream(Chunks()), Source("x"), Context()))
    assert [str(each)[:10] if isinstance(each, ReadError) else each.data[:7] for each in found] == [
        "is damaged",
        b"Words 1",
        b"Words 2",
    ]


@pytest.mark.parametrize(
    ("headers", "stated"),
    [
        ({"Subject": "=?utf-8?q?F=C3=A4hre?= und =?koi8-r?b?8MHSz80=?="}, [("title", "Fähre und Паром")]),
        ({"Subject": "Fähre"}, [("title", "Fähre")]),
        ({"Subject": "=?x-none?q?F?="}, []),
        ({"Subject": "=?utf-7?q?+2AA-?="}, [("title", "?")]),
        ({"Subject": "=?utf-8?q?a?= " * 9_000}, []),
        ({"From": "(" * 1_999, "Subject": "Ferry"}, [("title", "Ferry")]),
        ({"Subject": "Ferry\n sails"}, [("title", "Ferry sails")]),
        ({"Subject": "Fwd: Ferry", "Date": "21 Sep 2024", "In-Reply-To": "<1@a.example>"}, []),
        ({"From": "<Saved by a browser>", "Date": "21 Sep 2024", "Subject": "Ferry"}, [("title", "Ferry")]),
        ({"From": "Ada Pole <a@b.example>", "Date": "21 Sep 2024"}, [("date", "21 Sep 2024")]),
        (
            {"From": "=?utf-8?q?Larkmoor=2C_Post?= <a@b.example>", "List-Unsubscribe": "<https://b.example>"},
            [("og:site_name", "Larkmoor, Post")],
        ),
        ({"From": "Ada Pole <a@b.example>", "List-Unsubscribe": "<x>", "List-Post": "<mailto:all@b.example>"}, []),
    ],
)
def test_what_a_mail_states(find, headers: dict[str, str], stated: list[tuple[str, str]]) -> None:
    head = "".join(f"{name}: {value}\n" for name, value in headers.items())
    (found,) = find(f"MIME-Version: 1.0\nContent-Type: text/plain\n{head}\nWords.".encode())
    assert list(found.stated) == stated


SAVED = b"""From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/story
Subject: Ferry
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
%s
<html><p>F=C3=A4hre</html>
------b
Content-Type: text/html
Content-Location: https://ads.example/frame

<html>frame
------b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------b--
"""


@pytest.mark.parametrize(
    ("header", "url"),
    [
        (b"Content-Location: https://example.org/a\n", "https://example.org/a"),
        (b"Content-Location: cid:7\n", "https://example.org/story"),
        (b"", "https://example.org/story"),
    ],
)
def test_a_saved_page_with_its_address(find, header: bytes, url: str) -> None:
    (found,) = find(SAVED % header)
    assert (found.data, found.url, found.charset) == ("<html><p>Fähre</html>".encode(), url, "utf-8")


def test_attachments_are_no_documents(tell) -> None:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "a", "b", "c"
    message.add_attachment(b"<p>x", maintype="text", subtype="html", filename="x.html")
    assert tell(message.as_bytes()) == [("", "empty")]


@pytest.mark.parametrize(
    "text",
    [
        b"From: the harbour\nThe ferry is back.\n\nIt sails.",
        b"Larkmoor: the ferry\nDate: Monday\n\nIt sails.",
        b"From our correspondent\n\nIt sails.",
        b"Subject: ferries\n\nFrom: x\nDate: y\nSubject: z",
        b"",
        b"\n",
    ],
)
def test_a_text_with_colons_is_no_mail(text: bytes) -> None:
    assert format_of(text) is None


def test_parts_that_nest_without_end(tell) -> None:
    open_ = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    data = b"MIME-Version: 1.0\n" + b"".join(open_ % (n, n) for n in range(3000))
    assert tell(data) in ([("", "too-deep")], [("", "empty")])


def test_a_mail_of_one_byte_too_many(tell) -> None:
    data = mail(("plain", "utf-8", "Words."))
    assert tell(data, max_input=len(data)) == [("", b"Words.\n")]
    assert tell(data, max_input=len(data) - 1) == [("", "too-large")]


def test_cut_anywhere_it_gives_something(tell) -> None:
    data = mail(("plain", "utf-8", "Die Fähre."), ("html", "iso-8859-1", PAGE))
    for cut in range(130, len(data), 37):
        assert len(tell(data[:cut])) == 1
