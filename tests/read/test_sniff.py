"""What bytes are, told from the bytes."""

from __future__ import annotations

import pytest

from newsclean.read.limits import ReadError
from newsclean.read.sniff import BINARY_SHARE, MAGIC, TAG_EVERY, is_html, refuse_binary
from newsclean.record import Reason


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "\ufeff  \n<html lang=uk>",
        "<!-- saved from an address --><!doctype html>",
        "<!-- " + "licence " * 1000 + "-->\n<head>",
        '<?xml version="1.0" encoding="utf-8"?>\n<html>',
        '<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">\n<nitf><body><p>One</p></body></nitf>',
        "<script>var x</script><html>",
        "<p>One paragraph",
        "<div class='a'><b>One</b></div>",
    ],
)
def test_html(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A mayor wrote <b>no</b> and <i>never</i>.",
        "How to write a page: <html><head></head><body></body></html>",
        "<reporter@example.org> wrote:\nHello",
        "<3 this town",
        "< p > is a tag",
        '<div hidden><img src="pixel.gif"></div>\n' + "Plain words of a dump. " * 300,
    ],
)
def test_text(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(("length", "html"), [(TAG_EVERY, True), (TAG_EVERY + 1, False)])
def test_a_fragment_has_a_tag_now_and_then(length: int, html: bool) -> None:
    assert is_html("<em>a</em>".ljust(length, "x")) is html


@pytest.mark.parametrize(("magic", "what", "cure"), MAGIC)
def test_known_kinds_are_named_with_a_cure(magic: bytes, what: str, cure: str) -> None:
    with pytest.raises(ReadError) as caught:
        refuse_binary(magic + b"words " * 100)
    assert (caught.value.reason, caught.value.offset) == (Reason.BINARY, 0)
    assert what in caught.value.message
    assert cure in caught.value.message


@pytest.mark.parametrize(("controls", "refused"), [(5, False), (6, True)])
def test_share_of_control_bytes(controls: int, refused: bool) -> None:
    assert BINARY_SHARE * 1000 == 5
    data = b"word" + b"\0" * controls
    data = data.ljust(1000, b"x")
    if not refused:
        refuse_binary(data)
        return
    with pytest.raises(ReadError) as caught:
        refuse_binary(data)
    assert (caught.value.reason, caught.value.offset) == (Reason.BINARY, 4)


def test_tabs_newlines_form_feeds_and_escapes_are_text() -> None:
    refuse_binary(b"\t\n\v\f\r\x1b" * 100)
