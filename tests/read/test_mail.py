"""Mail and saved pages: one document, the HTML where there is a choice."""

from __future__ import annotations

import gzip
from email.message import EmailMessage

import pytest

from newsclean.document import Source
from newsclean.read.containers import format_of
from newsclean.read.items import Item

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


def test_html_goes_before_text(find) -> None:
    data = mail(("plain", "utf-8", "Die Fähre."), ("html", "iso-8859-1", PAGE))
    assert find(data) == [Item(Source("x"), (PAGE + "\n").encode("latin-1"), None, "iso-8859-1", "html")]
    assert find(gzip.compress(data)) == find(data)
    assert find(b"From a@example.org Sat Sep 21\n" + data) == find(data)
    assert find(data.replace(b"\n", b"\r\n"))[0].data.split() == (PAGE + "\n").encode("latin-1").split()


def test_text_alone(find) -> None:
    assert find(mail(("plain", "koi8-r", "Паром."))) == [Item(Source("x"), "Паром.\n".encode("koi8-r"), None, "koi8-r")]


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
