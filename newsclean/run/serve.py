"""The page of `newsclean review` on this machine alone, for who knows its address.

The address holds a random token; a request must name this host, and come from no page of another origin.
"""

from __future__ import annotations

import json
import secrets
import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from newsclean.run.review import Desk
from newsclean.view.gold import corrections_of

HOST = "127.0.0.1"
PATIENCE = 5.0
"""Seconds that a request may take to arrive."""
LARGEST = 8 * 1024**2
"""Bytes of a request."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server(HTTPServer):
    """Serves a desk. There are no threads, since workers are forked; a connection waits until it says something."""

    def __init__(self, desk: Desk, port: int = 0) -> None:
        """On this port, or on a free one; raises OSError."""
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        self.here = f"{HOST}:{self.server_port}"
        self.address = f"http://{self.here}/{self.token}/"

    def serve(self) -> None:
        """Until a signal ends it."""
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.socket, selectors.EVENT_READ)
            while True:
                for key, _ in waiting.select():
                    if key.fileobj is self.socket:
                        connection, client = self.socket.accept()
                        waiting.register(connection, selectors.EVENT_READ, client)
                    elif isinstance(key.fileobj, socket.socket):
                        waiting.unregister(key.fileobj)
                        with suppress(OSError):  # a connection that breaks off is nobody's loss
                            self.process_request(key.fileobj, key.data)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = PATIENCE

    def do_GET(self) -> None:
        self._answer(self._shown)

    def do_POST(self) -> None:
        self._answer(self._corrected)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: standard error is for people."""

    def _answer(self, work: Callable[[str], tuple[str, bytes]]) -> None:
        place = self._place()
        if place is None:
            return self._send(HTTPStatus.FORBIDDEN, "text/plain", b"Forbidden\n")
        try:
            kind, data = work(place)
            return self._send(HTTPStatus.OK, kind, data)
        except LookupError:
            return self._send(HTTPStatus.NOT_FOUND, "application/json", _json({"error": "there is no such dump"}))
        except (ValueError, RecursionError) as error:
            return self._send(HTTPStatus.UNPROCESSABLE_ENTITY, "application/json", _json({"error": str(error)}))

    def _place(self) -> str | None:
        """What is asked for behind the token; None where the request is not the page's own."""
        origin = self.headers.get("Origin", f"http://{self.server.here}")
        token, _, place = self.path.removeprefix("/").partition("/")
        known = secrets.compare_digest(token.encode(), self.server.token.encode())
        own = self.headers.get("Host") == self.server.here and origin == f"http://{self.server.here}"
        return place if known and own else None

    def _shown(self, place: str) -> tuple[str, bytes]:
        if place == "":
            return "text/html; charset=utf-8", self.server.desk.page()
        return "application/json", _json(self.server.desk.dump(_number(place)))

    def _corrected(self, place: str) -> tuple[str, bytes]:
        size = int(self.headers.get("Content-Length", ""))
        if self.headers.get("Content-Type") != "application/json" or not 0 < size <= LARGEST:
            raise ValueError("a correction is JSON of at most 8 MiB")
        said = corrections_of(json.loads(self.rfile.read(size)))
        return "application/json", _json(self.server.desk.correct(_number(place), said))

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        for name, value in (HEADERS | {"Content-Type": kind, "Content-Length": str(len(data))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


def _number(place: str) -> int:
    """The number of a dump in "dumps/17"; raises LookupError."""
    folder, _, number = place.partition("/")
    if folder != "dumps" or not (number.isascii() and number.isdigit()):
        raise LookupError(place)
    return int(number[:9])


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()
