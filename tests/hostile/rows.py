"""WARC, JSONL, CSV, Parquet, feeds and mail: rows that are damaged, lie about their length, or hold no text."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
from html import escape

from hostile.markup import page
from hostile.packed import TAR, ZIP
from hostile.text import ARTICLE, GOOD

PAGE = page()


def record(body: bytes = GOOD, length: int | None = None, kind: bytes = b"conversion", more: bytes = b"") -> bytes:
    """A record of a WARC."""
    size = b"%d" % (len(body) if length is None else length)
    start = b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: text/plain\r\n"
    return start + more + b"Content-Length: " + size + b"\r\n\r\n" + body + b"\r\n\r\n"


def response(body: bytes = PAGE, more: bytes = b"", status: bytes = b"200 OK") -> bytes:
    """A record that holds what a server answered."""
    answer = b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html\r\n" + more + b"\r\n" + body
    size = b"Content-Length: %d\r\n\r\n" % len(answer)
    return b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n" + size + answer + b"\r\n\r\n"


def rows(*objects: object) -> bytes:
    """Lines of JSON."""
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)


def table(*cells: str, header: str = "title,text") -> bytes:
    """A table of CSV, a row for each text."""
    output = io.StringIO(newline="")
    csv.writer(output).writerows(["Council backs plan", each] for each in cells)
    return header.encode() + b"\r\n" + output.getvalue().encode()


def parquet(**columns: list[object]) -> bytes:
    """A Parquet file."""
    import pyarrow as arrow
    from pyarrow import parquet as writer

    output = io.BytesIO()
    writer.write_table(arrow.table(columns), output)
    return output.getvalue()


def feed(*texts: str, above: str = "") -> bytes:
    """A feed of RSS, an item for each text, which stands in it as it is."""
    items = "".join(f"<item><title>Council</title><description>{text}</description></item>" for text in texts)
    return f"{above}<rss version='2.0'><channel><title>The Post</title>{items}</channel></rss>".encode()


def mail(body: bytes, headers: bytes = b"Content-Type: text/plain; charset=utf-8") -> bytes:
    """A mail."""
    return b"From: a@b.example\nDate: now\nSubject: x\nMIME-Version: 1.0\n" + headers + b"\n\n" + body


def parts(times: int) -> bytes:
    """A mail whose parts stand in one another."""
    opened = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(times))
    end = b"--b%d\nContent-Type: text/plain\n\n" % times
    return mail(opened + end + GOOD, b"Content-Type: multipart/mixed; boundary=b0")


ROW = {"text": ARTICLE}
ESCAPED = escape(ARTICLE)
DECLARED = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
BOMB = f"<!DOCTYPE rss [<!ENTITY a0 'lol'>{DECLARED}]>"
LINE = rows(ROW)
TABLE_ROW = table(ARTICLE).partition(b"\r\n")[2]
TABLE = {
    "warc": (record() + record(), "record record"),
    "warc packed": (gzip.compress(record()) + gzip.compress(record()), "record record"),
    "warc packed damage": (
        gzip.compress(record())[:-200] + b"\xff" * 200 + gzip.compress(record()),
        "malformed record",
    ),
    "warc cut": (record()[:-600], "truncated"),
    "warc header cut": (record()[:40], "truncated"),
    "warc length too short": (record(length=100) + record(), "malformed record"),
    "warc length too long": (record(length=len(GOOD) + 50) + record(), "malformed record"),
    "warc length huge": (record(length=10**17) + record(), "too-large record"),
    "warc length negative": (record(length=-5) + record(), "malformed record"),
    "warc length digits": (
        record(more=b"Content-Length: " + b"9" * 5_000 + b"\r\n", length=0) + record(),
        "malformed record",
    ),
    "warc garbage between": (record() + b"garbage\r\n" * 99 + record(), "record malformed record"),
    "warc other types": (record(kind=b"request") + record(kind=b"warcinfo") + record(kind=b"revisit"), "empty"),
    "warc name": (record(more=b"WARC-Target-URI: http://x/\x1b[31m\x9b\xff\r\n"), "record"),
    "warc address surrogate": (record(more=b"WARC-Target-URI: http://x.example/\xed\xa0\x80\r\n"), "record"),
    "warc headers": (record(more=b"X: y\r\n" * 190), "record"),
    "warc too many headers": (record(more=b"X: y\r\n" * 50_000) + record(), "malformed record"),
    "warc response": (response(), "record"),
    "warc not found": (response(status=b"404 Not Found"), "record"),
    "warc redirect": (response(status=b"301 Moved"), "empty"),
    "warc status odd": (response(status=b"\xc2\xb2\xc2\xb2"), "record"),
    "warc no such encoding": (response(more=b"Content-Encoding: evil\r\n"), "malformed"),
    "warc not encoded": (response(more=b"Content-Encoding: gzip\r\n"), "record"),
    "warc encoded badly": (response(b"\x1f\x8b\x08" + b"\xff" * 99, b"Content-Encoding: gzip\r\n"), "malformed"),
    "warc chunks lie": (response(more=b"Transfer-Encoding: chunked\r\n"), "record"),
    "warc chunk sizes": (response(b"ffffffffffffffff\r\n" + PAGE, b"Transfer-Encoding: chunked\r\n"), "malformed"),
    "warc charset idna": (response(more=b"Content-Type: text/html; charset=idna\r\n"), "record"),
    "warc bomb": (
        lambda: response(gzip.compress(b"<p>" + b" " * 2**27), b"Content-Encoding: gzip\r\n"),
        "too-large",
    ),
    "jsonl": (LINE * 2, "record record"),
    "jsonl empty lines": (b"\n\n" + LINE + b"\n \n", "record"),
    "jsonl cut": (LINE + LINE[:500], "record malformed"),
    "jsonl broken": (LINE + b"{]\n" + LINE, "record malformed record"),
    "jsonl no object": (LINE + b"[1]\n5\nnull\n" + LINE, "record malformed malformed malformed record"),
    "jsonl deep": (LINE + b'{"text": ' + b"[" * 100_000 + b"\n" + LINE, "record too-deep record"),
    "jsonl deep closed": (LINE + b'{"a": ' + b"[" * 300 + b"]" * 300 + b', "text": "x"}\n', "record too-deep"),
    "jsonl digits": (b'{"a": ' + b"9" * 5_000 + b', "text": ' + json.dumps(ARTICLE).encode() + b"}\n", "record"),
    "jsonl constants": (b'{"a": NaN, "b": -Infinity, "text": ' + json.dumps(ARTICLE).encode() + b"}\n", "record"),
    "jsonl answers that nest": (
        rows(
            {"a": {"a": {"a": {"a": {"a": {"a": {"text": "x"}}}}}}},
            {"a": [[[{"text": None}]]], "text": {}},
            {"a": [{}] * 9999},
        ),
        "malformed empty malformed",
    ),
    "jsonl key surrogate": (
        b'{"\\ud800": [{"text": ' + json.dumps(ARTICLE).encode() + b"}]}\n" + LINE,
        "record record",
    ),
    "jsonl text number": (rows({"text": 5}, {"text": ["x", 5]}, {"text": True}), "malformed malformed malformed"),
    "jsonl text null": (rows({"text": None}, {"text": ""}, ROW), "empty empty record"),
    "jsonl other keys": (rows({"a": 1}, {"b": 2}), "malformed"),
    "jsonl key missing": (rows(ROW, {"a": 1}), "record malformed"),
    "jsonl same keys": (b'{"text": "x", "text": ' + json.dumps(ARTICLE).encode() + b"}\n", "record"),
    "jsonl surrogates": (b'{"text": ' + json.dumps("\ud800 " + ARTICLE).encode() + b"}\n", "record"),
    "jsonl address surrogate": (rows({**ROW, "url": "http://x.example/\ud800"}), "record"),
    "jsonl address long": (lambda: rows({**ROW, "url": "http://x.example/" + "a" * 10**6}), "record"),
    "jsonl address odd": (rows({**ROW, "url": {"a": 1}}, {**ROW, "url": "\x1b[31m"}), "record record"),
    "jsonl controls": (rows({"text": "\x1b[31m\x00\x9b" + ARTICLE}), "record"),
    "jsonl latin 1": (LINE + b'{"text": "caf\xe9"}\n' + LINE, "record undecodable record"),
    "jsonl bom": (b"\xef\xbb\xbf" + LINE, "record"),
    "jsonl utf-16": ((LINE * 2).decode().encode("utf-16"), "record record"),
    "jsonl base64": (
        rows({"httpResponseBody": base64.b64encode(PAGE).decode()}, {"httpResponseBody": "UEsDBA=="}),
        "record binary",
    ),
    "jsonl metadata odd": (rows({**ROW, "metadata": {"url": {"a": 1}, "meta": [[]], "title": 5}}), "record"),
    "jsonl nul": (LINE + b"\0\0\0\n" + LINE, "record malformed record"),
    "jsonl line too long": (lambda: LINE + b'{"text": "' + b"x" * 2**24 + b'"}\n' + LINE, "record too-large record"),
    "jsonl html": (rows({"html": PAGE.decode()}, {"html": "<"}, {"html": "x"}), "record not-an-article not-an-article"),
    "jsonl of a zip": (rows({"text": "PK\x03\x04" + ARTICLE}), "binary"),
    "jsonl proto": (rows({**ROW, "__proto__": {"x": 1}, "__class__": "os.system"}), "record"),
    "csv": (table(ARTICLE, ARTICLE), "record record"),
    "csv utf-16": (table(ARTICLE).decode().encode("utf-16"), "record"),
    "csv utf-16 cut": (table(ARTICLE).decode().encode("utf-16")[:-1], "record"),
    "csv latin 1": (table(ARTICLE) + b"a,caf\xe9\n" + TABLE_ROW, "record undecodable record"),
    "csv nul": (table(ARTICLE) + b"a,\0\n" + TABLE_ROW, "record malformed record"),
    "csv widths": (
        table(*[ARTICLE] * 3) + b"a\na,b,c\n" + TABLE_ROW,
        "record record record malformed malformed record",
    ),
    "csv empty cell": (table(ARTICLE, "", ARTICLE), "record empty record"),
    "csv quote open": (table(ARTICLE) + b'a,"b\n' + b"a,b\n" * 3, "record malformed " + "not-an-article " * 3),
    "csv row too long": (lambda: table(ARTICLE, "x" * 2**24, ARTICLE), "record too-large record"),
    "csv formula": (table("=HYPERLINK(1)\n\n" + ARTICLE), "record"),
    "csv controls": (table(ARTICLE + "\x1b[31m\x9b", header="title\x1b[31m,text"), "record"),
    "csv same columns": (table(ARTICLE, header="text,text"), "record"),
    "csv header alone": (b"title,text\n", "empty"),
    "csv other columns": (table(ARTICLE, header="title,words"), "record"),
    "parquet": (lambda: parquet(text=[ARTICLE, ARTICLE]), "record record"),
    "parquet nulls": (lambda: parquet(text=[ARTICLE, None, ""]), "record empty empty"),
    "parquet numbers": (lambda: parquet(text=[1, 2]), "malformed malformed"),
    "parquet bytes": (lambda: parquet(text=[b"\xff\xfe" + GOOD, GOOD]), "not-an-article record"),
    "parquet other columns": (lambda: parquet(a=[1]), "malformed"),
    "parquet cut": (lambda: parquet(text=[ARTICLE])[:-30], "malformed"),
    "parquet only magic": (b"PAR1", "malformed"),
    "parquet footer lies": (b"PAR1" + bytes(99) + b"\xff\xff\xff\x7fPAR1", "malformed"),
    "parquet footer garbage": (b"PAR1" + b"\xff" * 400 + b"\x90\x01\0\0PAR1", "malformed"),
    "parquet no rows": (lambda: parquet(text=[]), "empty"),
    "feed": (feed(ESCAPED, ESCAPED), "record record"),
    "feed html": (feed("<![CDATA[" + PAGE.decode() + "]]>"), "record"),
    "feed bomb": (feed(ESCAPED, "&a8;", above=BOMB), "record malformed"),
    "feed bomb in attribute": (feed(ESCAPED, "<b a='&a8;'/>", above=BOMB), "record malformed"),
    "feed file": (feed("&a;", above='<!DOCTYPE rss [<!ENTITY a SYSTEM "secret.txt">]>'), "malformed"),
    "feed parameter entity": (feed(ESCAPED, above='<!DOCTYPE rss [<!ENTITY % a SYSTEM "secret.txt"> %a;]>'), "record"),
    "feed utf-16 entity": (
        feed("&a;", above='<!DOCTYPE rss [<!ENTITY a "b">]>').decode().encode("utf-16"),
        "malformed",
    ),
    "feed inclusion": (
        feed(ESCAPED + "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='secret.txt' parse='text'/>"),
        "record",
    ),
    "feed cut": (feed(ESCAPED, ESCAPED)[:-300], "record truncated"),
    "feed latin 1": (feed(ESCAPED, "caf_").replace(b"caf_", b"caf\xe9"), "record undecodable"),
    "feed nul": (feed(ESCAPED, "\0"), "record malformed"),
    "feed deep": (feed(ESCAPED, "<b>" * 50_000), "record too-deep"),
    "feed empty items": (feed(ESCAPED, "", " ", ESCAPED), "record empty empty record"),
    "feed of nothing": (feed(), "empty"),
    "feed encoding": (feed(ESCAPED, above='<?xml version="1.0" encoding="idna"?>'), "undecodable"),
    "feed controls": (feed(ESCAPED + "&#x9b;&#x202e;&#x85;"), "record"),
    "feed many attributes": (
        feed(ESCAPED, "<b " + " ".join(f"a{n}=''" for n in range(50_000)) + "/>"),
        "record not-an-article",
    ),
    "mail": (mail(GOOD), "record"),
    "mail html": (mail(PAGE, b"Content-Type: text/html; charset=utf-8"), "record"),
    "mail charset idna": (mail(GOOD, b"Content-Type: text/plain; charset=idna"), "record"),
    "mail charset odd": (mail(GOOD, b"Content-Type: text/plain; charset*0*=\xff''%ff"), "record"),
    "mail base64": (mail(base64.b64encode(GOOD), b"Content-Transfer-Encoding: base64"), "record"),
    "mail base64 broken": (mail(b"!!!" + GOOD, b"Content-Transfer-Encoding: base64"), "binary"),
    "mail no such transfer": (mail(GOOD, b"Content-Transfer-Encoding: evil"), "record"),
    "mail uuencode": (mail(b"begin 644 ../x\n" + GOOD, b"Content-Transfer-Encoding: uuencode"), "record"),
    "mail boundary missing": (mail(GOOD, b"Content-Type: multipart/mixed"), "empty"),
    "mail boundary long": (mail(GOOD, b"Content-Type: multipart/mixed; boundary=" + b"x" * 50_000), "empty"),
    "mail nested": (parts(50), "record"),
    "mail too deep": (parts(20_000), "too-deep"),
    "mail many parts": (mail(b"--b\n\nx\n" * 5_000, b"Content-Type: multipart/mixed; boundary=b"), "not-an-article"),
    "mail attachment": (mail(GOOD, b"Content-Disposition: attachment; filename=../../pwned"), "empty"),
    "mail headers": (mail(GOOD, b"X: " + b"y" * 10_000), "record"),
    "mail address": (mail(PAGE, b"Content-Type: text/html\nContent-Location: http://x.example/\xff\x1b"), "record"),
    "mail continuation": (mail(GOOD, b"X: y\n" + b" z\n" * 3_000), "record"),
    "mbox": ((b"From a Sat\n" + mail(GOOD) + b"\n\n") * 2, "record record"),
    "mbox cut": (b"From a Sat\n" + mail(GOOD) + b"\n\nFrom a Sat\nFrom: ", "record empty"),
    "mbox of nothing": (b"From a\nFrom: x\nDate: x\nSubject: x\n\nFrom b\nx: y", "empty empty"),
    "archive of archives": (ZIP + TAR, "record record"),
}
