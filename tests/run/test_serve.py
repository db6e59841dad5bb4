"""The server of a review: whom it answers, and what it keeps."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean.run.review import Request, desk_of
from newsclean.run.serve import Server
from newsclean.run.work import original

SEEDS = Path(__file__).parents[2] / "seeds"
RIGHT = {"done": True, "roles": {}, "fields": {}}


class Served:
    """A server in a process of its own."""

    def __init__(self, folder: Path, *paths: Path) -> None:
        self.told: list[str] = []
        self.desk = desk_of(Request(tuple(map(str, paths)), str(folder / "gold")), self.told.append)
        self.server = Server(self.desk)
        self.process = os.fork()
        if not self.process:
            signal.alarm(60)
            self.server.serve()
        self.server.server_close()

    def ask(self, place: str = "", body: Any = None, by: str | None = None, **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(*self.server.server_address, timeout=20)
        path = f"/{self.server.token if by is None else by}/{place}"
        sent = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        given = {"Content-Type": "application/json"} if sent is not None else {}
        connection.request("GET" if sent is None else "POST", path, sent, given | headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def end(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path, SEEDS / "select-all.de.txt", SEEDS / "bare.pt.html")
    yield served
    served.end()


def test_only_who_knows_the_address_and_comes_from_here_is_answered(served: Served) -> None:
    here = served.server.here
    assert served.ask()[0] == 200
    assert served.ask(Origin=f"http://{here}")[0] == 200
    for wrong in (
        served.ask(by="guess"),
        served.ask(by=""),
        served.ask(Host="newsclean.test"),
        served.ask(Host=here.replace("127.0.0.1", "localhost")),
        served.ask(Origin="http://newsclean.test"),
        served.ask(Origin="null"),
        served.ask("dumps/1", RIGHT, Origin="http://newsclean.test"),
        served.ask("dumps/1", RIGHT, by="guess"),
    ):
        assert wrong == (403, b"Forbidden\n")
    assert not (Path(served.desk.folder)).exists()


@pytest.mark.parametrize("place", ["dumps/0", "dumps/3", "dumps/", "dumps/1/2", "dumps/x", "dumps/-1", "../etc/passwd"])
def test_what_there_is_not(served: Served, place: str) -> None:
    assert served.ask(place)[0] == 404
    assert served.ask(place, RIGHT)[0] == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"[]",
        {"done": True},
        {**RIGHT, "fields": {"headline": ""}},
        {**RIGHT, "roles": {"1": "x"}},
    ],
)
def test_what_is_no_correction_is_refused_with_a_reason(served: Served, body: Any) -> None:
    status, answer = served.ask("dumps/1", body)
    assert status == 422
    assert json.loads(answer)["error"]
    assert served.ask("dumps/1", RIGHT, **{"Content-Type": "text/plain"})[0] == 422
    assert not (Path(served.desk.folder)).exists()
    assert served.ask()[0] == 200


def test_a_connection_that_says_nothing_holds_up_nobody(served: Served) -> None:
    with socket.create_connection(served.server.server_address), socket.create_connection(served.server.server_address):
        start = time.monotonic()
        assert served.ask()[0] == 200
        assert time.monotonic() - start < 4  # and not the 5 s that a request may take


def test_a_request_that_is_none_ends_its_connection_alone(served: Served) -> None:
    for data in (b"* * *\r\n\r\n", b"GET * HTTP/1.1\r\n\r\n", b"\xff\xfe\r\n", b"DELETE / HTTP/1.0\r\n\r\n"):
        with socket.create_connection(served.server.server_address) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            assert b"200 OK" not in connection.recv(1000)
    assert served.ask()[0] == 200


def test_a_case_is_kept_and_taken_back(served: Served) -> None:
    number = 1 + [entry.job.path.endswith(".html") for entry in served.desk.entries].index(True)
    folder = served.desk.entries[number - 1].folder
    assert json.loads(served.ask(f"dumps/{number}")[1])["state"] == {"done": False, "roles": {}, "fields": {}}
    status, answer = served.ask(f"dumps/{number}", RIGHT)
    assert (status, json.loads(answer)["state"]["done"]) == (200, True)
    assert (folder / "input.html").read_bytes() == (SEEDS / "bare.pt.html").read_bytes()
    assert served.ask(f"dumps/{number}", {**RIGHT, "done": False})[0] == 200
    assert not folder.exists()


def test_what_cannot_be_reviewed_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    served = Served(tmp_path, tmp_path / "empty.txt")
    served.end()
    assert served.desk.entries == []
    assert served.told == [f"{tmp_path / 'empty.txt'}: is empty: nothing to read"]


def test_a_dump_of_a_container_becomes_a_file_that_reads_the_same(tmp_path: Path) -> None:
    text = (SEEDS / "select-all.de.txt").read_text("utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "url": "https://moorau.test/a"}) + "\n")
    served = Served(tmp_path, tmp_path / "a.jsonl")
    assert served.ask("dumps/1", RIGHT)[0] == 200
    served.end()
    case = served.desk.entries[0].folder
    assert (case / "input.txt").read_bytes() == text.encode()
    assert "url" not in json.loads((case / "expected.json").read_text("utf-8"))["record"]  # the file does not say it


def test_what_only_a_container_says_of_the_encoding_is_kept(tmp_path: Path) -> None:
    words = "The council of Larkmoor voted for the ferry, which costs 400 € a day. " * 3
    page = f"<h1>Council backs the ferry of Larkmoor</h1><p>{words}</p><p>{words}</p>".encode("iso-8859-15")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-15\r\n\r\n"
    fields = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.test/\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head + page)}\r\n\r\n"
    )
    (tmp_path / "a.warc").write_bytes(fields.encode() + head + page + b"\r\n\r\n")
    served = Served(tmp_path, tmp_path / "a.warc")
    served.end()
    (entry,) = served.desk.entries
    medium, _, data = original(entry.job).lines.partition(b"\n")
    assert medium == b"html"
    assert data.startswith(b"\xef\xbb\xbf")
    assert "400 € a day" in data.decode("utf-8")
