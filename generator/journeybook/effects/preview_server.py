"""The sockets of the preview, limited in size, number and time: one response per connection."""

from __future__ import annotations

import errno
import select
import socket
import socketserver
import sys
import threading
import time
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from journeybook.effects.faults import EnvironmentFault, in_words
from journeybook.effects.preview_answers import EVENTS, Answer, answer, refused
from journeybook.effects.preview_requests import (
    LOCAL_NAMES,
    LONGEST_HEAD,
    Guard,
    Refusal,
    read_request,
)
from journeybook.effects.preview_state import Preview

CONNECTIONS = 64
PATIENCE = 10.0
_PORTS_TRIED = 50
_LOCAL = ("127.0.0.1", "localhost", "::1")
_HEADERS = (
    "Cache-Control: no-store\r\n"
    "Content-Security-Policy: frame-ancestors 'none'\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Connection: close\r\n"
)


def open_server(preview: Preview, host: str, port: int, *, allow_remote: bool) -> PreviewServer:
    """A server on `port`, or on the next free one. Raises EnvironmentFault if it cannot start."""
    if host not in _LOCAL and not allow_remote:
        raise EnvironmentFault(
            f"`{host}` would make the preview visible on the network; add `--allow-remote` to "
            "allow this"
        )
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)) if port else (0,):
        try:
            return PreviewServer(
                preview,
                "127.0.0.1" if host == "localhost" else host,
                candidate,
                remote=allow_remote,
            )
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise EnvironmentFault(
                    f"cannot start the preview on `{host}:{candidate}`: {in_words(error)}"
                ) from error
    raise EnvironmentFault(
        f"ports {port} to {port + _PORTS_TRIED - 1} are all in use; choose another with `--port`"
    )


class PreviewServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """One thread per connection, and at most `CONNECTIONS` of them."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"
    request_queue_size = 128

    def __init__(self, preview: Preview, host: str, port: int, *, remote: bool) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.preview = preview
        self.slots = threading.BoundedSemaphore(CONNECTIONS)
        super().__init__((host, port), _Conversation)
        own = (host.lower(), socket.gethostname().lower()) if remote else ()
        self.port: int = self.socket.getsockname()[1]
        self.guard = Guard(self.port, (*LOCAL_NAMES, *own), remote)
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        if self.slots.acquire(blocking=False):
            super().process_request(request, client_address)
            return
        with suppress(OSError):
            request.settimeout(0.1)
            busy = Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections")
            request.sendall(_head(refused(busy)) + refused(busy).body)
        self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.slots.release()


class _Conversation(socketserver.BaseRequestHandler):
    """One request and its answer."""

    server: PreviewServer
    request: socket.socket

    def handle(self) -> None:
        with suppress(OSError):  # the browser left, or was too slow
            self._converse()
            self.request.shutdown(socket.SHUT_WR)
            self._drain()

    def _converse(self) -> None:
        head = self._read_head()
        if head is None:
            return
        request = read_request(head, self.server.guard) if isinstance(head, bytes) else head
        self.request.settimeout(PATIENCE)
        if isinstance(request, Refusal):
            self._send(refused(request))
            return
        is_head = request.method == "HEAD"
        if request.path == EVENTS:
            self._send_events(silent=is_head)
        else:
            self._send(answer(request.path, self.server.preview.shown), silent=is_head)

    def _read_head(self) -> bytes | Refusal | None:
        """Everything up to the empty line; None if the browser left without a request."""
        received = b""
        until = time.monotonic() + PATIENCE
        while (end := received.find(b"\r\n\r\n")) < 0 and len(received) <= LONGEST_HEAD:
            self.request.settimeout(max(until - time.monotonic(), 0.001))
            try:
                piece = self.request.recv(4096)
            except TimeoutError:
                late = Refusal(HTTPStatus.REQUEST_TIMEOUT, "the request took too long")
                return late if received else None
            if not piece:
                cut_off = Refusal(HTTPStatus.BAD_REQUEST, "the request is incomplete")
                return cut_off if received else None
            received += piece
        if b"\r\n" not in received[:LONGEST_HEAD]:
            return Refusal(HTTPStatus.BAD_REQUEST, "the address is too long")
        if not 0 <= end <= LONGEST_HEAD:
            return Refusal(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the request is too large")
        if received[end + 4 :]:
            return Refusal(HTTPStatus.BAD_REQUEST, "a request must not have a body")
        return received[:end]

    def _send(self, reply: Answer, *, silent: bool = False) -> None:
        self.request.sendall(_head(reply))
        if not silent:
            for start in range(0, len(reply.body), 65536):
                self.request.sendall(reply.body[start : start + 65536])

    def _send_events(self, *, silent: bool) -> None:
        """Send the number of each new build, and nothing else, until the browser leaves."""
        self.request.sendall(
            f"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{_HEADERS}\r\n".encode()
        )
        if silent:
            return
        sent, quiet_since = 0, time.monotonic()
        while True:
            number = self.server.preview.news(sent, 1.0)
            if number is None or self._has_left():
                return
            if number != sent:
                self.request.sendall(b"data: %d\n\n" % number)
            elif time.monotonic() - quiet_since > PATIENCE:
                self.request.sendall(b":\n\n")
            else:
                continue
            sent, quiet_since = number, time.monotonic()

    def _has_left(self) -> bool:
        """Whether the browser closed its side, or sent something more, which also ends it."""
        return bool(select.select([self.request], [], [], 0)[0])

    def _drain(self) -> None:
        """Read a little of what is still coming, so that closing does not discard the response."""
        self.request.settimeout(0.5)
        for _ in range(64):
            if not self.request.recv(65536):
                return


def _head(reply: Answer) -> bytes:
    own_headers = "".join(f"{name}: {value}\r\n" for name, value in reply.headers.items())
    return (
        f"HTTP/1.1 {reply.status.value} {reply.status.phrase}\r\n"
        f"Content-Type: {reply.type}\r\n"
        f"Content-Length: {len(reply.body)}\r\n"
        f"{own_headers}{_HEADERS}\r\n"
    ).encode("latin-1")
