"""A fake of the comment interfaces of GitHub and GitLab on this machine: pages, limits, refusals, and what it was told."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Special = Callable[["Handler"], bool]


@dataclass
class Forge:
    """Its comments, and how it behaves. `special` may answer a request itself and say so."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    me: str = "github-actions[bot]"
    may_write: bool = True
    user_status: int = 403
    pulls: list[dict[str, Any]] = field(default_factory=list)
    special: Special = lambda handler: False
    seen: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def add(self, author: str, body: str) -> int:
        number = len(self.comments) + 1
        self.comments.append(
            {"id": number, "user": {"login": author}, "author": {"username": author}, "body": body}
        )
        return number

    @property
    def writes(self) -> list[tuple[str, str]]:
        return [one for one in self.seen if one[0] != "GET"]


class Handler(BaseHTTPRequestHandler):
    forge: Forge
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass

    def say(self, status: int, given: Any = None, **headers: str) -> None:
        body = b"" if given is None else json.dumps(given).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def handle_one(self) -> None:
        forge, where = self.forge, urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        given = json.loads(self.rfile.read(length)) if length else {}
        forge.seen.append((self.command, self.path))
        forge.headers.append({name.lower(): value for name, value in self.headers.items()})
        if forge.special(self):
            return
        if where.path == "/user":
            self.say(forge.user_status, {"login": forge.me, "username": forge.me})
        elif where.path.endswith("/pulls"):
            self.say(200, forge.pulls)
        elif self.command == "GET":
            query = parse_qs(where.query)
            size, page = int(query["per_page"][0]), int(query["page"][0])
            shown = forge.comments[(page - 1) * size : page * size]
            more = page * size < len(forge.comments)
            self.say(
                200,
                shown,
                **({"Link": '<https://elsewhere.example/x>; rel="next"'} if more else {}),
            )
        elif not forge.may_write:
            self.say(403, {"message": "Resource not accessible by integration"})
        elif len(given.get("body", "").encode("utf-16-le")) // 2 > 65_536:
            self.say(
                422,
                {"message": "Validation Failed: body is too long (maximum is 65536 characters)"},
            )
        elif self.command == "POST":
            forge.add(forge.me, given["body"])
            self.say(201, forge.comments[-1])
        else:
            number = int(re.search(r"(\d+)$", where.path)[1])  # type: ignore[index]
            found = next((one for one in forge.comments if one["id"] == number), None)
            if found is None:
                self.say(404, {"message": "Not Found"})
            elif self.command == "DELETE":
                forge.comments.remove(found)
                self.say(204)
            else:
                found["body"] = given["body"]
                self.say(200, found)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_one  # noqa: N815 - names of the standard library


@contextmanager
def running(forge: Forge) -> Iterator[Forge]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"forge": forge}))
    server.daemon_threads = True
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    ).start()
    forge.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
